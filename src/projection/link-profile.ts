// What linking needs to know of an entity, from the tally of its documents.
import type { LinkProfile } from '../resolution/profile.ts';
import { familyOf } from '../schema/index.ts';
import { kindOf } from './entity-node.ts';
import type { EntityTally } from './entity-tally.ts';

export function profileOf(tally: EntityTally): LinkProfile {
  const kind = kindOf(tally);
  const names = [...new Set([...tally.names.values(), ...tally.aliases.values()])].sort();
  return { id: tally.id, kind, family: familyOf(kind), names };
}
