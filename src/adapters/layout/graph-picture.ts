// The explorer's graph as names and numbers, before it becomes bytes and after it has been bytes.

export interface PictureNode {
  readonly id: string;
  /** The most specific kind; its colour and shape come from the schema. */
  readonly kind: string;
  readonly name: string;
  /** ISO date, possibly partial. An edge without dates of its own takes those of the event it touches. */
  readonly startDate?: string;
  readonly endDate?: string;
}

/** One fact. */
export interface PictureEdge {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly modality: string;
  /** How many claims support it. */
  readonly claims: number;
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface GraphPicture {
  /** The store's graph version, so that a link opened later can say what changed. */
  readonly version: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Days since 1800-01-01, so that all modern dates are positive; undefined where the year is not known. */
export function dayNumber(date: string | undefined, end = false): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? (end ? 12 : 1)), match[3]];
  // Day 0 of the next month is the last of this one.
  const time = day === undefined && end ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, Number(day ?? 1));
  const days = Math.round((time - EPOCH) / DAY_MS);
  return days < 0 ? undefined : days;
}

export function isoDay(day: number): string {
  return new Date(EPOCH + day * DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1800, 0, 1);
