// Pins and relaxed places outlive the page: kept by entity id in this browser, so that a re-built graph finds them again.
import type { GraphModel } from '../graph/graph-model.ts';
import type { ViewState } from './view-state.ts';

type Places = ViewState['pins'];

export const PINS = 'plenary.pins';
export const PLACES = 'plenary.places';

/** What was kept last under each name: a selection need not write twenty thousand places again. */
const written = new Map<string, Places>();

/** What a link brought along is looked at, not kept: the reader's own places stay, until the reader moves something. */
export function alreadyKept(name: string, places: Places): void {
  written.set(name, places);
}

export function keep(name: string, places: Places): void {
  if (written.get(name) === places) return;
  written.set(name, places);
  if (Object.keys(places).length === 0) localStorage.removeItem(name);
  else localStorage.setItem(name, JSON.stringify(places));
}

export function kept(name: string, model: GraphModel): Places {
  const places: Record<string, readonly [number, number]> = {};
  for (const [id, place] of Object.entries(parse(localStorage.getItem(name) ?? '{}'))) {
    if (model.find(id) >= 0 && isPlace(place)) places[id] = place;
  }
  return places;
}

/** Another program may have written there; what is no object of places is as good as nothing. */
function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const isPlace = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part));
