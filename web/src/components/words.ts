// Words for what the graph stores as codes.
import type { DocumentRef } from '../api/types.ts';
import { writeDates } from './dates.ts';

export const MODALITY_WORDS: Readonly<Record<string, string>> = {
  occurred: 'Occurred',
  planned: 'Planned',
  proposed: 'Proposed',
  demanded: 'Demanded',
  conditional: 'Conditional',
};

export const POLARITY_WORDS: Readonly<Record<string, string>> = {
  affirmed: 'affirmed',
  denied: 'Denied',
  negated: 'Said not to be so',
};

export const UNREAD_WORDS: Readonly<Record<string, string>> = {
  'no-frame': 'No relation was recognised here',
  'unknown-head-verb': 'The verb is not one we know',
  'unresolved-reference': 'It is not clear who is meant',
  'kind-unknown': 'A name of unknown kind',
};

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A document without a headline is known by who published it and when. */
export function titleOf(document: Pick<DocumentRef, 'title' | 'publisher' | 'publishedOn'>): string {
  if (document.title !== null) return document.title;
  const known = [document.publisher, writeDates(document.publishedOn)].filter(Boolean).join(', ');
  return known === '' ? 'Untitled document' : `Report of ${known}`;
}
