// Kinds that are derived from facts, never given by extraction; ids never depend on them.
import type { Claim } from '../domain/claim.ts';
import { type EntityKind, isA, type RelationType } from '../schema/index.ts';

interface DerivedKind {
  readonly kind: EntityKind;
  readonly of: EntityKind;
  readonly relation: RelationType;
  readonly targets: readonly EntityKind[];
  /** Or a target of any kind with this attribute. */
  readonly orTargetWith: readonly [attribute: string, value: string];
  /** Of the relation's `status`: a nominee does not hold the post yet. */
  readonly notWithStatus: readonly string[];
}

/** DESIGN: a person who holds or held a post in an agency, a country or an intergovernmental body. */
export const OFFICIAL: DerivedKind = {
  kind: 'Official',
  of: 'Person',
  relation: 'HOLDS_POSITION',
  targets: ['Agency', 'Country'],
  orTargetWith: ['organisationKind', 'intergovernmental'],
  notWithStatus: ['nominee', 'incoming'],
};

export function makesOfficials(kind: EntityKind, attribute: (name: string) => unknown): boolean {
  const [name, value] = OFFICIAL.orTargetWith;
  return OFFICIAL.targets.some((target) => isA(kind, target)) || attribute(name) === value;
}

export function isPostHeld(claim: Claim): boolean {
  return (
    claim.predicate === OFFICIAL.relation &&
    claim.polarity === 'affirmed' &&
    claim.modality === 'occurred' &&
    !OFFICIAL.notWithStatus.includes(String(claim.attributes['status']))
  );
}
