// Turns the YAML documents of graph-schema/ into one checked schema, in two passes: read everything, then resolve references.

export const ATTRIBUTE_TYPES = ['text', 'integer', 'date', 'boolean', 'list'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export interface AttributeSchema {
  readonly type: AttributeType;
  readonly definition: string;
}

export interface Appearance {
  /** Kinds of one group share a legend entry and a colour. */
  readonly group: string;
  readonly shape: string;
  readonly light: string;
  readonly dark: string;
}

export interface EntitySchema {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly definition: string;
  /** From the kind itself up to its family: the labels of its nodes. */
  readonly lineage: readonly string[];
  /** Present where the kind is derived from facts and never given by extraction. */
  readonly derived?: string;
  /** True where entities of this kind are never merged across documents. */
  readonly ownDocumentOnly: boolean;
  readonly appearance: Appearance;
  /** Own and inherited. */
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly alignments: Readonly<Record<string, string>>;
}

export interface RelationSchema {
  readonly type: string;
  readonly label: string;
  readonly inverse: string;
  readonly definition: string;
  readonly symmetric: boolean;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly alignments: Readonly<Record<string, string>>;
}

export interface GraphSchema {
  readonly entities: readonly EntitySchema[];
  readonly relations: readonly RelationSchema[];
}

/** One parsed YAML file, with the name it is blamed by. */
export interface SchemaSource {
  readonly file: string;
  readonly content: unknown;
}

/** Names of the graph that are not kinds: a kind of the same name would collide with their label. */
const RESERVED_LABELS = ['Entity', 'Claim', 'Document', 'Store'];
const RESERVED_TYPES = ['SUBJECT', 'OBJECT', 'IN', 'MENTIONED_IN'];

type Fields = Readonly<Record<string, unknown>>;

/** @throws Error that lists every fault of the folder at once, each with its file. */
export function compileSchema(
  entityFiles: readonly SchemaSource[],
  relationFiles: readonly SchemaSource[],
): GraphSchema {
  const faults: string[] = [];
  const raw = new Map<string, Fields>();
  for (const { file, content } of entityFiles) {
    const fields = asFields(content);
    const kind = fields['kind'];
    if (typeof kind !== 'string' || !/^[A-Z][A-Za-z]*$/.test(kind))
      faults.push(`${file}: kind must be a PascalCase word`);
    else if (raw.has(kind) || RESERVED_LABELS.includes(kind)) faults.push(`${file}: the label ${kind} is taken`);
    else raw.set(kind, fields);
  }
  const entities = [...raw.keys()].sort().map((kind) => compileEntity(kind, raw, faults));
  const relations = relationFiles
    .map(({ file, content }) => compileRelation(file, asFields(content), raw, faults))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
  relations.forEach((relation, index) => {
    if (relations[index - 1]?.type === relation.type) faults.push(`${relation.type}: defined twice`);
  });
  if (faults.length > 0) throw new Error(`graph-schema has ${faults.length} faults:\n  ${faults.join('\n  ')}`);
  return { entities, relations };
}

function compileEntity(kind: string, raw: ReadonlyMap<string, Fields>, faults: string[]): EntitySchema {
  const lineage = lineageOf(kind, raw, faults);
  const own = raw.get(kind)!;
  const inherited = [...lineage].reverse().map((ancestor) => raw.get(ancestor)!);
  const appearance = Object.assign({}, ...inherited.map((fields) => fields['appearance'] ?? {})) as Partial<Appearance>;
  for (const name of ['group', 'shape', 'light', 'dark'] as const)
    if (typeof appearance[name] !== 'string') faults.push(`${kind}: appearance.${name} is missing`);
  const attributes: Record<string, AttributeSchema> = {};
  for (const fields of inherited)
    for (const [name, value] of Object.entries(asFields(fields['attributes']))) {
      const attribute = value as AttributeSchema;
      if (!ATTRIBUTE_TYPES.includes(attribute.type)) faults.push(`${kind}.${name}: unknown attribute type`);
      attributes[name] = attribute;
    }
  return {
    kind,
    label: textField(own, 'label') ?? kind,
    plural: required(kind, own, 'plural', faults),
    definition: required(kind, own, 'definition', faults),
    lineage,
    ...(typeof own['derived'] === 'string' ? { derived: own['derived'].trim() } : {}),
    ownDocumentOnly: inherited.some((fields) => fields['ownDocumentOnly'] === true),
    appearance: appearance as Appearance,
    attributes,
    alignments: asFields(own['alignments']) as Readonly<Record<string, string>>,
  };
}

function lineageOf(kind: string, raw: ReadonlyMap<string, Fields>, faults: string[]): readonly string[] {
  const lineage = [kind];
  for (;;) {
    const parent = textField(raw.get(lineage.at(-1)!)!, 'extends');
    if (parent === undefined) return lineage;
    if (!raw.has(parent)) faults.push(`${kind}: extends the unknown kind ${parent}`);
    if (lineage.includes(parent)) faults.push(`${kind}: extends itself`);
    if (!raw.has(parent) || lineage.includes(parent)) return lineage;
    lineage.push(parent);
  }
}

function compileRelation(
  file: string,
  fields: Fields,
  raw: ReadonlyMap<string, Fields>,
  faults: string[],
): RelationSchema {
  const type = textField(fields, 'type') ?? '';
  if (!/^[A-Z]+(_[A-Z]+)*$/.test(type) || RESERVED_TYPES.includes(type))
    faults.push(`${file}: type must be a free UPPER_CASE name`);
  const kindsOf = (end: 'source' | 'target'): readonly string[] => {
    const kinds = fields[end];
    if (!Array.isArray(kinds) || kinds.length === 0) faults.push(`${file}: the signature has no ${end}`);
    const names = Array.isArray(kinds) ? kinds.map(String) : [];
    for (const name of names) if (!raw.has(name)) faults.push(`${file}: ${end} names the unknown kind ${name}`);
    return names;
  };
  const relation: RelationSchema = {
    type,
    label: required(file, fields, 'label', faults),
    inverse: required(file, fields, 'inverse', faults),
    definition: required(file, fields, 'definition', faults),
    symmetric: fields['symmetric'] === true,
    source: kindsOf('source'),
    target: kindsOf('target'),
    qualifiers: asFields(fields['qualifiers']) as Readonly<Record<string, string>>,
    alignments: asFields(fields['alignments']) as Readonly<Record<string, string>>,
  };
  if (relation.symmetric && relation.source.join() !== relation.target.join())
    faults.push(`${file}: a symmetric relation has the same kinds at both ends`);
  return relation;
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : undefined;
}

function required(where: string, fields: Fields, name: string, faults: string[]): string {
  const value = textField(fields, name);
  if (value === undefined || value === '') faults.push(`${where}: ${name} is missing`);
  return value ?? '';
}
