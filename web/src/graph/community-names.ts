// Communities by the name of their hub, largest first; and those that the picture colours.
import type { GraphModel } from './graph-model.ts';
import type { Scene } from './scene.ts';

export interface NamedCommunity {
  readonly community: number;
  readonly hub: number;
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
    .map(([at, hub]) => ({ community: at, hub, name: model.name(hub), size: sizes[at]! }))
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST);
}

/** Eyes tell a few tints apart, not twenty; the rest is grey. */
export const MOST_TINTED = 6;
/** A hull says "these belong together": two nodes and their line say that already. */
export const LEAST_MEMBERS = 4;

const ranked = new WeakMap<Scene, readonly NamedCommunity[]>();

/** Communities with enough members in the picture, largest first; the first ones are tinted. */
export function communitiesShown(model: GraphModel, scene: Scene): readonly NamedCommunity[] {
  const known = ranked.get(scene);
  if (known !== undefined) return known;
  const { community, communityCount } = model.graph;
  const hubs = new Int32Array(communityCount).fill(-1);
  const sizes = new Uint32Array(communityCount);
  for (let node = 0; node < model.size; node++) {
    if (model.degree[node] === 0) continue;
    const at = community[node]!;
    if (scene.visible[node] === 1 || scene.isSample) sizes[at]!++;
    if (scene.visible[node] !== 1) continue;
    if (hubs[at]! < 0 || model.degree[node]! > model.degree[hubs[at]!]!) hubs[at] = node;
  }
  const shown = [...hubs.entries()]
    .filter(([at, hub]) => hub >= 0 && sizes[at]! >= LEAST_MEMBERS)
    .map(([at, hub]) => ({ community: at, hub, name: model.name(hub), size: sizes[at]! }))
    .sort((a, b) => b.size - a.size || a.community - b.community);
  ranked.set(scene, shown);
  return shown;
}
