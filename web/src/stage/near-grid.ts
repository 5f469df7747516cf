// Shapes in cells of 64 pixels: whoever asks what lies in a rectangle looks only at those that are near.

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** What a community stands on: about a disc, and how far it really reaches in a direction of length 1. */
export interface GroundShape extends Disc {
  reach(dx: number, dy: number): number;
}

const CELL = 64;
const COLUMNS = 4096;

export class NearGrid<Shape> {
  private readonly cells = new Map<number, Shape[]>();
  private readonly boundsOf: (shape: Shape) => Rect;
  private readonly touches: (shape: Shape, rect: Rect) => boolean;

  constructor(boundsOf: (shape: Shape) => Rect, touches: (shape: Shape, rect: Rect) => boolean) {
    this.boundsOf = boundsOf;
    this.touches = touches;
  }

  add(shape: Shape): void {
    const { left, top, right, bottom } = this.boundsOf(shape);
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
        const key = column * COLUMNS + row;
        const cell = this.cells.get(key);
        if (cell === undefined) this.cells.set(key, [shape]);
        else cell.push(shape);
      }
  }

  hits(rect: Rect): boolean {
    for (let column = Math.floor(rect.left / CELL); column <= Math.floor(rect.right / CELL); column++)
      for (let row = Math.floor(rect.top / CELL); row <= Math.floor(rect.bottom / CELL); row++) {
        const cell = this.cells.get(column * COLUMNS + row);
        if (cell === undefined) continue;
        for (const shape of cell) if (this.touches(shape, rect)) return true;
      }
    return false;
  }
}

export const isOverlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const gridOfRects = (): NearGrid<Rect> => new NearGrid((rect) => rect, isOverlap);

export const gridOfDiscs = (): NearGrid<Disc> =>
  new NearGrid(
    ({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
    (disc, rect) => depthIn(disc, rect) > 0,
  );

/** How far the disc reaches into the rectangle, in pixels. */
export function depthIn({ x, y, radius }: Disc, { left, right, top, bottom }: Rect): number {
  const dx = x - Math.min(right, Math.max(left, x));
  const dy = y - Math.min(bottom, Math.max(top, y));
  return radius - Math.sqrt(dx * dx + dy * dy);
}

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** How far the segment runs into the disc, in pixels. */
export function depthOn({ x, y, radius }: Disc, { x1, y1, x2, y2 }: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, share));
  return radius - Math.hypot(x1 + t * dx - x, y1 + t * dy - y);
}

/** Liang and Barsky: whether a part of the segment lies inside. */
export function crosses({ x1, y1, x2, y2 }: Segment, { left, right, top, bottom }: Rect): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / step;
    if (step < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    if (from > to) return false;
  }
  return true;
}
