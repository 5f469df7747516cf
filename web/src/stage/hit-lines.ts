// Finds the line under the pointer by arithmetic: 40,000 distances cost less than a second drawing of all lines.
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';

/** Pixels a pointer may be off: a thumb is not a needle. */
const REACH = 7;
const SAMPLES = 10;

export interface DrawnLine {
  readonly line: number;
  readonly curve: number;
}

/** @param at a node's place in pixels */
export function lineNear(
  model: GraphModel,
  drawn: Iterable<DrawnLine>,
  pointer: Point,
  at: (node: number) => Point,
): number | undefined {
  let best: number | undefined;
  let nearest = REACH;
  for (const { line, curve } of drawn) {
    const from = at(model.lines.source[line]!);
    const to = at(model.lines.target[line]!);
    const reach = nearest + Math.abs(curve) * Math.hypot(to.x - from.x, to.y - from.y);
    if (pointer.x < Math.min(from.x, to.x) - reach || pointer.x > Math.max(from.x, to.x) + reach) continue;
    if (pointer.y < Math.min(from.y, to.y) - reach || pointer.y > Math.max(from.y, to.y) + reach) continue;
    const distance = curve === 0 ? distanceToSegment(pointer, from, to) : distanceToArc(pointer, from, to, curve);
    if (distance < nearest) {
      nearest = distance;
      best = line;
    }
  }
  return best;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** A point of the arc that the line program draws; pixels count downwards, so that the side is the other one. */
export function arcPoint(a: Point, b: Point, curve: number, t: number): Point {
  const bend = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * curve * 2,
    y: (a.y + b.y) / 2 - (b.x - a.x) * curve * 2,
  };
  const along = (from: number, over: number, to: number): number =>
    from * (1 - t) ** 2 + over * 2 * t * (1 - t) + to * t ** 2;
  return { x: along(a.x, bend.x, b.x), y: along(a.y, bend.y, b.y) };
}

function distanceToArc(point: Point, a: Point, b: Point, curve: number): number {
  let nearest = Infinity;
  let from = a;
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const to = arcPoint(a, b, curve, sample / SAMPLES);
    nearest = Math.min(nearest, distanceToSegment(point, from, to));
    from = to;
  }
  return nearest;
}
