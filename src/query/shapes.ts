// The shapes that look-ups answer with, and how they are read from a row.
import type { Plain, Row } from './rows.ts';

export interface EntityRef {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface EntitySummary extends EntityRef {
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  readonly attributes: Row;
}

export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly source: EntityRef;
  readonly target: EntityRef;
  readonly role: string | null;
  readonly modality: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly datePrecision: string | null;
  readonly claimCount: number;
  readonly documentCount: number;
  readonly independentSources: number;
  readonly confidence: number;
  /** Further qualifiers, such as the status of a post. */
  readonly attributes: Row;
}

export interface DocumentRef {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
}

export const text = (value: Plain | undefined): string | null => (typeof value === 'string' ? value : null);
export const count = (value: Plain | undefined): number => (typeof value === 'number' ? value : 0);
export const list = (value: Plain | undefined): readonly Plain[] =>
  Array.isArray(value) ? (value as readonly Plain[]) : [];
export const strings = (value: Plain | undefined): readonly string[] =>
  list(value).filter((entry): entry is string => typeof entry === 'string');
export const row = (value: Plain | undefined): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};

/** Labels as a reader wants them: the shared label `Entity` says nothing. */
const kindLabels = (labels: readonly string[]): readonly string[] =>
  labels.filter((label) => label !== 'Entity').sort();

const OWN_FIELDS = new Set(['id', 'name', 'kind', 'aliases', 'referents', 'documentCount', 'mentionCount']);

/** @param node a node as `rowsOf` gives it: labels and properties */
export function entitySummary(node: Plain | undefined): EntitySummary {
  const { labels, properties } = row(node);
  const fields = row(properties);
  return {
    id: text(fields['id']) ?? '',
    name: text(fields['name']) ?? '',
    kind: text(fields['kind']) ?? '',
    labels: kindLabels(strings(labels)),
    aliases: strings(fields['aliases']),
    attributes: Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_FIELDS.has(name))),
  };
}

export function entityRef(value: Plain | undefined): EntityRef {
  const fields = row(value);
  return { id: text(fields['id']) ?? '', name: text(fields['name']) ?? '', kind: text(fields['kind']) ?? '' };
}

const FACT_FIELDS = new Set([
  ...['id', 'date', 'startDate', 'endDate', 'datePrecision', 'modality', 'role'],
  ...['claimCount', 'documentCount', 'independentSources', 'confidence'],
]);

/** @param value the map that `FACT` of cypher-parts.ts projects */
export function fact(value: Plain | undefined): Fact {
  const edge = row(value);
  const fields = row(edge['properties']);
  return {
    id: text(fields['id']) ?? '',
    type: text(edge['type']) ?? '',
    source: entityRef(edge['source']),
    target: entityRef(edge['target']),
    role: text(fields['role']),
    modality: text(fields['modality']) ?? 'occurred',
    startDate: text(fields['startDate']),
    endDate: text(fields['endDate']),
    datePrecision: text(fields['datePrecision']),
    claimCount: count(fields['claimCount']),
    documentCount: count(fields['documentCount']),
    independentSources: count(fields['independentSources']),
    confidence: count(fields['confidence']),
    attributes: Object.fromEntries(Object.entries(fields).filter(([name]) => !FACT_FIELDS.has(name))),
  };
}

export function documentRef(value: Plain | undefined): DocumentRef {
  const fields = row(value);
  return {
    id: text(fields['id']) ?? '',
    title: text(fields['title']),
    publisher: text(fields['publisher']),
    publishedOn: text(fields['publishedOn']),
    language: text(fields['language']),
  };
}
