// CSV for spreadsheets: entities, relationships and evidence as three tables, with cells that no spreadsheet runs.
import type { Row } from '../../query/rows.ts';
import { csvLine, safeCell } from './csv-line.ts';
import type { ExportFile, ExportFormat } from './format.ts';
import { scalar, type ExportSource } from './source.ts';

/** Excel reads UTF-8 only behind a byte order mark. */
const BOM = '\ufeff';
const ENTITY_FIELDS = [
  'id',
  'name',
  'kind',
  'aliases',
  'country',
  'startDate',
  'endDate',
  'documentCount',
  'mentionCount',
];
const FACT_FIELDS = [
  'role',
  'modality',
  'startDate',
  'endDate',
  'claimCount',
  'documentCount',
  'independentSources',
  'confidence',
];
const CLAIM_FIELDS = [
  'id',
  'fact',
  'predicate',
  'quote',
  'modality',
  'polarity',
  'attributedTo',
  'startDate',
  'endDate',
  'start',
  'end',
  'rule',
];

const cells = (fields: readonly string[], properties: Row): string[] =>
  fields.map((field) => safeCell(scalar(properties[field], '; ')));

async function* entities(source: ExportSource): AsyncGenerator<string> {
  yield BOM + csvLine(ENTITY_FIELDS);
  for await (const entity of source.entities()) yield csvLine(cells(ENTITY_FIELDS, entity.properties));
}

async function* relationships(source: ExportSource): AsyncGenerator<string> {
  const names = new Map<string, string>();
  for await (const { id, name } of source.entities()) names.set(id, name);
  const ends = ['id', 'type', 'source', 'sourceName', 'target', 'targetName'];
  yield BOM + csvLine([...ends, ...FACT_FIELDS]);
  for await (const { id, type, source: from, target, properties } of source.facts()) {
    const named = [id, type, from, safeCell(names.get(from) ?? ''), target, safeCell(names.get(target) ?? '')];
    yield csvLine([...named, ...cells(FACT_FIELDS, properties)]);
  }
}

async function* evidence(source: ExportSource): AsyncGenerator<string> {
  yield BOM + csvLine([...CLAIM_FIELDS, 'subject', 'object', 'document']);
  for await (const claim of source.claims())
    yield csvLine([...cells(CLAIM_FIELDS, claim.properties), claim.subject, claim.object, claim.document]);
}

const file = (name: string, write: ExportFile['write']): ExportFile => ({ name, mediaType: 'text/csv', write });

export const csv: ExportFormat = {
  name: 'csv',
  summary: 'CSV for spreadsheets: entities, relationships and evidence',
  files: [file('relationships.csv', relationships), file('entities.csv', entities), file('evidence.csv', evidence)],
};
