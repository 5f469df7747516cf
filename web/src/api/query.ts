// Cypher through the Query API: rows as JSON, and what in them is an entity.
import { ServiceError } from './request.ts';

export interface QueryRows {
  readonly fields: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  readonly notice: string | undefined;
}

export interface QueryNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data?: { readonly fields: readonly string[]; readonly values: readonly (readonly unknown[])[] };
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
  readonly notifications?: readonly { readonly description?: string; readonly title?: string }[];
}

/** @throws ServiceError with the gate's own sentence */
export async function runQuery(
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<QueryRows> {
  let response: Response;
  try {
    response = await fetch('db/plenary/query/v2', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ statement, parameters }),
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw new ServiceError('The query was stopped.', 499, { cause });
    throw new ServiceError('The service does not answer. Start it with “npm start”, then try again.', 0, { cause });
  }
  const answer = (await response.json()) as Answer;
  const [error] = answer.errors ?? [];
  if (error !== undefined) throw new ServiceError(error.message, response.status);
  if (answer.data === undefined)
    throw new ServiceError('The service gave no rows; try again, or look into its log.', response.status);
  const [notice] = answer.notifications ?? [];
  return { ...answer.data, notice: notice?.description ?? notice?.title };
}

export function isNode(value: unknown): value is QueryNode {
  return typeof value === 'object' && value !== null && 'labels' in value && 'properties' in value;
}

/** Ids of all entities in the rows, wherever they stand: as nodes, in lists and paths, or as plain ids. */
export function entityIdsIn(values: QueryRows['values']): readonly string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isNode(value)) {
      if (typeof value.properties['id'] === 'string') ids.add(value.properties['id']);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
    else if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) ids.add(value);
  };
  look(values);
  return [...ids];
}
