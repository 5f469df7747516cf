// What the store's thread and the graph's thread say to each other; everything survives a structured clone.
import type { Parameters } from '../../../cypher/index.ts';
import type { QueryLimits, QueryResult } from '../../../cypher/result.ts';
import type { ErrorCode } from '../../../domain/errors.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';

export interface GraphThreadOptions {
  readonly folder: string;
  /** Changes will come: the thread prepares for them while nobody asks. */
  readonly writes: boolean;
}

/** What the thread is given when it starts. */
export interface GraphThreadStart extends GraphThreadOptions {
  /** Shared: anything but 0 at the place of a query stops it. One for all, since making one for each would cost as much as a look-up. */
  readonly stops: Int32Array;
}

/** More than ever wait at once. */
export const STOP_PLACES = 2 ** 17;

export const stopPlace = (ticket: number): number => ticket % STOP_PLACES;

export interface GraphRequests {
  /** Bring the graph up to date; answers when that is done. */
  readonly sync: { readonly answer: undefined };
  readonly read: {
    readonly cypher: string;
    readonly parameters: Parameters;
    readonly limits: Omit<QueryLimits, 'signal'>;
    readonly answer: QueryResult;
  };
  /** The entities that these ids of documents belong to. */
  readonly canonical: { readonly ids: readonly string[]; readonly answer: readonly string[] };
  readonly version: { readonly answer: string };
  readonly judgements: { readonly answer: readonly LinkJudgement[] };
  /** Ends the thread; `save` leaves a snapshot for the next start. */
  readonly close: { readonly save: boolean; readonly answer: undefined };
}

export type GraphRequestKind = keyof GraphRequests;
export type GraphRequest = {
  [Kind in GraphRequestKind]: { readonly kind: Kind; readonly ticket: number } & Omit<GraphRequests[Kind], 'answer'>;
}[GraphRequestKind];
export type GraphAnswer<Kind extends GraphRequestKind> = GraphRequests[Kind]['answer'];

export interface GraphFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type GraphReply =
  | { readonly ticket: number; readonly answer: GraphAnswer<GraphRequestKind> }
  | { readonly ticket: number; readonly failure: GraphFailure };
