// The affine map from layout units to pixels of the canvas, read once a frame instead of once a point.
import type Sigma from 'sigma';
import type { Point } from '../graph/hull.ts';

export interface Projection {
  readonly scale: number;
  x(at: Point): number;
  y(at: Point): number;
}

export function projectionOf(sigma: Sigma): Projection {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const right = sigma.graphToViewport({ x: 1, y: 0 });
  const up = sigma.graphToViewport({ x: 0, y: 1 });
  const [ax, ay] = [right.x - origin.x, right.y - origin.y];
  const [bx, by] = [up.x - origin.x, up.y - origin.y];
  return {
    scale: Math.hypot(ax, ay),
    x: (at) => origin.x + at.x * ax + at.y * bx,
    y: (at) => origin.y + at.x * ay + at.y * by,
  };
}
