// The key that makes one entity of equal names in two documents, and keeps unnamed things apart.
import type { AttributeValue } from '../../domain/claim.ts';
import { foldName } from '../../domain/names.ts';
import { type EntityKind, familyOf } from '../../schema/index.ts';

export interface Keyed {
  readonly kind: EntityKind;
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** True where no mention names it: `the talks`, `an accord`. */
  readonly isUnnamed: boolean;
  /** Only persons: one word by which several people may be called. */
  readonly document: string;
  /** Offset of the first mention in the raw text. */
  readonly start: number;
}

const withSpelling = (folded: string): string =>
  folded
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\borganization\b/g, 'organisation')
    .replace(/\bco operation\b/g, 'cooperation')
    .replace(/\bcenter\b/g, 'centre');

const text = (value: AttributeValue | undefined): string => (typeof value === 'string' ? foldName(value) : '');

/** Described things never meet across documents; a lone surname meets only another of the same country and document. */
export function canonicalKey(entity: Keyed): string {
  const family = familyOf(entity.kind);
  const name = withSpelling(foldName(entity.name));
  if (entity.isUnnamed) return `${name}|${entity.document}|${entity.start}`;
  if (family === 'Person') return name.includes(' ') ? name : `${name}|${entity.document}`;
  if (family === 'Organisation') return bodyKey(entity, name);
  if (family === 'Event') return eventKey(entity, name);
  return name;
}

/** `Ministry of Finance` exists in every country, `United Nations` once: a body of a country carries it. */
function bodyKey(entity: Keyed, name: string): string {
  const country = text(entity.attributes['country']);
  return country === '' || entity.kind === 'Media' ? name : `${name}|${country}`;
}

/** The ordinal is part of the name; a year that the name does not show tells two summits apart. */
function eventKey(entity: Keyed, name: string): string {
  const year = text(entity.attributes['year']) || yearOf(entity.attributes['startDate']);
  return year === '' || name.includes(year) || /\b\d+(?:st|nd|rd|th)\b/.test(name) ? name : `${name}|${year}`;
}

const yearOf = (date: AttributeValue | undefined): string =>
  typeof date === 'string' ? (/^\d{4}/.exec(date)?.[0] ?? '') : '';
