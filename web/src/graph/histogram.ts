// When the facts of the picture happened, in bins of a width that fits the span.
import { dayNumber, isoDay } from '../../../src/adapters/layout/graph-picture.ts';
import type { GraphModel } from './graph-model.ts';

export interface Histogram {
  /** First day of each bin, and of the one after the last. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly undated: number;
}

const MOST_BINS = 72;

export function histogramOf(model: GraphModel): Histogram | undefined {
  const { startDay } = model.graph;
  let [first, last, undated] = [Infinity, -Infinity, 0];
  for (const day of startDay) {
    if (day < 0) undated++;
    else {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first > last) return undefined;
  const edges = binEdges(first, last);
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const day of startDay) if (day >= 0) counts[binOf(edges, day)]!++;
  return { edges, counts, undated };
}

/** Whole months, quarters or years, whichever gives at most as many bins as can be told apart. */
function binEdges(first: number, last: number): readonly number[] {
  const months = [1, 3, 12, 60].find((width) => (last - first) / (30.4 * width) < MOST_BINS) ?? 120;
  const start = isoDay(first);
  let year = Number(start.slice(0, 4));
  let month = months >= 12 ? 1 : Number(start.slice(5, 7)) - ((Number(start.slice(5, 7)) - 1) % months);
  const edges: number[] = [];
  for (;;) {
    const edge = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`) ?? 0;
    edges.push(edge);
    if (edge > last) return edges;
    month += months;
    year += Math.floor((month - 1) / 12);
    month = ((month - 1) % 12) + 1;
  }
}

export function binOf(edges: readonly number[], day: number): number {
  let bin = 0;
  while (bin < edges.length - 2 && day >= edges[bin + 1]!) bin++;
  return bin;
}
