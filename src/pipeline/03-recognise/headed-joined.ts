// Names of meetings whose first half stands before `and`.
import { ordinalAt } from './ordinals.ts';
import { type Scan, isInBlock } from './scan.ts';

const isAdjective = ({ words, hitOver }: Scan, index: number): boolean =>
  words[index]?.isCapital === true && ['adjective', 'region'].includes(hitOver[index]?.entry.class ?? '');

/** `29th EU-GCC Joint Council and Ministerial Meeting`: the number counts both; `the African and Caribbean Forum`. */
export function joinedStart(scan: Scan, from: number): number {
  const { words } = scan;
  if (words[from - 1]?.folded !== 'and' || !isInBlock(scan, from - 1, from)) return from;
  if (isAdjective(scan, from)) {
    let start = from - 1;
    while (start > from - 4 && isAdjective(scan, start - 1)) start--;
    if (start < from - 1 && words[start - 1]?.folded === 'the') return start;
  }
  for (let index = from - 2; index >= from - 9 && isInBlock(scan, index, from); index--) {
    const body = scan.bodyAt.get(index);
    if (body !== undefined && body.outerTo === from - 1 && ordinalAt(words[index]!) !== undefined) return index;
  }
  return from;
}
