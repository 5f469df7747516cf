// Finds the line under the pointer by arithmetic: 40,000 distances cost less than a second drawing of all lines.
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { isDrawn, type LineStyle } from './looks.ts';

const SAMPLES = 10;

/**
 * @param styles of the lines that have one, by number
 * @param pointer in layout units, as `at` and `reach`: nothing needs to be projected
 */
export function lineNear(
  { lines }: GraphModel,
  styles: readonly (LineStyle | undefined)[],
  pointer: Point,
  at: (node: number) => Point,
  reach: number,
): number | undefined {
  let best: number | undefined;
  let nearest = reach;
  for (let line = 0; line < styles.length; line++) {
    const style = styles[line];
    if (style === undefined || !isDrawn(style)) continue;
    const [from, to] = [at(lines.source[line]!), at(lines.target[line]!)];
    const { curve } = style;
    const room =
      curve === 0 ? nearest : nearest + Math.abs(curve) * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
    if (pointer.x < Math.min(from.x, to.x) - room || pointer.x > Math.max(from.x, to.x) + room) continue;
    if (pointer.y < Math.min(from.y, to.y) - room || pointer.y > Math.max(from.y, to.y) + room) continue;
    // Layout units count upwards, pixels downwards: the arc bends to the other side.
    const distance = curve === 0 ? distanceToSegment(pointer, from, to) : distanceToArc(pointer, from, to, -curve);
    if (distance < nearest) [nearest, best] = [distance, line];
  }
  return best;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** Control point of the arc that the line program draws; pixels count downwards, so that the side is the other one. */
export const bendOf = (a: Point, b: Point, curve: number): Point => ({
  x: (a.x + b.x) / 2 + (b.y - a.y) * curve * 2,
  y: (a.y + b.y) / 2 - (b.x - a.x) * curve * 2,
});

function arcPoint(a: Point, bend: Point, b: Point, t: number): Point {
  const along = (from: number, over: number, to: number): number =>
    from * (1 - t) ** 2 + over * 2 * t * (1 - t) + to * t ** 2;
  return { x: along(a.x, bend.x, b.x), y: along(a.y, bend.y, b.y) };
}

/** The way of a line from end to end: an arc by some of its points. */
export function pathOf(a: Point, b: Point, curve: number): readonly Point[] {
  if (curve === 0) return [a, b];
  const bend = bendOf(a, b, curve);
  return Array.from({ length: SAMPLES + 1 }, (_unused, sample) => arcPoint(a, bend, b, sample / SAMPLES));
}

function distanceToArc(point: Point, a: Point, b: Point, curve: number): number {
  let nearest = Infinity;
  let from = a;
  for (const to of pathOf(a, b, curve).slice(1)) {
    nearest = Math.min(nearest, distanceToSegment(point, from, to));
    from = to;
  }
  return nearest;
}
