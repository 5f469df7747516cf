// What a format writes from: entities, facts, claims and documents of a selection, read in batches.
import { FACT_BATCH, CLAIM_BATCH, ENTITY_BATCH, DOCUMENT_BATCH, MENTION_BATCH } from '../../query/export.ts';
import { rowsOf, type Plain, type Read, type Row } from '../../query/rows.ts';
import { list, row, strings, text } from '../../query/shapes.ts';
import type { GraphSchema } from '../../schema/index.ts';
import { hasPeriod, selectIds, type Selection } from './selection.ts';

export interface ExportEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly properties: Row;
}
export interface ExportFact {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Row;
}
export interface ExportClaim {
  readonly properties: Row;
  readonly subject: string;
  readonly object: string;
  readonly document: string;
}
export interface ExportMention {
  readonly entity: string;
  readonly document: string;
  readonly properties: Row;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Rows a batch: large enough to be quick, small enough to keep the store responsive. */
const BATCH = 1000;
const LIMITS = { timeoutMs: 60_000, maxRows: 10_000_000, maxBytes: 2 ** 34 };

export class ExportSource {
  readonly schema: GraphSchema;
  /** Where the explorer drew each entity, where it did. */
  readonly places: ReadonlyMap<string, Place>;
  readonly #read: Read;
  readonly #selection: Selection;
  readonly #ids: readonly string[];
  readonly #selected: ReadonlySet<string>;

  private constructor(
    read: Read,
    schema: GraphSchema,
    selection: Selection,
    ids: readonly string[],
    places: ReadonlyMap<string, Place>,
  ) {
    this.#read = read;
    this.schema = schema;
    this.places = places;
    this.#selection = selection;
    this.#ids = ids;
    this.#selected = new Set(ids);
  }

  static async open(
    read: Read,
    schema: GraphSchema,
    selection: Selection,
    places: ReadonlyMap<string, Place>,
  ): Promise<ExportSource> {
    const whole = new ExportSource(read, schema, selection, await selectIds(read, selection), places);
    if (!hasPeriod(selection)) return whole;
    const ends = new Set<string>();
    for await (const { source, target } of whole.facts()) ends.add(source).add(target);
    return new ExportSource(read, schema, selection, [...ends].sort(), places);
  }

  async *entities(): AsyncGenerator<ExportEntity> {
    for await (const found of this.#batches(ENTITY_BATCH)) {
      const properties = row(found['properties']);
      yield {
        id: text(properties['id']) ?? '',
        kind: text(properties['kind']) ?? '',
        name: text(properties['name']) ?? '',
        labels: strings(found['labels']),
        properties,
      };
    }
  }

  async *facts(): AsyncGenerator<ExportFact> {
    const { from = null, to = null } = this.#selection;
    for await (const found of this.#batches(FACT_BATCH, { from, to })) {
      const properties = row(found['properties']);
      const target = text(found['target']) ?? '';
      if (!this.#selected.has(target)) continue;
      yield {
        id: text(properties['id']) ?? '',
        type: text(found['type']) ?? '',
        source: text(found['source']) ?? '',
        target,
        properties,
      };
    }
  }

  async *claims(): AsyncGenerator<ExportClaim> {
    for await (const found of this.#batches(CLAIM_BATCH)) {
      const object = text(found['object']) ?? '';
      if (!this.#selected.has(object)) continue;
      const claim = row(found['properties']);
      yield {
        properties: claim,
        subject: text(found['subject']) ?? '',
        object,
        document: text(found['document']) ?? '',
      };
    }
  }

  async *mentions(): AsyncGenerator<ExportMention> {
    for await (const found of this.#batches(MENTION_BATCH))
      yield {
        entity: text(found['entity']) ?? '',
        document: text(found['document']) ?? '',
        properties: row(found['properties']),
      };
  }

  /** Documents that name one of the entities. */
  async *documents(): AsyncGenerator<Row> {
    const ids = new Set<string>();
    for await (const { document } of this.mentions()) ids.add(document);
    for await (const { document } of this.claims()) ids.add(document);
    for (const batch of inBatches([...ids].sort()))
      for (const found of rowsOf(await this.#read(DOCUMENT_BATCH, { ids: batch }, LIMITS)))
        yield row(found['properties']);
  }

  async *#batches(statement: string, parameters: Readonly<Record<string, Plain>> = {}): AsyncGenerator<Row> {
    for (const ids of inBatches(this.#ids)) yield* rowsOf(await this.#read(statement, { ...parameters, ids }, LIMITS));
  }
}

function* inBatches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}

/** A property as text; lists joined as the format joins them. */
export function scalar(value: Plain | undefined, separator: string): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? list(value).map(String).join(separator) : String(value);
}
