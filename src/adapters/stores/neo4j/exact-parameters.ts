// Exact parameters as the driver takes them: bigint as INTEGER, number as FLOAT, temporal values as its own classes.
import neo4j from 'neo4j-driver';
import type { ResultTemporal, ResultValue } from '../../../cypher/result.ts';
import { AppError } from '../../../domain/errors.ts';

export function exactParameters(parameters: ReadonlyMap<string, ResultValue>): Record<string, unknown> {
  return Object.fromEntries([...parameters].map(([name, value]) => [name, driverValue(value)]));
}

function driverValue(value: ResultValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (!('type' in value)) return value.map(driverValue);
  if (value.type === 'map') return Object.fromEntries(value.entries.map(([key, held]) => [key, driverValue(held)]));
  if (!('iso' in value)) throw new AppError('InvalidInput', 'Nodes and paths are no parameters; send their ids.');
  const read = value.type === 'duration' ? duration(value.iso) : instant(value);
  if (read === undefined)
    throw new AppError('InvalidInput', `A parameter is no ${value.type}: write it as Cypher prints one.`);
  return read;
}

const INSTANT =
  /^(?:([+-]?\d+)-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?(?:\[(.+)\])?$/;

function offsetSeconds(offset: string | undefined): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(offset ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

function instant({ type, iso }: ResultTemporal): unknown {
  const parts = INSTANT.exec(iso);
  if (parts === null) return undefined;
  const day = [parts[1], parts[2], parts[3]].map(Number) as [number, number, number];
  const nanos = Number((parts[7] ?? '').padEnd(9, '0'));
  const clock = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0), nanos] as [number, number, number, number];
  const { Date: Day, Time, LocalTime, LocalDateTime, DateTime } = neo4j.types;
  switch (type) {
    case 'date':
      return new Day(...day);
    case 'localtime':
      return new LocalTime(...clock);
    case 'time':
      return new Time(...clock, offsetSeconds(parts[8]));
    case 'localdatetime':
      return new LocalDateTime(...day, ...clock);
    default:
      return new DateTime(...day, ...clock, offsetSeconds(parts[8]), parts[9]);
  }
}

const DURATION =
  /^(-?)P(?:([-\d]+)Y)?(?:([-\d]+)M)?(?:([-\d]+)W)?(?:([-\d]+)D)?(?:T(?:([-\d]+)H)?(?:([-\d]+)M)?(?:([-\d]+)(?:\.(\d{1,9}))?S)?)?$/;

/** Fractions stand in seconds only, as Neo4j prints durations. */
function duration(iso: string): unknown {
  const parts = DURATION.exec(iso);
  if (parts === null) return undefined;
  const number = (at: number): number => Number(parts[at] ?? 0);
  const sign = parts[1] === '-' ? -1 : 1;
  const backwards = parts[8]?.startsWith('-') === true ? -1 : 1;
  const nanos = Number((parts[9] ?? '').padEnd(9, '0')) * backwards;
  const seconds = number(6) * 3600 + number(7) * 60 + number(8);
  return new neo4j.types.Duration(
    sign * (number(2) * 12 + number(3)),
    sign * (number(4) * 7 + number(5)),
    ...floored(sign * seconds, sign * nanos),
  );
}

/** The driver wants nanoseconds that are not negative. */
const floored = (seconds: number, nanos: number): [number, number] =>
  nanos < 0 ? [seconds - 1, nanos + 1e9] : [seconds, nanos];
