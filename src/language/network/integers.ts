// Weights as 16-bit integers in the panels that the integer kernels read.

/** Columns of a panel. */
export const PANEL = 8;
/** Weights have 14 bits: sums of hundreds of products with 16-bit activations then stay far below 2^31. */
export const WEIGHT_STEPS = 8191;
/** Steps to the unit of quantised activations, as the exporter assumes; the range is 16, the largest seen 12. */
export const ACTIVATION_STEPS = 2048;

export interface IntegerWeights {
  /** [columns / 8][inner / 2][8][2]. */
  readonly weights: Int16Array;
  /** Steps to the unit of each column's weights. */
  readonly steps: Float32Array;
}

/** A matrix in float panels [columns / 8][inner][8] as integers with a scale per column. */
export function toIntegers(panels: Float32Array, inner: number): IntegerWeights {
  const columns = panels.length / inner;
  const steps = new Float32Array(columns);
  const weights = new Int16Array(panels.length);
  for (let column = 0; column < columns; column++) {
    const first = (column - (column % PANEL)) * inner + (column % PANEL);
    let size = 1e-6;
    for (let k = 0; k < inner; k++) size = Math.max(size, Math.abs(panels[first + k * PANEL]!));
    const step = WEIGHT_STEPS / size;
    steps[column] = step;
    for (let k = 0; k < inner; k++)
      weights[pairIndex(inner, k, column)] = roundHalfEven(panels[first + k * PANEL]! * step);
  }
  return { weights, steps };
}

/** Where the integer panels have the weight of `column` for input `k`. */
export function pairIndex(inner: number, k: number, column: number): number {
  const panel = column - (column % PANEL);
  return panel * inner + (k >> 1) * PANEL * 2 + (column % PANEL) * 2 + (k & 1);
}

/** As the exporter's numpy rounds. */
function roundHalfEven(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}
