// Rows as JSON text, as Neo4j's Query API writes them: plain JSON, or JSON in which every value names its type.
import type { ResultNode, ResultPath, ResultRelationship, ResultTemporal, ResultValue, RowsAsText } from './result.ts';

/** Text is written directly: a tree of objects for JSON.stringify would cost more than the query. */
type Write = (value: ResultValue) => string;
type Entries = readonly (readonly [string, ResultValue])[];

const text = (value: string): string => JSON.stringify(value);

/** JSON has no NaN and no infinities; Neo4j writes them as strings. */
function plainNumber(value: number): string {
  return Number.isFinite(value) ? wholeFloat(value) : text(javaNumber(value));
}

/** A float that is whole keeps its point, as Java prints it. */
const wholeFloat = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21
    ? `${Object.is(value, -0) ? '-0' : value.toString()}.0`
    : value.toString();

const javaNumber = (value: number): string =>
  Number.isFinite(value)
    ? wholeFloat(value)
    : value === Infinity
      ? 'Infinity'
      : value === -Infinity
        ? '-Infinity'
        : 'NaN';

function object(entries: Entries, write: Write): string {
  let out = '{';
  for (let at = 0; at < entries.length; at++) {
    const [key, value] = entries[at]!;
    out += `${at === 0 ? '' : ','}${text(key)}:${write(value)}`;
  }
  return `${out}}`;
}

function array(values: readonly ResultValue[], write: Write): string {
  let out = '[';
  for (let at = 0; at < values.length; at++) out += (at === 0 ? '' : ',') + write(values[at]!);
  return `${out}]`;
}

function* alternating(path: ResultPath): Generator<ResultNode | ResultRelationship> {
  for (const [at, node] of path.nodes.entries()) {
    yield node;
    const next = path.relationships[at];
    if (next !== undefined) yield next;
  }
}

const isList = (value: object): value is readonly ResultValue[] => Array.isArray(value);

function plain(value: ResultValue): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'bigint':
      return value.toString();
    case 'number':
      return plainNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : isList(value) ? array(value, plain) : plainStructure(value);
  }
}

function plainStructure(value: Exclude<ResultValue & object, readonly ResultValue[]>): string {
  switch (value.type) {
    case 'map':
      return object(value.entries, plain);
    case 'node':
      return `{"elementId":${text(value.elementId)},"labels":${JSON.stringify(value.labels)},"properties":${object(value.properties, plain)}}`;
    case 'relationship':
      return `{"elementId":${text(value.elementId)},"startNodeElementId":${text(value.startElementId)},"endNodeElementId":${text(value.endElementId)},"type":${text(value.relationshipType)},"properties":${object(value.properties, plain)}}`;
    case 'path':
      return array([...alternating(value)], plain);
    default:
      return text(value.iso);
  }
}

const TEMPORAL_TYPES: Readonly<Record<ResultTemporal['type'], string>> = {
  date: 'Date',
  time: 'Time',
  localtime: 'LocalTime',
  datetime: 'OffsetDateTime',
  localdatetime: 'LocalDateTime',
  duration: 'Duration',
};

/** A time with the name of its zone is another type there than one with an offset. */
const temporalType = ({ type, iso }: ResultTemporal): string =>
  type === 'datetime' && iso.endsWith(']') ? 'ZonedDateTime' : TEMPORAL_TYPES[type];

const named = (type: string, value: string): string => `{"$type":"${type}","_value":${value}}`;

function typed(value: ResultValue): string {
  switch (typeof value) {
    case 'string':
      return named('String', text(value));
    case 'bigint':
      return named('Integer', `"${value}"`);
    case 'number':
      return named('Float', text(javaNumber(value)));
    case 'boolean':
      return named('Boolean', value ? 'true' : 'false');
    default:
      return value === null
        ? named('Null', 'null')
        : isList(value)
          ? named('List', array(value, typed))
          : typedStructure(value);
  }
}

function typedStructure(value: Exclude<ResultValue & object, readonly ResultValue[]>): string {
  switch (value.type) {
    case 'map':
      return named('Map', object(value.entries, typed));
    case 'node':
      return named(
        'Node',
        `{"_element_id":${text(value.elementId)},"_labels":${JSON.stringify(value.labels)},"_properties":${object(value.properties, typed)}}`,
      );
    case 'relationship':
      return named(
        'Relationship',
        `{"_element_id":${text(value.elementId)},"_start_node_element_id":${text(value.startElementId)},"_end_node_element_id":${text(value.endElementId)},"_type":${text(value.relationshipType)},"_properties":${object(value.properties, typed)}}`,
      );
    case 'path':
      return named('Path', array([...alternating(value)], typed));
    default:
      return named(temporalType(value), text(value.iso));
  }
}

type Row = readonly ResultValue[];

/** What JSON.stringify writes as `plain` does. */
const isPlainJson = (value: ResultValue): boolean =>
  typeof value === 'string' ||
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value));

/** The row itself where it can be, since a copy of every row costs as much as the text; undefined where a cell needs `plain`. */
function plainJsonRow(row: Row): readonly unknown[] | undefined {
  let copy: unknown[] | undefined;
  for (let at = 0; at < row.length; at++) {
    const value = row[at]!;
    if (isPlainJson(value)) continue;
    // A whole number that JavaScript holds exactly is written as any number.
    if (typeof value !== 'bigint' || !Number.isSafeInteger(Number(value))) return undefined;
    copy ??= [...row];
    copy[at] = Number(value);
  }
  return copy ?? row;
}

/** Runs of such rows are written by JSON.stringify at once: three times as fast as cell by cell. */
function plainRows(rows: readonly Row[]): string {
  const parts: string[] = [];
  let run: (readonly unknown[])[] = [];
  const endRun = (): void => {
    if (run.length > 0) parts.push(JSON.stringify(run).slice(1, -1));
    run = [];
  };
  for (const row of rows) {
    const cells = plainJsonRow(row);
    if (cells !== undefined) run.push(cells);
    else {
      endRun();
      parts.push(array(row, plain));
    }
  }
  endRun();
  return parts.join(',');
}

const typedRows = (rows: readonly Row[]): string => rows.map((row) => array(row, typed)).join(',');

/** The rows with commas between them. */
export const writeRows = (rows: readonly Row[], as: RowsAsText): string =>
  as === 'typed-json' ? typedRows(rows) : plainRows(rows);
