// Which words a pattern with * and ? takes, and which are a few edits away; both in bounded time.

/** Two places to go on from, never a tree of them: the time grows with the product of the lengths at most. */
export function matchesPattern(word: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let next = 0; next < word.length;) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at++;
      resume = next;
    } else if (sign !== undefined && (sign === '?' || sign === word[next])) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** @returns the number of letters added, dropped, changed or swapped with their neighbour; undefined above `most` */
export function allowsEdits(one: string, other: string, most: number): number | undefined {
  if (Math.abs(one.length - other.length) > most) return undefined;
  let before: number[] = [];
  let last: number[] = Array.from({ length: other.length + 1 }, (_edits, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const changed = last[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1] ? before[to - 2]! + 1 : Infinity;
      row.push(Math.min(changed, last[to]! + 1, row[to - 1]! + 1, swapped));
    }
    if (Math.min(...row) > most) return undefined;
    before = last;
    last = row;
  }
  const edits = last.at(-1)!;
  return edits <= most ? edits : undefined;
}
