// The gold's types, and how the types of extractors and of other annotation schemes map onto them.

const TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    Person: 'official person',
    Organisation: 'organization organisation company delegation media party',
    Agency: 'agency ministry publicbody governmentagency',
    Place: 'country city place location gpe facility region',
    Event: 'meeting event conference visit call ceremony incident',
    Document: 'document agreement law treaty statement instrument communique resolution strategy',
    Proposal: 'proposal',
    Topic: 'topic issue',
    Date: 'date time',
  }).flatMap(([type, names]) => names.split(' ').map((name) => [name, type])),
);

const RELATIONS: Readonly<Record<string, string>> = {
  SAID: 'STATED',
  STATEMENT: 'STATED',
  LOCATED_IN: 'PART_OF',
  IN_COUNTRY: 'PART_OF',
  SUBSIDIARY_OF: 'PART_OF',
  HELD_IN: 'TOOK_PLACE_IN',
  TAKES_PLACE_IN: 'TOOK_PLACE_IN',
  TOOK_PLACE_ON: 'ON_DATE',
  OCCURRED_ON: 'ON_DATE',
  HELD_ON: 'ON_DATE',
  MET: 'MET_WITH',
  MEETING_WITH: 'MET_WITH',
  APPROVED: 'ADOPTED',
  PARTICIPATED_IN: 'ATTENDED',
  TOOK_PART_IN: 'ATTENDED',
  SPOKE_AT: 'ATTENDED',
  ORGANISED: 'HOSTED',
  ORGANIZED: 'HOSTED',
  POSITION: 'HOLDS_POSITION',
  CALLED: 'SPOKE_WITH',
  ABOUT: 'ADDRESSES',
};

export const SYMMETRIC: ReadonlySet<string> = new Set(['MET_WITH', 'SPOKE_WITH']);
/** Their targets are open texts: they may be credited by where the evidence stands. */
export const SOFT: ReadonlySet<string> = new Set(['STATED', 'PROPOSED', 'DISCUSSED', 'ADDRESSES']);
/** Their names are phrases: half of the words in common is enough. */
export const PHRASES: ReadonlySet<string> = new Set(['Event', 'Document', 'Proposal', 'Topic']);

const CORE = ['Person', 'Agency', 'Organisation', 'Place', 'Event', 'Document'];
/** Types that are scored: all, all but dates (which may be properties of events), or the closed ones. */
export type Scope = 'all' | 'no-dates' | 'core';

export function typesInScope(scope: Scope): ReadonlySet<string> {
  return new Set(scope === 'core' ? CORE : [...CORE, 'Topic', 'Proposal']);
}

export function entityType(type: string): string {
  return TYPES[type.toLowerCase().replace(/[^a-z]/gu, '')] ?? type;
}

export function relationType(type: string): string {
  const name = type
    .toUpperCase()
    .replace(/[^A-Z]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return RELATIONS[name] ?? name;
}
