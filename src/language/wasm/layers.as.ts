// Kernels of maxout, layer norm and the first convolution, which is summed from parts that are known per word.
import { rounded } from './products.as';

function laneSum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

function squared(v: v128, mean: v128): v128 {
  const distance = f32x4.sub(v, mean);
  return f32x4.mul(distance, distance);
}

/** Normalises the 96 floats at `y`, whose sum comes in four lanes, scales and shifts them, adds those at `residual`. */
function normalise(y: usize, sum: v128, gain: usize, shift: usize, residual: usize, out: usize): void {
  const mean = f32x4.splat(laneSum(sum) / 96);
  // Four sums at a time: each addition would else wait for the one before it.
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let j: usize = 0; j < 384; j += 64) {
    a = f32x4.add(a, squared(v128.load(y + j), mean));
    b = f32x4.add(b, squared(v128.load(y + j, 16), mean));
    c = f32x4.add(c, squared(v128.load(y + j, 32), mean));
    d = f32x4.add(d, squared(v128.load(y + j, 48), mean));
  }
  const squares = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  const inverse = f32x4.splat(<f32>(1.0 / sqrt(laneSum(squares) / 96 + 1e-8)));
  for (let j: usize = 0; j < 384; j += 16) {
    const centred = f32x4.mul(f32x4.sub(v128.load(y + j), mean), inverse);
    const v = f32x4.add(f32x4.mul(centred, v128.load(gain + j)), v128.load(shift + j));
    v128.store(out + j, f32x4.add(v, v128.load(residual + j)));
  }
}

/** Rows y[rows][96] normalised, plus the row of `residual`, which is `residualStride` bytes after the one before it. */
export function normaliseRows(
  y: usize,
  rows: i32,
  gain: usize,
  shift: usize,
  residual: usize,
  residualStride: i32,
  out: usize,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    let sum = f32x4.splat(0);
    for (let j: usize = 0; j < 384; j += 64) {
      const low = f32x4.add(v128.load(y + j), v128.load(y + j, 16));
      sum = f32x4.add(sum, f32x4.add(low, f32x4.add(v128.load(y + j, 32), v128.load(y + j, 48))));
    }
    normalise(y, sum, gain, shift, residual, out);
    y += 384;
    residual += <usize>residualStride;
    out += 384;
  }
}

/** Rows y[rows][3][96] to the maximum of their three pieces, [rows][96], in place. */
export function maxout(y: usize, rows: i32): void {
  let to = y;
  for (let row: i32 = 0; row < rows; row++) {
    for (let j: usize = 0; j < 384; j += 16) {
      const v = f32x4.pmax(v128.load(y + j), v128.load(y + j, 384));
      v128.store(to + j, f32x4.pmax(v, v128.load(y + j, 768)));
    }
    y += 1152;
    to += 384;
  }
}

/**
 * The first convolution from per-word parts. `slots[i]` is the address of a word's record: its embedding [96], then what
 * it adds to the row after it, to its own (bias included) and to the row before it, [288] each. Row i of `out` is word i.
 */
export function firstConvolution(slots: usize, n: i32, gain: usize, shift: usize, scratch: usize, out: usize): void {
  for (let row: i32 = 0; row < n; row++) {
    const before = <usize>load<u32>(slots - 4) + 384;
    const own = <usize>load<u32>(slots);
    const middle = own + 384 + 1152;
    const after = <usize>load<u32>(slots, 4) + 384 + 2304;
    let sum = f32x4.splat(0);
    for (let j: usize = 0; j < 384; j += 16) {
      let a = f32x4.add(v128.load(middle + j), v128.load(before + j));
      let b = f32x4.add(v128.load(middle + j, 384), v128.load(before + j, 384));
      let c = f32x4.add(v128.load(middle + j, 768), v128.load(before + j, 768));
      a = f32x4.add(a, v128.load(after + j));
      b = f32x4.add(b, v128.load(after + j, 384));
      c = f32x4.add(c, v128.load(after + j, 768));
      const best = f32x4.pmax(f32x4.pmax(a, b), c);
      sum = f32x4.add(sum, best);
      v128.store(scratch + j, best);
    }
    normalise(scratch, sum, gain, shift, own, out);
    slots += 4;
    out += 384;
  }
}

/** Eight lanes of the best of three pieces, from what three words add in 16-bit integers; pieces are 192 bytes apart. */
function bestRounded(before: usize, own: usize, after: usize): v128 {
  const a = i16x8.add_sat_s(i16x8.add_sat_s(v128.load(own), v128.load(before)), v128.load(after));
  const b = i16x8.add_sat_s(i16x8.add_sat_s(v128.load(own, 192), v128.load(before, 192)), v128.load(after, 192));
  const c = i16x8.add_sat_s(i16x8.add_sat_s(v128.load(own, 384), v128.load(before, 384)), v128.load(after, 384));
  return i16x8.max_s(i16x8.max_s(a, b), c);
}

/** The same from records that hold their parts in 16-bit integers; one step of each of the 96 outputs is in `units`. */
export function firstConvolutionRounded(
  slots: usize,
  n: i32,
  gain: usize,
  shift: usize,
  units: usize,
  scratch: usize,
  out: usize,
): void {
  for (let row: i32 = 0; row < n; row++) {
    const before = <usize>load<u32>(slots - 4) + 384;
    const own = <usize>load<u32>(slots);
    const middle = own + 384 + 576;
    const after = <usize>load<u32>(slots, 4) + 384 + 1152;
    let sum = f32x4.splat(0);
    for (let j: usize = 0; j < 192; j += 16) {
      const best = bestRounded(before + j, middle + j, after + j);
      const unit = units + 2 * j;
      const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(best)), v128.load(unit));
      const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(best)), v128.load(unit, 16));
      sum = f32x4.add(sum, f32x4.add(low, high));
      v128.store(scratch + 2 * j, low);
      v128.store(scratch + 2 * j, high, 16);
    }
    normalise(scratch, sum, gain, shift, own, out);
    slots += 4;
    out += 384;
  }
}

/** Spreads rows [3][96] to the addresses in `targets`, each moved on by `offset`, in 16-bit integers of `steps` [96]. */
export function scatterRounded(rows: usize, count: i32, targets: usize, offset: i32, steps: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    let to = <usize>load<u32>(targets + (i << 2)) + <usize>offset;
    for (let piece = 0; piece < 3; piece++) {
      for (let j: usize = 0; j < 384; j += 32) {
        const low = rounded(v128.load(rows + j), v128.load(steps + j));
        const high = rounded(v128.load(rows + j, 16), v128.load(steps + j, 16));
        v128.store(to, i16x8.narrow_i32x4_s(low, high));
        to += 16;
      }
      rows += 384;
    }
  }
}

/** Spreads rows of `bytes` bytes to the addresses in `targets`, each moved on by `offset`; `bytes` is a multiple of 16. */
export function scatter(rows: usize, count: i32, bytes: i32, targets: usize, offset: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const from = rows + i * <usize>bytes;
    const to = <usize>load<u32>(targets + (i << 2)) + <usize>offset;
    for (let j: usize = 0; j < <usize>bytes; j += 16) v128.store(to + j, v128.load(from + j));
  }
}
