// From judged pairs to clusters: the strongest pairs first, and never across a pair that was judged different.
import type { LinkJudgement } from '../domain/judgement.ts';

/**
 * Clusters of one connected component of `same` pairs, each in id order. A function of the set of pairs:
 * they are taken by score and then by id, whatever order they came in.
 */
export function clustersOf(
  members: readonly string[],
  same: readonly LinkJudgement[],
  areDifferent: (left: string, right: string) => boolean,
): readonly (readonly string[])[] {
  const clusterOf = new Map(members.map((id) => [id, [id]]));
  for (const { left, right } of [...same].sort(byScore)) {
    const [a, b] = [clusterOf.get(left)!, clusterOf.get(right)!];
    if (a === b || a.some((one) => b.some((other) => areDifferent(one, other)))) continue;
    const merged = [...a, ...b].sort();
    for (const id of merged) clusterOf.set(id, merged);
  }
  return [...new Set(clusterOf.values())];
}

function byScore(a: LinkJudgement, b: LinkJudgement): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.left !== b.left) return a.left < b.left ? -1 : 1;
  return a.right < b.right ? -1 : 1;
}
