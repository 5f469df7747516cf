// Convex outlines of communities.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Andrew's monotone chain; counter-clockwise, without collinear points. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = withoutInner(points).sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Most points lie within the four that are farthest out: they need no sorting. */
function withoutInner(points: readonly Point[]): Point[] {
  if (points.length < 24) return [...points];
  let [left, right, low, high] = [points[0]!, points[0]!, points[0]!, points[0]!];
  for (const point of points) {
    if (point.x < left.x) left = point;
    if (point.x > right.x) right = point;
    if (point.y < low.y) low = point;
    if (point.y > high.y) high = point;
  }
  const isInner = (point: Point): boolean =>
    turn(left, low, point) > 0 &&
    turn(low, right, point) > 0 &&
    turn(right, high, point) > 0 &&
    turn(high, left, point) > 0;
  return points.filter((point) => !isInner(point));
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
