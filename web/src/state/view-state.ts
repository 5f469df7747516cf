// What the reader sees, as one immutable value: the address bar, undo and the picture are all made from it.

export type View = 'graph' | 'table' | 'meetings' | 'ask';

export type Selection =
  | { readonly type: 'entity'; readonly id: string }
  | { readonly type: 'pair'; readonly a: string; readonly b: string; readonly relation?: string }
  | { readonly type: 'document'; readonly id: string; readonly start?: number; readonly end?: number };

/** What the picture starts from before anything is added or hidden. */
export type Start =
  | { readonly type: 'all' }
  | { readonly type: 'communities' }
  /** Nothing but what is added: the answer to a question. */
  | { readonly type: 'nothing' }
  | { readonly type: 'community'; readonly community: number }
  | { readonly type: 'around'; readonly id: string };

export interface Filters {
  /** Kinds and relations that are switched off. */
  readonly kindsOff: readonly string[];
  readonly relationsOff: readonly string[];
  readonly modalities: readonly string[];
  readonly minClaims: number;
  /** Only what this document says. */
  readonly document?: string;
  /** Only what documents of this publisher say. */
  readonly publisher?: string;
}

/** Day numbers of the payload, both ends inclusive. */
export interface Period {
  readonly from?: number;
  readonly to?: number;
}

export interface ViewState {
  readonly view: View;
  readonly start: Start;
  readonly selection?: Selection;
  /** Everything but this entity and its neighbours is dimmed. */
  readonly focus?: string;
  readonly path?: { readonly from: string; readonly to?: string };
  readonly added: readonly string[];
  readonly hidden: readonly string[];
  readonly pins: Readonly<Record<string, readonly [number, number]>>;
  /** Where relaxing has moved entities to. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly filters: Filters;
  readonly period: Period;
  readonly question?: { readonly text: string; readonly parameters: string };
}

export const NO_FILTERS: Filters = { kindsOff: [], relationsOff: [], modalities: ['occurred'], minClaims: 1 };

export const INITIAL_STATE: ViewState = {
  view: 'graph',
  start: { type: 'all' },
  added: [],
  hidden: [],
  pins: {},
  places: {},
  filters: NO_FILTERS,
  period: {},
};
