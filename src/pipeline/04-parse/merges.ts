// Which characters the parser sees as one token, and what that token looks like to it.
import type { Span } from '../../domain/span.ts';
import type { MergedSpan } from '../../language/doc.ts';
import type { Draft, Scan } from '../03-recognise/scan.ts';

/** Words that the model tags and attaches well stand in for long names. */
const PROXY: Readonly<Record<string, string>> = {
  Person: 'Smith',
  Organisation: 'NATO',
  Agency: 'NATO',
  Media: 'NATO',
  Delegation: 'NATO',
  Country: 'France',
  City: 'London',
  Region: 'London',
  Facility: 'London',
  Instrument: 'treaty',
  Agreement: 'treaty',
  Communique: 'treaty',
  Statement: 'statement',
  Law: 'law',
  Resolution: 'resolution',
  Strategy: 'strategy',
  Call: 'conversation',
};
const EVENT_PROXY = 'summit';

const isOutermost = (draft: Draft, last: Draft | undefined): boolean =>
  last === undefined || draft.outerFrom >= last.outerTo;

/** An apposition's closing comma goes with it where the clause goes on: `Smith, said` misleads the parser. */
function closingComma(scan: Scan, draft: Draft): number {
  const { words } = scan;
  // `the Prime Minister, Ann Lee, to Oslo` is an apposition as `Ann Lee, the Prime Minister, to Oslo` is.
  const isSetOff = words.slice(draft.outerFrom, draft.from).some(({ text }) => text === ',');
  const opensNext = /^(?:the|an?|his|her|its|their)$/.test(words[draft.outerTo + 1]?.folded ?? '');
  const hasApposition = draft.kind === 'Person' && (draft.outerTo > draft.to || (isSetOff && !opensNext));
  const comma = words[draft.outerTo];
  const next = words[draft.outerTo + 1];
  if (!hasApposition || comma?.text !== ',' || next === undefined || next.block !== comma.block) return draft.outerTo;
  return !next.isCapital && next.isWord && !/^(?:and|or|who|which|as|while|but)$/.test(next.folded)
    ? draft.outerTo + 1
    : draft.outerTo;
}

/** `co-chaired`, `re-elected` are one verb; the tokenizer makes three words of it and the parser loses the clause. */
const JOINT_VERB =
  /\b(?:co-(?=chair|host|organi[sz]|sponsor|sign|lead|author)|re-(?=elect|appoint|open|nominat|instat))(\w+)/giu;

/** Merges for one block, outermost names and joint verbs only; offsets from the block's start. */
export function mergesOf(scan: Scan, names: readonly Draft[], block: Span): readonly MergedSpan[] {
  const merges = nameMerges(scan, names, block.start);
  for (const { index, 0: whole, 1: verb } of scan.clean.text.slice(block.start, block.end).matchAll(JOINT_VERB)) {
    const end = index + whole.length;
    if (merges.every((name) => name.end <= index || name.start >= end))
      merges.push({ start: index, end, surface: verb! });
  }
  return merges.sort((one, other) => one.start - other.start);
}

function nameMerges(scan: Scan, names: readonly Draft[], blockStart: number): MergedSpan[] {
  const merges: MergedSpan[] = [];
  let last: Draft | undefined;
  for (const draft of names) {
    if (!isOutermost(draft, last)) continue;
    last = draft;
    const start = scan.words[draft.outerFrom]!.start - blockStart;
    const end = scan.words[closingComma(scan, draft) - 1]!.end - blockStart;
    const surface = PROXY[draft.kind ?? ''] ?? EVENT_PROXY;
    merges.push({ start, end, surface });
  }
  return merges;
}
