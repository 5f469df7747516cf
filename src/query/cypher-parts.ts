// Pieces that the look-ups share: how a fact is projected, how a period, a type and a modality filter read.

const end = (node: string): string => `{id: ${node}.id, name: ${node}.name, kind: ${node}.kind}`;

/** A fact edge `r` as a map; the stored direction is the fact's direction. */
export const FACT = `{type: type(r), properties: properties(r), source: ${end('startNode(r)')}, target: ${end('endNode(r)')}}`;

/** The same for an edge that a path or a list holds under another name. */
export const factOf = (edge: string): string => FACT.replaceAll('(r)', `(${edge})`);

/** Empty lists mean no restriction. */
export const TYPE_AND_MODALITY = `(size($types) = 0 OR type(r) IN $types) AND (size($modalities) = 0 OR r.modality IN $modalities)`;

/**
 * Overlap with a period of ISO dates, also partial ones: as strings, `2018-11` stands before all its days, and with `~` behind them.
 * A date without a year (`--04-23`) lies in no period.
 */
export const IN_PERIOD = `($from IS NULL AND $to IS NULL OR NOT r.startDate STARTS WITH '--'
  AND ($to IS NULL OR r.startDate <= $to + '~')
  AND ($from IS NULL OR coalesce(r.endDate, r.startDate) + '~' >= $from))`;

export interface FactFilter {
  readonly types?: readonly string[];
  readonly modalities?: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function filterParameters(filter: FactFilter): Record<string, unknown> {
  return {
    types: filter.types ?? [],
    modalities: filter.modalities ?? [],
    from: filter.from ?? null,
    to: filter.to ?? null,
  };
}

/** A page of a list; the look-up asks for one row more to know whether another page follows. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

export const pageParameters = (page: PageRequest): Record<string, unknown> => ({
  offset: BigInt(page.offset),
  limit: BigInt(page.limit + 1),
});

export interface Page<T> {
  readonly entries: readonly T[];
  readonly hasMore: boolean;
}

export const pageOf = <T>(entries: readonly T[], page: PageRequest): Page<T> => ({
  entries: entries.slice(0, page.limit),
  hasMore: entries.length > page.limit,
});

/** Sorts dates without a year, and what has no date, behind all others: they cannot be placed among them. */
export const timeKey = (date: string): string =>
  `CASE WHEN ${date} STARTS WITH '--' THEN '~' + ${date} ELSE coalesce(${date}, '~~') END`;
