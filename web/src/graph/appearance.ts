// Colours and shapes of kinds, read from the graph schema; nothing here knows a kind by name.
import type { EntitySchema, GraphSchema, RelationSchema } from '../api/types.ts';

export type Theme = 'light' | 'dark';
export type Rgb = readonly [number, number, number];

export const SHAPES = ['circle', 'ringed', 'square', 'diamond', 'triangle', 'document'] as const;
export type Shape = (typeof SHAPES)[number];

/** Kinds that share a legend entry. */
export interface KindGroup {
  readonly group: string;
  readonly title: string;
  readonly kinds: readonly EntitySchema[];
}

export class Appearance {
  readonly schema: GraphSchema;
  readonly groups: readonly KindGroup[];
  private readonly entities: ReadonlyMap<string, EntitySchema>;
  private readonly relations: ReadonlyMap<string, RelationSchema>;

  constructor(schema: GraphSchema) {
    this.schema = schema;
    this.entities = new Map(schema.entities.map((entity) => [entity.kind, entity]));
    this.relations = new Map(schema.relations.map((relation) => [relation.type, relation]));
    this.groups = groupsOf(schema.entities);
  }

  colour(kind: string, theme: Theme): string {
    return this.entities.get(kind)?.appearance[theme] ?? (theme === 'light' ? '#2B2A2F' : '#A5A5A5');
  }

  shape(kind: string): Shape {
    const shape = this.entities.get(kind)?.appearance.shape;
    return SHAPES.find((known) => known === shape) ?? 'circle';
  }

  group(kind: string): string {
    return this.entities.get(kind)?.appearance.group ?? kind;
  }

  kindLabel(kind: string): string {
    return this.entities.get(kind)?.label ?? kind;
  }

  plural(kind: string): string {
    return this.entities.get(kind)?.plural ?? kind;
  }

  definition(kind: string): string {
    return this.entities.get(kind)?.definition ?? '';
  }

  relation(type: string): RelationSchema | undefined {
    return this.relations.get(type);
  }

  /** `met with`, or `attended by` read from the other end. */
  relationLabel(type: string, inverse = false): string {
    const relation = this.relations.get(type);
    if (relation === undefined) return type.toLowerCase().replaceAll('_', ' ');
    return inverse ? relation.inverse : relation.label;
  }
}

/** A group is titled by the widest of its kinds: the one with the shortest lineage. */
function groupsOf(entities: readonly EntitySchema[]): readonly KindGroup[] {
  const byGroup = new Map<string, EntitySchema[]>();
  for (const entity of entities) {
    const { group } = entity.appearance;
    byGroup.set(group, [...(byGroup.get(group) ?? []), entity]);
  }
  return [...byGroup].map(([group, kinds]) => {
    const ranked = [...kinds].sort((a, b) => a.lineage.length - b.lineage.length);
    const widest = ranked.find((entity) => entity.kind.toLowerCase() === group) ?? ranked[0]!;
    return { group, title: widest.plural, kinds: ranked };
  });
}

export function parseHex(hex: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** `share` of the first colour over the second: edges are mixed here, since blending 40,000 of them costs the eye and the card. */
export function mix(over: string, under: string, share: number): string {
  const [a, b] = [parseHex(over), parseHex(under)];
  const part = (at: 0 | 1 | 2): string =>
    Math.round(a[at] * share + b[at] * (1 - share))
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
}
