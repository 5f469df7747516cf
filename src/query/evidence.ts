// Look-ups of provenance: a fact by its id, and the claims that support or contradict it.
import { FACT, pageOf, pageParameters, type Page, type PageRequest } from './cypher-parts.ts';
import { rowsOf, type Read, type Row } from './rows.ts';
import { count, documentRef, fact, row, text, type DocumentRef, type Fact } from './shapes.ts';

/** Edges are found through their claims, which carry the fact's id under an index; edge properties have none on Neo4j. */
export const FACT_BY_ID = `
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim {fact: $id})-[:OBJECT]->(t:Entity)
WITH DISTINCT s, t
MATCH (s)-[r]-(t) WHERE r.id = $id
RETURN DISTINCT ${FACT} AS fact LIMIT 1`;

export const CLAIMS_OF_FACT = `
MATCH (c:Claim {fact: $id})-[:IN]->(d:Document)
RETURN properties(c) AS claim, properties(d) AS document
ORDER BY coalesce(d.publishedOn, '~'), d.id, c.start, c.id SKIP $offset LIMIT $limit`;

export const CLAIMS_OF_DOCUMENT = `
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:IN]->(d:Document {id: $id})
MATCH (c)-[:OBJECT]->(t:Entity)
RETURN properties(c) AS claim, properties(d) AS document,
  {id: s.id, name: s.name, kind: s.kind} AS source, {id: t.id, name: t.name, kind: t.kind} AS target
ORDER BY c.start, c.id`;

export const CLAIMS_OF_FACTS = `
UNWIND $ids AS id
MATCH (c:Claim {fact: id})-[:IN]->(d:Document)
RETURN properties(c) AS claim, properties(d) AS document
ORDER BY coalesce(d.publishedOn, '~'), d.id, c.start, c.id`;

export interface ClaimView {
  readonly id: string;
  readonly fact: string;
  readonly predicate: string;
  readonly quote: string;
  /** Offsets of the quote in the document's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly modality: string;
  readonly polarity: string;
  readonly attributedTo: string | null;
  readonly confidence: number;
  readonly role: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly document: DocumentRef;
}

export function claimView(value: Row): ClaimView {
  const claim = row(value['claim']);
  return {
    id: text(claim['id']) ?? '',
    fact: text(claim['fact']) ?? '',
    predicate: text(claim['predicate']) ?? '',
    quote: text(claim['quote']) ?? '',
    start: count(claim['start']),
    end: count(claim['end']),
    rule: text(claim['rule']) ?? '',
    modality: text(claim['modality']) ?? '',
    polarity: text(claim['polarity']) ?? '',
    attributedTo: text(claim['attributedTo']),
    confidence: count(claim['confidence']),
    role: text(claim['role']),
    startDate: text(claim['startDate']),
    endDate: text(claim['endDate']),
    document: documentRef(value['document']),
  };
}

export async function factById(read: Read, id: string): Promise<Fact | undefined> {
  const [found] = rowsOf(await read(FACT_BY_ID, { id }));
  return found === undefined ? undefined : fact(found['fact']);
}

/** A fact that was only ever denied has claims and no edge. */
export async function claimsOfFact(read: Read, id: string, page: PageRequest): Promise<Page<ClaimView>> {
  const found = rowsOf(await read(CLAIMS_OF_FACT, { id, ...pageParameters(page) }));
  return pageOf(found.map(claimView), page);
}

/** By fact, in the order of publication. */
export async function claimsOfFacts(
  read: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ClaimView[]>> {
  const byFact = new Map<string, ClaimView[]>();
  for (const found of rowsOf(await read(CLAIMS_OF_FACTS, { ids }))) {
    const claim = claimView(found);
    const known = byFact.get(claim.fact);
    if (known === undefined) byFact.set(claim.fact, [claim]);
    else known.push(claim);
  }
  return byFact;
}
