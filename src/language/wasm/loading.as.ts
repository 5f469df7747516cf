// Kernels that bring weights from the form of the model's file into the forms that the products read, once.

/** Weights have 14 bits: sums of hundreds of products with 16-bit activations then stay far below 2^31. */
const WEIGHT_STEPS: f64 = 8191;
/** Steps to the unit of quantised activations, as in integers.ts. */
const ACTIVATION_STEPS: f64 = 2048;
/** Columns of a panel: of the file's weights, and of a convolution's. */
const PANEL: i32 = 8;
const WIDE_PANEL: i32 = 16;
const WIDTH: usize = 96;
const COLUMNS: i32 = 288;
/** Bytes of a panel's weights of one tap, and of six wide panels. */
const TAP: usize = 1536;
const WIDE_BYTES: usize = 18432;

/** Four lanes of half-precision numbers, none of them infinite, as float32. */
export function widened(at: usize): v128 {
  const bits = v128.load_ext<u16>(at);
  const sign = i32x4.shl(v128.and(bits, i32x4.splat(0x8000)), 16);
  // Moved into place the exponent is 112 too small, and a multiplication mends that for the smallest numbers too.
  const size = i32x4.shl(v128.and(bits, i32x4.splat(0x7fff)), 13);
  return v128.or(sign, f32x4.mul(size, f32x4.splat(5192296858534827628530496329220096.0)));
}

/**
 * A matrix in half-precision panels [columns / 8][inner][8] as 16-bit integers [columns / 8][inner / 2][8][2].
 * The steps to the unit of each column go to `steps`.
 */
export function toIntegers(panels: usize, inner: i32, columns: i32, weights: usize, steps: usize): void {
  const panelBytes = <usize>(inner * PANEL * 2);
  for (let panel: i32 = 0; panel < columns; panel += PANEL) {
    for (let half: usize = 0; half < 16; half += 8) {
      let size = f32x4.splat(1e-6);
      for (let k: usize = 0; k < panelBytes; k += 16) size = f32x4.pmax(size, f32x4.abs(widened(panels + half + k)));
      v128.store(steps + 2 * half, size);
    }
    for (let lane: usize = 0; lane < <usize>PANEL; lane++) {
      const step = WEIGHT_STEPS / <f64>load<f32>(steps + lane * 4);
      store<f32>(steps + lane * 4, <f32>step);
      const to = weights + lane * 4;
      for (let k: usize = 0; k < <usize>inner; k++) {
        const value = f32x4.extract_lane(widened(panels + k * 16 + lane * 2), 0);
        store<i16>(to + (k >> 1) * 32 + (k & 1) * 2, <i16>nearest<f64>(<f64>value * step));
      }
    }
    panels += panelBytes;
    weights += panelBytes;
    steps += <usize>(PANEL * 4);
  }
}

/**
 * One of the six products of a convolution: weights in panels [36][144][8][2], taps one after the other and `ownScale`
 * the scales of their columns, multiplied by the numbers of a filter. They go to panels [18][48][16][2] that lie six
 * panels apart, and the scales of sums with activations of `steps` steps to the unit to `scales`.
 */
export function tileWeights(
  own: usize,
  ownScale: usize,
  before: f64,
  middle: f64,
  after: f64,
  steps: f64,
  weights: usize,
  scales: usize,
): void {
  for (let column: i32 = 0; column < COLUMNS; column++) {
    const from = own + <usize>(column / PANEL) * 3 * TAP + <usize>(column % PANEL) * 4;
    let size: f64 = 1e-6;
    for (let k: usize = 0; k < WIDTH; k++) size = max(size, abs(filtered(from, k, before, middle, after)));
    const step = WEIGHT_STEPS / size;
    const to = weights + <usize>(column / WIDE_PANEL) * WIDE_BYTES + <usize>(column % WIDE_PANEL) * 4;
    for (let k: usize = 0; k < WIDTH; k++) {
      const value = filtered(from, k, before, middle, after) * step;
      store<i16>(to + (k >> 1) * 64 + (k & 1) * 2, <i16>floor(value + 0.5));
    }
    const at = (<usize>column) << 2;
    // The file's scale holds the steps of its own activations; here they are those of the product.
    store<f32>(scales + at, <f32>((<f64>load<f32>(ownScale + at) * ACTIVATION_STEPS) / (step * steps)));
  }
}

function filtered(from: usize, k: usize, before: f64, middle: f64, after: f64): f64 {
  const at = from + (k >> 1) * 32 + (k & 1) * 2;
  return before * <f64>load<i16>(at) + middle * <f64>load<i16>(at + TAP) + after * <f64>load<i16>(at + 2 * TAP);
}
