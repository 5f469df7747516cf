// Which communities are tied to which: thousands of single lines would lay one grey sheet over all of them.
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';
import type { Bundle } from './overlay.ts';

/** Up to this many lines each is drawn as itself. */
export const MANY_LINES = 5000;
const MOST_BUNDLES = 70;

/** What crosses from one community to another is drawn as one line for all of them. */
export const isBundled = (scene: Scene): boolean => scene.isSample || scene.lineCount > MANY_LINES;

export function bundlesOf(model: GraphModel, scene: Scene): readonly Bundle[] {
  if (!isBundled(scene)) return [];
  const { community, communityCount } = model.graph;
  const counts = new Map<number, number>();
  for (let line = 0; line < model.lines.count; line++) {
    if (scene.lineVisible[line] !== 1) continue;
    const [a, b] = [community[model.lines.source[line]!]!, community[model.lines.target[line]!]!];
    if (a === b) continue;
    const pair = Math.min(a, b) * communityCount + Math.max(a, b);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const strongest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_BUNDLES);
  const most = strongest[0]?.[1] ?? 1;
  return strongest.map(([pair, count]) => ({
    from: Math.floor(pair / communityCount),
    to: pair % communityCount,
    strength: count / most,
  }));
}
