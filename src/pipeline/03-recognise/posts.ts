// Posts: status, grade, country, body and portfolio around a post noun, in the orders that occur.
import type { Post } from '../types.ts';
import { acronymAfter } from './acronyms.ts';
import { OF_CHAMBER, impliedBody } from './implied-body.ts';
import { type Complement, complementAt, isForRegion, isPortfolioAt } from './post-complements.ts';
import { type Owner, afterAcronym, firmBefore, seatOf, skipOwner } from './post-owners.ts';
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
    const isGrade = modifier !== undefined && leadsOn(scan, modifier.to) && !isStyle(scan, modifier.to);
    if (noun !== undefined && !isGrade && !isJointPortfolio(scan, index)) {
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
    const joins = words[index]!.text === ',' ? isListedWithAnd(scan, index) : /^(?:and|&|-)$/.test(words[index]!.text);
    if (roleFrom >= 0 && joins && isPortfolioAt(scan, index + 1)) {
      index++;
      continue;
    }
    return undefined;
  }
  return undefined;
}

/** `Trade, Industry and Energy Minister`; in `at the Dialogue, Foreign Minister Roe` the comma ends a phrase. */
function isListedWithAnd({ words, vocabulary }: Scan, comma: number): boolean {
  for (let at = comma + 1; at < comma + 9 && at < words.length; at++) {
    if (/^(?:and|&)$/.test(words[at]!.text)) return true;
    if (vocabulary.posts.longest(words, at) !== undefined) return false;
  }
  return false;
}

/** `Justice and Human Rights Minister`: a portfolio, no judge. */
const isJointPortfolio = (scan: Scan, at: number): boolean =>
  scan.words[at]!.folded === 'justice' &&
  /^(?:and|&)$/.test(scan.words[at + 1]?.folded ?? '') &&
  isPortfolioAt(scan, at + 2) &&
  leadsOn(scan, at + 2);

/** `Deputy Minister Ambassador Roe`: after a post, before the name, it is the man's rank in the service. */
const isStyle = ({ words }: Scan, at: number): boolean =>
  /^Amb(?:assador|\.)?$/.test(words[at]?.text ?? '') && words[at - 1]!.isWord && words[at + 1]?.isCapital === true;

const skipHyphen = (scan: Scan, index: number): number => (scan.words[index]?.text === '-' ? index + 1 : index);

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
  const complement = complementAt(scan, prefix.nounTo, owner, noun, (at) => onePost(scan, at) !== undefined);
  const isBare =
    prefix.roleFrom === prefix.nounFrom && complement.to === prefix.nounTo && Object.keys(owner).length === 0;
  if (isBare && isWeak(scan, prefix) && !isHeadOfFirm(scan, prefix)) return undefined;
  let { status } = prefix;
  let to = afterInitials(scan, prefix, bodyAfterComma(scan, prefix, complement));
  const after = scan.words[to];
  if (after !== undefined && /^(?:-?elect|-?designate|nominee)$/.test(after.folded)) {
    status = after.folded.includes('elect') ? 'incoming' : 'nominee';
    to++;
  } else if (after?.text === '-' && /^(?:elect|designate|nominee)$/.test(scan.words[to + 1]?.folded ?? '')) {
    status = scan.words[to + 1]!.folded === 'elect' ? 'incoming' : 'nominee';
    to += 2;
  } else if (isInBlock(scan, to, to - 1) && isStyle(scan, to)) to++;
  if (/-elect$/.test(scan.words[prefix.nounTo - 1]!.folded)) status = 'incoming';
  if (/-designate$/.test(scan.words[prefix.nounTo - 1]!.folded)) status = 'nominee';
  const role = roleText(scan, prefix, complement.roleTo, noun);
  const body = owner.body ?? seatOf(owner, noun, role);
  const implied =
    body === undefined &&
    (noun.classes.has('minister') || OF_CHAMBER.test(noun.role)) &&
    !isForRegion(scan, prefix.nounTo) &&
    scan.words[prefix.nounTo]?.folded !== 'responsible'
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

function isWeak({ words }: Scan, { nounFrom, nounTo }: Prefix): boolean {
  const { folded, isCapital } = words[nounFrom]!;
  return nounTo - nounFrom === 1 && !isCapital && WEAK.has(folded);
}

/** `Petronor chief Roe`: a name that no lexicon has on one side, a capital on the other. */
function isHeadOfFirm(scan: Scan, { nounFrom, nounTo, noun }: Prefix): boolean {
  if (!/^(?:chief|head|boss)$/i.test(noun.role) || !isInBlock(scan, nounTo, nounFrom)) return false;
  return scan.words[nounTo]!.isCapital && firmBefore(scan, nounFrom, noun.role) !== undefined;
}

/** `Chief of Defence Forces (CDF)`: the brackets hold the first letters of the post itself. */
function afterInitials(scan: Scan, { roleFrom }: Prefix, to: number): number {
  const acronym = isInBlock(scan, to, to - 1) ? acronymAfter(scan.words, to) : undefined;
  if (acronym === undefined) return to;
  const capitals = scan.words.slice(roleFrom, to).filter(({ isCapital }) => isCapital);
  return capitals.map(({ text }) => text[0]).join('') === acronym.text ? afterAcronym(scan, to) : to;
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
  const isApposed = words[prefix.roleFrom - 1]?.text === ',' && /^(?:at|in|on)$/.test(closes);
  if (!/^[,.;)]$/.test(closes) && !isApposed) return to;
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
