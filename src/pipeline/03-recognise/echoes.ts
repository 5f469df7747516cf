// Names that the text repeats in short: surnames, given names, acronyms from brackets, and names in full.
import { PhraseTrie } from './gazetteer.ts';
import { bareNameEnd } from './names.ts';
import { shortForms } from './persons.ts';
import { type Draft, type Scan, blockOf, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';
import { type Word, foldWord, isPossessive } from './words.ts';

/** `International Criminal Police Organisation (Interpol)`: what the brackets hold. */
export function acronymAfter(
  words: readonly Word[],
  to: number,
): { readonly index: number; readonly text: string } | undefined {
  const [open, inner, close] = [words[to], words[to + 1], words[to + 2]];
  if (open?.text !== '(' || inner === undefined || close === undefined) return undefined;
  let end = to + 2;
  while (words[end]?.isGlued === true && words[end]!.text !== ')' && end < to + 6) end++;
  if (words[end]?.text !== ')' || !inner.isCapital) return undefined;
  const text = words
    .slice(to + 1, end)
    .map((word) => word.text)
    .join('');
  return /^\p{Lu}[\p{L}\p{N}&+-]{1,14}$/u.test(text) && !/^(?:Photo|File|Video)$/.test(text)
    ? { index: to + 1, text }
    : undefined;
}

interface Echo {
  readonly of: Draft;
  readonly isShort: boolean;
}

/** A word of a sentence's own opening or of the lexicons is no short form unless nothing else claims it. */
function mayEcho(scan: Scan, index: number, to: number, echo: Echo): boolean {
  const word = scan.words[index]!;
  if (!word.isCapital || !isFree(scan, index, to)) return false;
  if (
    scan.hitOver[index] !== undefined &&
    (!echo.isShort ||
      scan.hitOver[index]!.to - scan.hitOver[index]!.from > 1 ||
      scan.hitOver[index]!.entry.class !== 'city')
  )
    return echo.of.kind !== 'Person';
  if (!echo.isShort) return true;
  if (word.opens && scan.vocabulary.notNames.has(word.folded) && !isFollowedByVerb(scan.words[to])) return false;
  const next = scan.words[to];
  const isLonger =
    next?.isCapital === true && isInBlock(scan, to, index) && next.isWord && !blockOf(scan, index).isTitleCase;
  return !isLonger || bareNameEnd(scan, index) === to || isPossessive(next);
}

const isFollowedByVerb = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:said|says|told|has|had|was|is|also|added|noted|stressed|met|['’]s)$/.test(word.folded);

function echoTrie(scan: Scan): PhraseTrie<Echo> {
  const trie = new PhraseTrie<Echo>();
  for (const draft of scan.drafts) {
    if (draft.form !== 'name' || draft.kind === undefined) continue;
    if (draft.kind === 'Person') {
      trie.add(
        scan.words.slice(draft.from, draft.to).map((word) => word.folded),
        { of: draft, isShort: draft.to - draft.from === 1 },
      );
      for (const form of shortForms(draft)) trie.add([form], { of: draft, isShort: true });
    } else if (draft.foundBy !== 'place.lexicon/1' && draft.to - draft.from > 1)
      trie.add(
        scan.words.slice(draft.from, draft.to).map((word) => word.folded),
        { of: draft, isShort: false },
      );
    const acronym = draft.attributes['acronym'];
    if (typeof acronym === 'string') trie.add([foldWord(acronym)], { of: draft, isShort: false });
  }
  return trie;
}

/** Gives each name that is followed by an acronym in brackets its `acronym`, and marks the acronym's own mention. */
export function findAcronyms(scan: Scan): void {
  scan.drafts.forEach((draft, at) => {
    if (draft.form !== 'name' || draft.kind === undefined || draft.kind === 'Person' || draft.to - draft.from < 2)
      return;
    if (draft.foundBy.startsWith('place.')) return;
    const acronym = acronymAfter(scan.words, draft.to);
    if (acronym === undefined) return;
    scan.drafts[at] = { ...draft, attributes: { ...draft.attributes, acronym: acronym.text } };
    if (scan.bodyAt.get(draft.outerFrom) === draft) scan.bodyAt.set(draft.outerFrom, scan.drafts[at]);
    if (scan.taken[acronym.index] === 0) claim(scan, acronymDraft(draft, acronym.index, acronym.text));
  });
}

const acronymDraft = (draft: Draft, index: number, text: string): Draft =>
  draftOf({
    from: index,
    to: index + 1,
    kind: draft.kind,
    name: text,
    attributes: { acronymOf: draft.name },
    foundBy: 'name.acronym/1',
  });

export function findEchoes(scan: Scan): void {
  const trie = echoTrie(scan);
  for (let index = 0; index < scan.words.length; index++) {
    if (scan.taken[index] === 1 || !scan.words[index]!.isCapital) continue;
    const match = trie.match(scan.words, index).find(({ to, value }) => mayEcho(scan, index, to, value));
    if (match === undefined) continue;
    const { of, isShort } = match.value;
    claim(
      scan,
      draftOf({
        from: index,
        to: match.to,
        kind: of.kind,
        name: isShort ? textOf(scan, index, match.to) : of.kind === 'Person' ? of.name : textOf(scan, index, match.to),
        foundBy: isShort ? 'name.short/1' : 'name.again/1',
      }),
    );
    index = match.to - 1;
  }
}
