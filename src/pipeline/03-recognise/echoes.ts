// Names that the text repeats in short: surnames, given names, acronyms from brackets, and names in full.
import { PhraseTrie } from './gazetteer.ts';
import { bareNameEnd } from './names.ts';
import { shortForms } from './persons.ts';
import { type Draft, type Scan, blockOf, claim, draftOf, isFree, isInBlock, textOf } from './scan.ts';
import { type Word, foldWord, isPossessive } from './words.ts';

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
      scan.hitOver[index].to - scan.hitOver[index].from > 1 ||
      scan.hitOver[index].entry.class !== 'city')
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

/** Places of the lexicon are found wherever they stand, under their own name. */
const LEXICON_PLACE = new Set(['place.lexicon/1', 'place.in-post/1']);

/** `Anwar` for Anwar Ibrahim: a first word that is no everyday word and opens the name of one person only. */
function firstNames(scan: Scan): ReadonlyMap<string, Draft> {
  const owners = new Map<string, Draft | undefined>();
  for (const draft of scan.drafts) {
    if (draft.kind !== 'Person' || draft.form !== 'name' || draft.to - draft.from < 2) continue;
    const word = scan.words[draft.from]!;
    const known = owners.get(word.folded);
    const isSame = known === undefined || scan.words[known.to - 1]!.folded === scan.words[draft.to - 1]!.folded;
    owners.set(word.folded, (!owners.has(word.folded) || known !== undefined) && isSame ? draft : undefined);
  }
  const isCalling = (word: string): boolean =>
    word.length > 4 && !scan.isCommonWord(word) && !scan.vocabulary.notNames.has(word) && !word.includes("'");
  const sure = [...owners].flatMap(([word, draft]): [string, Draft][] =>
    draft !== undefined && isCalling(word) ? [[word, draft]] : [],
  );
  return new Map(sure);
}

function echoTrie(scan: Scan): PhraseTrie<Echo> {
  const trie = new PhraseTrie<Echo>();
  for (const [word, of] of firstNames(scan)) trie.add([word], { of, isShort: true });
  for (const draft of scan.drafts) {
    if (draft.form !== 'name' || draft.kind === undefined) continue;
    if (draft.kind === 'Person') {
      trie.add(
        scan.words.slice(draft.from, draft.to).map((word) => word.folded),
        { of: draft, isShort: draft.to - draft.from === 1 },
      );
      for (const form of shortForms(draft, scan.vocabulary.givenNames)) trie.add([form], { of: draft, isShort: true });
    } else if (draft.foundBy.endsWith('.of-post/1') || (!LEXICON_PLACE.has(draft.foundBy) && draft.to - draft.from > 1))
      trie.add(
        scan.words.slice(draft.from, draft.to).map((word) => word.folded),
        { of: draft, isShort: false },
      );
    const acronym = draft.attributes['acronym'];
    if (typeof acronym === 'string') trie.add([foldWord(acronym)], { of: draft, isShort: false });
  }
  return trie;
}

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
