// Where the explorer drew the entities, from the layout that the store keeps.
import type { GraphStore } from '../../ports/graph-store.ts';
import { decodeLayout } from '../layout/index.ts';
import type { Place } from './source.ts';

/** The name that the service keeps its layout under. */
export const EXPLORER_LAYOUT = 'explorer';

/** Empty where the graph was never drawn. */
export async function storedPlaces(store: Pick<GraphStore, 'readLayout'>): Promise<ReadonlyMap<string, Place>> {
  const stored = await store.readLayout(EXPLORER_LAYOUT);
  const layout = stored === undefined ? undefined : decodeLayout(stored);
  if (layout === undefined) return new Map();
  return new Map(layout.ids.map((id, index) => [id, { x: layout.x[index]!, y: layout.y[index]! }]));
}
