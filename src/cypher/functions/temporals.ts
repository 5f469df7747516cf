// Functions that make, truncate and compare temporal values.
import { argumentError } from '../errors.ts';
import type { QueryContext } from '../run/context.ts';
import { between, type DurationPart } from '../temporal/between.ts';
import { floorDivide, floorModulo, NANOS_A_SECOND } from '../temporal/calendar.ts';
import { makeDuration, makeInstant } from '../temporal/construct.ts';
import { Instant, type InstantKind, PARTS } from '../temporal/instant.ts';
import { truncate } from '../temporal/truncate.ts';
import { UTC } from '../temporal/zone.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { FunctionEntry } from './signature.ts';

const MAKERS: readonly { readonly name: string; readonly kind: InstantKind; readonly type: string }[] = [
  { name: 'date', kind: 'Date', type: 'DATE' },
  { name: 'localtime', kind: 'LocalTime', type: 'LOCAL TIME' },
  { name: 'time', kind: 'Time', type: 'ZONED TIME' },
  { name: 'localdatetime', kind: 'LocalDateTime', type: 'LOCAL DATETIME' },
  { name: 'datetime', kind: 'DateTime', type: 'ZONED DATETIME' },
];
/** All read the query's one clock. */
const CLOCKS = ['transaction', 'statement', 'realtime'];

function now({ nowMs }: QueryContext, zone: Value = null): Instant {
  const day = floorDivide(nowMs, 86_400_000);
  const utc = new Instant('DateTime', day, floorModulo(nowMs, 86_400_000) * 1e6, UTC);
  return typeof zone === 'string' ? utc.inZone(zone) : utc;
}

const currently = (kind: InstantKind, context: QueryContext, zone: Value = null): Instant => {
  const { day, nano, zone: at } = now(context, zone);
  const { date, time, zone: zoned } = PARTS[kind];
  return new Instant(kind, date ? day : null, time ? nano : null, zoned ? at : null);
};

/** date({timezone: 'Europe/Rome'}) is today there. */
function make(kind: InstantKind, input: Value | undefined, context: QueryContext): Value {
  if (input === undefined) return currently(kind, context);
  const map = input as MapValue;
  if (input instanceof Map && map.size === 1 && map.has('timezone'))
    return currently(kind, context, map.get('timezone'));
  return makeInstant(kind, input);
}

const makerEntries = ({ name, kind, type }: (typeof MAKERS)[number]): readonly FunctionEntry[] => [
  {
    signature: `${name}(input? :: STRING | MAP | TEMPORAL) :: ${type}`,
    source: 'openCypher 9',
    run: ([input], context) => make(kind, input, context),
  },
  {
    signature: `${name}.truncate(unit :: STRING, input? :: TEMPORAL, fields? :: MAP) :: ${type}`,
    source: 'openCypher 9',
    run: ([unit, input, fields], context) => {
      const from = input === undefined ? now(context) : (input as Instant);
      if (!(from instanceof Instant)) throw argumentError('A duration cannot be truncated.');
      return truncate(kind, unit as string, from, (fields as MapValue | undefined) ?? new Map());
    },
  },
  ...CLOCKS.map((clock): FunctionEntry => ({
    signature: `${name}.${clock}(timezone? :: STRING) :: ${type}`,
    source: 'openCypher 9',
    run: ([timezone], context) => currently(kind, context, timezone),
  })),
];

const BETWEEN: readonly (readonly [string, DurationPart])[] = [
  ['between', 'all'],
  ['inMonths', 'months'],
  ['inDays', 'days'],
  ['inSeconds', 'seconds'],
];

const fromEpoch = (seconds: bigint, nanos: bigint): Instant =>
  Instant.atEpoch(seconds * BigInt(NANOS_A_SECOND) + nanos);

export const TEMPORAL_FUNCTIONS: readonly FunctionEntry[] = [
  ...MAKERS.flatMap(makerEntries),
  {
    signature: 'duration(input :: STRING | MAP | DURATION) :: DURATION',
    source: 'openCypher 9',
    run: ([input]) => makeDuration(input!),
  },
  ...BETWEEN.map(([name, part]): FunctionEntry => ({
    signature: `duration.${name}(from :: TEMPORAL, to :: TEMPORAL) :: DURATION`,
    source: 'openCypher 9',
    run: ([from, to]) => {
      if (from instanceof Instant && to instanceof Instant) return between(from, to, part);
      throw argumentError(`duration.${name}() takes two points in time.`);
    },
  })),
  {
    signature: 'datetime.fromEpoch(seconds :: INTEGER, nanoseconds :: INTEGER) :: ZONED DATETIME',
    source: 'openCypher 9',
    run: ([seconds, nanoseconds]) => fromEpoch(BigInt(seconds as number), BigInt(nanoseconds as number)),
  },
  {
    signature: 'datetime.fromEpochMillis(milliseconds :: INTEGER) :: ZONED DATETIME',
    source: 'openCypher 9',
    run: ([milliseconds]) => fromEpoch(0n, BigInt(milliseconds as number) * 1_000_000n),
  },
];
