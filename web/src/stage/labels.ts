// Places labels so that none overlaps another or a drawn hub, none is cut by the rim, and never more than sixty are shown.

export interface LabelWish {
  readonly text: string;
  /** Centre and radius of what is labelled, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The higher goes first. */
  readonly weight: number;
  /** Height of the letters in pixels. */
  readonly size: number;
  /** Names what the picture is read by: it may lie over small discs, if there is no other room. */
  readonly bold?: boolean;
  readonly isQuiet?: boolean;
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
const GAP = 4;
const MARGIN = 6;

export const fontOf = ({ size, bold }: Pick<LabelWish, 'size' | 'bold'>): string =>
  `${bold === true ? '600 ' : ''}${size}px Inter, system-ui, sans-serif`;

/** @param discs drawn nodes that no label may cover, apart from its own */
export function placeLabels(
  wishes: readonly LabelWish[],
  measure: (wish: LabelWish) => number,
  size: { readonly width: number; readonly height: number },
  discs: readonly Rect[],
  most = MOST_LABELS,
): readonly PlacedLabel[] {
  const covered = new RectGrid(discs);
  const written = new RectGrid([]);
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (placed.length === most) break;
    if (wish.x < 0 || wish.y < 0 || wish.x > size.width || wish.y > size.height) continue;
    const width = measure(wish);
    const spots = spotsAround(wish, width)
      .map((spot) => ({ ...spot, rect: rectOf(spot.left, spot.middle, width, wish.size) }))
      .filter(({ rect }) => isWithin(rect, size) && !written.hits(rect));
    const spot =
      spots.find(({ rect }) => !covered.hits(rect)) ?? (wish.bold === true ? clearest(spots, covered) : undefined);
    if (spot === undefined) continue;
    written.add(spot.rect);
    placed.push({ ...wish, left: spot.left, middle: spot.middle, width });
  }
  return placed;
}

const isWithin = (rect: Rect, size: { readonly width: number; readonly height: number }): boolean =>
  rect.left >= MARGIN && rect.top >= MARGIN && rect.right <= size.width - MARGIN && rect.bottom <= size.height - MARGIN;

const rectOf = (left: number, middle: number, width: number, size: number): Rect => ({
  left: left - 2,
  right: left + width + 2,
  top: middle - size * 0.66,
  bottom: middle + size * 0.66,
});

/** Right first, as people read; then below, above, left, and the corners. */
function spotsAround({ x, y, radius, size }: LabelWish, width: number) {
  const off = radius + GAP;
  const rise = off + size * 0.55;
  const corner = off * 0.75;
  return [
    { left: x + off, middle: y },
    { left: x - width / 2, middle: y + rise },
    { left: x - width / 2, middle: y - rise },
    { left: x - off - width, middle: y },
    { left: x + corner, middle: y - off * 0.9 - 2 },
    { left: x + corner, middle: y + off * 0.9 + 2 },
    { left: x - corner - width, middle: y - off * 0.9 - 2 },
    { left: x - corner - width, middle: y + off * 0.9 + 2 },
  ];
}

/** Where there is no free room, the spot that hides least. */
function clearest<Spot extends { readonly rect: Rect }>(spots: readonly Spot[], covered: RectGrid): Spot | undefined {
  let [best, least]: [Spot | undefined, number] = [undefined, Infinity];
  for (const spot of spots) {
    const count = covered.count(spot.rect);
    if (count < least) [best, least] = [spot, count];
  }
  return best;
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
    return keysOf(rect).some((key) => this.cells.get(key)?.some((other) => overlap(rect, other)) === true);
  }

  count(rect: Rect): number {
    const found = new Set<Rect>();
    for (const key of keysOf(rect))
      for (const other of this.cells.get(key) ?? []) if (overlap(rect, other)) found.add(other);
    return found.size;
  }
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function keysOf(rect: Rect): readonly number[] {
  const keys: number[] = [];
  for (let column = Math.floor(rect.left / 64); column <= Math.floor(rect.right / 64); column++)
    for (let row = Math.floor(rect.top / 64); row <= Math.floor(rect.bottom / 64); row++)
      keys.push(column * 100_003 + row);
  return keys;
}
