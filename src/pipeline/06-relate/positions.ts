// Posts become HOLDS_POSITION, MEMBER_OF and REPRESENTS: the body that the text names, else the country, else the implied body.
import type { Span } from '../../domain/span.ts';
import { HAS_COUNTERPART } from '../counterpart.ts';
import type { Lexicons } from '../knowledge.ts';
import { OF_MEETING } from '../meeting-offices.ts';
import { headOfRole } from '../05-references/person-references.ts';
import type { Chain, Mention } from '../types.ts';
import { apposedPosts } from './apposed-posts.ts';
import { wordList } from './compile-frames.ts';
import { type HomeOf, homeCountry } from './home-country.ts';
import { counterpartsCountry } from './counterparts-country.ts';
import { hostCountry, leadersCountry, sendersCountry } from './host-country.ts';
import { NO_POST } from './no-post.ts';
import { only } from './only.ts';
import { calledBody, SECRETARY_GENERAL, soleUnion } from './office-bodies.ts';
import type { Reading } from './reading.ts';
import { countryOfAdjective } from './nationalities.ts';
import { listedHolders, respectiveCounterparts, respectiveHolders, sharedHolders } from './respective.ts';
import { sentenceSpan } from './syntax.ts';

type ChainPost = Chain['posts'][number];

const MEMBERSHIP = /\bmember$/i;

export function relatePositions(reading: Reading, lexicons: Lexicons): void {
  const homeOf = homeCountry(reading, lexicons);
  for (const { person, post } of apposedPosts(reading)) relatePost(reading, reading.chains[person]!, post, homeOf);
  for (const chain of [...reading.text.chains]) {
    for (const post of chain.posts) relatePost(reading, chain, post, homeOf);
    if (chain.posts.length === 0) relateCounterpart(reading, chain);
  }
  for (const mention of reading.text.mentions) {
    relateRespective(reading, mention);
    relateCounterparts(reading, mention, lexicons);
    relateListed(reading, mention);
    relateShared(reading, mention);
  }
}

/** `the foreign ministers of Kuwait and Oman, Roe and Lee`. */
function relateRespective(reading: Reading, mention: Mention): void {
  const found = respectiveHolders(reading, mention);
  found?.people.forEach((source, at) => {
    const target = found.countries[at]!;
    const role = found.post.role.replace(/s$/, '');
    const stated = { source, target, role, trigger: mention.outer, attributes: { status: found.post.status } };
    reading.add({ type: 'HOLDS_POSITION', rule: 'post.respective/1', confidence: 0.85, ...stated });
  });
}

/** `the following ambassadors will be received: Ann Lee of Peru, Juan Roe of Chile`. */
function relateListed(reading: Reading, mention: Mention): void {
  for (const { person, country, post } of listedHolders(reading, mention)) {
    const role = post.role.replace(/s(?=$| )/, '');
    const stated = {
      source: person,
      target: country,
      role,
      trigger: mention.outer,
      attributes: { status: post.status },
    };
    reading.add({ ...stated, type: 'HOLDS_POSITION', rule: 'post.listed/1', confidence: 0.85 });
  }
}

/** `two directors of the bank, Roe and Lee`. */
function relateShared(reading: Reading, mention: Mention): void {
  const [post] = mention.posts;
  const target = post?.body === undefined ? undefined : reading.chainsOf(post.body)[0];
  if (post === undefined || target === undefined) return;
  const role = post.role.replace(/s(?=$| )/, '');
  const isMembership = MEMBERSHIP.test(role) && reading.familyOf(target) === 'body';
  const type = isMembership ? 'MEMBER_OF' : 'HOLDS_POSITION';
  for (const source of sharedHolders(reading, mention)) {
    const stated = { source, target, role, trigger: mention.outer, attributes: { status: post.status } };
    reading.add({ ...stated, type, rule: 'post.shared/1', confidence: 0.85 });
  }
}

/** `his Turkish and Iranian counterparts, Roe and Lee`. */
function relateCounterparts(reading: Reading, mention: Mention, lexicons: Lexicons): void {
  const found = respectiveCounterparts(reading, mention);
  const countries = found?.nationalities.map((adjective) => countryOfAdjective(lexicons, adjective)) ?? [];
  found?.people.forEach((source, at) => {
    const country = countries[at];
    if (country !== undefined) stateCounterpart(reading, source, mention, country);
  });
}

/** `his Turkish counterpart Hakan Fidan` holds in his country the post that the other holds in theirs. */
function relateCounterpart(reading: Reading, person: Chain): void {
  const mentions = person.mentions.map((id) => reading.mentions[id]!);
  const mention = mentions.find(({ form, outer, start }) => {
    return form === 'name' && HAS_COUNTERPART.test(reading.text.doc.text.slice(outer.start, start));
  });
  const country = mention?.attributes['country'];
  if (mention !== undefined && typeof country === 'string')
    stateCounterpart(reading, person.id, mention, country, mention.outer);
}

/** What the other holds abroad the counterpart holds in `country`. */
function stateCounterpart(reading: Reading, source: number, mention: Mention, country: string, evidence?: Span): void {
  const other = holderAbroad(reading, mention, country);
  const role = other === undefined ? undefined : roleOf(reading, other);
  if (role === undefined) return;
  const target = countryChain(reading, country, mention);
  const stated = { source, target, role, trigger: mention.outer, ...(evidence === undefined ? {} : { evidence }) };
  reading.add({ type: 'HOLDS_POSITION', rule: 'post.counterpart/1', confidence: 0.85, ...stated });
}

/** What somebody is, or is known to be as another's counterpart. */
function roleOf(reading: Reading, person: number): string | undefined {
  const known = reading.chains[person]!.posts[0]?.role;
  return (
    known ?? reading.relations.find(({ source, rule }) => source === person && rule === 'post.counterpart/1')?.role
  );
}

/** Nobody is the counterpart of a compatriot: in one sentence a foreigner comes before a person of unknown home. */
function holderAbroad(reading: Reading, { id, start }: Mention, country: string): number | undefined {
  const { doc, mentions } = reading.text;
  const sentence = doc.sentence[doc.tokenAt(start)];
  const isNear = (mention: Mention): boolean => doc.sentence[doc.tokenAt(mention.start)] === sentence;
  const homeOf = (chain: number): unknown => reading.chains[chain]!.attributes['country'];
  const before = mentions
    .slice(0, id)
    .reverse()
    .flatMap((mention) => reading.chainsOf(mention.id).map((chain) => ({ chain, isNear: isNear(mention) })))
    .filter(({ chain }) => reading.familyOf(chain) === 'person' && homeOf(chain) !== country);
  const abroad = before.find(({ chain, isNear: here }) => here && homeOf(chain) !== undefined);
  return (abroad ?? before[0])?.chain;
}

/** `Roe, the head of Chile's spy service`: he heads the service, not the country. */
const isCutPost = ({ text: { doc } }: Reading, { start, end }: Span): boolean =>
  /^['’]s\s/.test(doc.text.slice(end, end + 3)) && /,\s.*\sof\s/.test(doc.text.slice(start, end));

/** `the Assembly toppled Prime Minister Roe`: the verb may read like a modifier of the post, but the body is not his. */
const ACT_ON_HOLDER =
  /^\S.*(?<!\b(?:newly|recently|just|re))\s+(?:toppled|ousted|sacked|deposed|dismissed|impeached|removed|elected|appointed|named)\s+\p{Lu}/u;

function relatePost(reading: Reading, person: Chain, post: ChainPost, homeOf: HomeOf): void {
  if (NO_POST.test(post.role) || isReadInRow(reading, person, post)) return;
  const evidence = passage(reading, person, post.span);
  if (isCutPost(reading, evidence)) return;
  if (ACT_ON_HOLDER.test(reading.text.doc.text.slice(evidence.start, evidence.end))) return;
  const held = holder(reading, post, person) ?? ownersBody(reading, post);
  // A country that the text tells of is surer than a ministry that only the title implies.
  const isImplied = held !== undefined && reading.chains[held]!.inferred;
  const target =
    (isImplied ? undefined : held) ??
    representedCountry(reading, person.id, post) ??
    delegatingCountry(reading, person) ??
    (isImplied
      ? ofCountry(reading, post, leadersCountry(reading, person) ?? counterpartsCountry(reading, person))
      : undefined) ??
    held ??
    ofCountry(reading, post, hostCountry(reading, person.id, post) ?? sendersCountry(reading, person, post.role)) ??
    ofCountry(reading, post, calledCountry(reading, person, post) ?? homeOf(person, post.role));
  const represented = post.country === undefined ? target : countryChain(reading, post.country, post.span);
  const isSender = post.abroad !== true && post.status !== 'nominee';
  const stated = { source: person.id, trigger: post.span, evidence, attributes: { status: post.status } };
  const isMembership = MEMBERSHIP.test(post.role);
  // `Chair: Ann Lee (Peru)`: the bracket says for whom she is there, not what she is.
  const isBracketed = post.role === 'Representative' && person.posts.some(({ role }) => OF_MEETING.test(role));
  if (!isBracketed && target !== undefined && target !== person.id) {
    const type = isMembership && reading.familyOf(target) === 'body' ? 'MEMBER_OF' : 'HOLDS_POSITION';
    reading.add({ type, target, role: post.role, rule: 'post/1', confidence: 0.95, ...stated });
  }
  if (isSender && represented !== undefined && standsFor(reading, post.role)) {
    reading.add({ type: 'REPRESENTS', target: represented, role: post.role, rule: 'post.represents/1', ...stated });
  }
}

/** A row of a list gave the post's body already; `(Head)` there is who leads a delegation. */
const isReadInRow = ({ relations }: Reading, { id }: Chain, { role, bodyChain }: ChainPost): boolean =>
  relations.some(
    (one) =>
      one.rule === 'post.list-row/1' &&
      one.source === id &&
      (one.role === role || (bodyChain === undefined && /^(?:deputy )?head$/i.test(role))),
  );

/** `High Representative of the Union`, `Special Representative of the Secretary-General`: offices of a body's own. */
const OFFICE = /\b(?:high|trade|resident|country) representative\b|\bof the secretary-general\b/i;

function standsFor(reading: Reading, role: string): boolean {
  if (OFFICE.test(role)) return false;
  const roles = wordList(reading.table, 'representing-roles');
  const folded = role.toLowerCase();
  return [...roles].some((word) => folded.includes(word));
}

/** `his deputy Roe`, `Lee and her spokesman, Roe`: a post under the one who holds a single post in a body that the text names. */
function ownersBody(reading: Reading, { span, role }: ChainPost): number | undefined {
  if (!UNDER.test(role)) return undefined;
  const { doc, mentions } = reading.text;
  const owner = mentions.find(
    ({ form, end }) => form === 'pronoun' && end < span.start && /^\s+$/.test(doc.text.slice(end, span.start)),
  );
  if (owner === undefined) return undefined;
  const [person] = reading.chainsOf(owner.id);
  if (person === undefined || reading.familyOf(person) !== 'person') return undefined;
  const held = reading.relations.filter(({ type, source }) => type === 'HOLDS_POSITION' && source === person);
  const body = only(held.map(({ target }) => target));
  return body !== undefined && reading.familyOf(body) === 'body' ? body : undefined;
}

const UNDER =
  /^(?:(?:first )?(?:deputy|vice)\b.*|.*\b(?:editor(?:-in-chief)?|spokes(?:man|woman|person)|chief of staff|aide|adviser|advisor|press secretary))$/i;

const PARTIES: readonly string[] = ['country', 'body'];

/** `Undersecretary Roe signed for Chile`, `the Commission was represented by Commissioner Lee`: the post names nobody else. */
function representedCountry(reading: Reading, person: number, { role }: ChainPost): number | undefined {
  if (OF_MEETING.test(role)) return undefined;
  const targets = reading.relations.filter(({ type, source, target }) => {
    return type === 'REPRESENTS' && source === person && PARTIES.includes(reading.familyOf(target) ?? '');
  });
  return only(targets.map(({ target }) => target));
}

const INCLUDES = /\b(?:includ(?:es|ed|ing)|compris(?:es|ed|ing)|consist(?:s|ed|ing) of)\b/;

/** `the Moldovan delegation includes Deputy Prime Minister Roe`. */
function delegatingCountry(reading: Reading, person: Chain): number | undefined {
  const { doc, mentions } = reading.text;
  const name = person.mentions.map((id) => reading.mentions[id]!).find(({ form }) => form === 'name');
  if (name === undefined) return undefined;
  const { start } = sentenceSpan(doc, doc.tokenAt(name.start));
  const delegation = mentions
    .slice(Math.max(0, name.id - 12), name.id)
    .find(
      ({ kind, outer, attributes }) =>
        kind === 'Delegation' && outer.start >= start && attributes['country'] !== undefined,
    );
  if (delegation === undefined || !INCLUDES.test(doc.text.slice(delegation.end, name.outer.start))) return undefined;
  return countryChain(reading, String(delegation.attributes['country']), name);
}

/** `President Roe … the Chilean president`, `the Chilean leader`: the country that the text adds when it speaks of somebody again. */
function calledCountry({ mentions }: Reading, person: Chain, { role }: ChainPost): string | undefined {
  const noun = headOfRole(role);
  const added = person.mentions.flatMap((id) => {
    const { form, posts } = mentions[id]!;
    const again = form === 'nominal' ? posts[0] : undefined;
    const isSame =
      again !== undefined && (headOfRole(again.role) === noun || (again.role === 'leader' && RULER.test(role)));
    return isSame && again.status !== 'former' && again.abroad !== true ? (again.country ?? []) : [];
  });
  return only(added);
}

const RULER = /^(?:president|prime minister|premier|chancellor|king|queen|emir|sultan)$/i;

const ofCountry = (reading: Reading, { span }: ChainPost, country: string | undefined): number | undefined =>
  country === undefined ? undefined : countryChain(reading, country, span);

/** A body that the text names comes first; a country that it names is surer than a body that only the title implies. */
function holder(reading: Reading, post: ChainPost, { posts }: Chain): number | undefined {
  const body = post.bodyChain;
  const bodyCountry = body === undefined ? undefined : reading.chains[body]!.attributes['country'];
  // `Vietnam's NA Chairwoman` beside `the Cuban National Assembly (NA)`: the same letters, another country's body.
  if (
    body !== undefined &&
    post.country !== undefined &&
    isState(reading, body) &&
    (bodyCountry ?? post.country) !== post.country
  )
    return countryChain(reading, post.country, post.span);
  if (body !== undefined && post.country !== undefined && isSharedName(reading, post, body))
    return countryChain(reading, post.country, post.span);
  if (body !== undefined && !reading.chains[body]!.inferred) return body;
  const before = bodyBefore(reading, post.span);
  if (before !== undefined) return before;
  if (DEPARTMENT.test(post.role) && post.country === undefined && !posts.some(({ role }) => OF_DEPARTMENT.test(role))) {
    const department = soleDepartment(reading);
    if (department !== undefined) return department;
  }
  if (UNITED_NATIONS.test(post.role)) return bodyNamed(reading, 'United Nations', post.span);
  if (/^European Commissioner\b/.test(post.role)) return bodyNamed(reading, 'European Commission', post.span);
  if (EUROPEAN_UNION.test(post.role) && isNamed(reading, 'European Union'))
    return bodyNamed(reading, 'European Union', post.span);
  if (post.country !== undefined) return countryChain(reading, post.country, post.span);
  return body ?? (SECRETARY_GENERAL.test(post.role) ? soleUnion(reading, post.span) : calledBody(reading, post.role));
}

/** `the Egyptian Defence Minister` beside `Defence Minister Roe`: one name that several countries give to a ministry. */
function isSharedName(reading: Reading, { impliedBody, country }: ChainPost, body: number): boolean {
  if (impliedBody === undefined || reading.chains[body]!.attributes['country'] !== undefined) return false;
  return reading.text.chains.some(({ posts, attributes }) =>
    posts.some((other) => other.bodyChain === body && (other.country ?? attributes['country']) !== country),
  );
}

const isState = (reading: Reading, body: number): boolean => reading.chains[body]!.kind === 'Agency';

/** `Deputy Secretary Roe` where the Secretary is the Secretary of State, or of Defense. */
const DEPARTMENT =
  /^(?:(?:principal |acting )?(?:deputy |assistant |deputy assistant |under )?secretary|undersecretary)(?: for .+)?$/i;
const OF_DEPARTMENT = /\bsecretary of \p{L}/iu;

/** The department of the one secretary whose title the text gives in full. */
function soleDepartment(reading: Reading): number | undefined {
  const posts = reading.text.chains.flatMap((chain) => chain.posts).filter(({ role }) => OF_DEPARTMENT.test(role));
  const department = only(posts.map(({ bodyChain, country }) => bodyChain ?? country));
  return typeof department === 'string' ? countryChain(reading, department, posts[0]!.span) : department;
}

const isNamed = (reading: Reading, name: string): boolean => reading.chains.some((chain) => chain.name === name);

/** Offices that only one body has; the second where the text speaks of that body. */
const UNITED_NATIONS =
  /^(?:under-|assistant )secretary-general\b|^(?:deputy )?(?:special|personal) (?:representative|envoy|adviser|advisor) of the secretary-general\b/i;
const EUROPEAN_UNION = /^high representative(?:\/vice[- ]president)?(?: for foreign affairs and security policy)?$/i;

function bodyNamed(reading: Reading, name: string, span: Span): number {
  const known = reading.chains.find(({ kind, name: own }) => kind === 'Organisation' && own === name);
  return known?.id ?? reading.chainFor({ kind: 'Organisation', name, span });
}

/** `National Assembly Chairman Roe`: the body stands right before the post. */
function bodyBefore(reading: Reading, post: Span): number | undefined {
  const { doc, mentions } = reading.text;
  const body = mentions.find(
    ({ end, form }) => form === 'name' && end < post.start && /^[^\S\n]+$/.test(doc.text.slice(end, post.start)),
  );
  return body === undefined ? undefined : reading.chainsOf(body.id).find((chain) => reading.familyOf(chain) === 'body');
}

export function countryChain(reading: Reading, country: string, span: Span): number {
  const known = reading.chains.find((chain) => reading.familyOf(chain.id) === 'country' && chain.name === country);
  return known?.id ?? reading.chainFor({ kind: 'Country', name: country, span });
}

/** The stretch of text that holds both the post and the name. */
function passage(reading: Reading, person: Chain, post: Span): Span {
  let best: Span | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const id of person.mentions) {
    const mention = reading.mentions[id]!;
    if (mention.form !== 'name') continue;
    const distance = Math.max(post.start - mention.outer.end, mention.outer.start - post.end);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = { start: Math.min(post.start, mention.outer.start), end: Math.max(post.end, mention.outer.end) };
  }
  return best !== undefined && bestDistance < 120 ? best : post;
}
