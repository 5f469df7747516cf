// Posts: status, grade, country, body and portfolio around a post noun, in the orders that occur.
import type { Post } from '../types.ts';
import { OF_CHAMBER, impliedBody } from './implied-body.ts';
import { lowerRunEnd } from './lower-run.ts';
import { afterOutletNoun, isForRegion, regionalAffairsEnd } from './post-complements.ts';
import { type Owner, afterAcronym, bodyComplement, seatOf, skipOwner, unknownSeat } from './post-owners.ts';
import { isOfPortfolios, opensPerson, opensPersonalName, properRunEnd } from './phrases.ts';
import { type DraftPost, type Scan, isInBlock, textOf } from './scan.ts';
import type { PostNoun } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface PostMatch {
  readonly to: number;
  readonly posts: readonly DraftPost[];
}

interface Prefix {
  readonly owner: Owner;
  readonly status: Post['status'];
  /** First word that belongs to the role: grade, portfolio or the noun. */
  readonly roleFrom: number;
  readonly nounFrom: number;
  readonly noun: PostNoun;
  readonly nounTo: number;
}

/** Nouns too common in lower case to be a post without a complement or an owner. */
const WEAK = new Set([
  'member',
  'chair',
  'head',
  'chief',
  'officer',
  'deputy',
  'boss',
  'justice',
  'expert',
  'owner',
  'leader',
]);

/** Everything up to and with the post noun; undefined where the words lead to none. */
function prefixAt(scan: Scan, from: number): Prefix | undefined {
  const { words, vocabulary } = scan;
  const owner: Owner = {};
  let status: Post['status'] = 'current';
  let roleFrom = -1;
  let index = from;
  while (index < from + 14 && isInBlock(scan, index, from)) {
    const noun = vocabulary.posts.longest(words, index);
    // `Sultan bin Ahmed`: a name.
    if (noun !== undefined && /^(?:bin|ibn)$/.test(words[noun.to]?.folded ?? '')) return undefined;
    // `National Assembly`, `Supreme Court`: the first word is the body's, no grade.
    const modifier = scan.bodyAt.has(index) ? undefined : vocabulary.modifiers.longest(words, index);
    if (noun !== undefined && !(modifier !== undefined && leadsOn(scan, modifier.to))) {
      return {
        owner,
        status,
        roleFrom: roleFrom < 0 ? index : roleFrom,
        nounFrom: index,
        noun: noun.value,
        nounTo: noun.to,
      };
    }
    if (modifier !== undefined) {
      if (modifier.value === 'grade') roleFrom = roleFrom < 0 ? index : roleFrom;
      else if (modifier.value !== 'current') status = modifier.value;
      index = skipHyphen(scan, modifier.to);
      continue;
    }
    const owned = skipOwner(scan, index, owner);
    if (owned > index) {
      if (roleFrom >= 0 && owner.body !== undefined) roleFrom = -1;
      index = owned;
      continue;
    }
    if (vocabulary.portfolios.has(words[index]!.folded)) {
      roleFrom = roleFrom < 0 ? index : roleFrom;
      index++;
      continue;
    }
    if (roleFrom >= 0 && /^(?:and|&|,|-)$/.test(words[index]!.text) && isPortfolioAt(scan, index + 1)) {
      index++;
      continue;
    }
    return undefined;
  }
  return undefined;
}

const skipHyphen = (scan: Scan, index: number): number => (scan.words[index]?.text === '-' ? index + 1 : index);

/** `Commonwealth` in `Foreign, Commonwealth and Development Affairs` is no body. */
const isPortfolioWord = (scan: Scan, index: number): boolean =>
  scan.bodyAt.get(index)?.outerTo === index + 1 && scan.vocabulary.portfolios.has(scan.words[index]!.folded);

/** `Health and Medical Services` after `Minister for`: words of a portfolio that only look like a body. */
function isNamedBody(scan: Scan, index: number, noun: PostNoun): boolean {
  const body = scan.bodyAt.get(index);
  if (body === undefined) return false;
  if (!/minister$/i.test(noun.role) || !/s$/.test(scan.words[body.outerTo - 1]!.folded)) return true;
  return body.foundBy === 'body.lexicon/1' || !isOfPortfolios(scan, body.outerFrom, body.outerTo);
}

const isPortfolioAt = (scan: Scan, index: number): boolean =>
  isInBlock(scan, index, index - 1) && scan.vocabulary.portfolios.has(scan.words[index]!.folded);

/** `Deputy` in `Deputy Minister` is a modifier, in `the deputy said` a noun: does a post noun follow? */
function leadsOn(scan: Scan, index: number): boolean {
  const { words, vocabulary } = scan;
  const start = skipHyphen(scan, index);
  for (let at = start; at < start + 6 && isInBlock(scan, at, index - 1); at++) {
    if (vocabulary.posts.longest(words, at) !== undefined) return true;
    const isFiller =
      vocabulary.portfolios.has(words[at]!.folded) ||
      vocabulary.modifiers.longest(words, at) !== undefined ||
      (at > start && /^(?:and|&)$/.test(words[at]!.text));
    if (!isFiller) return false;
  }
  return false;
}

interface Complement {
  readonly to: number;
  /** End of what belongs to the role: `Minister of Public Security` without `of Vietnam`. */
  readonly roleTo: number;
}

const COMPLEMENT = new Set(['of', 'for', 'to', 'at', 'on', 'in', 'with']);

function portfolioEnd(scan: Scan, start: number): number {
  const { words, vocabulary } = scan;
  let end = start;
  for (let index = start; isInBlock(scan, index, start - 1); index++) {
    const word = words[index]!;
    if (scan.bodyAt.has(index) && index > start && !isPortfolioWord(scan, index)) break;
    if (vocabulary.portfolios.has(word.folded) && !isRankBeforeName(scan, index)) {
      end = index + 1;
      continue;
    }
    const joins = end > start && index === end && /^(?:and|&|,|of|for|the|on)$/.test(word.folded);
    if (
      joins &&
      (isPortfolioAt(scan, index + 1) || (words[index + 1]?.folded === 'the' && isPortfolioAt(scan, index + 2)))
    )
      continue;
    if (words[index - 1]?.folded === 'the' && index - 1 > end) break;
    break;
  }
  return end;
}

/** `Regional Anti-Terrorist Structure Ruslan Mirzaev`: everyday words between the portfolio and a known name are the portfolio's. */
function beforeName(scan: Scan, end: number): number {
  const { words } = scan;
  for (let index = end; index < end + 4 && isInBlock(scan, index, end - 1) && words[index]!.isCapital; index++) {
    if (opensPersonalName(scan, index)) return index;
    // `Minister of Energy Prince Ali`: a title opens the person.
    if (isRankBeforeName(scan, index) || (index === end && opensPerson(scan, index))) return end;
    const isEveryday = words[index]!.folded.split('-').every(
      (part) =>
        scan.isCommonWord(part) || scan.vocabulary.portfolios.has(part) || /^(?:anti|counter|non|pre|co)$/.test(part),
    );
    if (!isEveryday && !/(?:ist|ic|al|ure|ion|ment)$/.test(words[index]!.folded)) return end;
  }
  return end;
}

/** `General` in `Public Security General To Lam` is a rank, in `General Administration` a portfolio word. */
function isRankBeforeName(scan: Scan, index: number): boolean {
  const rank = scan.vocabulary.ranks.longest(scan.words, index);
  if (rank === undefined) return false;
  const next = scan.words[rank.to];
  return next?.isCapital === true && !scan.vocabulary.portfolios.has(next.folded);
}

function complementAt(scan: Scan, nounTo: number, owner: Owner, noun: PostNoun): Complement {
  const { words, vocabulary } = scan;
  const none = { to: nounTo, roleTo: nounTo };
  const preposition = words[nounTo];
  if (preposition === undefined || !isInBlock(scan, nounTo, nounTo - 1)) return none;
  if (preposition.folded === 'in' && words[nounTo + 1]?.folded === 'charge' && words[nounTo + 2]?.folded === 'of') {
    const end = portfolioEnd(scan, nounTo + 3);
    return end > nounTo + 3 ? { to: end, roleTo: end } : none;
  }
  if (!COMPLEMENT.has(preposition.folded)) return none;
  const isWeakLink =
    (preposition.folded === 'at' && noun.plural) ||
    preposition.folded === 'in' ||
    preposition.folded === 'with' ||
    preposition.folded === 'on';
  let start = nounTo + 1;
  if (words[start]?.folded === 'the' || words[start]?.folded === 'its') start++;
  if (!isInBlock(scan, start, nounTo - 1)) return none;
  const named = scan.hitAt[start];
  // `adviser to Azerbaijani President X`: the adjective belongs to the president.
  const isTitled = named !== undefined && vocabulary.honorifics.longest(words, named.to) !== undefined;
  if (
    named !== undefined &&
    !isTitled &&
    /^(?:adjective|country)$/.test(named.entry.class) &&
    onePost(scan, start) !== undefined
  ) {
    owner.country ??= named.entry.country ?? '';
    return none;
  }
  const isPortfolio =
    noun.classes.has('minister') &&
    scan.vocabulary.portfolios.has(words[start]!.folded) &&
    !isNamedBody(scan, start, noun);
  const isRegion =
    noun.classes.has('minister') &&
    named !== undefined &&
    named.entry.class === 'region' &&
    preposition.folded !== 'of';
  const ownBody = owner.body;
  const ownSeat = owner.seat;
  // `EU Ambassador to the Philippines`, `Special Envoy for Syria`: where somebody is sent says not by whom.
  const isMission =
    (ownBody !== undefined && /^(?:to|for)$/.test(preposition.folded)) ||
    ((/^(?:for|to)$/.test(preposition.folded) || (preposition.folded === 'in' && !scan.bodyAt.has(start))) &&
      /(?:envoy|representative|coordinator|negotiator|rapporteur)$/i.test(noun.role));
  const isAbroad = preposition.folded === 'to' && owner.country === undefined && noun.classes.has('diplomat');
  const affairs = regionalAffairsEnd(scan, start);
  if (affairs > start) return afterPortfolio(scan, affairs, owner);
  const outlet = noun.classes.has('company') ? afterOutletNoun(scan, start) : start;
  const owned = isPortfolio || isRegion ? start : bodyComplement(scan, outlet, isMission ? {} : owner);
  if (isAbroad && owner.country !== undefined) owner.abroad = true;
  if (owned > start) {
    if (!isWeakLink || noun.classes.has('diplomat') || owner.body !== ownBody)
      return { to: withPortfolio(scan, owned), roleTo: nounTo };
    // `met the president in Brasilia`: where they met, not what he rules.
    if (ownSeat === undefined) delete owner.seat;
    return none;
  }
  if (isWeakLink) return none;
  if (!words[start]!.isCapital && preposition.folded === 'of') {
    const run = lowerRunEnd(scan, start, false);
    if (run > start) return { to: run, roleTo: run };
  }
  const end = beforeName(scan, portfolioEnd(scan, start));
  if (end > start) {
    const complement = afterPortfolio(scan, end, owner);
    return { ...complement, to: atBody(scan, complement.to, owner) };
  }
  if (!words[start]!.isCapital || preposition.folded !== 'of') return none;
  const run = properRunEnd(scan, start, 5);
  if (run === start) return none;
  owner.place ??= textOf(scan, start, run);
  const seat = ownBody === undefined ? unknownSeat(scan, start, run, noun) : undefined;
  // `Chief of Section at the World Food Programme`.
  if (seat === undefined) return { to: atBody(scan, run, owner), roleTo: run };
  owner.body = seat;
  return { to: run, roleTo: nounTo };
}

/** `High Representative of the European Union for Foreign Affairs`: what the body has its officer for. */
function withPortfolio(scan: Scan, to: number): number {
  if (scan.words[to]?.folded !== 'for' || !isInBlock(scan, to + 1, to - 1)) return to;
  const end = portfolioEnd(scan, to + 1);
  return end > to + 1 ? end : to;
}

/** `Under-Secretary of State for the Indo-Pacific at the Foreign Office`: a region, then the body where the post is. */
function atBody(scan: Scan, from: number, owner: Owner): number {
  const start = (at: number): number => (scan.words[at]?.folded === 'the' ? at + 1 : at);
  let to = from;
  const hit = scan.words[to]?.folded === 'for' ? scan.hitAt[start(to + 1)] : undefined;
  if (hit?.entry.class === 'region' && isInBlock(scan, hit.to, from - 1)) to = hit.to;
  const body = /^(?:at|in)$/.test(scan.words[to]?.folded ?? '') ? scan.bodyAt.get(start(to + 1)) : undefined;
  if (body === undefined || owner.body !== undefined || !isInBlock(scan, body.outerFrom, from - 1)) return from;
  owner.body = body;
  return afterAcronym(scan, body.outerTo);
}

/** `Minister of Foreign Affairs of the Russian Federation`, `Under Secretary of State for Arms Control`. */
function afterPortfolio(scan: Scan, end: number, owner: Owner): Complement {
  const word = scan.words[end];
  if (word === undefined || !isInBlock(scan, end, end - 1) || !/^(?:of|at|in)$/.test(word.folded))
    return { to: end, roleTo: end };
  const start = scan.words[end + 1]?.folded === 'the' ? end + 2 : end + 1;
  // `for Political Affairs in the Office for the Sahel`: only a body can be meant.
  if (word.folded === 'in' && !scan.bodyAt.has(start)) return { to: end, roleTo: end };
  if (!isInBlock(scan, start, end)) return { to: end, roleTo: end };
  const owned = bodyComplement(scan, start, owner);
  return { to: Math.max(owned > start ? owned : end, end), roleTo: end };
}

function roleText(scan: Scan, prefix: Prefix, roleTo: number, post: PostNoun): string {
  const before = textOf(scan, prefix.roleFrom, prefix.nounFrom);
  const complement = textOf(scan, prefix.nounTo, roleTo);
  const abbreviated =
    scan.words[prefix.nounTo - 1]!.text.endsWith('.') ||
    /^[A-Z]{2,3}$/.test(textOf(scan, prefix.nounFrom, prefix.nounTo));
  const noun = abbreviated ? post.role : textOf(scan, prefix.nounFrom, prefix.nounTo);
  return [before, noun, complement]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/ -|- /g, '-');
}

function onePost(scan: Scan, from: number): DraftPost | undefined {
  const prefix = prefixAt(scan, from);
  if (prefix === undefined) return undefined;
  const { owner, noun } = prefix;
  const complement = complementAt(scan, prefix.nounTo, owner, noun);
  const isBare =
    prefix.roleFrom === prefix.nounFrom && complement.to === prefix.nounTo && Object.keys(owner).length === 0;
  if (isBare && WEAK.has(scan.words[prefix.nounFrom]!.folded) && !scan.words[prefix.nounFrom]!.isCapital)
    return undefined;
  let { status } = prefix;
  let to = bodyAfterComma(scan, prefix, complement);
  const after = scan.words[to];
  if (after !== undefined && /^(?:-?elect|-?designate|nominee)$/.test(after.folded)) {
    status = after.folded.includes('elect') ? 'incoming' : 'nominee';
    to++;
  } else if (after?.text === '-' && /^(?:elect|designate|nominee)$/.test(scan.words[to + 1]?.folded ?? '')) {
    status = scan.words[to + 1]!.folded === 'elect' ? 'incoming' : 'nominee';
    to += 2;
  }
  if (/-elect$/.test(scan.words[prefix.nounTo - 1]!.folded)) status = 'incoming';
  if (/-designate$/.test(scan.words[prefix.nounTo - 1]!.folded)) status = 'nominee';
  const role = roleText(scan, prefix, complement.roleTo, noun);
  const body = owner.body ?? seatOf(owner, noun, role);
  const implied =
    body === undefined &&
    (noun.classes.has('minister') || OF_CHAMBER.test(noun.role)) &&
    !isForRegion(scan, prefix.nounTo)
      ? impliedBody({
          noun,
          rank: textOf(scan, prefix.roleFrom, prefix.nounFrom),
          complement: textOf(scan, prefix.nounTo, complement.roleTo),
        })
      : undefined;
  return {
    from,
    to,
    role,
    status,
    plural: noun.plural,
    ...(body === undefined ? {} : { body }),
    ...(implied === undefined ? {} : { impliedBody: { ...implied, name: lexiconName(scan, implied.name) } }),
    ...(owner.country ? { country: owner.country } : {}),
    ...(owner.abroad === undefined ? {} : { abroad: owner.abroad }),
    ...(noun.gender === undefined ? {} : { gender: noun.gender }),
  };
}

/** `Permanent Secretary, Ministry of Justice, Ann Lee`: in minutes and lists the body follows the post, a comma between. */
function bodyAfterComma(scan: Scan, prefix: Prefix, { to, roleTo }: Complement): number {
  const { owner, nounFrom, nounTo, noun } = prefix;
  const { words } = scan;
  // `Director for Borders, European Commission`, `Member of the Board of Directors, Roe Foundation`: whose part it is, too.
  const isPart = roleTo === to && !noun.classes.has('state') && !/minister$/i.test(noun.role);
  const isOrgan = owner.body !== undefined && /^Board of (?:Directors|Governors|Trustees)$/.test(owner.body.name);
  if (!isOrgan && (owner.body !== undefined || (to !== nounTo && !isPart))) return to;
  if (!words[nounFrom]!.isCapital || words[to]?.text !== ',') return to;
  const body = isInBlock(scan, to + 1, to) ? scan.bodyAt.get(to + 1) : undefined;
  if (body === undefined || body.kind === 'Person') return to;
  const end = afterAcronym(scan, body.outerTo);
  const closes = isInBlock(scan, end, to) ? words[end]!.text : '.';
  if (!/^[,.;)]$/.test(closes)) return to;
  owner.body = body;
  return end;
}

/** `Department of the Treasury` has another display name in the lexicon. */
function lexiconName(scan: Scan, name: string): string {
  const { trie, hyphenation } = scan.vocabulary.gazetteer;
  const words = wordsOf(name, { start: 0, end: name.length }, 0, hyphenation);
  const known = trie.longest(words, 0);
  return known?.to === words.length && known.value.class === 'agency' ? known.value.name : name;
}

/** One post or several joined by `and`, `cum` or a comma before the name. */
export function postsAt(scan: Scan, from: number): PostMatch | undefined {
  const first = onePost(scan, from);
  if (first === undefined) return undefined;
  const posts = [first];
  let to = first.to;
  for (let turn = 0; turn < 3; turn++) {
    const joint = /^(?:and|cum|&|\/)$/.exec(scan.words[to]?.folded ?? '');
    if (joint === null || !isInBlock(scan, to, from)) break;
    let next = to + 1;
    if (/^(?:also|concurrently|then)$/.test(scan.words[next]?.folded ?? '')) next++;
    if (scan.words[next]?.folded === 'the') break;
    if (!isInBlock(scan, next, from)) break;
    const other = onePost(scan, next);
    // `The Secretary and Foreign Minister Lee discussed …` are two people.
    if (
      /^(?:Secretary|President)$/.test(first.role) &&
      first.country === undefined &&
      first.body === undefined &&
      other?.impliedBody !== undefined
    )
      break;
    if (other === undefined || other.plural !== first.plural) break;
    posts.push({ ...other, ...inherit(first, other) });
    to = other.to;
  }
  return { to, posts };
}

/** `Vietnamese Politburo member and Minister of Public Security`: one country for both posts. */
const inherit = (first: DraftPost, other: DraftPost): Partial<DraftPost> =>
  other.country === undefined && first.country !== undefined ? { country: first.country } : {};
