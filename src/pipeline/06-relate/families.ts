// Families of kinds, as the roles of frames name them.
import { isA } from '../../schema/index.ts';
import type { EntityKind } from '../../schema/index.ts';
import type { Family } from './frame.ts';

/** In this order: a country is a place too, but acts; nobody attends an incident or a visit. */
const ROOTS: readonly (readonly [EntityKind, Family])[] = [
  ['Person', 'person'],
  ['Organisation', 'body'],
  ['Country', 'country'],
  ['Place', 'place'],
  ['Incident', 'incident'],
  ['Visit', 'visit'],
  ['Event', 'event'],
  ['Instrument', 'instrument'],
  ['Topic', 'topic'],
  ['Proposal', 'proposal'],
];

export function familyOfKind(kind: EntityKind): Family | undefined {
  return ROOTS.find(([root]) => isA(kind, root))?.[1];
}

/** A role that takes places takes countries too, one that takes events takes incidents; `site` is a place that is no country. */
export function takesFamily(takes: readonly Family[], family: Family): boolean {
  if (takes.includes(family)) return true;
  if (family === 'country') return takes.includes('place');
  if (family === 'incident') return takes.includes('event');
  return family === 'place' && takes.includes('site');
}
