// Posts that change hands: `named Roe as acting premier of Chile`, `stepped down as head of the agency`, `succeeded Lee as`.
import { wordList } from './compile-frames.ts';
import { fillersOf } from './fillers.ts';
import type { FrameTable } from './frame.ts';
import { countryChain } from './positions.ts';
import type { Argument } from './predication.ts';
import { NO_POST } from './no-post.ts';
import { only } from './only.ts';
import type { Reading } from './reading.ts';
import type { Mention, Relation } from '../types.ts';
import { argumentsWithPosts } from './small-clauses.ts';
import { dependents, isNoun, isVerb, lemmaOf, lower, prepositions, sentenceSpan, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const PERSON = { takes: ['person'], group: false } as const;
const ACTOR = { takes: ['person', 'body', 'country'], group: false } as const;
const BODY = { takes: ['body', 'country'], group: false } as const;
const POST_SLOTS = new Set(['second-object', 'attribute', 'as', 'as~', 'to', 'from', 'to~', 'from~']);
/** Of a verb that takes a word for a post: `retained her post as director`. */
const KEPT_SLOTS = new Set(['object', 'as', 'as~']);
/** An envoy for a country holds no post in it. */
const SENT = /\b(?:envoy|representative|ambassador|coordinator|rapporteur)\b/i;
const HIGHEST = /^(?:vice |deputy |first deputy )?(?:president|prime minister|premier|chancellor|.*\bminister)$/i;
/** `removed from the post of director`: the noun says only that there is a post. */
const POST_NOUNS = new Set(['post', 'position', 'office', 'role', 'job', 'duty']);

/** Who was, served or worked as one is one no longer; who became one may still be. */
const OVER = new Set(['be', 'serve', 'work', 'act']);

type Status = 'incoming' | 'nominee' | 'former' | 'current';

/** How the verbs of a word list change who holds a post: whose it becomes, and whose it was. */
interface Change {
  readonly verbs: string;
  readonly gains?: 'subject' | 'object';
  readonly loses?: 'subject' | 'object';
  readonly status: Status;
}

const SUCCEEDING: Change = { verbs: 'succeeding-verbs', gains: 'subject', loses: 'object', status: 'incoming' };

const CHANGES: readonly Change[] = [
  { verbs: 'appointing-verbs', gains: 'object', status: 'incoming' },
  { verbs: 'nominating-verbs', gains: 'object', status: 'nominee' },
  { verbs: 'assuming-verbs', gains: 'subject', status: 'current' },
  { verbs: 'keeping-verbs', gains: 'subject', status: 'current' },
  { verbs: 'retaining-verbs', gains: 'object', status: 'current' },
  { verbs: 'being-verbs', gains: 'subject', status: 'current' },
  SUCCEEDING,
  { verbs: 'leaving-verbs', loses: 'subject', status: 'former' },
  { verbs: 'removing-verbs', loses: 'object', status: 'former' },
];

export function relateAppointments(reading: Reading): void {
  const { doc } = reading.text;
  for (let token = 0; token < doc.length; token += 1) {
    if (isVerb(doc, token)) for (const change of changesBy(reading, token)) relateChange(reading, token, change);
    else if (isNoun(doc, token)) relateNominal(reading, token);
  }
}

const NO_CHANGES: readonly Change[] = [];
const lemmasOfTable = new WeakMap<FrameTable, ReadonlySet<string>>();

/** Lemmas of every verb that changes who holds a post, with or without a particle; few verbs do. */
function changingLemmas(table: FrameTable): ReadonlySet<string> {
  let lemmas = lemmasOfTable.get(table);
  if (lemmas === undefined) {
    const entries = CHANGES.flatMap(({ verbs }) => [...wordList(table, verbs)]);
    lemmas = new Set(entries.flatMap((entry) => [entry, entry.replace(/ [^ ]*$/, '')]));
    lemmasOfTable.set(table, lemmas);
  }
  return lemmas;
}

function changesBy(reading: Reading, verb: number): readonly Change[] {
  const { doc } = reading.text;
  const lemma = lemmaOf(doc, verb);
  if (!changingLemmas(reading.table).has(lemma)) return NO_CHANGES;
  const particle = dependents(doc, verb, 'prt', 'advmod').map((token) => lower(doc, token));
  return CHANGES.filter(({ verbs }) => {
    const words = wordList(reading.table, verbs);
    return words.has(lemma) || particle.some((word) => words.has(`${lemma} ${word}`));
  });
}

function relateChange(reading: Reading, verb: number, change: Change): void {
  const { arguments: list } = argumentsWithPosts(reading, verb);
  const kept = change.verbs === 'keeping-verbs' ? list.filter((argument) => isPostNoun(reading, argument)) : list;
  const slots = kept === list ? POST_SLOTS : KEPT_SLOTS;
  const mention = kept.length === 0 ? undefined : postIn(reading, list, slots);
  if (kept !== list && mention === undefined) return;
  const people = (slot: string | undefined): number[] =>
    list
      .filter((argument) => argument.slot === slot)
      .flatMap(({ token }) => fillersOf(reading, token, PERSON).map(({ chain }) => chain));
  const [gains, loses] = [people(change.gains), people(change.loses)];
  if (gains.length > 1 || loses.length > 1) return;
  if (mention === undefined) {
    if (isTakeOver(reading, verb)) return relateSuccession(reading, verb, SUCCEEDING, gains[0], only(people('from')));
    return relateSuccession(reading, verb, change, gains[0], loses[0]);
  }
  // `worked as hard as the director`
  if (/\bas\s+\p{L}+\s+as\s*$/iu.test(reading.text.doc.text.slice(0, mention.outer.start).slice(-40))) return;
  const left = [...loses, ...inSuccessionTo(reading, list), ...(isTakeOver(reading, verb) ? people('from') : [])];
  // `as Deputy Head and Coordinator in the Mission`: the body comes after the last of the posts.
  const body = mention.posts.at(-1)!.body;
  for (const post of mention.posts) {
    const whole =
      post.body === undefined && post.country === undefined && body !== undefined ? { ...post, body } : post;
    statePostChange(reading, verb, change, { ...mention, posts: [whole] }, gains, left);
  }
}

function statePostChange(
  reading: Reading,
  verb: number,
  change: Change,
  mention: Mention,
  gains: readonly number[],
  loses: readonly number[],
): void {
  const { doc } = reading.text;
  const target = holderOf(reading, verb, mention);
  const { role } = mention.posts[0]!;
  if (target === undefined || /\bmember$/i.test(role) || NO_POST.test(role)) return;
  const isOver = change.status === 'current' && OVER.has(lemmaOf(doc, verb)) && doc.tag(verb) === 'VBD';
  for (const person of gains) statePost(reading, verb, person, target, mention, isOver ? 'former' : change.status);
  for (const person of loses) if (!gains.includes(person)) statePost(reading, verb, person, target, mention, 'former');
}

/** `was appointed head of the agency in succession to Roe`, `became head in place of Roe`. */
function inSuccessionTo(reading: Reading, list: readonly Argument[]): number[] {
  const { doc } = reading.text;
  return list
    .filter(({ slot }) => /^in~?$/.test(slot))
    .flatMap(({ token }) =>
      prepositions(doc, token).filter(({ prep }) => INSTEAD.has(`${lower(doc, token)} ${lower(doc, prep)}`)),
    )
    .flatMap(({ object }) => fillersOf(reading, object, PERSON).map(({ chain }) => chain));
}

/** `took over from Roe as head of the agency`. */
const isTakeOver = ({ text: { doc } }: Reading, verb: number): boolean =>
  lemmaOf(doc, verb) === 'take' && dependents(doc, verb, 'prt', 'advmod').some((token) => lower(doc, token) === 'over');

const INSTEAD = new Set(['succession to', 'place of']);

/** `Ms. Lee succeeds Juan Roe`: her post of which the text has told was his; `Roe, who was director, was replaced by Lee`: his is hers. */
function relateSuccession(reading: Reading, verb: number, change: Change, to?: number, from?: number): void {
  if (change.loses !== 'object' || change.gains !== 'subject' || to === undefined || from === undefined) return;
  const hers = soleTold(reading, to, verb, 0);
  const his = hers ?? soleTold(reading, from, verb, sentenceSpan(reading.text.doc, verb).start);
  if (his === undefined) return;
  reading.add({
    type: 'HOLDS_POSITION',
    source: hers === undefined ? to : from,
    target: his.target,
    rule: 'post.succeeded/1',
    confidence: 0.8,
    ...(his.role === undefined ? {} : { role: his.role }),
    trigger: tokenSpan(reading.text.doc, verb),
    attributes: { status: hers === undefined ? 'incoming' : 'former' },
  });
}

/** The post of somebody of which the text has told from here on, where it is one; `who most recently served as` is another's. */
function soleTold({ text, relations }: Reading, person: number, verb: number, from: number): Relation | undefined {
  const told = relations.filter(
    ({ type, source, trigger, attributes }) =>
      type === 'HOLDS_POSITION' &&
      source === person &&
      trigger.start >= from &&
      trigger.start < text.doc.tokenStart[verb]! &&
      attributes['status'] !== 'former',
  );
  return only(told.map(({ target }) => target)) === undefined ? undefined : told[0];
}

const isPostNoun = ({ text: { doc } }: Reading, { slot, token }: Argument): boolean =>
  slot === 'object' && POST_NOUNS.has(lemmaOf(doc, token));

const postIn = (reading: Reading, list: readonly Argument[], slots: ReadonlySet<string>): Mention | undefined =>
  list.filter(({ slot }) => slots.has(slot)).flatMap(({ token }) => postsAt(reading, token))[0];

/** The post that a phrase names, itself or behind `the post of`. */
function postsAt(reading: Reading, token: number): Mention[] {
  const mention = reading.mentionAt(token);
  if (mention?.form === 'nominal' && !mention.plural && mention.posts.length > 0) return [mention];
  const { doc } = reading.text;
  if (!POST_NOUNS.has(lemmaOf(doc, token))) return [];
  return prepositions(doc, token)
    .filter(({ prep }) => ['of', 'as'].includes(lower(doc, prep)))
    .flatMap(({ object }) => postsAt(reading, object));
}

/** `approved the appointment of Lee as defence minister`. */
function relateNominal(reading: Reading, noun: number): void {
  const { doc } = reading.text;
  if (!wordList(reading.table, 'appointing-nouns').has(lemmaOf(doc, noun))) return;
  const phrases = prepositions(doc, noun);
  const at = (...words: string[]): number[] =>
    phrases.filter(({ prep }) => words.includes(lower(doc, prep))).map(({ object }) => object);
  const verb = doc.head[noun]!;
  const ofVerb = isVerb(doc, verb) ? asPhrases(reading, verb) : [];
  const people = [...at('of'), ...dependents(doc, noun, 'poss')].flatMap((token) => fillersOf(reading, token, PERSON));
  const [parsed] = [...at('as', 'to'), ...at('of').flatMap((token) => asPhrases(reading, token)), ...ofVerb].flatMap(
    (token) => postsAt(reading, token),
  );
  const mention = parsed ?? (people.length === 1 ? postBehind(reading, people[0]!.token) : undefined);
  if (mention === undefined || people.length !== 1) return;
  const target = holderOf(reading, noun, mention);
  const isLoss = /^(?:dismissal|resignation|removal|ouster)$/.test(lemmaOf(doc, noun));
  if (target !== undefined) statePost(reading, noun, people[0]!.chain, target, mention, isLoss ? 'former' : 'incoming');
  // `announced the appointment of Lee as his deputy`: whose deputy she is appointed her.
  const isOwn = /^(?:his|her|its)\b/i.test(doc.text.slice(mention.outer.start, mention.start));
  if (isLoss || !isOwn || !isVerb(doc, verb)) return;
  for (const appointer of appointersOf(reading, verb, ACTOR))
    reading.add({
      type: 'APPOINTED',
      source: appointer,
      target: people[0]!.chain,
      rule: 'appoint.own/1',
      trigger: tokenSpan(doc, noun),
    });
}

const AS_POST = /^(?:\s+of\s+[^,;.]{2,40})?,?\s+as\s+(?:new\s+)?$/u;

/** `the appointment of Lee of Kenya as his envoy for Chad to succeed Roe`: the words tell where the parser is lost. */
function postBehind(reading: Reading, token: number): Mention | undefined {
  const { doc, mentions } = reading.text;
  const name = reading.mentionAt(token);
  if (name?.form !== 'name') return undefined;
  const post = mentions
    .slice(name.id + 1, name.id + 6)
    .find(({ form, posts, plural }) => form === 'nominal' && posts.length > 0 && !plural);
  if (post === undefined) return undefined;
  const gap = doc.text.slice(name.outer.end, post.outer.start);
  return AS_POST.test(gap.replace(/\b(?:his|her|its|the|their|new)\s+$/g, '')) ? post : undefined;
}

/** `of Lee of Kenya as envoy`: the phrase may hang on either name. */
function asPhrases(reading: Reading, token: number, depth = 0): number[] {
  const { doc } = reading.text;
  return prepositions(doc, token).flatMap(({ prep, object }) => {
    if (lower(doc, prep) === 'as') return [object];
    return lower(doc, prep) === 'of' && depth < 2 ? asPhrases(reading, object, depth + 1) : [];
  });
}

function statePost(
  reading: Reading,
  trigger: number,
  source: number,
  target: number,
  { posts: [post] }: Mention,
  status: Status,
): void {
  reading.add({
    type: 'HOLDS_POSITION',
    source,
    target,
    role: post!.role,
    trigger: tokenSpan(reading.text.doc, trigger),
    rule: 'post.change/1',
    attributes: { status: post!.status === 'current' ? status : post!.status },
  });
  const isSent = SENT.test(post!.role) && reading.familyOf(target) === 'country';
  if (!isSent || status === 'nominee') return;
  reading.add({
    type: 'REPRESENTS',
    source,
    target,
    role: post!.role,
    trigger: tokenSpan(reading.text.doc, trigger),
    rule: 'represent.change/1',
  });
}

/** The body or country that the post names; else, for an office of state, the country of whoever appoints. */
function holderOf(reading: Reading, verb: number, mention: Mention): number | undefined {
  const post = mention.posts[0]!;
  const named = post.body === undefined ? undefined : reading.chainsOf(post.body)[0];
  const sentBy = SENT.test(post.role) ? sender(reading, mention) : undefined;
  if (sentBy !== undefined) return sentBy;
  if (named !== undefined) return named;
  const { text } = reading.text.doc;
  const isOwn =
    /^its\b/i.test(text.slice(mention.outer.start)) || /\bits\s+$/i.test(text.slice(0, mention.outer.start));
  if (isOwn) return appointersOf(reading, verb, BODY)[0];
  const ofOwner = isHis(text, mention) ? bodyOfAppointer(reading, verb) : undefined;
  if (ofOwner !== undefined) return ofOwner;
  if (SENT.test(post.role)) return undefined;
  if (post.country !== undefined) return countryChain(reading, post.country, mention);
  const implied = impliedHolder(reading, mention);
  if (implied !== undefined || !HIGHEST.test(post.role)) return implied;
  const appointers = appointersOf(reading, verb, PERSON);
  const country = only(appointers.flatMap((chain) => reading.chains[chain]!.posts.map((held) => held.country)));
  return country !== undefined ? countryChain(reading, country, mention) : undefined;
}

const isHis = (text: string, { outer }: Mention): boolean =>
  /^(?:his|her)\b/i.test(text.slice(outer.start)) ||
  /\b(?:his|her)\s+(?:new\s+)?$/i.test(text.slice(Math.max(0, outer.start - 12), outer.start));

/** `his Special Representative`: whoever an officer of a body appoints as his own serves that body. */
function bodyOfAppointer(reading: Reading, verb: number): number | undefined {
  const posts = appointersOf(reading, verb, PERSON).flatMap((chain) => reading.chains[chain]!.posts);
  return only(posts.map(({ bodyChain }) => bodyChain));
}

/** `Senegal's Ambassador to the African Union`: who stands before the noun has sent the envoy. */
function sender(reading: Reading, mention: Mention): number | undefined {
  const { text } = reading.text.doc;
  const noun = mention.start + Math.max(0, text.slice(mention.start, mention.end).search(SENT));
  const owner = reading.text.mentions.find(
    ({ start, end, form }) => form === 'name' && start >= mention.start && end <= noun,
  );
  return owner === undefined ? undefined : reading.chainsOf(owner.id)[0];
}

/** `appointed Lee defence minister`: the ministry that the post implies. */
function impliedHolder(reading: Reading, mention: Mention): number | undefined {
  const implied = mention.posts[0]!.impliedBody;
  if (implied === undefined) return undefined;
  const known = reading.chains.find(({ kind, name }) => kind === implied.kind && name === implied.name);
  return known?.id ?? reading.chainFor({ kind: implied.kind, name: implied.name, span: mention });
}

type Wanted = Parameters<typeof fillersOf>[2];

function appointersOf(reading: Reading, verb: number, wanted: Wanted): number[] {
  return verbArguments(reading.text.doc, verb)
    .arguments.filter(({ slot }) => slot === 'subject')
    .flatMap(({ token }) => fillersOf(reading, token, wanted).map(({ chain }) => chain));
}
