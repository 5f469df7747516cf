// Pushes nodes off each other at the size they are drawn with, so that nothing lies under its own hub.
import { radiusOf } from './node-radius.ts';

interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Side of the picture that radii are meant for: a small laptop's canvas. */
const REFERENCE_PIXELS = 700;
/** Beyond this the explorer draws levels, never all nodes at once, and their sizes differ from level to level. */
export const MOST_WITH_ROOM = 20_000;

export function makeRoom(degree: Uint32Array, { x, y }: Positions): void {
  if (degree.length > MOST_WITH_ROOM) return;
  const radius = radiiInLayoutUnits(degree, x, y);
  const largest = radius.reduce((most, r) => Math.max(most, r), 0);
  if (largest === 0) return;
  const order = Uint32Array.from(degree, (_d, i) => i).sort((a, b) => x[a]! - x[b]!);
  const turns = degree.length > 3000 ? 8 : 24;
  for (let turn = 0; turn < turns; turn++) {
    if (!sweep(order, radius, largest, x, y)) break;
    order.sort((a, b) => x[a]! - x[b]!);
  }
}

function radiiInLayoutUnits(degree: Uint32Array, x: Float64Array, y: Float64Array): Float64Array {
  const span = (values: Float64Array): number => {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  };
  const extent = Math.max(span(x), span(y));
  if (!Number.isFinite(extent) || extent <= 0) return new Float64Array(degree.length);
  const unitsPerPixel = extent / REFERENCE_PIXELS;
  // A pixel and a half keeps two discs from reading as one; where few nodes share the canvas there is room for names too.
  const margin = degree.length <= 300 ? 5 : degree.length <= 3000 ? 1.5 : 0.5;
  return Float64Array.from(degree, (d) => (radiusOf(d, degree.length) + margin) * unitsPerPixel);
}

/** One pass over the nodes in x order; a node looks right until no other can touch it. The heavier one stands. */
function sweep(order: Uint32Array, radius: Float64Array, largest: number, x: Float64Array, y: Float64Array): boolean {
  let moved = false;
  for (let i = 0; i < order.length; i++) {
    const a = order[i]!;
    const reach = radius[a]! + largest;
    for (let j = i + 1; j < order.length; j++) {
      const b = order[j]!;
      const dx = x[b]! - x[a]!;
      if (dx > reach) break;
      const need = radius[a]! + radius[b]!;
      const dy = y[b]! - y[a]!;
      if (dx >= need || Math.abs(dy) >= need) continue;
      const distance = Math.hypot(dx, dy);
      if (distance >= need) continue;
      moved = true;
      const share = radius[a]! ** 2 / (radius[a]! ** 2 + radius[b]! ** 2);
      const ux = distance === 0 ? 1 : dx / distance;
      const uy = distance === 0 ? 0 : dy / distance;
      const gap = need - distance;
      x[a]! -= ux * gap * (1 - share);
      y[a]! -= uy * gap * (1 - share);
      x[b]! += ux * gap * share;
      y[b]! += uy * gap * share;
    }
  }
  return moved;
}
