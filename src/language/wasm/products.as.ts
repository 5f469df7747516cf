// Kernels that multiply rows with a fixed matrix, in float32 and in 16-bit integers.
// Weights lie in panels of eight columns, [columns / 8][inner][8], so that one panel stays in the first-level cache
// while all rows pass. Rows go four at a time: up to three rows after the last are read and written, never used.

/** y[rows][columns] = x[rows][inner] * weight + bias in float32; `stride` is the length of a row of x. */
export function multiply(
  x: usize,
  weight: usize,
  bias: usize,
  y: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  stride: i32,
): void {
  const yRow: usize = (<usize>columns) << 2;
  const xRow: usize = (<usize>stride) << 2;
  const xEnd: usize = (<usize>inner) << 2;
  for (let m: usize = 0; m < yRow; m += 32) {
    const panel = weight + m * <usize>inner;
    const bias0 = v128.load(bias + m);
    const bias1 = v128.load(bias + m, 16);
    for (let row: i32 = 0; row < rows; row += 4) {
      const x0 = x + <usize>row * xRow;
      const x1 = x0 + xRow;
      const x2 = x1 + xRow;
      const x3 = x2 + xRow;
      let a0 = bias0;
      let a1 = bias1;
      let b0 = bias0;
      let b1 = bias1;
      let c0 = bias0;
      let c1 = bias1;
      let d0 = bias0;
      let d1 = bias1;
      let w = panel;
      for (let k: usize = 0; k < xEnd; k += 4) {
        const w0 = v128.load(w);
        const w1 = v128.load(w, 16);
        let s = v128.load32_splat(x0 + k);
        a0 = f32x4.add(a0, f32x4.mul(s, w0));
        a1 = f32x4.add(a1, f32x4.mul(s, w1));
        s = v128.load32_splat(x1 + k);
        b0 = f32x4.add(b0, f32x4.mul(s, w0));
        b1 = f32x4.add(b1, f32x4.mul(s, w1));
        s = v128.load32_splat(x2 + k);
        c0 = f32x4.add(c0, f32x4.mul(s, w0));
        c1 = f32x4.add(c1, f32x4.mul(s, w1));
        s = v128.load32_splat(x3 + k);
        d0 = f32x4.add(d0, f32x4.mul(s, w0));
        d1 = f32x4.add(d1, f32x4.mul(s, w1));
        w += 32;
      }
      const y0 = y + <usize>row * yRow + m;
      const y1 = y0 + yRow;
      const y2 = y1 + yRow;
      const y3 = y2 + yRow;
      v128.store(y0, a0);
      v128.store(y0, a1, 16);
      v128.store(y1, b0);
      v128.store(y1, b1, 16);
      v128.store(y2, c0);
      v128.store(y2, c1, 16);
      v128.store(y3, d0);
      v128.store(y3, d1, 16);
    }
  }
}

// A float below 2^22 in size, plus this number, has its nearest integer in its low bits: one addition and one
// subtraction round four lanes, where WebAssembly's own conversion takes a dozen instructions.
const ROUNDING: f32 = 12582912;

/** Four floats times `factor` as i32, rounded to the nearest even. */
export function rounded(x: v128, factor: v128): v128 {
  const magic = f32x4.splat(ROUNDING);
  return i32x4.sub(f32x4.add(f32x4.mul(x, factor), magic), magic);
}

/** Eight floats as i16, rounded and saturated. */
function quantised(x: usize, factor: v128): v128 {
  return i16x8.narrow_i32x4_s(rounded(v128.load(x), factor), rounded(v128.load(x, 16), factor));
}

/** Rows of x in 16-bit integers for `multiplyInteger`, four rows a block: [rows / 4][inner / 2][4][2]. */
export function quantise(x: usize, out: usize, rows: i32, inner: i32, stride: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  const xRow: usize = (<usize>stride) << 2;
  let to = out;
  for (let row: i32 = 0; row < rows; row += 4) {
    let from = x + <usize>row * xRow;
    for (let k: i32 = 0; k < inner; k += 8) {
      const a = quantised(from, factor);
      const b = quantised(from + xRow, factor);
      const c = quantised(from + 2 * xRow, factor);
      const d = quantised(from + 3 * xRow, factor);
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 16);
      v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 0, 2), 32);
      v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 1, 3), 48);
      from += 32;
      to += 64;
    }
  }
}

/** Eight columns of four rows: sums of products of 16-bit pairs, scaled to float32 and moved by the bias. */
function dotFourRows(p: usize, panel: usize, panelEnd: usize, scale: usize, bias: usize, y: usize, yRow: usize): void {
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  // Not unrolled: compilers load a whole turn of the loop ahead, and sixteen registers hold just one.
  for (let w = panel; w < panelEnd; w += 32, p += 16) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    let s = v128.load32_splat(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, w0));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, w1));
    s = v128.load32_splat(p, 4);
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, w0));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, w1));
    s = v128.load32_splat(p, 8);
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(s, w0));
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(s, w1));
    s = v128.load32_splat(p, 12);
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(s, w0));
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(s, w1));
  }
  const scale0 = v128.load(scale);
  const scale1 = v128.load(scale, 16);
  const bias0 = v128.load(bias);
  const bias1 = v128.load(bias, 16);
  v128.store(y, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(a0), scale0)));
  v128.store(y, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(a1), scale1)), 16);
  y += yRow;
  v128.store(y, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(b0), scale0)));
  v128.store(y, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(b1), scale1)), 16);
  y += yRow;
  v128.store(y, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(c0), scale0)));
  v128.store(y, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(c1), scale1)), 16);
  y += yRow;
  v128.store(y, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(d0), scale0)));
  v128.store(y, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(d1), scale1)), 16);
}

/** Bytes of a panel of sixteen columns for rows of 96. */
const WIDE_PANEL: usize = 3072;

/** Sums of sixteen columns for two rows of 96, [2][16], from pairs [48][2][2] and weights [48][16][2]. */
export function dotTwoRows(p: usize, panel: usize, sums: usize): void {
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const end = panel + WIDE_PANEL;
  for (let w = panel; w < end; w += 64, p += 8) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const w2 = v128.load(w, 32);
    const w3 = v128.load(w, 48);
    let s = v128.load32_splat(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, w0));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, w1));
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(s, w2));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(s, w3));
    s = v128.load32_splat(p, 4);
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, w0));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, w1));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(s, w2));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(s, w3));
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
  v128.store(sums, b0, 64);
  v128.store(sums, b1, 80);
  v128.store(sums, b2, 96);
  v128.store(sums, b3, 112);
}

/** The same for one row. */
export function dotOneRow(p: usize, panel: usize, sums: usize): void {
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  const end = panel + WIDE_PANEL;
  for (let w = panel; w < end; w += 64, p += 4) {
    const s = v128.load32_splat(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, v128.load(w)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(s, v128.load(w, 32)));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(s, v128.load(w, 48)));
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
}

/**
 * The product in 16-bit integers: x as `quantise` leaves it, weights in panels [columns / 8][inner / 2][8][2], and
 * y = sum * scale[column] + bias in float32. Sums stay far below 2^31 for weights of 14 bits. `inner` is a multiple of 8,
 * and `yStride` the distance of output rows, which may be more than the columns that are asked for.
 */
export function multiplyInteger(
  x: usize,
  weight: usize,
  scale: usize,
  bias: usize,
  y: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  yStride: i32,
): void {
  const yRow: usize = (<usize>yStride) << 2;
  const end: usize = (<usize>columns) << 2;
  const panelBytes: usize = (<usize>inner) << 4;
  let panel = weight;
  for (let m: usize = 0; m < end; m += 32) {
    const panelEnd = panel + panelBytes;
    let p = x;
    for (let row: i32 = 0; row < rows; row += 4) {
      dotFourRows(p, panel, panelEnd, scale + m, bias + m, y + <usize>row * yRow + m, yRow);
      p += (<usize>inner) << 3;
    }
    panel = panelEnd;
  }
}
