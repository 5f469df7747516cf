// What follows a post noun: the preposition, then the portfolio, the body, the place or the outlet behind it.
import { lowerRunEnd } from './lower-run.ts';
import { isOfPortfolios, isPlaceHit, opensPerson, opensPersonalName, properRunEnd } from './phrases.ts';
import { type Owner, afterAcronym, bodyComplement, unknownSeat } from './post-owners.ts';
import { type Scan, isInBlock, textOf } from './scan.ts';
import type { PostNoun } from './vocabulary.ts';

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

export const isPortfolioAt = (scan: Scan, index: number): boolean =>
  isInBlock(scan, index, index - 1) && scan.vocabulary.portfolios.has(scan.words[index]!.folded);

export interface Complement {
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

/** `opensPost` says whether a whole post begins at a word. */
export function complementAt(
  scan: Scan,
  nounTo: number,
  owner: Owner,
  noun: PostNoun,
  opensPost: (at: number) => boolean,
): Complement {
  const { words } = scan;
  const none = { to: nounTo, roleTo: nounTo };
  const preposition = words[nounTo];
  if (preposition === undefined || !isInBlock(scan, nounTo, nounTo - 1)) return none;
  if (preposition.folded === 'in' && words[nounTo + 1]?.folded === 'charge' && words[nounTo + 2]?.folded === 'of') {
    const start = words[nounTo + 3]?.folded === 'the' ? nounTo + 4 : nounTo + 3;
    const owned = scan.bodyAt.has(start) ? bodyComplement(scan, start, owner) : start;
    if (owned > start) return { to: owned, roleTo: nounTo + 2 };
    const end = portfolioEnd(scan, nounTo + 3);
    return end > nounTo + 3 ? { to: end, roleTo: end } : none;
  }
  const charge = responsibleEnd(scan, nounTo);
  if (charge > nounTo) return { to: charge, roleTo: charge };
  const beside = bodyBeside(scan, nounTo, owner);
  if (beside > nounTo) return { to: beside, roleTo: nounTo };
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
  // `Ambassador to Kuwait Prince Sultan`: the title is the ambassador's.
  const isTitled = named !== undefined && scan.vocabulary.honorifics.longest(words, named.to) !== undefined;
  const isOfPost = named !== undefined && /^(?:adjective|country)$/.test(named.entry.class) && !isTitled;
  if (isOfPost && opensPost(start)) {
    owner.country ??= named.entry.country ?? '';
    return none;
  }
  const isPortfolio =
    noun.classes.has('minister') &&
    scan.vocabulary.portfolios.has(words[start]!.folded) &&
    // `Prime Minister of the Islamic Republic of Pakistan`
    !(named?.entry.class === 'country' && named.to > start + 1) &&
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
  const owned =
    isPortfolio || isRegion ? start : bodyComplement(scan, placeAfterNoun(scan, outlet), isMission ? {} : owner);
  if (isAbroad && owner.country !== undefined) owner.abroad = true;
  if (owned > start) {
    if (!isWeakLink || noun.classes.has('diplomat') || owner.body !== ownBody)
      return { to: withPortfolio(scan, owned), roleTo: nounTo };
    // `met the president in Brasilia`: where they met, not what he rules.
    if (ownSeat === undefined) delete owner.seat;
    return none;
  }
  // `Adviser on Foreign Affairs Ann Lee`: a subject in capitals is the adviser's.
  if (isWeakLink && !(preposition.folded === 'on' && words[start]!.isCapital)) return none;
  if (!words[start]!.isCapital && preposition.folded === 'of') {
    const run = lowerRunEnd(scan, start, false);
    if (run > start) return { to: run, roleTo: run };
  }
  const end = beforeName(
    scan,
    portfolioEnd(scan, preposition.folded === 'for' ? describedPortfolio(scan, start) : start),
  );
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

/** `Secretary for Multidimensional Security`: a word in capitals before the portfolio describes it. */
const describedPortfolio = (scan: Scan, start: number): number =>
  scan.words[start]!.isCapital &&
  scan.hitAt[start] === undefined &&
  !scan.vocabulary.portfolios.has(scan.words[start]!.folded) &&
  isPortfolioAt(scan, start + 1) &&
  !opensPersonalName(scan, start)
    ? start + 1
    : start;

/** `Minister Responsible for Defence Affairs`: end of what the minister looks after; else `nounTo`. */
function responsibleEnd(scan: Scan, nounTo: number): number {
  const [word, link] = [scan.words[nounTo], scan.words[nounTo + 1]];
  if (word?.folded !== 'responsible' || link?.folded !== 'for' || !isInBlock(scan, nounTo + 2, nounTo)) return nounTo;
  const start = scan.words[nounTo + 2]!.folded === 'the' ? nounTo + 3 : nounTo + 2;
  const end = portfolioEnd(scan, start);
  return end > start ? end : nounTo;
}

/** `Governor of the Emirate of Dubai`: past the noun of a place that is named next; else `start`. */
function placeAfterNoun(scan: Scan, start: number): number {
  const noun = scan.bodyAt.has(start) || scan.hitAt[start] !== undefined ? undefined : placeNounAt(scan, start);
  if (noun === undefined || scan.words[noun]?.folded !== 'of' || !isInBlock(scan, noun + 1, start)) return start;
  const place = scan.words[noun + 1]!.folded === 'the' ? noun + 2 : noun + 1;
  return isPlaceHit(scan.hitAt[place]) ? place : start;
}

const placeNounAt = (scan: Scan, start: number): number | undefined =>
  scan.vocabulary.placeHeads.longest(scan.words, start)?.to;

/** `Director General Frontier Works Organisation Major General Roe`: the body right behind its officer, who is named next. */
function bodyBeside(scan: Scan, nounTo: number, owner: Owner): number {
  const body = scan.bodyAt.get(nounTo);
  if (body === undefined || owner.body !== undefined || !scan.words[nounTo - 1]!.isCapital) return nounTo;
  const to = afterAcronym(scan, body.outerTo);
  const isNamed = isInBlock(scan, to, nounTo) && (opensPerson(scan, to) || opensPersonalName(scan, to));
  if (!isNamed || isOfPortfolios(scan, body.outerFrom, body.outerTo)) return nounTo;
  owner.body = body;
  return to;
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

const OUTLET =
  /^(?:newspaper|daily|weekly|magazine|tabloid|broadcaster|channel|network|website|outlet|station|news|agency)$/;

/** `director-general for Asian and Oceanian Affairs`: end of the affairs of a part of the world; else `start`. */
function regionalAffairsEnd(scan: Scan, start: number): number {
  const { words } = scan;
  if (!/^(?:adjective|region)$/.test(scan.hitAt[start]?.entry.class ?? '')) return start;
  for (let index = start + 1; index < start + 7 && isInBlock(scan, index, start); index++) {
    const word = words[index]!;
    if (word.folded === 'affairs' && word.isCapital) return index + 1;
    if (!word.isCapital && !/^(?:and|,|-)$/.test(word.folded)) return start;
  }
  return start;
}

/** `correspondent for the French public broadcaster France 24`: from the article to the outlet's name; else `start`. */
function afterOutletNoun(scan: Scan, start: number): number {
  const { words } = scan;
  let index = start;
  let isOutlet = false;
  for (; index < start + 6 && isInBlock(scan, index, start); index++) {
    if (isOutlet && scan.bodyAt.has(index)) return index;
    const isNational = scan.hitOver[index]?.entry.class === 'adjective';
    if (words[index]!.isCapital && !isNational) return start;
    isOutlet = OUTLET.test(words[index]!.folded) || (isOutlet && words[index]!.folded === 'agency');
  }
  return start;
}

/** `Minister for the Middle East`: a region is looked after, no ministry is named after it. */
export function isForRegion(scan: Scan, nounTo: number): boolean {
  if (!/^(?:of|for)$/.test(scan.words[nounTo]?.folded ?? '')) return false;
  return scan.hitAt[scan.words[nounTo + 1]?.folded === 'the' ? nounTo + 2 : nounTo + 1]?.entry.class === 'region';
}
