// The figures of a measurement, under the names that the gold's scorer prints.

export interface Figures {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** To four places, a tie to the even digit, as the gold's scorer rounds. */
export function round4(value: number): number {
  const scaled = value * 10_000;
  const isTie = Number.isInteger(value * 2 ** 30) && scaled % 1 === 0.5;
  if (!isTie) return Number(value.toFixed(4));
  const below = Math.floor(scaled);
  return (below % 2 === 0 ? below : below + 1) / 10_000;
}

export function figuresOf(tp: number, fp: number, fn: number): Figures {
  const p = tp + fp > 0 ? tp / (tp + fp) : 0;
  const r = tp + fn > 0 ? tp / (tp + fn) : 0;
  return { tp, fp, fn, p: round4(p), r: round4(r), f1: round4(p + r > 0 ? (2 * p * r) / (p + r) : 0) };
}

export const share = (part: number, whole: number): number => (whole > 0 ? round4(part / whole) : 0);
