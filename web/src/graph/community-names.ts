// Communities by the name of their hub, largest first.
import type { GraphModel } from './graph-model.ts';

export interface NamedCommunity {
  readonly community: number;
  readonly name: string;
  readonly size: number;
}

/** A list longer than this is no choice any more. */
const MOST = 100;

export function communitiesOf(model: GraphModel): readonly NamedCommunity[] {
  const { community, communityCount } = model.graph;
  const hubs = new Int32Array(communityCount).fill(-1);
  const sizes = new Uint32Array(communityCount);
  for (let node = 0; node < model.size; node++) {
    const at = community[node]!;
    sizes[at]!++;
    const hub = hubs[at]!;
    if (hub < 0 || model.degree[node]! > model.degree[hub]!) hubs[at] = node;
  }
  return [...hubs.entries()]
    .filter(([at]) => sizes[at]! > 1)
    .map(([at, hub]) => ({ community: at, name: model.name(hub), size: sizes[at]! }))
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST);
}
