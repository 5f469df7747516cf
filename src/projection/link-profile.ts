// What linking needs to know of an entity, from the tally of its documents.
import type { Claim } from '../domain/claim.ts';
import { foldName } from '../domain/names.ts';
import type { LinkProfile } from '../resolution/profile.ts';
import { familyOf } from '../schema/index.ts';
import { bestName, kindOf } from './entity-node.ts';
import type { EntityTally } from './entity-tally.ts';

export function profileOf(tally: EntityTally): LinkProfile {
  const kind = kindOf(tally);
  const name = bestName(tally);
  const numbers = [...valuesOf(tally, 'ordinal'), ...valuesOf(tally, 'number'), ...(name.match(/\d+/g) ?? [])];
  return {
    id: tally.id,
    kind,
    family: familyOf(kind),
    names: [...new Set([...tally.names.values(), ...tally.aliases.values(), ...valuesOf(tally, 'acronym')])].sort(),
    countries: valuesOf(tally, 'country').map(foldName).sort(),
    genders: valuesOf(tally, 'gender'),
    numbers: [...new Set(numbers)].sort(),
    dates: [...tally.times.values()].flatMap((json) => (JSON.parse(json) as (string | null)[])[0] ?? []).sort(),
    posts: [...tally.posts.values()].sort(),
    documents: tally.mentions,
  };
}

/** The role as its text gives it, folded, and the body. */
export const postOf = ({ role, object }: Claim): string => `${foldName(role ?? '')}|${object}`;

function valuesOf(tally: EntityTally, attribute: string): readonly string[] {
  const values = [...(tally.attributes.get(attribute)?.values() ?? [])];
  return values.map((json) => String(JSON.parse(json))).sort();
}
