// `the meeting`, `the agreement`, `the ministry`, `the delegation`, `the country`: definite nouns for things named before.
import { foldName } from '../../domain/names.ts';
import { isPast } from '../07-qualify/event-mood.ts';
import { type EntityKind, familyOf, isA } from '../../schema/index.ts';
import type { Mention } from '../types.ts';
import { ordinalOf } from '../03-recognise/ordinals.ts';
import type { Capitals } from './capitals.ts';
import type { ChainTable, GrowingChain } from './chain-table.ts';
import type { EventMoods } from './event-moods.ts';
import { isHeld } from './held-events.ts';
import { bodyKey } from './other-names.ts';
import { type Recency, sentenceOf } from './recency.ts';

const GENERAL_EVENT = new Set(['event', 'gathering', 'meeting', 'occasion']);
/** What one meeting without a name may be called in turn. */
const TALKS = new Set(['meeting', 'talk', 'talks', 'discussion', 'discussions']);
const GENERAL_BODY = new Set([
  'organisation',
  'organization',
  'bloc',
  'grouping',
  'group',
  'agency',
  'world body',
  'body',
  'watchdog',
  'alliance',
  'association',
  'union',
]);
const EMPTY =
  /^(?:(?:one|two|three|four|five|six|seven)-day|\d+-(?:member|nation|country|state|strong)|day-long|same|bilateral|high-level|annual|official|formal|latest|joint|new|historic|hybrid|virtual|national|international)$/;

const headNoun = (mention: Mention): string => {
  const words = foldName(mention.name).split(' ');
  const link = words.findIndex((word) => /^(?:of|on|for|concerning|regarding|against|with|between)$/.test(word));
  return words[(link < 0 ? words.length : link) - 1] ?? '';
};

const determinerOf = (table: ChainTable, mention: Mention): string =>
  table.text.clean.text.slice(mention.outer.start, mention.start).trim().toLowerCase();

const isNew = (determiner: string): boolean => /^(?:a|an|another|several|two|three)\b/.test(determiner);

/** Words before the head that must be in the earlier name, `plenary` in `the plenary session`. */
function distinguishing(mention: Mention, head: string): readonly string[] {
  const words = mention.name.toLowerCase().split(/\s+/);
  const at = words.findIndex((word) => foldName(word) === head);
  return words.slice(0, Math.max(0, at)).filter((word) => !EMPTY.test(word) && ordinalOf(word) === undefined);
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/s$/, '') : word;
}

/** `their second meeting … the talks`. */
const isTalks = (head: string, { kind, name }: GrowingChain): boolean =>
  isA(kind, 'Meeting') && TALKS.has(head) && TALKS.has(name.split(' ').at(-1) ?? '') && !/\p{Lu}/u.test(name);

/** The earlier event or instrument that the noun may stand for: same head noun and its words, or a general noun. */
function fitsThing(mention: Mention, chain: GrowingChain): boolean {
  const head = headNoun(mention);
  const isGeneral = familyOf(chain.kind) === 'Event' && GENERAL_EVENT.has(head) && isA(chain.kind, 'Meeting');
  const words = foldName([chain.name, ...chain.aliases].join(' '))
    .split(' ')
    .map(stem);
  const sameForm = mention.attributes['form'] !== undefined && mention.attributes['form'] === chain.attributes['form'];
  if (
    !words.includes(stem(head)) &&
    !sameForm &&
    !(
      isGeneral ||
      isTalks(head, chain) ||
      (head === 'event' && familyOf(chain.kind) === 'Event' && chain.attributes['form'] !== 'election')
    )
  )
    return false;
  const ordinal = mention.attributes['ordinal'];
  if (ordinal !== undefined && ordinal !== chain.attributes['ordinal']) return false;
  return distinguishing(mention, head).every((word) => words.includes(stem(foldName(word))) || /\d/.test(word));
}

/** `the Meeting` of a text that writes it with a capital is a meeting, not the summit spoken of in between. */
const isDefinedTerm = (table: ChainTable, mention: Mention): boolean =>
  /^\p{Lu}\p{Ll}+(?:$| on )/u.test(mention.name) && determinerOf(table, mention) === 'the' && !isTitle(table, mention);

/** `met Lee to discuss the summit. … At the meeting`: the men's own, not the summit that they spoke of. */
function hasMetSince(table: ChainTable, mention: Mention, chain: GrowingChain): boolean {
  const { doc, mentions } = table.text;
  if (!/^(?:meeting|talks?)$/.test(headNoun(mention))) return false;
  const last = Math.max(...chain.mentions.map((id) => mentions[id]!.start).filter((start) => start < mention.start));
  if (!Number.isFinite(last)) return false;
  const from = doc.sentence[doc.tokenAt(last)] ?? -1;
  const to = doc.tokenAt(mention.start);
  for (let token = to - 1; token >= 0 && doc.sentence[token]! >= from; token -= 1)
    if (doc.lemma(token) === 'meet' && isPast(doc, token) && doc.head[token] === token) return true;
  return false;
}

function fits(table: ChainTable, mention: Mention, chain: GrowingChain, moods: EventMoods): boolean {
  if (!fitsThing(mention, chain)) return false;
  const isOwnNoun = foldName(chain.name)
    .split(' ')
    .map(stem)
    .includes(stem(headNoun(mention)));
  if (
    !isOwnNoun &&
    familyOf(chain.kind) === 'Event' &&
    ((isDefinedTerm(table, mention) && !isHeld(table, chain)) ||
      hasMetSince(table, mention, chain) ||
      isWithSomebody(table, mention))
  )
    return false;
  return moods.mayMean(mention, chain, isOwnNoun);
}

/** `the meeting with the President` after talks with others: it has parties of its own. */
const isWithSomebody = ({ text }: ChainTable, { end }: Mention): boolean => text.clean.text.startsWith(' with ', end);

/** Headlines leave determiners out. */
const isHeadline = (table: ChainTable, mention: Mention): boolean =>
  table.text.clean.blocks.some(
    ({ kind, start, end }) => kind !== 'body' && mention.start >= start && mention.start < end,
  );

const isTitle = (table: ChainTable, mention: Mention): boolean =>
  table.text.clean.blocks.some(
    ({ kind, start, end }) => kind === 'title' && mention.start >= start && mention.start < end,
  );

/** A headline speaks of what the text names first. */
function firstNamed(table: ChainTable, mention: Mention, family: EntityKind): GrowingChain | undefined {
  const first = ({ mentions }: GrowingChain): number => Math.min(...mentions);
  return table.chains
    .filter((chain) => familyOf(chain.kind) === family && chain.mentions.length > 0 && fitsThing(mention, chain))
    .sort((one, other) => first(one) - first(other))[0];
}

/** A described event or instrument: joins what it refers to, or opens a chain that waits for a claim. */
export function linkThing(
  table: ChainTable,
  recency: Recency,
  mention: Mention,
  kind: EntityKind,
  moods: EventMoods,
): void {
  const determiner = determinerOf(table, mention);
  const family = familyOf(kind);
  const apposed = isNew(determiner) ? namedBefore(table, mention, family) : undefined;
  if (apposed !== undefined) {
    table.link(mention, apposed, 'apposition');
    return;
  }
  if (
    !isNew(determiner) &&
    (determiner !== '' || mention.attributes['ordinal'] !== undefined || isHeadline(table, mention))
  ) {
    const known = isTitle(table, mention)
      ? firstNamed(table, mention, family)
      : (recency.lastChain((chain) => familyOf(chain.kind) === family && fits(table, mention, chain, moods)) ??
        laterName(table, mention, family) ??
        (determiner === 'the' ? otherWord(table, mention) : undefined));
    if (known !== undefined) {
      table.link(
        mention,
        known,
        determiner.startsWith('this') || determiner.startsWith('the') ? 'definite-noun' : 'same-noun',
      );
      return;
    }
  }
  const chain = table.start(mention, kind);
  for (const [key, value] of Object.entries(mention.attributes)) chain.attributes[key] ??= value;
}

/** `the Northern Forum, an annual conference organised by …`: the words behind the comma say what it is. */
function namedBefore(table: ChainTable, mention: Mention, family: EntityKind): GrowingChain | undefined {
  const { clean, mentions } = table.text;
  const before = mentions.findLast(({ end, form }) => form === 'name' && end <= mention.outer.start);
  const chain = before === undefined ? undefined : table.chainOf(before);
  if (before === undefined || chain === undefined || familyOf(chain.kind) !== family) return undefined;
  const isBehind = /^,\s$/.test(clean.text.slice(before.end, mention.outer.start));
  const goesOn = /^\s(?!(?:and|or|as|in addition|with)\b)\p{Ll}/u.test(clean.text.slice(mention.end, mention.end + 14));
  return isBehind && goesOn ? chain : undefined;
}

/** What a summit of leaders may be called where the text names one such gathering only: `held its 65th Session … at the Summit`. */
const SAME_GATHERING: ReadonlyMap<string, RegExp> = new Map([
  ['summit', /\b(?:session|assembly|retreat|conference)\b/i],
  ['retreat', /\b(?:summit|session|forum)\b/i],
  ['session', /\b(?:assembly|council|meeting|summit|forum)\b/i],
  ['conference', /\b(?:forum|symposium|seminar|congress)\b/i],
  ['forum', /\b(?:conference|dialogue|summit)\b/i],
]);

function otherWord(table: ChainTable, mention: Mention): GrowingChain | undefined {
  const head = headNoun(mention);
  const words = SAME_GATHERING.get(head);
  const [own, ...before] = foldName(mention.name).split(' ').reverse();
  if (words === undefined || own !== head || !before.every((word) => EMPTY.test(word))) return undefined;
  const named = table.chains.filter(
    ({ kind, mentions }) => isA(kind, 'Meeting') && mentions.some((id) => table.text.mentions[id]!.form === 'name'),
  );
  const [only] = named;
  const isBefore = only?.mentions.some((id) => table.text.mentions[id]!.start < mention.start) === true;
  return named.length === 1 && isBefore && words.test(only.name) && isHeld(table, only) ? only : undefined;
}

/** A caption or headline may say `the meeting` before the text names it. */
function laterName(table: ChainTable, mention: Mention, family: EntityKind): GrowingChain | undefined {
  const block = table.text.clean.blocks.find(({ start, end }) => mention.start >= start && mention.start < end);
  if (block?.kind !== 'title' && block?.kind !== 'caption') return undefined;
  const named = table.chains.filter(
    (chain) =>
      familyOf(chain.kind) === family &&
      chain.mentions.some((id) => table.text.mentions[id]!.form === 'name') &&
      fitsThing(mention, chain),
  );
  return named.length === 1 ? named[0] : undefined;
}

function fitsBody(mention: Mention, chain: GrowingChain): boolean {
  const head = headNoun(mention);
  const country = mention.attributes['country'];
  if (country !== undefined && chain.attributes['country'] !== country) return false;
  const words = foldName([chain.name, ...chain.aliases].join(' '))
    .split(' ')
    .map(stem);
  if (words.includes(stem(head)))
    return distinguishing(mention, head).every((word) => words.includes(stem(foldName(word))) || country !== undefined);
  if (head === 'party') return chain.attributes['form'] === 'party';
  if (/^(?:company|firm)$/.test(head)) return chain.attributes['form'] === 'company';
  if (/^(?:movement|militia)$/.test(head)) return chain.attributes['form'] === 'armed group';
  return (
    country === undefined &&
    mention.name.split(' ').length === 1 &&
    GENERAL_BODY.has(head) &&
    chain.kind === 'Organisation'
  );
}

export function linkBody(table: ChainTable, recency: Recency, mention: Mention, kind: EntityKind): void {
  const ofCountry = mention.attributes['country'];
  // A government acts for its country: that is the node that readers look for.
  if (typeof ofCountry === 'string' && /\b(?:government|authorities)$/i.test(mention.name)) {
    table.link(mention, table.infer('Country', ofCountry, undefined, mention.id), 'government');
    return;
  }
  const determiner = determinerOf(table, mention);
  if (kind === 'Delegation') return linkDelegation(table, recency, mention, determiner);
  if (isNew(determiner)) return;
  const known =
    recency.lastChain((chain) => familyOf(chain.kind) === 'Organisation' && fitsBody(mention, chain)) ??
    impliedMinistry(table, mention);
  if (known !== undefined) table.link(mention, known, 'definite-noun');
  // `the Senate` with a capital is one body, though nothing says whose.
  else if (/^(?:Senate|Parliament|Cabinet|Assembly|Court)$/.test(mention.name)) table.start(mention, kind);
}

/** `the foreign ministry` after a foreign minister: the ministry that the post implies, where there is one only. */
function impliedMinistry(table: ChainTable, mention: Mention): GrowingChain | undefined {
  if (!/ministry$/.test(mention.name)) return undefined;
  const key = bodyKey(mention.name);
  const implied = table.chains.filter(
    (chain) =>
      chain.inferred && (key === 'ministry' ? /^ministry /.test(bodyKey(chain.name)) : bodyKey(chain.name) === key),
  );
  return implied.length === 1 ? implied[0] : undefined;
}

function linkDelegation(table: ChainTable, recency: Recency, mention: Mention, determiner: string): void {
  const country = mention.attributes['country'];
  const known = isNew(determiner)
    ? undefined
    : recency.lastChain(
        (chain) => chain.kind === 'Delegation' && (country === undefined || chain.attributes['country'] === country),
      );
  if (known !== undefined) {
    table.link(mention, known, 'definite-noun');
    return;
  }
  const home = country === undefined ? ownersCountry(table, mention) : undefined;
  if (home !== undefined) {
    table.link(mention, table.infer('Country', home, undefined, mention.id), 'own-delegation');
    return;
  }
  const chain = table.start(mention, 'Delegation');
  if (country !== undefined) chain.attributes['country'] = country;
}

/** `her delegation had proposed`: a representative speaks for the country that sent her. */
function ownersCountry(table: ChainTable, mention: Mention): string | undefined {
  const { text } = table;
  const owner = text.mentions.find(
    ({ form, end }) =>
      form === 'pronoun' && end < mention.start && /^\s+$/.test(text.clean.text.slice(end, mention.start)),
  );
  const chain = owner === undefined ? undefined : table.chainOf(owner);
  const country = chain?.kind === 'Person' ? chain.attributes['country'] : undefined;
  return typeof country === 'string' ? country : undefined;
}

/** `the country`, `the capital`, `the Vietnamese side`. */
export function linkPlace(
  table: ChainTable,
  recency: Recency,
  mention: Mention,
  kind: EntityKind,
  capitals: Capitals,
): void {
  const country = mention.attributes['country'];
  if (/\bcapital$/.test(mention.name)) return linkCapital(table, recency, mention, capitals);
  if (typeof country === 'string') {
    table.link(mention, table.infer('Country', country, undefined, mention.id), 'nationality');
    return;
  }
  if (isNew(determinerOf(table, mention))) return;
  const isCountry = kind === 'Country';
  const sentence = sentenceOf(table, mention);
  const visitors = visitorsTo(table, mention);
  const known = recency.last(
    ({ chain, mention: { start, end }, sentence: at }) =>
      (chain.kind === kind || (isCountry && chain.kind === 'Place')) &&
      !(at === sentence && visitors.some(({ outer }) => outer.start <= start && outer.end >= end)),
  );
  if (known !== undefined && !/\bside$/.test(mention.name)) table.link(mention, known, 'definite-noun');
}

/** `the visit of the US Defense Secretary to the country`: the guest's own country is not the one that is visited. */
function visitorsTo({ text: { mentions, clean } }: ChainTable, { outer: place }: Mention): readonly Mention[] {
  const { text } = clean;
  if (!/\b(?:to|in|visit(?:s|ed|ing)?)\s+$/.test(text.slice(Math.max(0, place.start - 10), place.start))) return [];
  return mentions.filter(
    ({ kind, posts, outer }) =>
      kind === 'Person' &&
      posts.length > 0 &&
      outer.start < place.start &&
      /\bvisit\b/.test(text.slice(Math.max(0, outer.start - 30), place.start)),
  );
}

/** `the Kazakh capital` is the city; `the capital` is the one that was named last. */
function linkCapital(table: ChainTable, recency: Recency, mention: Mention, capitals: Capitals): void {
  const country = mention.attributes['country'];
  const name = typeof country === 'string' ? capitals.get(country) : undefined;
  if (typeof country === 'string' && name !== undefined) {
    const city = table.infer('City', name, undefined, mention.id);
    city.attributes['country'] ??= country;
    table.link(mention, city, 'capital');
    return;
  }
  if (typeof country === 'string' || isNew(determinerOf(table, mention))) return;
  const names = new Set(capitals.values());
  const known = recency.lastChain((chain) => chain.kind === 'City' && names.has(chain.name));
  if (known !== undefined) table.link(mention, known, 'definite-noun');
}
