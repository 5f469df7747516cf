// Weights as 16-bit integers in the panels that the integer kernels read.
import type { KernelMemory } from './memory.ts';

/** Columns of a panel. */
export const PANEL = 8;
/** Steps to the unit of quantised activations, as the exporter assumes; the range is 16, the largest seen 12. */
export const ACTIVATION_STEPS = 2048;

export interface IntegerWeights {
  /** Address of weights [columns / 8][inner / 2][8][2]. */
  readonly weight: number;
  /** Address of what a sum of products is worth, by column. */
  readonly scale: number;
}

/** A matrix in half-precision panels [columns / 8][inner][8] as integers, for activations of `activationSteps` to the unit. */
export function toIntegers(
  memory: KernelMemory,
  panels: number,
  size: { readonly inner: number; readonly columns: number },
  activationSteps: number,
): IntegerWeights {
  const { inner, columns } = size;
  const weight = memory.allocate(inner * columns * 2);
  const scale = memory.allocateFloats(columns);
  memory.kernels.toIntegers(panels, inner, columns, weight, scale);
  const steps = memory.floats.subarray(scale / 4, scale / 4 + columns);
  for (let column = 0; column < columns; column++) steps[column] = 1 / (steps[column]! * activationSteps);
  return { weight, scale };
}

/** Where the integer panels have the weight of `column` for input `k`. */
export function pairIndex(inner: number, k: number, column: number): number {
  const panel = column - (column % PANEL);
  return panel * inner + (k >> 1) * PANEL * 2 + (column % PANEL) * 2 + (k & 1);
}
