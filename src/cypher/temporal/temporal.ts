// What the five kinds of instant and the duration have in common.

export type TemporalKind = 'Date' | 'LocalTime' | 'Time' | 'LocalDateTime' | 'DateTime' | 'Duration';

export abstract class Temporal {
  abstract readonly kind: TemporalKind;
  /** ISO 8601, as Cypher's toString() prints it. */
  abstract toString(): string;
  /** Nanoseconds on the time line (a duration: of its mean length), the first key of every ordering. */
  abstract sortKey(): bigint;
  /** A component such as `year` or `hour`; undefined where the kind has none of that name. */
  abstract component(name: string): string | number | bigint | undefined;
}
