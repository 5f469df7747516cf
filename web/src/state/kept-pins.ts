// Pins outlive the page: kept by entity id in this browser, so that a re-built graph finds them again.
import type { GraphModel } from '../graph/graph-model.ts';
import type { ViewState } from './view-state.ts';

const KEY = 'plenary.pins';

export function keepPins(pins: ViewState['pins']): void {
  if (Object.keys(pins).length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(pins));
}

export function keptPins(model: GraphModel): ViewState['pins'] {
  const kept = parse(localStorage.getItem(KEY) ?? '{}');
  const pins: Record<string, readonly [number, number]> = {};
  for (const [id, place] of Object.entries(kept)) {
    if (model.find(id) >= 0 && isPlace(place)) pins[id] = place;
  }
  return pins;
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
