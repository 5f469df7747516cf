// What is emphasised, what is shown plainly and what steps back, from selection, focus and path.
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';
import type { Selection } from '../state/view-state.ts';

export interface Emphasis {
  /** The node or the two nodes that the reader looks at. */
  readonly chosen: readonly number[];
  /** Nodes that stay in full colour while others are dimmed; undefined where nothing is dimmed. */
  readonly bright: ReadonlySet<number> | undefined;
  /** Lines drawn strongly. */
  readonly strong: ReadonlySet<number>;
}

export interface Attention {
  readonly selection?: Selection | undefined;
  readonly focus?: string | undefined;
  /** Ids of the entities along the path that is shown. */
  readonly path?: readonly string[] | undefined;
}

const NOTHING: Emphasis = { chosen: [], bright: undefined, strong: new Set() };

export function emphasisOf(model: GraphModel, scene: Scene, attention: Attention): Emphasis {
  if (attention.path !== undefined && attention.path.length > 0) return alongPath(model, attention.path);
  const { selection } = attention;
  if (selection?.type === 'pair') return pair(model, scene, selection.a, selection.b);
  const id = attention.focus ?? (selection?.type === 'entity' ? selection.id : undefined);
  const node = id === undefined ? -1 : model.find(id);
  return node < 0 ? NOTHING : around(model, scene, node);
}

function around(model: GraphModel, scene: Scene, node: number): Emphasis {
  const bright = new Set([node]);
  const strong = new Set<number>();
  for (const line of model.linesOf(node)) {
    if (scene.lineVisible[line] !== 1) continue;
    strong.add(line);
    bright.add(model.otherEnd(line, node));
  }
  return { chosen: [node], bright, strong };
}

function pair(model: GraphModel, scene: Scene, a: string, b: string): Emphasis {
  const [from, to] = [model.find(a), model.find(b)];
  if (from < 0 || to < 0) return NOTHING;
  const strong = new Set<number>();
  for (const line of model.linesOf(from))
    if (model.otherEnd(line, from) === to && scene.lineVisible[line] === 1) strong.add(line);
  return { chosen: [from, to], bright: new Set([from, to]), strong };
}

function alongPath(model: GraphModel, ids: readonly string[]): Emphasis {
  const nodes = ids.map((id) => model.find(id)).filter((node) => node >= 0);
  const strong = new Set<number>();
  nodes.forEach((node, at) => {
    const next = nodes[at + 1];
    if (next === undefined) return;
    for (const line of model.linesOf(node)) if (model.otherEnd(line, node) === next) strong.add(line);
  });
  const ends = [nodes[0], nodes.at(-1)].filter((node) => node !== undefined);
  return { chosen: ends, bright: new Set(nodes), strong };
}
