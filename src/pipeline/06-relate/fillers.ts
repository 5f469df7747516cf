// Which chains an argument stands for: its own mention, everything coordinated with it, or those behind a group noun.
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../types.ts';
import { openersBelowColon } from './colon-lists.ts';
import { wordList } from './compile-frames.ts';
import { delegationLeader, knownLeader } from './delegations.ts';
import type { Family } from './frame.ts';
import { type Filler, headToken, matching, type Wanted } from './filler.ts';
import { behindGroupNoun } from './group-nouns.ts';
import type { Reading } from './reading.ts';
import { listedHolders, respectiveHolders, sharedHolders } from './respective.ts';
import { isTimedList } from './timed-lists.ts';
import {
  behindCountry,
  conjuncts,
  dependents,
  endOfList,
  isBeyondVerb,
  isOfThing,
  lemmaOf,
  lower,
  prepositions,
  startsClause,
} from './syntax.ts';

/** Between the members of a list nothing stands but this. */
const LIST_GAP =
  /^(?:\)|\s*\(\p{Lu}[\p{Lu}\p{N}&-]{1,9}\))?\s*(?:,|;|and|&|as well as|along with|together with|,\s*and|;\s*and|,\s*as well as)\s*(?:the\s+|(?:with|by)\s+(?:the\s+)?)?$/u;
const LIST_OPENER =
  /^[\s,:;()–—-]*(?:including|namely|such as|among them|notably|like|in particular|comprising|consisting of|composed of|made up of)?[\s:]+(?:the\s+|those of\s+(?:the\s+)?)?$/;
const OPENER_WORD =
  /including|namely|such as|among them|notably|in particular|comprising|consisting of|composed of|made up of|:/;

const AND_OTHERS = /^\s*(?:,|,?\s*and|,?\s*as well as)\s+(?:\p{L}+\s+)?(?:other|several|many|fellow|various)\b/u;

export function fillersOf(reading: Reading, token: number, wanted: Wanted): Filler[] {
  const found = new Map<number, Filler>();
  for (const conjunct of listMembers(reading, token, wanted)) {
    for (const filler of resolve(reading, conjunct, wanted))
      if (!found.has(filler.chain)) found.set(filler.chain, filler);
  }
  for (const filler of wanted.takes.includes('person') ? listBefore(reading, token) : [])
    if (!found.has(filler.chain)) found.set(filler.chain, filler);
  return wanted.group || wanted.mixed === true ? [...found.values()] : ofOneSort(reading, [...found.values()]);
}

/** `Roe of Kenya, Lee, the chair, and Cruz attended`: the parser may keep only the last of a list of people that opens the sentence. */
function listBefore(reading: Reading, token: number): Filler[] {
  const { doc, mentions } = reading.text;
  const last = reading.mentionAt(token);
  if (!/^nsubj/.test(doc.dep(token)) || last === undefined || !isPersonName(reading, token)) return [];
  const found: Filler[] = [];
  let from = last.outer.start;
  for (let id = last.id - 1; id >= 0; id -= 1) {
    const mention = mentions[id]!;
    if (from - mention.outer.end > 12) break;
    const gap = doc.text.slice(mention.outer.end, from);
    const chain = mention.form === 'name' ? reading.chainsOf(id)[0] : undefined;
    if (chain === undefined || reading.familyOf(chain) !== 'person') continue;
    if (!(found.length === 0 ? /^,?\s+and\s+(?:the\s+)?$/ : /^,\s+(?:the\s+)?$/).test(gap)) continue;
    found.push({ chain, token: doc.tokenAt(mention.start) });
    from = mention.outer.start;
  }
  const first = doc.tokenStart[doc.sentences[doc.sentence[token]!]!.from]!;
  const opens = OPENS_LIST.test(doc.text.slice(first, from));
  const isSetOff = found.length === 1 && isBehindPost(reading, found[0]!.token);
  return opens && (found.length > 1 || isSetOff) ? found.reverse() : [];
}

/** The list opens the sentence, or stands behind what opens it: `On behalf of Chile, the minister, Roe, and …`. */
const OPENS_LIST = /^\s*(?:(?:On|For|In|From|At|During|Representing)\s[^,.;]{2,60},\s+)?(?:the\s+)?$/i;

/** `the Minister of Trade, Ann Lee, and Roe attended`: a post before the name makes the comma no list's. */
function isBehindPost(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  const { text } = reading.text.doc;
  return (
    mention !== undefined && mention.posts.length > 0 && /,\s*$/.test(text.slice(mention.outer.start, mention.start))
  );
}

/** Conjuncts; so are names that the parser hangs elsewhere in `Roe of Kenya, Lee of Uganda and Cruz of Chile`. */
function listMembers(reading: Reading, token: number, { takes }: Wanted): number[] {
  const { doc } = reading.text;
  const all = conjuncts(doc, token);
  const members = takes.includes('place') ? all : all.filter((one) => one === token || !isWholeOfPlace(reading, one));
  const lost = members
    .filter((member) => isPersonName(reading, member))
    .flatMap((member) => [...dependents(doc, member, 'appos'), ...behindCountry(doc, member)])
    .filter((other) => isPersonName(reading, other) && !isBeyondVerb(doc, token, other));
  return lost.length === 0 ? members : [...members, ...lost.flatMap((member) => conjuncts(doc, member))];
}

function isPersonName(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  return mention?.form === 'name' && reading.familyOfMention(mention) === 'person';
}

/** Who stands beside a person in a list is a person: a body there is a piece of somebody's post. */
function ofOneSort(reading: Reading, fillers: Filler[]): Filler[] {
  const isPerson = ({ chain }: Filler): boolean => reading.familyOf(chain) === 'person';
  return fillers[0] !== undefined && isPerson(fillers[0]) ? fillers.filter(isPerson) : fillers;
}

function resolve(reading: Reading, token: number, wanted: Wanted): Filler[] {
  const leader = wanted.takes.includes('person')
    ? (delegationLeader(reading, token) ?? knownLeader(reading, token))
    : undefined;
  const own = reading.mentionAt(token);
  const described = wanted.takes.includes('person') ? describedOwner(reading, token) : undefined;
  if (described !== undefined) return [{ chain: described, token }];
  const named = own === undefined ? [] : matching(reading, own, token, wanted.takes);
  if (leader !== undefined) return [leader, ...(wanted.takes.includes('body') ? named : [])];
  if (own !== undefined && named.length > 0) return [...named, ...listAfter(reading, own, wanted)];
  const sited = wanted.takes.includes('place') ? placeOfSort(reading, token, wanted) : [];
  if (sited.length > 0) return sited;
  const placed = eventBefore(reading, token, wanted);
  if (placed.length > 0) return placed;
  if (own !== undefined && own.form === 'name') return [];
  const titled = own?.form === 'nominal' && wanted.takes.includes('person') ? nameAfterTitle(reading, own) : undefined;
  if (titled !== undefined) return [{ chain: titled, token }];
  const respective = own === undefined ? undefined : respectiveHolders(reading, own);
  if (respective !== undefined && wanted.takes.includes('person'))
    return respective.people.map((chain) => ({ chain, token }));
  const paired = own?.plural === true && wanted.takes.includes('person') ? listedHolders(reading, own) : [];
  if (paired.length > 0) return paired.map(({ person }) => ({ chain: person, token }));
  const shared = own !== undefined && wanted.takes.includes('person') ? sharedHolders(reading, own) : [];
  if (shared.length > 0) return shared.map((chain) => ({ chain, token }));
  const apposed = dependents(reading.text.doc, token, 'appos').flatMap((child) => {
    const mention = reading.mentionAt(child);
    return mention?.form === 'name' && (wanted.takes.includes('place') || !isWholeOfPlace(reading, child))
      ? resolveList(reading, child, wanted)
      : [];
  });
  if (apposed.length > 0) return apposed;
  const fellows = andOthers(reading, token, wanted.takes);
  if (fellows.length > 0) return fellows;
  const below = openersBelowColon(reading, token).flatMap((mention) =>
    matching(reading, mention, headToken(reading.text.doc, mention), wanted.takes),
  );
  if (below.length > 0) return below;
  const listed = listedAfter(reading, token, wanted);
  if (listed.length > 0) return listed;
  const whole = wanted.takes.includes('event') ? wholeEvent(reading, token) : [];
  if (whole.length > 0) return whole;
  const equal = equated(reading, token).flatMap((other) => resolveList(reading, other, wanted));
  if (equal.length > 0) return equal;
  return wanted.group ? behindGroupNoun(reading, token, wanted.takes, fillersOf) : [];
}

/** `met the chair in Perth, Scotland`: the country behind a city says where that is. */
function isWholeOfPlace(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  const before = mention === undefined ? undefined : reading.text.mentions[mention.id - 1];
  if (
    mention === undefined ||
    before === undefined ||
    !/^,\s+$/.test(reading.text.doc.text.slice(before.end, mention.start))
  )
    return false;
  return reading.familyOfMention(before) === 'place' && reading.familyOfMention(mention) === 'country';
}

/** `the town of Arica` is Arica. */
function placeOfSort(reading: Reading, token: number, wanted: Wanted): Filler[] {
  const { doc } = reading.text;
  if (!wordList(reading.table, 'site-words').has(lemmaOf(doc, token))) return [];
  return prepositions(doc, token)
    .filter(({ prep }) => lower(doc, prep) === 'of')
    .flatMap(({ object }) => resolveList(reading, object, { ...wanted, takes: ['place'] }));
}

/** `sanctioned Roe, the head of Chile's spy service`: the one so described, not what he is head of. */
function describedOwner(reading: Reading, token: number): number | undefined {
  const { doc } = reading.text;
  for (const owner of dependents(doc, token, 'poss')) {
    const mention = reading.mentionAt(owner);
    if (mention === undefined || !isPersonName(reading, owner)) continue;
    if (/^,\s.*\sof\s/.test(doc.text.slice(mention.end, mention.outer.end))) return reading.chainsOf(mention.id)[0];
  }
  return undefined;
}

/** `Roe and other leaders`: the parser takes the name for a modifier of the noun. */
function andOthers(reading: Reading, token: number, takes: readonly Family[]): Filler[] {
  const { doc } = reading.text;
  return dependents(doc, token, 'nmod', 'compound', 'amod').flatMap((child) => {
    const mention = reading.mentionAt(child);
    if (mention?.form !== 'name' || !AND_OTHERS.test(doc.text.slice(mention.outer.end, mention.outer.end + 30)))
      return [];
    return matching(reading, mention, child, takes);
  });
}

/** `President of the Assembly of People's Power Juan Roe`: a title that was not joined to the name behind it. */
function nameAfterTitle(reading: Reading, title: Mention): number | undefined {
  if (title.posts.length === 0 || title.plural || reading.chainsOf(title.id).length > 0) return undefined;
  const { doc } = reading.text;
  const next = following(reading, title).find(
    (mention) => reading.familyOfMention(mention) === 'person' && mention.form === 'name',
  );
  const gap = next === undefined ? '' : doc.text.slice(title.outer.end, next.outer.start);
  if (next === undefined || gap.length > 70 || !isTitleGap(doc, gap, title, next)) return undefined;
  for (let token = doc.tokenAt(title.start); doc.tokenStart[token]! < next.outer.start; token += 1) {
    if (/^(?:VB|MD|CC|WP)/.test(doc.tag(token))) return undefined;
  }
  return reading.chainsOf(next.id)[0];
}

/** Only words; or, after a definite title, the comma of an apposition: `the director of the agency (WXO), Juan Roe,`. */
function isTitleGap(doc: Doc, gap: string, title: Mention, name: Mention): boolean {
  if (/^[\p{L}'’\s-]*$/u.test(gap)) return true;
  const isDefinite = /^the\b/i.test(doc.text.slice(title.outer.start, title.outer.end));
  const closes = /^\s*[,.;]/.test(doc.text.slice(name.outer.end, name.outer.end + 2));
  return isDefinite && closes && /^\s*(?:\([^()]*\)\s*)?,\s*$/.test(gap);
}

/** Resolves a coordination without asking again what it equals. */
function resolveList(reading: Reading, token: number, wanted: Wanted): Filler[] {
  return conjuncts(reading.text.doc, token).flatMap((member) => {
    const own = reading.mentionAt(member);
    if (own !== undefined) return [...matching(reading, own, member, wanted.takes), ...listAfter(reading, own, wanted)];
    return wanted.group ? behindGroupNoun(reading, member, wanted.takes, fillersOf) : [];
  });
}

/** `the participants were X`, `among those attending were X`, `X was among the guests`: what the noun is said to be. */
function equated(reading: Reading, token: number): number[] {
  const { doc } = reading.text;
  const head = doc.head[token]!;
  const isAmong = doc.dep(token) === 'pobj' && ['among', 'amongst'].includes(lower(doc, head));
  const verb = isAmong ? doc.head[head]! : head;
  const lemma = lemmaOf(doc, verb);
  if (isAmong && lemma === 'be')
    return dependents(doc, verb, 'attr', 'nsubj', 'dobj').filter((other) => other !== token);
  if (doc.dep(token) === 'nsubj' && lemma === 'be') return dependents(doc, verb, 'attr');
  if (doc.dep(token) === 'attr' && lemma === 'be') return dependents(doc, verb, 'nsubj');
  // `the programme includes talks with Lee`: a thing is not what it holds.
  const isGroup = doc.tag(token) === 'NNS' || wordList(reading.table, 'group-nouns').has(lemmaOf(doc, token));
  const isListing = isGroup && ['include', 'comprise', 'feature', 'number'].includes(lemma);
  return doc.dep(token) === 'nsubj' && isListing ? dependents(doc, verb, 'dobj') : [];
}

const BEHIND_EVENT =
  /^\s+(?:(?:will\s+)?(?:take|takes|took)\s+place\s+|(?:was|is|will\s+be)\s+held\s+)?(?:in|at|with|between|of|on)\s+[^,.;:]{0,60}$/u;

/** `the summit in Oslo, which was hosted by …`, `the meeting with Roe on May 3, which …`: the parser hangs the clause on the last noun. */
function eventBefore(reading: Reading, token: number, wanted: Wanted): Filler[] {
  const { doc, mentions } = reading.text;
  if (!wanted.takes.includes('event') || !dependents(doc, token, 'relcl').some((verb) => isOfThing(doc, verb)))
    return [];
  const at = doc.tokenStart[token]!;
  const own = reading.mentionAt(token);
  const start = own?.outer.start ?? at;
  const before = mentions.slice(Math.max(0, (own?.id ?? mentions.findIndex((one) => one.start >= at)) - 4), own?.id);
  const event = before.findLast(
    (mention) => mention.outer.end <= start && reading.familyOfMention(mention) === 'event',
  );
  if (event === undefined || !BEHIND_EVENT.test(doc.text.slice(event.end, start))) return [];
  return matching(reading, event, token, ['event']);
}

/** `the opening ceremony of the summit` is the summit, where the part has no node of its own. */
function wholeEvent(reading: Reading, token: number): Filler[] {
  const { doc } = reading.text;
  if (!wordList(reading.table, 'event-parts').has(lemmaOf(doc, token))) return [];
  // `is coming to the end of his mission`: goes nowhere.
  const prep = doc.head[token]!;
  if (
    /^(?:end|conclusion|close)$/.test(lower(doc, token)) &&
    /^(?:come|draw|bring)$/.test(lemmaOf(doc, doc.head[prep]!))
  )
    return [];
  return prepositions(doc, token)
    .filter(({ prep }) => ['of', 'at', 'in'].includes(lower(doc, prep)))
    .flatMap(({ object }) => {
      const mention = reading.mentionAt(object);
      return mention === undefined ? [] : matching(reading, mention, object, ['event']);
    });
}

/** Members that follow a mention in a written list, where the parser lost the coordination. */
function listAfter(reading: Reading, first: Mention, { takes, mixed }: Wanted): Filler[] {
  const { doc } = reading.text;
  const found: Filler[] = [];
  let last = first;
  const family = reading.familyOfMention(first);
  for (const next of following(reading, first)) {
    if (next.outer.start < last.outer.end) continue;
    const gap = doc.text.slice(last.outer.end, next.outer.start);
    // `the United Nations (UN), the World Bank`: the letters are the one before.
    if (/^\s\($/.test(gap) && doc.text[next.outer.end] === ')') {
      last = next;
      continue;
    }
    if (family === 'person' && isWhere(reading, next, gap)) {
      last = next;
      continue;
    }
    const isTimed = family === 'person' && isTimedList(doc.text, gap, next);
    // `Roe, president of the agency`: a comma and no name is an apposition.
    if ((!LIST_GAP.test(gap) && !isTimed) || (next.form !== 'name' && /^\s*,\s*$/.test(gap))) break;
    const token = headToken(doc, next);
    const isOfSort = mixed === true || reading.familyOfMention(next) === family;
    if (!isOfSort || startsClause(doc, token, first.outer.start)) break;
    found.push(...matching(reading, next, token, takes));
    last = next;
  }
  return found;
}

/** `by Roe in Lima and Lee in Quito`: a place stands between two that do the same, each in theirs. */
function isWhere(reading: Reading, place: Mention, gap: string): boolean {
  const family = reading.familyOfMention(place);
  const after = reading.text.doc.text.slice(place.outer.end, place.outer.end + 3);
  // `with Roe of Peru; Lee, the envoy; and Cruz`
  if (/^\s+(?:of|to|for)\s+(?:the\s+)?$/.test(gap) && family === 'country' && /^\s*;/.test(after)) return true;
  if (!/^\s+(?:in|at)\s+(?:the\s+)?$/.test(gap) || !['place', 'country', 'site'].includes(family ?? '')) return false;
  const { text } = reading.text.doc;
  const next = following(reading, place).find(({ outer }) => outer.start >= place.outer.end);
  if (next === undefined || next.form !== 'name' || reading.familyOfMention(next) !== 'person') return false;
  const isJoined = LIST_GAP.test(text.slice(place.outer.end, next.outer.start));
  return (
    isJoined &&
    /^\s+(?:in|at)\s+(?:the\s+)?\p{Lu}[\p{L}\s’'-]*[,.;]/u.test(text.slice(next.outer.end, next.outer.end + 50))
  );
}

/** `delegates from five countries, including A, B and C`: the members after the opener. */
function listedAfter(reading: Reading, token: number, wanted: Wanted): Filler[] {
  const { doc } = reading.text;
  // A name that nobody knows opens no list of its own.
  if (!(reading.mentionAt(token) === undefined ? /^NNS?$/ : /^NN/).test(doc.tag(token))) return [];
  const from = doc.tokenEnd[token]!;
  const end = endOfList(doc, doc.sentence[token]!);
  for (const mention of reading.text.mentions) {
    if (mention.outer.start < from) continue;
    if (mention.outer.start >= end) return [];
    const gap = doc.text.slice(from, mention.outer.start);
    const opener = Math.max(gap.lastIndexOf(','), gap.search(OPENER_WORD));
    if (opener < 0 || /[.;]\s|\b(?:who|which|that|said|was|were|\p{L}+ed by)\b/u.test(gap)) continue;
    if (
      !OPENER_WORD.test(gap) ||
      !LIST_OPENER.test(gap.slice(gap.search(OPENER_WORD) > 0 ? gap.search(OPENER_WORD) : opener))
    )
      continue;
    const head = headToken(doc, mention);
    const members = matching(reading, mention, head, wanted.takes);
    if (members.length === 0) continue;
    // Countries and bodies stand in one list; a person's list may end before the bodies that they speak of.
    const isPerson = reading.familyOfMention(mention) === 'person';
    return [...members, ...listAfter(reading, mention, isPerson ? wanted : { ...wanted, mixed: true })];
  }
  return [];
}

function following(reading: Reading, mention: Mention): readonly Mention[] {
  return reading.text.mentions.slice(mention.id + 1, mention.id + 40);
}
