// What must hold of every document's claims before they become a graph; each fault is one line that names it.
import type { DocumentClaims } from '../domain/claim.ts';
import { claimId, entityId } from '../domain/ids.ts';
import type { QuotedSpan } from '../domain/span.ts';
import {
  entitySchema,
  familyOf,
  fitsSignature,
  isEntityKind,
  isRelationType,
  relationSchema,
} from '../schema/index.ts';

/** Faults that would break the graph: ends that are not there, ids that occur twice, kinds that nobody knows. */
export function structuralFaults({ entities, claims }: DocumentClaims): readonly string[] {
  const faults: string[] = [];
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  if (kinds.size < entities.length) faults.push('an entity occurs twice');
  if (new Set(claims.map(({ id }) => id)).size < claims.length) faults.push('a claim occurs twice');
  for (const { id, kind } of entities)
    if (!isEntityKind(kind)) faults.push(`entity ${id} has the unknown kind ${String(kind)}`);
    else if (entitySchema(kind).derived !== undefined)
      faults.push(`entity ${id} has the kind ${kind}, which is derived`);
  for (const { id, predicate, subject, object } of claims) {
    if (!isRelationType(predicate)) faults.push(`claim ${id} has the unknown predicate ${String(predicate)}`);
    for (const end of [subject, object])
      if (!kinds.has(end)) faults.push(`claim ${id} names ${end}, which its document does not`);
  }
  return faults;
}

/** All that can be proved from the claims and their text alone. */
export function claimFaults(documentClaims: DocumentClaims): readonly string[] {
  const { document, entities, claims, unread } = documentClaims;
  const faults = [...structuralFaults(documentClaims)];
  if (faults.length > 0) return faults;
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const check = (span: QuotedSpan, whose: string): void => {
    if (document.text.slice(span.start, span.end) !== span.quote)
      faults.push(`${whose}: the quote does not stand at ${span.start}–${span.end}`);
  };
  for (const { id, kind, key, mentions } of entities) {
    if (id !== entityId(familyOf(kind), key)) faults.push(`entity ${id}: its id is not the hash of its parts`);
    for (const mention of mentions) check(mention, `entity ${id}`);
  }
  for (const claim of claims) {
    const { id, predicate, subject, object, evidence } = claim;
    const { start, end } = evidence;
    check(evidence, `claim ${id}`);
    if (id !== claimId({ document: document.id, predicate, subject, object, start, end }))
      faults.push(`claim ${id}: its id is not the hash of its parts`);
    if (relationSchema(predicate).symmetric && object < subject) faults.push(`claim ${id}: its ends are not in order`);
    if (!fitsSignature(predicate, kinds.get(subject)!, kinds.get(object)!))
      faults.push(`claim ${id}: ${kinds.get(subject)!} ${predicate} ${kinds.get(object)!} is not in the schema`);
  }
  for (const { start, end } of unread)
    if (start < 0 || end > document.text.length || start > end) faults.push(`an unread span lies outside the text`);
  return faults;
}
