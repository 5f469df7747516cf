// FollowTheMoney entities, one JSON object a line, for OpenAleph and other tools of investigations.
import { defaultModel } from '@opensanctions/followthemoney';
import { tupleId } from '../../domain/ids.ts';
import { list, strings, text } from '../../query/shapes.ts';
import type { Row } from '../../query/rows.ts';
import { SCHEMA } from '../../schema/index.ts';
import type { ExportFormat } from './format.ts';
import type { ExportEntity, ExportFact, ExportSource } from './source.ts';

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

interface FtmSchema {
  readonly extends?: readonly string[];
  readonly edge?: { readonly source: string; readonly target: string };
  readonly properties: Readonly<Record<string, { readonly range?: string | null }>>;
}

const MODEL = defaultModel.schemata as unknown as Readonly<Record<string, FtmSchema>>;

const isA = (schema: string, ancestor: string): boolean =>
  schema === ancestor || (MODEL[schema]?.extends ?? []).some((parent) => isA(parent, ancestor));

/** The nearest node schema; what FollowTheMoney sees as a link to a document is the document here. */
function schemaOfKind(alignment: string | undefined): string | undefined {
  if (alignment === undefined || MODEL[alignment] === undefined) return undefined;
  return MODEL[alignment].edge === undefined ? alignment : 'Document';
}

const SCHEMA_OF_KIND = new Map(
  SCHEMA.entities.map((entity) => [entity.kind, schemaOfKind(entity.alignments['followTheMoney'])]),
);
const RELATIONS = new Map(SCHEMA.relations.map((relation) => [relation.type, relation]));

/** ISO dates with a year; FollowTheMoney has no way to say `--04-23`. */
const dates = (value: unknown): readonly string[] => (typeof value === 'string' && /^\d{4}/.test(value) ? [value] : []);
const one = (value: string | null): readonly string[] => (value === null || value === '' ? [] : [value]);

function entity(id: string, schema: string, properties: Readonly<Record<string, readonly string[]>>): FtmEntity {
  const present = Object.entries(properties).filter(([, values]) => values.length > 0);
  return { id, schema, properties: Object.fromEntries(present) };
}

function nodeOf({ id, name, properties }: ExportEntity, schema: string): FtmEntity {
  const common = { name: [name], alias: strings(properties['aliases']), summary: one(text(properties['country'])) };
  if (isA(schema, 'Document')) return entity(id, schema, { ...common, title: [name], fileName: [name] });
  if (isA(schema, 'Address')) return entity(id, schema, { ...common, full: [name] });
  const time = isA(schema, 'Interval')
    ? { startDate: dates(properties['startDate']), endDate: dates(properties['endDate']) }
    : {};
  return entity(id, schema, { ...common, ...time });
}

function documentOf(row: Row): FtmEntity {
  const id = text(row['id']) ?? '';
  const title = text(row['title']) ?? id;
  return entity(id, 'Document', {
    name: [title],
    title: [title],
    fileName: [title],
    publisher: one(text(row['publisher'])),
    publishedAt: dates(row['publishedOn']),
  });
}

interface Proof {
  readonly quotes: readonly string[];
  readonly documents: readonly string[];
}

function* linksOf(fact: ExportFact, kinds: ReadonlyMap<string, string>, proof: Proof): Generator<FtmEntity> {
  const { id, type, source, target, properties } = fact;
  const [from, to] = [kinds.get(source), kinds.get(target)];
  if (from === undefined || to === undefined) return;
  const role = text(properties['role']);
  const said = {
    startDate: dates(properties['startDate']),
    endDate: dates(properties['endDate']),
    summary: proof.quotes,
    proof: proof.documents,
  };
  const aligned = RELATIONS.get(type)?.alignments['followTheMoney']?.split(/[,:]/)[0]?.trim();
  if (aligned === 'Occupancy' && isA(from, 'Person')) {
    yield* occupancy(fact, to, said);
    return;
  }
  const link = directLink(aligned, { source, from, target, to });
  const own = { role: [role ?? RELATIONS.get(type)?.label ?? type] };
  yield link === undefined
    ? entity(id, 'UnknownLink', { subject: [source], object: [target], ...own, ...said })
    : entity(id, link.schema, { ...link.ends, ...own, ...said });
}

/** A post is an entity of its own in FollowTheMoney: who, holds which post, of which organisation. */
function* occupancy(
  { id, source, target, properties }: ExportFact,
  to: string,
  said: Record<string, readonly string[]>,
): Generator<FtmEntity> {
  const name = text(properties['role']) ?? 'post';
  const post = tupleId('ftm-position/1', [target, name]);
  yield entity(post, 'Position', { name: [name], organization: isA(to, 'Organization') ? [target] : [] });
  yield entity(id, 'Occupancy', { holder: [source], post: [post], status: one(text(properties['status'])), ...said });
}

interface Ends {
  readonly source: string;
  readonly from: string;
  readonly target: string;
  readonly to: string;
}

/** The aligned link where both ends are what it takes, in this direction or the other. */
function directLink(
  aligned: string | undefined,
  { source, from, target, to }: Ends,
): { schema: string; ends: Record<string, readonly string[]> } | undefined {
  const schema = aligned === undefined ? undefined : MODEL[aligned];
  if (aligned === undefined || schema?.edge === undefined) return undefined;
  const { source: first, target: second } = schema.edge;
  const takes = (property: string, kind: string): boolean => isA(kind, rangeOf(aligned, property));
  if (takes(first, from) && takes(second, to))
    return { schema: aligned, ends: { [first]: [source], [second]: [target] } };
  if (takes(first, to) && takes(second, from))
    return { schema: aligned, ends: { [first]: [target], [second]: [source] } };
  return undefined;
}

function rangeOf(schema: string, property: string): string {
  const own = MODEL[schema]?.properties[property]?.range;
  if (own) return own;
  return (
    (MODEL[schema]?.extends ?? []).map((parent) => rangeOf(parent, property)).find((range) => range !== 'Nothing') ??
    'Nothing'
  );
}

async function* entities(source: ExportSource): AsyncGenerator<FtmEntity> {
  const schemas = new Map<string, string>();
  for await (const node of source.entities()) {
    const schema = SCHEMA_OF_KIND.get(node.kind);
    if (schema === undefined) continue;
    schemas.set(node.id, schema);
    yield nodeOf(node, schema);
  }
  for await (const document of source.documents()) yield documentOf(document);
  const proofs = await proofsOf(source);
  const written = new Set<string>();
  for await (const fact of source.facts())
    for (const link of linksOf(fact, schemas, proofs.get(fact.id) ?? { quotes: [], documents: [] })) {
      if (written.has(link.id)) continue;
      if (link.schema === 'Position') written.add(link.id);
      yield link;
    }
}

async function proofsOf(source: ExportSource): Promise<ReadonlyMap<string, Proof>> {
  const proofs = new Map<string, { quotes: string[]; documents: string[] }>();
  for await (const { properties, document } of source.claims()) {
    const fact = text(properties['fact']) ?? '';
    const proof = proofs.get(fact) ?? { quotes: [], documents: [] };
    proof.quotes.push(...list(properties['quote'] === undefined ? [] : [properties['quote']]).map(String));
    if (!proof.documents.includes(document)) proof.documents.push(document);
    proofs.set(fact, proof);
  }
  return proofs;
}

async function* write(source: ExportSource): AsyncGenerator<string> {
  for await (const each of entities(source)) yield `${JSON.stringify(each)}\n`;
}

export const followTheMoney: ExportFormat = {
  name: 'ftm',
  summary: 'FollowTheMoney entities, one a line; topics and proposals have no counterpart there and are left out',
  files: [{ name: 'plenary.ftm.json', mediaType: 'application/x-ndjson', write }],
};
