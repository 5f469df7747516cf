// The name that follows a post, at once or after a comma.
import { type NameMatch, titledNameAt } from './names.ts';
import { opensPersonalName } from './phrases.ts';
import { afterAcronym } from './post-owners.ts';
import { type PostMatch, postsAt } from './posts.ts';
import { type Scan, blockOf, isInBlock } from './scan.ts';

/** Name directly after the post, or set off by a comma: `the Minister of Defence, General X, said`. */
export function nameAfterPost(scan: Scan, match: PostMatch): NameMatch | undefined {
  const { words } = scan;
  // `President of the Japan International Cooperation Agency (JICA) Tanaka Akihiko`.
  const start = afterAcronym(scan, match.to);
  const found = isInBlock(scan, start, match.to - 1) ? titledNameAt(scan, start) : undefined;
  const direct = found !== undefined && (isBuilding(scan, found) || isEveryday(scan, found)) ? undefined : found;
  if (direct === undefined && words[start]?.text === ':') return nameInRow(scan, match, start + 1);
  if (direct !== undefined || words[start]?.text !== ',' || !isInBlock(scan, start + 1, match.to)) return direct;
  if (postsAt(scan, start + 1) !== undefined) return undefined;
  const apart = titledNameAt(scan, start + 1);
  if (apart === undefined) return undefined;
  const closes = words[apart.to];
  const isSetOff =
    closes === undefined ||
    !isInBlock(scan, apart.to, match.to) ||
    /^[,.;)]$/.test(closes.text) ||
    (opensWithOffice(scan, match) && apart.to - apart.from >= 2 && isPredicate(scan, apart.to)) ||
    (isWholeOffice(scan, match) &&
      apart.to - apart.from >= 2 &&
      (CIRCUMSTANCE.test(closes.text) || isListed(scan, match, apart.to)));
  const isUnknown =
    apart.to - apart.from >= 2 &&
    words
      .slice(apart.from, apart.to)
      .every(({ folded }) => scan.vocabulary.particles.has(folded) || !scan.isCommonWord(folded));
  const isPersonal = apart.outerFrom < apart.from || opensPersonalName(scan, apart.from) || isUnknown;
  return isSetOff && isPersonal && !match.posts.some((post) => post.plural) ? apart : undefined;
}

/** `Foreign Minister: Juan Roe`, a row of its own. */
function nameInRow(scan: Scan, { posts }: PostMatch, at: number): NameMatch | undefined {
  const { from } = blockOf(scan, at - 1);
  const opens = scan.words.slice(from, posts[0]!.from).every(({ isWord }) => !isWord);
  if (!opens || posts.some(({ plural }) => plural) || !isInBlock(scan, at, at - 1)) return undefined;
  const name = titledNameAt(scan, at);
  if (name === undefined || (name.to - name.from < 2 && name.outerFrom === name.from)) return undefined;
  return !isInBlock(scan, name.to, at) || /^[(,;.]$/.test(scan.words[name.to]!.text) ? name : undefined;
}

/** `The envoy of Chile, Roe and the Peruvian envoy, Lee also signed`: two posts of a list, each with its name behind a comma. */
function isListed(scan: Scan, { posts: [post] }: PostMatch, at: number): boolean {
  const { words, taken } = scan;
  if (words[at]!.folded === 'and') {
    const next = postsAt(scan, words[at + 1]?.folded === 'the' ? at + 2 : at + 1);
    return next !== undefined && words[next.to]?.text === ',' && titledNameAt(scan, next.to + 1) !== undefined;
  }
  let index = post!.from - 1;
  const isSecond = words[words[index]?.folded === 'the' ? index - 1 : index]?.folded === 'and';
  while (
    isSecond &&
    isInBlock(scan, index, post!.from) &&
    (taken[index] === 1 || /^(?:the|and|,)$/i.test(words[index]!.text))
  ) {
    if (words[index]!.opens) return isPredicate(scan, at);
    index--;
  }
  return false;
}

/** `President, Ann Lee has`, `President, Ann Lee and her guest`. */
const isPredicate = ({ words }: Scan, at: number): boolean =>
  PREDICATE.test(words[at]!.text) || (words[at]!.text === 'and' && /^h(?:is|er)$/.test(words[at + 1]?.text ?? ''));

const PREDICATE = /^(?:also|has|had|will|is|was|said|says|met|held|today|\p{Ll}+ed)$/u;

const CIRCUMSTANCE = /^(?:on|in|at|during|here|today|yesterday|this|last|for|who)$/;

/** `called on the Prime Minister of Chile, Ann Lee at her office`: before a circumstance, too, unless the sentence opens with one. */
function isWholeOffice(scan: Scan, { posts: [post] }: PostMatch): boolean {
  if (post === undefined || (post.body === undefined && post.country === undefined)) return false;
  let first = post.from;
  while (first > 0 && isInBlock(scan, first - 1, post.from) && !scan.words[first]!.opens) first--;
  return !OPENS_CIRCUMSTANCE.test(scan.words[first]!.folded);
}

const OPENS_CIRCUMSTANCE =
  /^(?:in|at|on|during|after|before|following|with|for|to|from|by|under|as|while|when|meeting|speaking|addressing|receiving)$/;

/** `The UN Secretary-General, Ann Lee has appointed`: at the head of a sentence the second comma may be forgotten. */
function opensWithOffice(scan: Scan, { posts: [post] }: PostMatch): boolean {
  if (post === undefined || (post.body === undefined && post.country === undefined)) return false;
  const before = scan.words[post.from - 1];
  return scan.words[post.from]!.opens || (before?.folded === 'the' && before.opens);
}

/** `Chief of Staff at the State House`: one word that is a building’s noun is no name; nor is `Kangwon Province`. */
const isBuilding = (scan: Scan, name: NameMatch): boolean => {
  const kindAt = (at: number): string | undefined => scan.vocabulary.placeHeads.longest(scan.words, at)?.value.kind;
  if (name.to === name.outerFrom + 1) return kindAt(name.from) === 'Facility';
  return name.honorific === undefined && kindAt(name.to - 1) === 'Region';
};

/** `Chief Strategic Plans`, `Chair of the AU High Level Panel`: everyday words behind a post go on with it. */
const isEveryday = (scan: Scan, { from, to, outerFrom }: NameMatch): boolean =>
  to - from > 1 &&
  outerFrom === from &&
  scan.words
    .slice(from, to)
    .every(
      ({ folded }) =>
        (scan.isCommonWord(folded) || scan.vocabulary.portfolios.has(folded)) &&
        !scan.vocabulary.givenNames.has(folded),
    );
