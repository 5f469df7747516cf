// Profiles of entities for tests of linking.
import { entityId } from '../../src/domain/ids.ts';
import type { LinkProfile } from '../../src/resolution/profile.ts';
import { type EntityKind, familyOf } from '../../src/schema/index.ts';

type Facts = Partial<Omit<LinkProfile, 'id' | 'family' | 'kind' | 'documents'>> & {
  readonly documents?: readonly string[];
};

let count = 0;

/** Each profile is an entity of its own, named by its first name. */
export function aProfile(kind: EntityKind, names: string | readonly string[], facts: Facts = {}): LinkProfile {
  const own = `document ${++count}`;
  return {
    id: entityId(familyOf(kind), `${count}`),
    kind,
    family: familyOf(kind),
    names: typeof names === 'string' ? [names] : [...names].sort(),
    countries: [],
    genders: [],
    numbers: [],
    dates: [],
    posts: [],
    ...facts,
    documents: new Map((facts.documents ?? [own]).map((id) => [id, true])),
  };
}
