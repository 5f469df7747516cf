// Facilities whose noun leaves no doubt, `King Khalid International Airport`: read before persons, whoever they are named after.
import { foreignRunEnd } from './foreign-run.ts';
import { isAllCapital } from './phrases.ts';
import { type Scan, blockOf, claim, draftOf, isFree, isInBlock, nest, textOf } from './scan.ts';

const LONGEST_RUN = 6;

/** `King` in `King Khalid International Airport` opens the name, `Minister` before `Bayan Palace` does not. */
function isOtherPost(scan: Scan, index: number): boolean {
  const post = scan.vocabulary.posts.longest(scan.words, index)?.value;
  if (post !== undefined) return !post.classes.has('royal') && !post.classes.has('religious');
  return scan.vocabulary.ranks.longest(scan.words, index) !== undefined;
}

function runStart(scan: Scan, to: number): number {
  const { words, vocabulary } = scan;
  let from = to;
  while (from > to - LONGEST_RUN && isInBlock(scan, from - 1, to) && scan.taken[from - 1] === 0) {
    const word = words[from - 1]!;
    if (!word.isCapital || !word.isWord || isOtherPost(scan, from - 1)) break;
    if (vocabulary.notNames.has(word.folded) || scan.hitOver[from - 1]?.entry.class === 'adjective') break;
    from--;
  }
  return from;
}

/** `NATO Headquarters` names the body too. */
export function nestOwner(scan: Scan, from: number, to: number): void {
  const hit = scan.hitAt[from];
  if (hit?.entry.class !== 'organisation' || hit.to >= to) return;
  const { kind, name, form } = hit.entry;
  const attributes = form ? { form } : {};
  nest(scan, draftOf({ from, to: hit.to, kind, name, attributes, foundBy: 'body.lexicon/1' }));
}

/** A body of its own stands there; `Oslo Convention Centre` is a house, though centres may be bodies. */
function namesBody(scan: Scan, from: number, to: number, headFrom: number): boolean {
  const body = scan.bodyAt.get(from);
  const isHall = /^(?:convention|conference|congress|exhibition)$/.test(scan.words[headFrom]!.folded);
  return body !== undefined && !(isHall && body.outerTo === to && body.foundBy === 'body.head/1');
}

export function findFacilities(scan: Scan): void {
  const { words, vocabulary } = scan;
  for (let index = 0; index < words.length; index++) {
    if (!words[index]!.isCapital || scan.taken[index] === 1) continue;
    const head = vocabulary.placeHeads.longest(words, index);
    if (head?.value.marks.has('sure') !== true || !isAllCapital(words, index, head.to)) continue;
    if (blockOf(scan, index).isTitleCase) continue;
    const from = head.value.marks.has('before') ? index : runStart(scan, index);
    const to = head.value.marks.has('before') ? foreignRunEnd(scan, head.to) : head.to;
    if (to - from === head.to - index || !isFree(scan, from, to) || namesBody(scan, from, to, index)) continue;
    const country = scan.hitAt[from]?.entry.country;
    claim(
      scan,
      draftOf({
        from,
        to,
        kind: head.value.kind,
        name: textOf(scan, from, to),
        attributes: country === undefined ? {} : { country },
        foundBy: 'place.facility/1',
      }),
    );
    nestOwner(scan, from, to);
    index = to - 1;
  }
}
