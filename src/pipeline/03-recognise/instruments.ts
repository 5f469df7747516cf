// Instruments: treaties, laws, resolutions with their numbers, communiqués, strategies, by name or by description.
import { findHeaded } from './headed.ts';
import { modifierRunStart } from './phrases.ts';
import { type Scan, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';
import type { HeadNoun } from './vocabulary.ts';

const LINKS = new Set(['of', 'on', 'for', 'concerning', 'regarding', 'against', 'relating']);
const NUMBERED = new Set([
  'resolution',
  'decree',
  'decision',
  'directive',
  'circular',
  'ordinance',
  'law',
  'regulation',
  'executive order',
  'protocol',
  'act',
]);

/** A lower-case instrument is never a name by itself: `UN resolution` stays a description. */
const isNamedLower = (): boolean => false;

/** `Resolution 2231 (2015)`, `Decree No. 13/2023/ND-CP`, `resolution 2758`. */
function numberEnd(scan: Scan, headTo: number): number {
  const { words } = scan;
  let index = headTo;
  if (words[index]?.text === '(' && words[index + 2]?.text === ')') index += 3;
  if (/^(?:No\.?|Nos\.?)$/i.test(words[index]?.text ?? '')) index++;
  if (!isInBlock(scan, index, headTo - 1) || !/^\d/.test(words[index]!.text)) return headTo;
  index++;
  while (isInBlock(scan, index, headTo) && words[index]!.isGlued && !/^[.,;:’'”)]$/.test(words[index]!.text)) index++;
  if (
    words[index]?.text === '(' &&
    /^(?:19|20)\d\d$/.test(words[index + 1]?.text ?? '') &&
    words[index + 2]?.text === ')'
  )
    index += 3;
  return index;
}

function addNumbered(scan: Scan, headFrom: number, headTo: number, head: HeadNoun): void {
  const to = NUMBERED.has(head.noun) ? numberEnd(scan, headTo) : headTo;
  if (to === headTo) return;
  const isYearOnly =
    to === headTo + 1 && /^(?:19|20)\d\d$/.test(scan.words[headTo]!.text) && head.noun !== 'resolution';
  if (isYearOnly) return;
  const from = modifierRunStart(scan, headFrom);
  if (!isFree(scan, from, to)) return;
  claim(
    scan,
    draftOf({
      from,
      to,
      kind: head.kind,
      name: textOf(scan, from, to),
      attributes: { form: head.form, number: textOf(scan, headTo, to) },
      foundBy: 'instrument.numbered/1',
    }),
  );
}

export function findNamedInstruments(scan: Scan): void {
  for (let index = 0; index < scan.words.length; index++) {
    const match = scan.vocabulary.instrumentHeads.longest(scan.words, index);
    if (match !== undefined) addNumbered(scan, index, match.to, match.value);
  }
  findHeaded(scan, instrumentClass(scan), 'names');
}

export const findNominalInstruments = (scan: Scan): void => findHeaded(scan, instrumentClass(scan), 'nominals');

const instrumentClass = (scan: Scan) =>
  ({
    heads: scan.vocabulary.instrumentHeads,
    gazetteerClass: 'instrument',
    modifiers: scan.vocabulary.instrumentModifiers,
    links: LINKS,
    hasNoSubject: () => false,
    isNamedLower,
  }) as const;
