// Posts become HOLDS_POSITION, MEMBER_OF and REPRESENTS: the body that the text names, else the country, else the implied body.
import type { Span } from '../../domain/span.ts';
import type { Chain } from '../types.ts';
import { wordList } from './compile-frames.ts';
import type { Reading } from './reading.ts';

type ChainPost = Chain['posts'][number];

const MEMBERSHIP = /\bmember$/i;

export function relatePositions(reading: Reading): void {
  for (const chain of [...reading.text.chains]) {
    for (const post of chain.posts) relatePost(reading, chain, post);
  }
}

function relatePost(reading: Reading, person: Chain, post: ChainPost): void {
  const evidence = passage(reading, person, post.span);
  const target = holder(reading, post) ?? representedCountry(reading, person.id);
  const represented = post.country === undefined ? target : countryChain(reading, post.country, post.span);
  const stated = { source: person.id, trigger: post.span, evidence, attributes: { status: post.status } };
  const isMembership = MEMBERSHIP.test(post.role);
  if (target !== undefined && target !== person.id) {
    const type = isMembership && reading.familyOf(target) === 'body' ? 'MEMBER_OF' : 'HOLDS_POSITION';
    reading.add({ ...stated, type, target, role: post.role, rule: 'post/1', confidence: 0.95 });
  }
  if (represented !== undefined && standsFor(reading, post.role)) {
    reading.add({ ...stated, type: 'REPRESENTS', target: represented, role: post.role, rule: 'post.represents/1' });
  }
}

function standsFor(reading: Reading, role: string): boolean {
  const roles = wordList(reading.table, 'representing-roles');
  const folded = role.toLowerCase();
  return [...roles].some((word) => folded.includes(word));
}

/** `Undersecretary Roe signed for Chile`: where the post names no body, the country that its holder stands for. */
function representedCountry(reading: Reading, person: number): number | undefined {
  const targets = reading.relations.filter(({ type, source, target }) => {
    return type === 'REPRESENTS' && source === person && reading.familyOf(target) === 'country';
  });
  const countries = new Set(targets.map(({ target }) => target));
  return countries.size === 1 ? targets[0]!.target : undefined;
}

/** A body that the text names comes first; a country that it names is surer than a body that only the title implies. */
function holder(reading: Reading, post: ChainPost): number | undefined {
  const body = post.bodyChain;
  if (body !== undefined && !reading.chains[body]!.inferred) return body;
  if (post.country !== undefined) return countryChain(reading, post.country, post.span);
  return body;
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
