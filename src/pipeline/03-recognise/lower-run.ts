// How far a lower-case subject reaches: `heads of special services, security and law enforcement agencies`.
import { type Scan, isInBlock } from './scan.ts';

const STOP = new Set(
  (
    'held hold holds holding hosted hosting organised organized scheduled slated due taking took take takes place attended attending chaired led opened opening closed ' +
    'is are was were be been being has have had do does did will would shall should can could may might must ' +
    'which that who whom whose where when while as than if because after before during since until from in at with by to into between among amid under over against via through within about upon near ' +
    'said says told added noted stressed signed adopted approved issued concluded started starts began begins opens closes concludes ends resumes resumed kicked wrapped ended discussed reviewed focused focuses launched released reached concerning following ' +
    'this these those it he she they we you i not also here there today yesterday tomorrow last next earlier later ago together alongside on-site brought brings gathered attracted'
  ).split(' '),
);

/** End of a lower-case noun run from `from`; `isOpen` where the run already holds words. */
export function lowerRunEnd(scan: Scan, from: number, isOpen: boolean): number {
  const { words } = scan;
  let end = from;
  let open = isOpen;
  for (let index = from; index < from + 24 && isInBlock(scan, index, from); index++) {
    const word = words[index]!;
    if (scan.taken[index] === 1) break;
    if (word.isWord) {
      if (STOP.has(word.folded) || /^\d{4}$/.test(word.text) || (open && isPastVerb(scan, index, end))) break;
      if (isLink(word.folded)) continue;
      if (word.isCapital && scan.vocabulary.notNames.has(word.folded)) break;
      if (open && opensName(scan, index, end)) break;
      end = index + 1;
      open = true;
      continue;
    }
    if (word.text === '-' && word.isGlued) continue;
    if (word.text === ',' && open && commaContinues(scan, index)) continue;
    break;
  }
  return end;
}

/** `head of the working group on trade Ann Lee`: two unknown capitals side by side begin a name. */
function opensName(scan: Scan, index: number, end: number): boolean {
  const isUnknown = (at: number): boolean => {
    const word = scan.words[at];
    if (word === undefined || !isInBlock(scan, at, index) || !word.isCapital || word.isAllCaps) return false;
    return (
      scan.hitOver[at] === undefined && !scan.isCommonWord(word.folded) && !scan.vocabulary.portfolios.has(word.folded)
    );
  };
  return index === end && scan.words[index - 1]?.isCapital === false && isUnknown(index) && isUnknown(index + 1);
}

const isLink = (word: string): boolean => /^(?:of|the|and|or|for|on|a|an|its|their)$/.test(word);

/** A past verb after the run began: `meeting of ministers discussed …`; participles before a noun are rare here. */
const isPastVerb = (scan: Scan, index: number, end: number): boolean =>
  index === end &&
  /(?:[^e]ed|met|held|sent|spoke|made)$/.test(scan.words[index]!.folded) &&
  !/^(?:need|seed|united|armed|applied|related)$/.test(scan.words[index]!.folded);

/** A comma continues a list when a noun follows and `and` closes the list before the next comma but two. */
function commaContinues(scan: Scan, comma: number): boolean {
  const { words } = scan;
  for (let index = comma + 1; index < comma + 9 && isInBlock(scan, index, comma); index++) {
    const word = words[index]!;
    if (word.folded === 'and') {
      const next = words[index + 1]?.folded ?? '';
      return (
        index > comma + 1 &&
        !STOP.has(next) &&
        !/(?:[^e]ed|met|held)$/.test(next) &&
        scan.words[index + 1]?.isCapital === false
      );
    }
    if (word.isWord && (STOP.has(word.folded) || word.isCapital)) return false;
    if (!word.isWord && word.text !== ',' && word.text !== '-') return false;
  }
  return false;
}
