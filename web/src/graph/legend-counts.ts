// How many of each kind, relation and modality the picture would show if all its switches were on.
import { membersOf } from './scene.ts';
import type { GraphModel } from './graph-model.ts';
import type { ViewState } from '../state/view-state.ts';

export interface LegendCounts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly relations: ReadonlyMap<string, number>;
  readonly modalities: ReadonlyMap<string, number>;
}

export function legendCounts(model: GraphModel, state: ViewState): LegendCounts {
  const member = membersOf(model, state);
  const kinds = new Uint32Array(model.graph.kinds.length);
  const relations = new Uint32Array(model.graph.relations.length);
  const modalities = new Uint32Array(model.graph.modalities.length);
  for (let node = 0; node < model.size; node++) if (member[node] === 1) kinds[model.graph.kind[node]!]!++;
  const { source, target, relation, modality, count } = model.lines;
  for (let line = 0; line < count; line++) {
    if (member[source[line]!] !== 1 || member[target[line]!] !== 1) continue;
    relations[relation[line]!]!++;
    modalities[modality[line]!]!++;
  }
  const named = (names: readonly string[], counts: Uint32Array) =>
    new Map(names.map((name, index) => [name, counts[index]!] as const).filter(([, count]) => count > 0));
  return {
    kinds: named(model.graph.kinds, kinds),
    relations: named(model.graph.relations, relations),
    modalities: named(model.graph.modalities, modalities),
  };
}
