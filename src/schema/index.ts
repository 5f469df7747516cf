// The schema as the code asks for it: kinds declare properties, code asks for the property and never for a kind's name.
import type { EntitySchema, RelationSchema } from './compile.ts';
import { SCHEMA, type EntityKind, type RelationType } from './generated.ts';

export type {
  Appearance,
  AttributeSchema,
  AttributeType,
  EntitySchema,
  GraphSchema,
  RelationSchema,
} from './compile.ts';
export { SCHEMA, type EntityKind, type RelationType } from './generated.ts';

const entityByKind = new Map<string, EntitySchema>(SCHEMA.entities.map((entity) => [entity.kind, entity]));
const relationByType = new Map<string, RelationSchema>(SCHEMA.relations.map((relation) => [relation.type, relation]));

export function isEntityKind(name: string): name is EntityKind {
  return entityByKind.has(name);
}

export function isRelationType(name: string): name is RelationType {
  return relationByType.has(name);
}

export function entitySchema(kind: EntityKind): EntitySchema {
  return entityByKind.get(kind)!;
}

export function relationSchema(type: RelationType): RelationSchema {
  return relationByType.get(type)!;
}

/** Labels of a node of this kind, most general first: `['Event', 'Meeting']`. */
export function labelsOf(kind: EntityKind): readonly EntityKind[] {
  return [...entitySchema(kind).lineage].reverse() as EntityKind[];
}

/** The top of a kind's lineage, which entity ids are made with: `Meeting` → `Event`. */
export function familyOf(kind: EntityKind): EntityKind {
  return entitySchema(kind).lineage.at(-1) as EntityKind;
}

export function isA(kind: EntityKind, ancestor: EntityKind): boolean {
  return entitySchema(kind).lineage.includes(ancestor);
}

/** True where the relation's signature lets a source and a target of these kinds stand at its ends. */
export function fitsSignature(type: RelationType, source: EntityKind, target: EntityKind): boolean {
  const signature = relationSchema(type);
  const fits = (kind: EntityKind, allowed: readonly string[]): boolean =>
    entitySchema(kind).lineage.some((ancestor) => allowed.includes(ancestor));
  return fits(source, signature.source) && fits(target, signature.target);
}
