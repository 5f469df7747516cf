// Every change a reader can make to the view, as a named step that undo can take back.
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';
import {
  NO_FILTERS,
  type Filters,
  type Period,
  type Selection,
  type Start,
  type View,
  type ViewState,
} from './view-state.ts';
import type { Change } from './view-store.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The optional fields are absent rather than undefined, so that equal states serialise equally. */
function without(state: ViewState, ...fields: readonly ('selection' | 'focus' | 'path')[]): ViewState {
  const rest: Mutable<Partial<ViewState>> = { ...state };
  for (const field of fields) Reflect.deleteProperty(rest, field);
  return rest as ViewState;
}

export const select =
  (selection: Selection | undefined): Change =>
  (state) => {
    const isSame = JSON.stringify(state.selection) === JSON.stringify(selection);
    if (isSame && state.path === undefined) return state;
    if (selection === undefined) return without(state, 'selection', 'focus', 'path');
    return { ...without(state, 'path'), selection };
  };

export const show =
  (view: View): Change =>
  (state) =>
    state.view === view ? state : { ...state, view };

export const focus =
  (id: string | undefined): Change =>
  (state) =>
    id === undefined ? without(state, 'focus') : { ...state, focus: id };

export const hide =
  (ids: readonly string[]): Change =>
  (state) => ({
    ...(isSelected(state, ids) ? without(state, 'selection', 'focus') : state),
    added: state.added.filter((id) => !ids.includes(id)),
    hidden: [...state.hidden.filter((id) => !ids.includes(id)), ...ids],
  });

function isSelected({ selection }: ViewState, ids: readonly string[]): boolean {
  return selection?.type === 'entity' && ids.includes(selection.id);
}

export const add =
  (ids: readonly string[]): Change =>
  (state) => ({
    ...state,
    hidden: state.hidden.filter((id) => !ids.includes(id)),
    added: [...state.added.filter((id) => !ids.includes(id)), ...ids],
  });

export const showHidden: Change = (state) => (state.hidden.length === 0 ? state : { ...state, hidden: [] });

export const startFrom =
  (start: Start): Change =>
  (state) => ({ ...without(state, 'focus'), start, added: [], hidden: [] });

/** One entity and what it is tied to: the way into a graph that no screen can hold. */
export const around =
  (id: string): Change =>
  (state) => ({ ...startFrom({ type: 'around', id })(state), selection: { type: 'entity', id } });

export const pin =
  (id: string, at: readonly [number, number] | undefined): Change =>
  (state) => {
    const pins: Record<string, readonly [number, number]> = { ...state.pins };
    if (at === undefined) Reflect.deleteProperty(pins, id);
    else pins[id] = at;
    return { ...state, pins };
  };

export const filter =
  (filters: Partial<Filters>): Change =>
  (state) => ({ ...state, filters: { ...state.filters, ...filters } });

/** One source at a time: a document, all of a publisher, or everything. */
export const onlySource =
  (source: Pick<Filters, 'document' | 'publisher'>): Change =>
  (state) => {
    const filters: Mutable<Partial<Filters>> = { ...state.filters };
    Reflect.deleteProperty(filters, 'document');
    Reflect.deleteProperty(filters, 'publisher');
    return { ...state, filters: { ...filters, ...source } as Filters };
  };

export const relaxed =
  (places: ViewState['places']): Change =>
  (state) => ({ ...state, places: { ...state.places, ...places } });

export const clearFilters: Change = (state) => ({ ...state, filters: NO_FILTERS, period: {} });

export const within =
  (period: Period): Change =>
  (state) => ({ ...state, period });

export const findPath =
  (path: ViewState['path'] | undefined): Change =>
  (state) =>
    path === undefined ? without(state, 'path') : { ...state, path };

export const toggled = (list: readonly string[], entry: string): readonly string[] =>
  list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];

/** Neighbours that would leave nothing behind: tied to this node alone in the present picture. */
export function leavesOf(model: GraphModel, scene: Scene, node: number): readonly number[] {
  return model.neighbours(node).filter((neighbour) => {
    if (scene.visible[neighbour] !== 1) return false;
    for (const line of model.linesOf(neighbour)) {
      const other = model.otherEnd(line, neighbour);
      if (other !== node && scene.visible[other] === 1) return false;
    }
    return true;
  });
}
