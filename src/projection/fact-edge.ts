// The edge that a reader sees: all affirmed claims with the same predicate, ends, role, modality and dates.
import type { AttributeValue, Claim } from '../domain/claim.ts';
import { factId } from '../domain/ids.ts';
import { relationSchema } from '../schema/index.ts';
import { type GraphEdge, properties, type PropertyValue } from './graph.ts';
import { propertyValue } from './ledger.ts';

/** A claim between the entities that linking gave its ends. */
export interface LinkedClaim {
  readonly claim: Claim;
  readonly document: string;
  readonly publishedOn: string | undefined;
  readonly subject: string;
  readonly object: string;
  readonly fact: string;
}

/** A symmetric fact is stored once, from the smaller id. */
export function factEnds(claim: Claim, subject: string, object: string): readonly [string, string] {
  return relationSchema(claim.predicate).symmetric && object < subject ? [object, subject] : [subject, object];
}

export function factOf(claim: Claim, subject: string, object: string): string {
  const [source, target] = factEnds(claim, subject, object);
  const { predicate, role, modality, startDate, endDate } = claim;
  return factId({
    predicate,
    source,
    target,
    modality,
    ...(role === undefined ? {} : { role }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
  });
}

/** Denied and negated claims make no fact; nor does a claim whose ends are one entity. */
export function supportsFact({ claim, subject, object }: LinkedClaim): boolean {
  return claim.polarity === 'affirmed' && subject !== object;
}

export function factEdge(
  supporting: readonly LinkedClaim[],
  countSources: (documents: Iterable<string>) => number,
  created: boolean,
): GraphEdge {
  const claims = [...supporting].sort((left, right) => (left.claim.id < right.claim.id ? -1 : 1));
  const { claim, subject, object, fact } = claims[0]!;
  const [source, target] = factEnds(claim, subject, object);
  const documents = new Set(claims.map(({ document }) => document));
  const values: Record<string, PropertyValue | undefined> = {};
  for (const name of new Set(claims.flatMap((linked) => Object.keys(linked.claim.attributes))))
    values[name] = propertyValue(latestValue(claims, name));
  Object.assign(values, {
    id: fact,
    role: claim.role,
    modality: claim.modality,
    date: claim.startDate,
    startDate: claim.startDate,
    endDate: claim.endDate,
    datePrecision: claims.map((linked) => linked.claim.datePrecision).find((precision) => precision !== undefined),
    claimCount: BigInt(claims.length),
    documentCount: BigInt(documents.size),
    independentSources: BigInt(countSources(documents)),
    confidence: Math.max(...claims.map((linked) => linked.claim.confidence)),
  });
  return { key: fact, type: claim.predicate, source, target, properties: properties(values), created };
}

/** What the most recently published document says; where several say it or none is dated, the first value in order. */
function latestValue(claims: readonly LinkedClaim[], name: string): AttributeValue {
  let best: { readonly on: string; readonly json: string } | undefined;
  for (const { claim, publishedOn } of claims) {
    const value = claim.attributes[name];
    if (value === undefined) continue;
    const candidate = { on: publishedOn ?? '', json: JSON.stringify(value) };
    if (best === undefined || candidate.on > best.on || (candidate.on === best.on && candidate.json < best.json))
      best = candidate;
  }
  return JSON.parse(best!.json) as AttributeValue;
}
