// The line on a text of our own, and its relations in words.
import { loadKnowledge } from '../../src/adapters/knowledge/load-knowledge.ts';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { Claim, DocumentClaims } from '../../src/domain/claim.ts';
import type { SourceDocument } from '../../src/domain/document.ts';
import { extract } from '../../src/pipeline/index.ts';
import type { Knowledge } from '../../src/pipeline/knowledge.ts';

export const KNOWLEDGE: Knowledge = loadKnowledge(loadEnglish());

export function sourceOf(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return { id: 'a'.repeat(64), mediaType: 'text/plain', reader: 'text/1', text, language: 'en', ...more };
}

export function read(text: string, more: Partial<SourceDocument> = {}): DocumentClaims {
  return extract(sourceOf(text, more), KNOWLEDGE);
}

/** `MET_WITH: Ann Lee | Juan Roe`; of a symmetric relation both orders. */
export function inWords({ claims, entities }: DocumentClaims, keep: (claim: Claim) => boolean = () => true): string[] {
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? '?';
  return claims.filter(keep).flatMap(({ predicate, subject, object }) => {
    const there = `${predicate}: ${name(subject)} | ${name(object)}`;
    const isSymmetric = predicate === 'MET_WITH' || predicate === 'SPOKE_WITH';
    return isSymmetric ? [there, `${predicate}: ${name(object)} | ${name(subject)}`] : [there];
  });
}

export function claimOf(found: DocumentClaims, predicate: string): Claim {
  const claim = found.claims.find((one) => one.predicate === predicate);
  if (claim === undefined) throw new Error(`No claim ${predicate} was found.`);
  return claim;
}
