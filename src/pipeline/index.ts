// The line from a source document to claims, stage by stage in order: reading this file is reading the product.
import type { DocumentClaims } from '../domain/claim.ts';
import type { SourceDocument } from '../domain/document.ts';
import { clean } from './02-clean/index.ts';
import { recognise } from './03-recognise/index.ts';
import { parse } from './04-parse/index.ts';
import { resolveReferences } from './05-references/index.ts';
import { relate } from './06-relate/index.ts';
import { qualify } from './07-qualify/index.ts';
import { toClaims } from './08-claims/index.ts';
import { findUnread } from './09-unread/index.ts';
import { toEntities } from './10-entities/index.ts';
import type { Knowledge } from './knowledge.ts';

/** Another version reads every document anew: raise it whenever the same text may give other claims. */
export const EXTRACTOR = 'plenary-rules/6';

/** Reading (the first stage) happened in an adapter, because it touches bytes; linking happens in the store, over all documents. */
export function extract(source: SourceDocument, knowledge: Knowledge): DocumentClaims {
  const text = clean(source, knowledge);
  const recognised = recognise(text, knowledge);
  const parsed = parse(recognised, knowledge);
  const resolved = resolveReferences(parsed, knowledge);
  const related = relate(resolved, knowledge);
  const relations = qualify(related, knowledge);
  const used = new Set(relations.flatMap(({ source: from, target: to }) => [from, to]));
  const found = toEntities(related, used);
  const claims = toClaims(text, relations, (chain) => found.entityOf(chain));
  const unread = findUnread(related, claims, knowledge);
  return { document: text.source, extractor: EXTRACTOR, entities: found.entities, claims, unread };
}
