// CSV with the headers that `neo4j-admin database import` reads: the whole graph with claims and documents.
import type { Row } from '../../query/rows.ts';
import { columnsOf, type Columns } from './columns.ts';
import { csvLine } from './csv-line.ts';
import type { ExportFile, ExportFormat } from './format.ts';
import { scalar, type ExportSource } from './source.ts';

/** A separator of lists that no text holds; the command in the hint names it. */
const UNIT = '\u001f';

/** What the importer reads as no value is a list without entries here. */
const EMPTY_LISTS = 'MATCH (e:Entity) WHERE e.aliases IS NULL SET e.aliases = []';

const head = (columns: Columns): string[] => [...columns].map(([name, type]) => `${name}:${type}`);
const body = (columns: Columns, row: Row): string[] =>
  [...columns.keys()].map((name) => scalar(row[name], UNIT).replaceAll('\u0000', ''));

async function* properties<T extends { readonly properties: Row }>(rows: AsyncIterable<T>): AsyncGenerator<Row> {
  for await (const each of rows) yield each.properties;
}

async function* entities(source: ExportSource): AsyncGenerator<string> {
  const columns = await columnsOf(properties(source.entities()));
  yield csvLine(['key:ID', ...head(columns), ':LABEL']);
  for await (const { id, labels, properties: row } of source.entities())
    yield csvLine([id, ...body(columns, row), labels.join(UNIT)]);
}

async function* documents(source: ExportSource): AsyncGenerator<string> {
  const columns = await columnsOf(source.documents());
  yield csvLine(['key:ID', ...head(columns), ':LABEL']);
  for await (const row of source.documents()) yield csvLine([scalar(row['id'], ''), ...body(columns, row), 'Document']);
}

async function* claims(source: ExportSource): AsyncGenerator<string> {
  const columns = await columnsOf(properties(source.claims()));
  yield csvLine(['key:ID', ...head(columns), ':LABEL']);
  for await (const { properties: row } of source.claims())
    yield csvLine([scalar(row['id'], ''), ...body(columns, row), 'Claim']);
}

async function* facts(source: ExportSource): AsyncGenerator<string> {
  const columns = await columnsOf(properties(source.facts()));
  yield csvLine([':START_ID', ':END_ID', ':TYPE', ...head(columns)]);
  for await (const fact of source.facts())
    yield csvLine([fact.source, fact.target, fact.type, ...body(columns, fact.properties)]);
}

async function* provenance(source: ExportSource): AsyncGenerator<string> {
  yield csvLine([':START_ID', ':END_ID', ':TYPE']);
  for await (const { properties: row, subject, object, document } of source.claims()) {
    const claim = scalar(row['id'], '');
    yield csvLine([claim, subject, 'SUBJECT']) + csvLine([claim, object, 'OBJECT']) + csvLine([claim, document, 'IN']);
  }
}

async function* mentions(source: ExportSource): AsyncGenerator<string> {
  const columns = await columnsOf(properties(source.mentions()));
  yield csvLine([':START_ID', ':END_ID', ':TYPE', ...head(columns)]);
  for await (const { entity, document, properties: row } of source.mentions())
    yield csvLine([entity, document, 'MENTIONED_IN', ...body(columns, row)]);
}

const file = (name: string, write: ExportFile['write']): ExportFile => ({ name, mediaType: 'text/csv', write });

export const neo4jCsv: ExportFormat = {
  name: 'neo4j-csv',
  summary: 'CSV for `neo4j-admin database import`: the whole graph with its claims and documents',
  files: [
    file('entities.csv', entities),
    file('documents.csv', documents),
    file('claims.csv', claims),
    file('facts.csv', facts),
    file('provenance.csv', provenance),
    file('mentions.csv', mentions),
  ],
  hint: `neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true \\
  --nodes=entities.csv --nodes=documents.csv --nodes=claims.csv \\
  --relationships=facts.csv --relationships=provenance.csv --relationships=mentions.csv
CSV has no empty lists; after the import, in the database: ${EMPTY_LISTS}`,
};
