// Deterministic ids: sha-256 over a versioned, length-prefixed tuple. Never a counter, a clock or a UUID.
import { hash } from 'node:crypto';
import type { DocumentId } from './document.ts';

/** Hash of a tuple; each part is prefixed by its UTF-8 length so that no two tuples give the same bytes. */
export function tupleId(tag: string, parts: readonly (string | number)[]): string {
  let tuple = '';
  for (const part of [tag, ...parts.map(String)]) tuple += `${Buffer.byteLength(part)}:${part}`;
  return hash('sha256', tuple, 'hex');
}

export function documentId(bytes: Uint8Array): DocumentId {
  return hash('sha256', bytes, 'hex');
}

/** @param family top-level kind (`Person`, `Organisation`, `Place`, `Event`, `Instrument`, `Proposal`, `Topic`) */
export function entityId(family: string, canonicalKey: string): string {
  return tupleId('entity/1', [family, canonicalKey]);
}

export function claimId(claim: {
  readonly document: DocumentId;
  readonly predicate: string;
  readonly subject: string;
  readonly object: string;
  readonly start: number;
  readonly end: number;
}): string {
  return tupleId('claim/1', [claim.document, claim.predicate, claim.subject, claim.object, claim.start, claim.end]);
}

/** The fact key of DESIGN: predicate, ends, role, modality, startDate, endDate; unknown is a value of its own. */
export function factId(fact: {
  readonly predicate: string;
  readonly source: string;
  readonly target: string;
  readonly role?: string;
  readonly modality: string;
  readonly startDate?: string;
  readonly endDate?: string;
}): string {
  const known = (value: string | undefined): string => (value === undefined ? '?' : `=${value}`);
  return tupleId('fact/1', [
    fact.predicate,
    fact.source,
    fact.target,
    known(fact.role),
    fact.modality,
    known(fact.startDate),
    known(fact.endDate),
  ]);
}
