// AssemblyScript SIMD kernels: hashing, matrix products, maxout with layer norm, and the scores of one transition.

// ---- hashing

const MURMUR64: u64 = 0xc6a4a7935bd1e995;

/** MurmurHash64A with seed 1 of `length` bytes, stored at `out`: spaCy's hash of a string. */
export function hashString(bytes: usize, length: i32, out: usize): void {
  let hash: u64 = 1 ^ (<u64>length * MURMUR64);
  let at = bytes;
  const end = bytes + <usize>(length & ~7);
  for (; at < end; at += 8) {
    let k = load<u64>(at) * MURMUR64;
    k ^= k >> 47;
    hash = (hash ^ (k * MURMUR64)) * MURMUR64;
  }
  const rest = length & 7;
  if (rest > 0) {
    let tail: u64 = 0;
    for (let i = rest - 1; i >= 0; i--) tail = (tail << 8) | (<u64>load<u8>(at + <usize>i));
    hash = (hash ^ tail) * MURMUR64;
  }
  hash ^= hash >> 47;
  hash *= MURMUR64;
  store<u64>(out, hash ^ (hash >> 47));
}

function finalMix(k: u64): u64 {
  k ^= k >> 33;
  k *= 0xff51afd7ed558ccd;
  k ^= k >> 33;
  k *= 0xc4ceb9fe1a85ec53;
  return k ^ (k >> 33);
}

/** Adds the four rows of a hash table [rows][96] that MurmurHash3 of `key` names to the 96 floats at `out`. */
function addHashedRows(key: u64, seed: u64, table: usize, rows: u32, out: usize): void {
  let h1 = seed ^ (rotl<u64>(key * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f) ^ 8;
  let h2 = seed ^ 8;
  h1 += h2;
  h2 += h1;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h1 += h2;
  h2 += h1;
  const a = table + <usize>(<u32>h1 % rows) * 384;
  const b = table + <usize>(<u32>(h1 >> 32) % rows) * 384;
  const c = table + <usize>(<u32>h2 % rows) * 384;
  const d = table + <usize>(<u32>(h2 >> 32) % rows) * 384;
  for (let j: usize = 0; j < 384; j += 16) {
    let sum = f32x4.add(v128.load(a + j), v128.load(b + j));
    sum = f32x4.add(sum, v128.load(c + j));
    v128.store(out + j, f32x4.add(sum, v128.load(d + j)));
  }
}

/** Embeds one word: `keys` holds a hash per attribute, `tables` a triple (address, rows, seed) per attribute. */
export function embedWord(keys: usize, attributes: i32, tables: usize, out: usize): void {
  for (let i: usize = 0; i < <usize>attributes; i++) {
    const table = tables + i * 12;
    const seed = <u64>load<u32>(table, 8);
    addHashedRows(load<u64>(keys + i * 8), seed, load<u32>(table), load<u32>(table, 4), out + i * 384);
  }
}

// ---- matrix products
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

/** The same for one row, sixteen columns at a time; `columns` is a multiple of 16. */
export function multiplyRow(x: usize, weight: usize, bias: usize, y: usize, inner: i32, columns: i32): void {
  const yEnd: usize = (<usize>columns) << 2;
  const xEnd: usize = (<usize>inner) << 2;
  const panelBytes: usize = (<usize>inner) << 5;
  let w = weight;
  for (let m: usize = 0; m < yEnd; m += 64) {
    let a0 = v128.load(bias + m);
    let a1 = v128.load(bias + m, 16);
    let b0 = v128.load(bias + m, 32);
    let b1 = v128.load(bias + m, 48);
    let second = w + panelBytes;
    for (let k: usize = 0; k < xEnd; k += 4) {
      const s = v128.load32_splat(x + k);
      a0 = f32x4.add(a0, f32x4.mul(s, v128.load(w)));
      a1 = f32x4.add(a1, f32x4.mul(s, v128.load(w, 16)));
      b0 = f32x4.add(b0, f32x4.mul(s, v128.load(second)));
      b1 = f32x4.add(b1, f32x4.mul(s, v128.load(second, 16)));
      w += 32;
      second += 32;
    }
    w = second;
    v128.store(y + m, a0);
    v128.store(y + m, a1, 16);
    v128.store(y + m, b0, 32);
    v128.store(y + m, b1, 48);
  }
}

/** Eight floats as i16, rounded and saturated. */
function quantised(x: usize, factor: v128): v128 {
  const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x), factor)));
  const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x, 16), factor)));
  return i16x8.narrow_i32x4_s(low, high);
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

/**
 * The product in 16-bit integers: x as `quantise` leaves it, weights in panels [columns / 8][inner / 2][8][2], and
 * y = sum * scale[column] + bias in float32. Sums stay far below 2^31 for weights of 14 bits. `inner` is a multiple of 8.
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
): void {
  const yRow: usize = (<usize>columns) << 2;
  const panelBytes: usize = (<usize>inner) << 4;
  let panel = weight;
  for (let m: usize = 0; m < yRow; m += 32) {
    const bias0 = v128.load(bias + m);
    const bias1 = v128.load(bias + m, 16);
    const scale0 = v128.load(scale + m);
    const scale1 = v128.load(scale + m, 16);
    const panelEnd = panel + panelBytes;
    let p = x;
    for (let row: i32 = 0; row < rows; row += 4) {
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let b0 = a0;
      let b1 = a0;
      let c0 = a0;
      let c1 = a0;
      let d0 = a0;
      let d1 = a0;
      let w = panel;
      while (w < panelEnd) {
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
        w += 32;
        p += 16;
      }
      const y0 = y + <usize>row * yRow + m;
      const y1 = y0 + yRow;
      const y2 = y1 + yRow;
      const y3 = y2 + yRow;
      v128.store(y0, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(a0), scale0)));
      v128.store(y0, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(a1), scale1)), 16);
      v128.store(y1, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(b0), scale0)));
      v128.store(y1, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(b1), scale1)), 16);
      v128.store(y2, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(c0), scale0)));
      v128.store(y2, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(c1), scale1)), 16);
      v128.store(y3, f32x4.add(bias0, f32x4.mul(f32x4.convert_i32x4_s(d0), scale0)));
      v128.store(y3, f32x4.add(bias1, f32x4.mul(f32x4.convert_i32x4_s(d1), scale1)), 16);
    }
    panel = panelEnd;
  }
}

// ---- maxout and layer norm

function laneSum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

/** Normalises the 96 floats at `y`, scales and shifts them, adds the 96 floats at `residual` unless it is 0. */
function normalise(y: usize, gain: usize, shift: usize, residual: usize, out: usize): void {
  let sum = f32x4.splat(0);
  for (let j: usize = 0; j < 384; j += 16) sum = f32x4.add(sum, v128.load(y + j));
  const mean = f32x4.splat(laneSum(sum) / 96);
  let squares = f32x4.splat(0);
  for (let j: usize = 0; j < 384; j += 16) {
    const d = f32x4.sub(v128.load(y + j), mean);
    squares = f32x4.add(squares, f32x4.mul(d, d));
  }
  const inverse = f32x4.splat(<f32>(1.0 / sqrt(laneSum(squares) / 96 + 1e-8)));
  for (let j: usize = 0; j < 384; j += 16) {
    const centred = f32x4.mul(f32x4.sub(v128.load(y + j), mean), inverse);
    let v = f32x4.add(f32x4.mul(centred, v128.load(gain + j)), v128.load(shift + j));
    if (residual != 0) v = f32x4.add(v, v128.load(residual + j));
    v128.store(out + j, v);
  }
}

/** Rows y[rows][3][96]: the maximum of the three pieces, normalised, plus the residual row unless `residual` is 0. */
export function maxoutNorm(y: usize, rows: i32, gain: usize, shift: usize, residual: usize, out: usize): void {
  for (let row: usize = 0; row < <usize>rows; row++) {
    const from = y + row * 1152;
    for (let j: usize = 0; j < 384; j += 16) {
      const v = f32x4.max(v128.load(from + j), v128.load(from + j, 384));
      v128.store(from + j, f32x4.max(v, v128.load(from + j, 768)));
    }
    normalise(from, gain, shift, residual == 0 ? 0 : residual + row * 384, out + row * 384);
  }
}

/**
 * The first convolution from per-word parts. `slots[i]` is the address of a word's record (embedding[96], then what it
 * adds to the row after it, to its own and to the row before it, [288] each); 0 is padding. Row i of `out` is word i.
 */
export function firstConvolution(
  slots: usize,
  n: i32,
  bias: usize,
  gain: usize,
  shift: usize,
  scratch: usize,
  out: usize,
): void {
  for (let row: i32 = 0; row < n; row++) {
    const at = slots + ((<usize>row) << 2);
    const before = <usize>load<u32>(at - 4),
      own = <usize>load<u32>(at),
      after = <usize>load<u32>(at, 4);
    for (let j: usize = 0; j < 384; j += 16) {
      let best = f32x4.splat(-Infinity);
      for (let piece: usize = 0; piece < 1152; piece += 384) {
        let v = v128.load(bias + piece + j);
        if (before != 0) v = f32x4.add(v, v128.load(before + 384 + piece + j));
        if (own != 0) v = f32x4.add(v, v128.load(own + 384 + 1152 + piece + j));
        if (after != 0) v = f32x4.add(v, v128.load(after + 384 + 2304 + piece + j));
        best = f32x4.max(best, v);
      }
      v128.store(scratch + j, best);
    }
    normalise(scratch, gain, shift, own, out + <usize>row * 384);
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

// ---- transitions

/** Sums cached feature rows (128 floats each; id -1 is the pad row), maxout of two pieces, then `columns` scores. */
export function scoreMoves(
  cache: usize,
  ids: usize,
  features: i32,
  bias: usize,
  upper: usize,
  upperBias: usize,
  columns: i32,
  hidden: usize,
  out: usize,
): void {
  for (let j: usize = 0; j < 256; j += 16) {
    let low = v128.load(bias + j),
      high = v128.load(bias + j, 256);
    for (let f: i32 = 0; f < features; f++) {
      const id = load<i32>(ids + ((<usize>f) << 2)) + 1;
      const row = cache + (<usize>id * <usize>features + <usize>f) * 512 + j;
      low = f32x4.add(low, v128.load(row));
      high = f32x4.add(high, v128.load(row, 256));
    }
    v128.store(hidden + j, f32x4.max(low, high));
  }
  multiplyRow(hidden, upper, upperBias, out, 64, columns);
}

/** Index of the greatest score among moves whose kind is set in `allowed`; the first of equals; -1 where none is. */
export function bestMove(scores: usize, kinds: usize, count: i32, allowed: i32): i32 {
  let best = -1;
  let top: f32 = -Infinity;
  for (let move = 0; move < count; move++) {
    if (((allowed >> load<u8>(kinds + <usize>move)) & 1) == 0) continue;
    const score = load<f32>(scores + ((<usize>move) << 2));
    if (score > top) {
      top = score;
      best = move;
    }
  }
  return best;
}

/** Column of the greatest score in each of `n` rows, as i32; the first of equals. */
export function bestColumns(scores: usize, n: i32, columns: i32, width: i32, out: usize): void {
  for (let row: i32 = 0; row < n; row++) {
    const from = scores + <usize>(row * width) * 4;
    let best = 0;
    for (let column = 1; column < columns; column++) {
      if (load<f32>(from + ((<usize>column) << 2)) > load<f32>(from + ((<usize>best) << 2))) best = column;
    }
    store<i32>(out + ((<usize>row) << 2), best);
  }
}
