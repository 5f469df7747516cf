// Starts and stops the worker that relaxes the layout of what is on the stage.
import { relaxed } from '../state/changes.ts';
import type { Explorer } from '../state/explorer.ts';
import type { ViewState } from '../state/view-state.ts';
import { motionMs } from './motion.ts';
import type { RelaxOrder } from './relax.worker.ts';

const STEPS = 300;
/** In layout units; neighbours lie some twenty of them apart. */
const HEAT = 4;

/** @returns a function that stops it where it stands; what has moved by then is one step that undo takes back */
export function relax(explorer: Explorer, onDone: () => void): () => void {
  const { model, stage, store } = explorer;
  if (stage === undefined) return onDone;
  const scene = explorer.scene();
  const nodes = [...scene.visible.keys()].filter((node) => scene.visible[node] === 1);
  const place = new Map(nodes.map((node, at) => [node, at]));
  const ends: number[] = [];
  for (let line = 0; line < model.lines.count; line++)
    if (scene.lineVisible[line] === 1)
      ends.push(place.get(model.lines.source[line]!)!, place.get(model.lines.target[line]!)!);
  const order: RelaxOrder = {
    positions: Float32Array.from(nodes.flatMap((node) => [stage.place(node).x, stage.place(node).y])),
    masses: Float32Array.from(nodes, (node) => 1 + model.degree[node]!),
    ends: Uint32Array.from(ends),
    fixed: Object.keys(store.state().pins)
      .map((id) => place.get(model.find(id)))
      .filter((at) => at !== undefined),
    steps: STEPS,
    heat: HEAT,
  };
  const worker = new Worker(new URL('./relax.worker.ts', import.meta.url), { type: 'module' });
  let isStopped = false;
  let latest: Float32Array | undefined;
  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    worker.terminate();
    if (stage === explorer.stage) {
      if (latest !== undefined) stage.moveAll(latest, nodes);
      store.change('Relax', relaxed(placesOf(explorer, nodes)));
    }
    onDone();
  };
  worker.onmessage = ({ data }: MessageEvent<Float32Array | 'done'>): void => {
    if (data === 'done') return stop();
    // The worker may be faster than the screen: only the newest places are drawn; without motion only the last.
    if (latest === undefined && motionMs() > 0)
      requestAnimationFrame(() => {
        if (latest !== undefined) stage.moveAll(latest, nodes);
        latest = undefined;
      });
    latest = data;
  };
  worker.onerror = stop;
  worker.postMessage(order, [order.positions.buffer, order.masses.buffer, order.ends.buffer]);
  return stop;
}

function placesOf({ model, stage }: Explorer, nodes: readonly number[]): ViewState['places'] {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return Object.fromEntries(
    nodes.map((node) => {
      const { x, y } = stage!.place(node);
      return [model.id(node), [tenth(x), tenth(y)]];
    }),
  );
}
