// Places labels so that none overlaps another or a drawn hub, none is cut by the rim, and never more than sixty are shown.

export interface LabelWish {
  readonly text: string;
  /** Centre and radius of what is labelled, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The higher goes first. */
  readonly weight: number;
  readonly bold?: boolean;
  readonly dimmed?: boolean;
}

export interface PlacedLabel extends LabelWish {
  /** Left end and middle of the text line. */
  readonly left: number;
  readonly middle: number;
  readonly width: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const MOST_LABELS = 60;
export const LABEL_PIXELS = 12;
const HEIGHT = 16;
const GAP = 4;
const MARGIN = 6;

/** @param discs drawn nodes that no label may cover, apart from its own */
export function placeLabels(
  wishes: readonly LabelWish[],
  measure: (text: string, bold: boolean) => number,
  size: { readonly width: number; readonly height: number },
  discs: readonly Rect[],
  most = MOST_LABELS,
): readonly PlacedLabel[] {
  const grid = new RectGrid(discs);
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (placed.length === most) break;
    if (wish.x < 0 || wish.y < 0 || wish.x > size.width || wish.y > size.height) continue;
    const width = measure(wish.text, wish.bold === true);
    const spot = spotsAround(wish, width).find(({ left, middle }) => {
      const rect = rectOf(left, middle, width);
      const isWhole =
        rect.left >= MARGIN &&
        rect.top >= MARGIN &&
        rect.right <= size.width - MARGIN &&
        rect.bottom <= size.height - MARGIN;
      return isWhole && !grid.hits(rect);
    });
    if (spot === undefined) continue;
    grid.add(rectOf(spot.left, spot.middle, width));
    placed.push({ ...wish, ...spot, width });
  }
  return placed;
}

const rectOf = (left: number, middle: number, width: number): Rect => ({
  left: left - 2,
  right: left + width + 2,
  top: middle - HEIGHT / 2,
  bottom: middle + HEIGHT / 2,
});

/** Right first, as people read; then below, above and left. */
function spotsAround({ x, y, radius }: LabelWish, width: number) {
  const off = radius + GAP;
  return [
    { left: x + off, middle: y },
    { left: x - width / 2, middle: y + off + HEIGHT / 2 - 2 },
    { left: x - width / 2, middle: y - off - HEIGHT / 2 + 2 },
    { left: x - off - width, middle: y },
    { left: x + off * 0.7, middle: y - off * 0.9 - 2 },
    { left: x + off * 0.7, middle: y + off * 0.9 + 2 },
  ];
}

/** Rectangles in cells of 64 pixels: a label asks only those that are near. */
class RectGrid {
  private readonly cells = new Map<number, Rect[]>();

  constructor(rects: readonly Rect[]) {
    for (const rect of rects) this.add(rect);
  }

  add(rect: Rect): void {
    for (const key of keysOf(rect)) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [rect]);
      else cell.push(rect);
    }
  }

  hits(rect: Rect): boolean {
    for (const key of keysOf(rect))
      for (const other of this.cells.get(key) ?? [])
        if (rect.left < other.right && other.left < rect.right && rect.top < other.bottom && other.top < rect.bottom)
          return true;
    return false;
  }
}

function keysOf(rect: Rect): readonly number[] {
  const keys: number[] = [];
  for (let column = Math.floor(rect.left / 64); column <= Math.floor(rect.right / 64); column++)
    for (let row = Math.floor(rect.top / 64); row <= Math.floor(rect.bottom / 64); row++)
      keys.push(column * 100_003 + row);
  return keys;
}
