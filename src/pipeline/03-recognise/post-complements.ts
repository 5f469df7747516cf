// What may stand between a post's preposition and its body: the affairs of a part of the world, the noun of an outlet.
import { type Scan, isInBlock } from './scan.ts';

const OUTLET =
  /^(?:newspaper|daily|weekly|magazine|tabloid|broadcaster|channel|network|website|outlet|station|news|agency)$/;

/** `director-general for Asian and Oceanian Affairs`: end of the affairs of a part of the world; else `start`. */
export function regionalAffairsEnd(scan: Scan, start: number): number {
  const { words } = scan;
  if (!/^(?:adjective|region)$/.test(scan.hitAt[start]?.entry.class ?? '')) return start;
  for (let index = start + 1; index < start + 7 && isInBlock(scan, index, start); index++) {
    const word = words[index]!;
    if (word.folded === 'affairs' && word.isCapital) return index + 1;
    if (!word.isCapital && !/^(?:and|,|-)$/.test(word.folded)) return start;
  }
  return start;
}

/** `correspondent for the French public broadcaster France 24`: from the article to the outlet's name; else `start`. */
export function afterOutletNoun(scan: Scan, start: number): number {
  const { words } = scan;
  let index = start;
  let isOutlet = false;
  for (; index < start + 6 && isInBlock(scan, index, start); index++) {
    if (isOutlet && scan.bodyAt.has(index)) return index;
    const isNational = scan.hitOver[index]?.entry.class === 'adjective';
    if (words[index]!.isCapital && !isNational) return start;
    isOutlet = OUTLET.test(words[index]!.folded) || (isOutlet && words[index]!.folded === 'agency');
  }
  return start;
}

/** `Minister for the Middle East`: a region is looked after, no ministry is named after it. */
export function isForRegion(scan: Scan, nounTo: number): boolean {
  if (!/^(?:of|for)$/.test(scan.words[nounTo]?.folded ?? '')) return false;
  return scan.hitAt[scan.words[nounTo + 1]?.folded === 'the' ? nounTo + 2 : nounTo + 1]?.entry.class === 'region';
}
