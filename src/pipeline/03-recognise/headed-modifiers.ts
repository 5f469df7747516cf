// Heads of events and texts that only describe the next noun: `conference centre`, `a round of sanctions`.
import { type Scan, isInBlock } from './scan.ts';

/** `conference centre`, `peace process`, `war crimes`: the head only describes the next noun. */
const MODIFIED =
  /^(?:centre|center|hall|room|venue|table|season|campaign|campaigns|process|crime|crimes|record|records|documents?|results?|package|delegates|participants|organisers|organizers|headquarters|zone|zones|efforts?|programme|program|text|party|parties|commission|machine|footing|damage|reparations|levels?|draft|terms|partners?|barriers?|deficit)$/;

export const modifiesNoun = (scan: Scan, headTo: number): boolean =>
  isInBlock(scan, headTo, headTo - 1) && (MODIFIED.test(scan.words[headTo]!.folded) || isRoundOfThings(scan, headTo));

/** `a round of sanctions`, `of funding`: of nothing that people hold. */
function isRoundOfThings(scan: Scan, headTo: number): boolean {
  const { words } = scan;
  if (words[headTo - 1]!.folded !== 'round' || words[headTo]!.folded !== 'of') return false;
  return !words
    .slice(headTo + 1, headTo + 6)
    .some(({ folded }) =>
      /^(?:.*talks?|.*negotiations?|consultations?|discussions?|dialogues?|meetings?|diplomacy|summit)$/.test(folded),
    );
}
