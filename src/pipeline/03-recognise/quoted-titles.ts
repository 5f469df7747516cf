// Instruments known by a title in quotes: `Law “On Seeds”`, `a report entitled “Harbours of the North”`.
import { type Scan, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';

const INTRODUCES = /^(?:entitled|titled|called|named|dubbed)$/;
const OPENS = /^[“"«]$/;
const CLOSES = /^[”"»]$/;
const LONGEST_TITLE = 18;

/** Index of the closing quotation mark of a title that opens at `open`; a title begins with a capital and is no sentence. */
function closeOf(scan: Scan, open: number): number {
  const { words } = scan;
  if (words[open + 1]?.isCapital !== true) return -1;
  for (let index = open + 2; index < open + LONGEST_TITLE && isInBlock(scan, index, open); index++) {
    if (CLOSES.test(words[index]!.text)) return /^[.!?,]$/.test(words[index - 1]!.text) ? index - 1 : index;
  }
  return -1;
}

export function findQuotedTitles(scan: Scan): void {
  const { words, vocabulary } = scan;
  for (let index = 0; index < words.length; index++) {
    const head = vocabulary.instrumentHeads.longest(words, index);
    if (head === undefined || head.value.marks.has('plural')) continue;
    const isIntroduced = INTRODUCES.test(words[head.to]?.folded ?? '');
    const open = isIntroduced ? head.to + 1 : head.to;
    const isDirect = !isIntroduced && words[index]!.isCapital && head.value.kind !== 'Statement';
    if (!isInBlock(scan, open, index) || !OPENS.test(words[open]!.text) || !(isIntroduced || isDirect)) continue;
    const close = closeOf(scan, open);
    if (close < 0 || close - open < 3 || !isFree(scan, index, close)) continue;
    const title = textOf(scan, open + 1, close);
    claim(
      scan,
      draftOf({
        from: index,
        to: CLOSES.test(words[close]!.text) ? close + 1 : close,
        kind: head.value.kind,
        name: isIntroduced ? title : `${textOf(scan, index, head.to)} ${title}`,
        attributes: { form: head.value.form },
        foundBy: 'instrument.quoted/1',
      }),
    );
    index = close;
  }
}
