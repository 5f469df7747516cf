// Runs of capitalised words: how far a name reaches to the right and to the left.
import type { GazetteerClass } from './gazetteer.ts';
import { type Hit, type Scan, blockOf, isInBlock } from './scan.ts';
import { type Word, isPossessive } from './words.ts';

const DATE_WORD =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const CONNECTORS = new Set(['and', '&', 'of', 'for', 'on', 'the', 'de', 'del', 'da', 'do', 'des']);
const PLACE_CLASSES: ReadonlySet<GazetteerClass> = new Set(['country', 'city', 'region']);
const BODY_CLASSES: ReadonlySet<GazetteerClass> = new Set(['organisation', 'agency', 'media']);

export const isPlaceHit = (hit: Hit | undefined): hit is Hit => hit !== undefined && PLACE_CLASSES.has(hit.entry.class);
export const isBodyHit = (hit: Hit | undefined): hit is Hit => hit !== undefined && BODY_CLASSES.has(hit.entry.class);

const isAllCapital = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every((word) => word.isCapital || !word.isWord || /^(?:of|the|and)$/.test(word.folded));

/** A capitalised post noun, rank or honorific starts here: a person is coming, not more of a name. */
export function opensPerson(scan: Scan, index: number): boolean {
  const { posts, ranks, honorifics } = scan.vocabulary;
  for (const trie of [posts, ranks, honorifics]) {
    const match = trie.longest(scan.words, index);
    if (match !== undefined && isAllCapital(scan.words, index, match.to)) return true;
  }
  return false;
}

const VIETNAMESE = /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;
const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsrwy])?(?:i[aou]?(?:n|ng)?|i?ao?|u[aeio]?(?:i|n|ng)?|[aeo](?:i|o|u|n|ng|r)?|ue?|iu|ong|iong|uang|iang|ie))(?:'?(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsrwy])(?:i[aou]?(?:n|ng)?|i?ao?|u[aeio]?(?:i|n|ng)?|[aeo](?:i|o|u|n|ng|r)?|ue?|iu|ong|iong|uang|iang|ie))?$/;

const KOREAN =
  /^(?:ch|kk|tt|pp|jj|sh|[bcdghjkmnprst])?(?:yae?|yeo?|ye|yu|yo|wae?|weo?|wo|wi|ui|oe|ae|eo|eu|ou|oo|ee|[aeiou])(?:ng|n|m|k|l|p|t|h)?$/;

/** A family name that comes first, followed by syllables of its tradition. */
export function familyFirstTradition(scan: Scan, from: number): 'vietnamese' | 'chinese' | 'korean' | undefined {
  const { words, vocabulary } = scan;
  const family = words[from]!.folded;
  const next = words[from + 1];
  if (next === undefined || !next.isCapital || !isInBlock(scan, from + 1, from)) return undefined;
  const isFamily = vocabulary.familyNames.get('vietnamese')?.has(family) ?? false;
  if (vocabulary.notNames.has(next.folded))
    return isFamily && isInnerSyllable(scan, from + 1) ? 'vietnamese' : undefined;
  const has = (tradition: string): boolean => vocabulary.familyNames.get(tradition)?.has(family) ?? false;
  if (has('korean') && (/^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(next.text) || isKorean(scan, from + 1))) return 'korean';
  if (has('vietnamese') && VIETNAMESE.test(next.folded)) return 'vietnamese';
  if (has('chinese') && PINYIN.test(next.folded)) return 'chinese';
  return undefined;
}

/** `Pham The Tung`: what elsewhere is a small word stands with a capital between two words of a Vietnamese name. */
function isInnerSyllable(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  const next = words[index + 1];
  if (next === undefined || !isInBlock(scan, index + 1, index) || blockOf(scan, index).isTitleCase) return false;
  const isSyllable = VIETNAMESE.test(words[index]!.folded) && VIETNAMESE.test(next.folded);
  return isSyllable && next.isCapital && !next.isAllCaps && !vocabulary.notNames.has(next.folded);
}

/** `Choe Son Hui`: two syllables after the family name, and no third. */
function isKorean(scan: Scan, index: number): boolean {
  const { words } = scan;
  const isSyllable = (at: number): boolean => {
    const word = words[at];
    return isInBlock(scan, at, index) && word !== undefined && word.isCapital && KOREAN.test(word.folded);
  };
  return isSyllable(index) && isSyllable(index + 1) && !isSyllable(index + 2);
}

/** Two words that read as the start of a personal name. */
export function opensPersonalName(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  if (words[index]?.isCapital !== true) return false;
  const isParticle = (word: Word | undefined): boolean =>
    word !== undefined && !word.isCapital && vocabulary.particles.has(word.folded);
  let at = index + 1;
  while (at < index + 3 && isParticle(words[at])) at++;
  // `Joaquín “El Chapo” Guzmán`.
  if (/^["“]$/.test(words[at]?.text ?? ''))
    while (at < index + 5 && !/^["”]$/.test(words[++at]?.text ?? '')) if (words[at]?.isCapital !== true) return false;
  const next = /^["”]$/.test(words[at]?.text ?? '') ? words[at + 1] : words[at];
  if (next === undefined || !next.isCapital || scan.hitAt[index] !== undefined) return false;
  if (familyFirstTradition(scan, index) !== undefined) return true;
  const word = words[index];
  return vocabulary.givenNames.has(word.folded) && !vocabulary.portfolios.has(word.folded);
}

function continuesAfterConnector(scan: Scan, from: number): number {
  const { words, vocabulary } = scan;
  let index = from;
  const connector = words[index]!.folded;
  if (connector !== ',' && !CONNECTORS.has(connector)) return -1;
  index++;
  if (isInBlock(scan, index, from) && words[index]!.folded === 'the') index++;
  if (!isInBlock(scan, index, from) || !words[index]!.isCapital) return -1;
  const next = words[index]!;
  const isPortfolio = vocabulary.portfolios.has(next.folded);
  if (connector === ',' && !(isPortfolio && listContinues(scan, index))) return -1;
  if (connector === 'and' || connector === '&' || connector === ',') {
    if (words[from + 1]!.folded === 'the') return -1;
    if (scan.hitAt[index] !== undefined && scan.hitAt[index]!.entry.class !== 'adjective' && !isPortfolio) return -1;
    if (startsBody(scan, index) || leadsToPost(scan, index)) return -1;
  }
  if (opensPerson(scan, index) || opensPersonalName(scan, index)) return -1;
  return index;
}

/** In `Culture, Sports and Tourism` a comma is inside the name: an `and` closes the list after a word or two. */
function listContinues(scan: Scan, from: number): boolean {
  const { words, vocabulary } = scan;
  for (let index = from; index < from + 5 && isInBlock(scan, index, from); index++) {
    const word = words[index]!;
    if (word.folded === 'and' || word.folded === '&') {
      const next = words[index + 1];
      return next?.isCapital === true && vocabulary.portfolios.has(next.folded) && !startsBody(scan, index + 1);
    }
    if (word.folded !== ',' && !(word.isCapital && vocabulary.portfolios.has(word.folded))) return false;
  }
  return false;
}

const OF = /^(?:of|for|on)$/;

/** A body noun stands in the capitalised run that begins here, so `and` joins two bodies. */
function startsBody(scan: Scan, from: number): boolean {
  const { words, vocabulary } = scan;
  for (let index = from; isInBlock(scan, index, from) && words[index]!.isCapital; index++) {
    const head = vocabulary.bodyHeads.longest(words, index);
    const isPortfolio =
      index === from && vocabulary.portfolios.has(words[index]!.folded) && !OF.test(words[index + 1]?.folded ?? '');
    if (head !== undefined && !isPortfolio && isAllCapital(words, index, head.to) && head.value.marks.has('of'))
      return true;
  }
  return false;
}

/** `and Foreign Minister`: what follows `and` is a post. */
function leadsToPost(scan: Scan, from: number): boolean {
  const { words, vocabulary } = scan;
  for (let index = from; index < from + 4 && isInBlock(scan, index, from); index++) {
    if (vocabulary.posts.longest(words, index) !== undefined) return true;
    if (!vocabulary.portfolios.has(words[index]!.folded) && vocabulary.modifiers.longest(words, index) === undefined)
      return false;
  }
  return false;
}

const LEGAL_FORM = /^(?:[CO]?JSC|PJSC|LLC|LLP|PLC|Plc|Inc\.?|Ltd\.?|GmbH|AG|Bhd|Berhad|S\.A\.)$/;

function capitalPost(scan: Scan, index: number): { readonly to: number; readonly plural: boolean } | undefined {
  const match = scan.vocabulary.posts.longest(scan.words, index);
  return match !== undefined && isAllCapital(scan.words, index, match.to)
    ? { to: match.to, plural: match.value.plural }
    : undefined;
}

/** End of the run of capitalised words from `from`, connectors included; `from` where there is none. */
export function properRunEnd(scan: Scan, from: number, limit = 14): number {
  const { words } = scan;
  let end = from;
  let index = from;
  while (index < from + limit && isInBlock(scan, index, from)) {
    const word = words[index]!;
    const hit = scan.hitAt[index];
    if (index > from && isPossessive(word)) {
      if (!ownsNothing(words[index - 1]) || words[index + 1]?.isCapital !== true) break;
      index++;
      continue;
    }
    if (hit !== undefined && hit.to > index + 1) {
      index = end = hit.to;
      continue;
    }
    const post = word.isCapital ? capitalPost(scan, index) : undefined;
    // `Office of the Special Envoy`, `Council of Foreign Ministers`.
    if (post !== undefined && (index === from || post.plural)) {
      index = end = post.to;
      continue;
    }
    const isClosed = index > from ? scan.vocabulary.notNames.has(word.folded) : DATE_WORD.test(word.folded);
    if (word.isCapital && word.isWord && !isClosed) {
      if (index > from && (opensPerson(scan, index) || opensPersonalName(scan, index))) break;
      end = ++index;
      if (LEGAL_FORM.test(word.text)) break;
      continue;
    }
    if (/^[-–]$/.test(word.text) && word.isGlued && index > from && words[index + 1]?.isGlued === true) {
      index++;
      continue;
    }
    const next = index > from ? continuesAfterConnector(scan, index) : -1;
    if (next < 0) break;
    index = next;
  }
  return end;
}

/** `King Faisal University`: what is named after a ruler begins with the title. */
const ROYAL = /^(?:king|queen|prince|princess|sultan|emperor|empress)$/;

/** `Director General` of `Director General Frontier Works Organisation`; else `General` may open the name of a body. */
const isGeneralTitle = ({ words }: Scan, index: number): boolean =>
  words[index]!.folded === 'general' &&
  /^(?:director|inspector|secretary|commissioner|auditor)$/.test(
    words[words[index - 1]?.text === '-' ? index - 2 : index - 1]?.folded ?? '',
  );

/** `Police Chiefs Committee`, `Foreign Ministers Council`: officers in the plural make up the body. */
const isOfficers = ({ words }: Scan, index: number, to: number): boolean =>
  index === to - 1 &&
  words[index - 1]?.isCapital === true &&
  /^(?:chiefs|ministers|speakers|governors|mayors|commissioners|ambassadors|directors)$/.test(words[index]!.folded);

/** Start of the run of capitalised words that ends before `to`, for `X Y Council`. */
export function modifierRunStart(scan: Scan, to: number, limit = 7, crossesPosts = false): number {
  const { words, vocabulary } = scan;
  const strict = blockOf(scan, to).isTitleCase;
  let start = to;
  let index = to - 1;
  while (index >= to - limit && isInBlock(scan, index, to)) {
    const word = words[index]!;
    const hit = scan.hitOver[index];
    if (crossesPosts && isPluralPossessive(scan, index)) {
      start = --index;
      index--;
      continue;
    }
    if (isPossessive(word) && ownsNothing(scan.words[index - 1])) {
      start = --index;
      index--;
      continue;
    }
    if (isPossessive(word) || scan.taken[index] === 1) break;
    if (hit !== undefined && hit.to === index + 1) {
      if (hit.entry.class === 'media') break;
      start = hit.from;
      index = hit.from - 1;
      continue;
    }
    if (word.isWord && word.isCapital) {
      if (word.opens && vocabulary.notNames.has(word.folded)) break;
      const isOwned = crossesPosts && /^(?:leaders|officials|states|parties|ministers)$/.test(word.folded);
      if (vocabulary.notNames.has(word.folded) && !isOwned && !vocabulary.portfolios.has(word.folded)) break;
      if (ROYAL.test(word.folded) && index < to - 1) {
        start = index;
        break;
      }
      const isPortfolio = vocabulary.portfolios.has(word.folded) && !isGeneralTitle(scan, index);
      if (!crossesPosts && endsPost(scan, index) && !isPortfolio && !isOfficers(scan, index, to)) break;
      if (strict && !vocabulary.portfolios.has(word.folded)) break;
      start = index--;
      continue;
    }
    if (/^\d+(?:st|nd|rd|th)$/.test(word.text) && start < to + 1) {
      start = index;
      break;
    }
    const heads = crossesPosts ? headsStart(scan, index) : index;
    if (heads < index) {
      start = heads;
      index = heads - 1;
      continue;
    }
    if (joinsModifiers(scan, index)) {
      index--;
      continue;
    }
    break;
  }
  return start;
}

/** `Heads of State and Government Meeting`: from a small word back to the heads. */
function headsStart(scan: Scan, index: number): number {
  const { words } = scan;
  let at = index;
  while (at > index - 5 && isInBlock(scan, at, index) && /^(?:of|and|state|government)$/.test(words[at]!.folded)) at--;
  return at < index && words[at]!.folded === 'heads' && words[at]!.isCapital && isInBlock(scan, at, index) ? at : index;
}

/** `and` in `Foreign and Commonwealth Office`, `-` in `U.S.-ASEAN Summit`. */
function joinsModifiers(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  const word = words[index]!;
  const before = words[index - 1];
  const after = words[index + 1];
  if (before === undefined || after === undefined || !isInBlock(scan, index - 1, index)) return false;
  if (word.text === '-' || word.text === '–') return word.isGlued && after.isGlued && before.isCapital;
  if (word.folded !== 'and' && word.text !== '&') return false;
  return before.isCapital && vocabulary.portfolios.has(before.folded) && vocabulary.portfolios.has(after.folded);
}

/** `Supreme People's Procuracy`, `Women's Union`: part of the name, no owner. */
const ownsNothing = (word: Word | undefined): boolean =>
  word?.isCapital === true &&
  /^(?:people|peoples|women|children|workers|farmers|veterans|journalists|lawyers|youth|men|citizens|prosecutor|traders|king|queen)$/.test(
    word.folded,
  );

/** `Foreign Ministers' Meeting`, `Speakers’ Summit`. */
function isPluralPossessive(scan: Scan, index: number): boolean {
  const owner = scan.words[index - 1];
  return (
    /^['’]$/.test(scan.words[index]!.text) &&
    scan.words[index]!.isGlued &&
    owner?.isCapital === true &&
    /s$/.test(owner.folded)
  );
}

/** Index of the bracket in `Lao People's Revolutionary Party (LPRP) Central Committee`, else -1. */
export function bracketStart(scan: Scan, index: number): number {
  const { words } = scan;
  if (words[index]!.text !== ')' || words[index - 2]?.text !== '(' || words[index - 1]?.isAllCaps !== true) return -1;
  return isInBlock(scan, index - 3, index) && words[index - 3]!.isCapital ? index - 2 : -1;
}

/** `Peru’s Congress`, `Azerbaijan’s Jeyhun Bayramov`: whose it is, where the text says so right before it. */
export function owningCountry(scan: Scan, from: number): string | undefined {
  if (!isPossessive(scan.words[from - 1])) return undefined;
  const owner = scan.hitOver[from - 2];
  return owner?.entry.class === 'country' && owner.to === from - 1 ? owner.entry.name : undefined;
}

/** `Health and Medical Services` in a minister's post: words of portfolios and what links them. */
export function isOfPortfolios({ words, vocabulary }: Scan, from: number, to: number): boolean {
  return words
    .slice(from, to)
    .every(({ folded }) => vocabulary.portfolios.has(folded) || /^(?:and|of|,|&)$/.test(folded));
}

function endsPost(scan: Scan, index: number): boolean {
  for (let from = Math.max(0, index - 3); from <= index; from++)
    if (scan.vocabulary.posts.match(scan.words, from).some(({ to }) => to === index + 1)) return true;
  return false;
}

export { isAllCapital };

/** `prime ministers'` before `meeting`: start of the post in the plural whose apostrophe stands at `index`; else `index`. */
export function ownersStart({ words, vocabulary }: Scan, index: number): number {
  if (!/^['’]$/.test(words[index]!.text) || !words[index]!.isGlued || !/s$/.test(words[index - 1]?.folded ?? ''))
    return index;
  for (let from = Math.max(0, index - 3); from < index; from++) {
    const post = vocabulary.posts.longest(words, from);
    if (post?.to === index && post.value.plural) return from;
  }
  return index;
}

/** `Trading Co., Limited`: a second legal form after a comma. */
export function legalFormEnd(scan: Scan, to: number): number {
  const next = scan.words[to + 1];
  const isForm =
    scan.words[to]?.text === ',' && next !== undefined && /^(?:limited|ltd\.?|inc\.?|llc|plc|jsc)$/.test(next.folded);
  return isForm && isInBlock(scan, to + 1, to - 1) ? to + 2 : to;
}
