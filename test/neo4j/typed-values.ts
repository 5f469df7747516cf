// Values of the driver as the typed answers of the Query API write them, and a query for each type of value.
import neo4j, { type Path } from 'neo4j-driver';

export interface TypedValue {
  readonly $type: string;
  readonly _value: unknown;
}

const typed = ($type: string, _value: unknown): TypedValue => ({ $type, _value });

/** As Java prints a double: what is whole keeps its point. */
const floatText = (value: number): string =>
  Object.is(value, -0) ? '-0.0' : Number.isInteger(value) ? `${value}.0` : String(value);

/** Ids of elements are each store's own, so they are left out here and in `withoutIds`. */
export function typedOverBolt(value: unknown): TypedValue {
  if (value === null || value === undefined) return typed('Null', null);
  if (typeof value === 'boolean') return typed('Boolean', value);
  if (typeof value === 'string') return typed('String', value);
  if (typeof value === 'number') return typed('Float', floatText(value));
  if (neo4j.isInt(value)) return typed('Integer', value.toString());
  if (Array.isArray(value)) return typed('List', value.map(typedOverBolt));
  return temporal(value) ?? element(value) ?? typed('Map', entriesOf(value as Record<string, unknown>));
}

/** The driver prints six digits of a year before Christ, and seconds where there are none. */
const withFourDigits = (text: string): string => text.replace(/^-00(\d{4}-)/, '-$1');
const withSeconds = (text: string): string => text.replace(/^((?:.*T)?\d\d:\d\d)(?![:\d])/, '$1:00');

function temporal(value: { toString(): string }): TypedValue | undefined {
  const text = withFourDigits(value.toString());
  if (neo4j.isDate(value)) return typed('Date', text);
  if (neo4j.isTime(value)) return typed('Time', text);
  if (neo4j.isLocalTime(value)) return typed('LocalTime', text);
  if (neo4j.isLocalDateTime(value)) return typed('LocalDateTime', text);
  if (neo4j.isDuration(value)) return typed('Duration', [value.months, value.days, value.seconds].map(Number));
  if (!neo4j.isDateTime(value)) return undefined;
  return typed(value.timeZoneId == null ? 'OffsetDateTime' : 'ZonedDateTime', text);
}

function element(value: object): TypedValue | undefined {
  if (neo4j.isNode(value))
    return typed('Node', { _labels: [...value.labels].sort(), _properties: entriesOf(value.properties) });
  if (neo4j.isRelationship(value))
    return typed('Relationship', { _type: value.type, _properties: entriesOf(value.properties) });
  return neo4j.isPath(value) ? typed('Path', stepsOf(value)) : undefined;
}

const stepsOf = ({ start, segments }: Path): TypedValue[] =>
  [start, ...segments.flatMap(({ relationship, end }) => [relationship, end])].map(typedOverBolt);

/** Without what the store keeps for itself. */
const entriesOf = (entries: Record<string, unknown>): Record<string, TypedValue> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, typedOverBolt(value)]),
  );

/** What the service sent, brought into the same form. */
export function comparable({ $type, _value }: TypedValue): TypedValue {
  switch ($type) {
    case 'Duration':
      return typed($type, durationParts(_value as string));
    case 'Time':
    case 'LocalTime':
    case 'LocalDateTime':
    case 'OffsetDateTime':
    case 'ZonedDateTime':
      return typed($type, withSeconds(_value as string));
    case 'List':
    case 'Path':
      return typed($type, (_value as TypedValue[]).map(comparable));
    case 'Map':
      return typed($type, comparableEntries(_value as Record<string, TypedValue>));
    case 'Node': {
      const { _labels, _properties } = _value as { _labels: string[]; _properties: Record<string, TypedValue> };
      return typed($type, { _labels: [..._labels].sort(), _properties: comparableEntries(_properties) });
    }
    case 'Relationship': {
      const { _type, _properties } = _value as { _type: string; _properties: Record<string, TypedValue> };
      return typed($type, { _type, _properties: comparableEntries(_properties) });
    }
    default:
      return typed($type, _value);
  }
}

const comparableEntries = (entries: Record<string, TypedValue>): Record<string, TypedValue> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, comparable(value)]));

/** Months, days and seconds: the driver prints a duration in fewer units. */
function durationParts(iso: string): number[] {
  const pattern =
    /^P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)S)?)?$/;
  const [years, months, weeks, days, hours, minutes, seconds] = (pattern.exec(iso) ?? [])
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return [years! * 12 + months!, weeks! * 7 + days!, hours! * 3600 + minutes! * 60 + seconds!];
}

export const VALUE_QUERIES: readonly string[] = [
  'RETURN null AS nothing, true AS yes, false AS no',
  'RETURN 0, -1, 9007199254740993, 9223372036854775807, -9223372036854775808',
  'RETURN 1.0, -0.0, 2.5, -1.25, 0.1 + 0.2',
  'RETURN 0.0 / 0.0 AS none, 1.0 / 0.0 AS most, -1.0 / 0.0 AS least',
  'RETURN "", "x", "Đặng Thị Hòa 😀", "a\\nb\\"c"',
  'RETURN [], [1, 2.0, "x", null], [[1], [[2]]], {}, {a: 1, b: {c: [2.0]}}',
  'RETURN date("2024-03-05"), date("-0044-03-15"), date("9999-12-31")',
  'RETURN time("12:50:35+01:00"), time("00:00:00Z"), localtime("23:59:59")',
  'RETURN localdatetime("2015-06-24T12:50:35"), datetime("2015-06-24T12:50:35+01:00"), datetime("2015-06-24T12:50:35[Europe/Berlin]")',
  'RETURN duration("P14DT16H12M"), duration("P1Y2M"), duration("PT0S"), duration("-P1D")',
  'MATCH (p:Person {name: $name}) RETURN p, [p], {who: p}',
  'MATCH (:Person {name: $name})-[r:ATTENDED]->(m:Meeting) RETURN r ORDER BY m.name',
  'MATCH path = (:Person {name: $name})-[:ATTENDED]->(:Meeting)<-[:ATTENDED]-(b:Person) RETURN path ORDER BY b.name',
  'MATCH path = (:Person {name: $name}) RETURN path, nodes(path), relationships(path)',
];
