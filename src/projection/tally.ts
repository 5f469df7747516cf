// How often documents give a value, kept current as documents come and go, and the one value that is shown.

export class Tally {
  private readonly counts = new Map<string, number>();

  add(value: string, times = 1): void {
    const count = (this.counts.get(value) ?? 0) + times;
    if (count === 0) this.counts.delete(value);
    else this.counts.set(value, count);
  }

  remove(value: string): void {
    this.add(value, -1);
  }

  get size(): number {
    return this.counts.size;
  }

  entries(): Iterable<readonly [string, number]> {
    return this.counts;
  }

  values(): Iterable<string> {
    return this.counts.keys();
  }

  /** The value most documents give; among equals the one that `prefer` puts first, then the first in code-point order. */
  best(prefer: (left: string, right: string) => number = () => 0): string | undefined {
    let best: readonly [string, number] | undefined;
    for (const entry of this.counts) if (best === undefined || isBetter(entry, best, prefer)) best = entry;
    return best?.[0];
  }
}

function isBetter(
  [value, count]: readonly [string, number],
  [other, otherCount]: readonly [string, number],
  prefer: (left: string, right: string) => number,
): boolean {
  if (count !== otherCount) return count > otherCount;
  const preference = prefer(value, other);
  return preference === 0 ? value < other : preference < 0;
}
