// Relaxes the layout off the main thread: ForceAtlas2 from the given positions, a batch of places after every few steps.
import { ForceField } from '../../../src/adapters/layout/force.ts';

export interface RelaxOrder {
  /** x and y of each node. */
  readonly positions: Float32Array;
  readonly masses: Float32Array;
  /** Source and target of each line, as numbers of nodes. */
  readonly ends: Uint32Array;
  readonly fixed: readonly number[];
  readonly steps: number;
  /** How far a node goes in the first step. */
  readonly heat: number;
}

const BATCH = 5;

self.onmessage = ({ data: order }: MessageEvent<RelaxOrder>): void => {
  const count = order.positions.length / 2;
  const field = new ForceField(count, order.ends.length / 2, { gravity: 0.02 });
  for (let node = 0; node < count; node++)
    field.place(node, order.positions[node * 2]!, order.positions[node * 2 + 1]!, order.masses[node]!);
  for (const node of order.fixed) field.fix(node);
  for (let line = 0; line < order.ends.length / 2; line++)
    field.connect(line, order.ends[line * 2]!, order.ends[line * 2 + 1]!, 1);
  for (let step = 0; step < order.steps; step += BATCH) {
    // Cooled as on the server: far at first, then less and less.
    for (let turn = 0; turn < BATCH; turn++) field.step(order.heat * (1 - step / order.steps) ** 1.5);
    const positions = new Float32Array(count * 2);
    for (let node = 0; node < count; node++) {
      positions[node * 2] = field.x(node);
      positions[node * 2 + 1] = field.y(node);
    }
    self.postMessage(positions, { transfer: [positions.buffer] });
  }
  self.postMessage('done');
};
