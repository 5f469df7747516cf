// Kernels of a transition system: scores of moves from cached token features, and the best of those that are allowed.
import { rounded } from './products.as';

/** A scorer's addresses and sizes, 32 bits each, as `MoveScorer` writes them. */
@unmanaged
class Scorer {
  /** Feature rows [tokens][features][2][64], and which are there, a byte for each of [tokens][features]. */
  cache: usize;
  isThere: usize;
  /** Reduced token vectors in 16-bit integers as `quantise` leaves them, 64 wide. */
  reduced: usize;
  /** Row of the cache that token 0 of the ids stands for. */
  first: i32;
  features: i32;
  /** Index of a token for each feature, -1 for none, and room for the addresses of their rows. */
  ids: usize;
  rows: usize;
  /** Feature rows of no token. */
  pad: usize;
  /** The feature product: panels [8 columns], [32][8][2] each. */
  lower: usize;
  lowerScale: usize;
  lowerBias: usize;
  /** Hidden bias [2][64], and room for the 64 hidden values as floats and as integers. */
  hiddenBias: usize;
  hidden: usize;
  packed: usize;
  /** Last layer; `scale` is 0 where its weights are floats, and `steps` the integers' steps to the unit. */
  weight: usize;
  scale: usize;
  steps: f32;
  bias: usize;
  scores: usize;
}

function storeLower(scorer: Scorer, column: usize, sums: v128, out: usize): void {
  const scaled = f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scorer.lowerScale + column));
  v128.store(out, f32x4.add(v128.load(scorer.lowerBias + column), scaled));
}

/** Computes the 128 columns of a feature for a token: the very numbers that `multiplyInteger` gives for all of them. */
function fillRow(scorer: Scorer, token: usize, feature: usize, out: usize): void {
  const x = scorer.reduced + (token >> 2) * 512 + ((token & 3) << 2);
  for (let panel: usize = feature * 16; panel < feature * 16 + 16; panel += 4) {
    let a0 = i32x4.splat(0);
    let a1 = a0;
    let b0 = a0;
    let b1 = a0;
    let c0 = a0;
    let c1 = a0;
    let d0 = a0;
    let d1 = a0;
    let w = scorer.lower + panel * 1024;
    for (let k: usize = 0; k < 512; k += 16) {
      const s = v128.load32_splat(x + k);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, v128.load(w)));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, v128.load(w, 1024)));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, v128.load(w, 1040)));
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(s, v128.load(w, 2048)));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(s, v128.load(w, 2064)));
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(s, v128.load(w, 3072)));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(s, v128.load(w, 3088)));
      w += 32;
    }
    const column = panel * 32;
    storeLower(scorer, column, a0, out);
    storeLower(scorer, column + 16, a1, out + 16);
    storeLower(scorer, column + 32, b0, out + 32);
    storeLower(scorer, column + 48, b1, out + 48);
    storeLower(scorer, column + 64, c0, out + 64);
    storeLower(scorer, column + 80, c1, out + 80);
    storeLower(scorer, column + 96, d0, out + 96);
    storeLower(scorer, column + 112, d1, out + 112);
    out += 128;
  }
}

/** Finds the feature rows of a state; most are never asked for, so those that are rare are computed here. */
function findRows(scorer: Scorer): void {
  const features = <usize>scorer.features;
  for (let f: usize = 0; f < features; f++) {
    const id = load<i32>(scorer.ids + (f << 2));
    let row = scorer.pad + f * 512;
    if (id >= 0) {
      const token = <usize>(id + scorer.first);
      const at = token * features + f;
      row = scorer.cache + at * 512;
      if (load<u8>(scorer.isThere + at) == 0) {
        fillRow(scorer, token, f, row);
        store<u8>(scorer.isThere + at, 1);
      }
    }
    store<u32>(scorer.rows + (f << 2), <u32>row);
  }
}

/** Sums the feature rows of a state; the hidden values are the maximum of two pieces. */
function hiddenValues(scorer: Scorer): void {
  findRows(scorer);
  const end = scorer.rows + ((<usize>scorer.features) << 2);
  for (let j: usize = 0; j < 256; j += 64) {
    const bias = scorer.hiddenBias + j;
    let a0 = v128.load(bias);
    let a1 = v128.load(bias, 16);
    let a2 = v128.load(bias, 32);
    let a3 = v128.load(bias, 48);
    let b0 = v128.load(bias, 256);
    let b1 = v128.load(bias, 272);
    let b2 = v128.load(bias, 288);
    let b3 = v128.load(bias, 304);
    for (let at = scorer.rows; at < end; at += 4) {
      const row = <usize>load<u32>(at) + j;
      a0 = f32x4.add(a0, v128.load(row));
      a1 = f32x4.add(a1, v128.load(row, 16));
      a2 = f32x4.add(a2, v128.load(row, 32));
      a3 = f32x4.add(a3, v128.load(row, 48));
      b0 = f32x4.add(b0, v128.load(row, 256));
      b1 = f32x4.add(b1, v128.load(row, 272));
      b2 = f32x4.add(b2, v128.load(row, 288));
      b3 = f32x4.add(b3, v128.load(row, 304));
    }
    const out = scorer.hidden + j;
    v128.store(out, f32x4.pmax(a0, b0));
    v128.store(out, f32x4.pmax(a1, b1), 16);
    v128.store(out, f32x4.pmax(a2, b2), 32);
    v128.store(out, f32x4.pmax(a3, b3), 48);
  }
}

/** Sixteen columns in float32: weights in panels [8 columns], [64][8] each. */
function floatColumns(scorer: Scorer, column: usize): void {
  let a0 = v128.load(scorer.bias + column * 4);
  let a1 = v128.load(scorer.bias + column * 4, 16);
  let b0 = v128.load(scorer.bias + column * 4, 32);
  let b1 = v128.load(scorer.bias + column * 4, 48);
  let w = scorer.weight + column * 256;
  for (let k: usize = 0; k < 256; k += 4) {
    const s = v128.load32_splat(scorer.hidden + k);
    a0 = f32x4.add(a0, f32x4.mul(s, v128.load(w)));
    a1 = f32x4.add(a1, f32x4.mul(s, v128.load(w, 16)));
    b0 = f32x4.add(b0, f32x4.mul(s, v128.load(w, 2048)));
    b1 = f32x4.add(b1, f32x4.mul(s, v128.load(w, 2064)));
    w += 32;
  }
  const out = scorer.scores + column * 4;
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(out, b0, 32);
  v128.store(out, b1, 48);
}

function packHidden(scorer: Scorer): void {
  const factor = f32x4.splat(scorer.steps);
  for (let j: usize = 0; j < 128; j += 16) {
    const low = rounded(v128.load(scorer.hidden + 2 * j), factor);
    const high = rounded(v128.load(scorer.hidden + 2 * j, 16), factor);
    v128.store(scorer.packed + j, i16x8.narrow_i32x4_s(low, high));
  }
}

/** Sixteen columns in 16-bit integers: weights in panels [8 columns], [32][8][2] each. */
function integerColumns(scorer: Scorer, column: usize): void {
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let w = scorer.weight + column * 128;
  const packed = scorer.packed;
  for (let k: usize = 0; k < 128; k += 4) {
    const s = v128.load32_splat(packed + k);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, v128.load(w)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, v128.load(w, 1024)));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, v128.load(w, 1040)));
    w += 32;
  }
  storeScores(scorer, column, a0);
  storeScores(scorer, column + 4, a1);
  storeScores(scorer, column + 8, b0);
  storeScores(scorer, column + 12, b1);
}

function storeScores(scorer: Scorer, column: usize, sums: v128): void {
  const scaled = f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scorer.scale + column * 4));
  v128.store(scorer.scores + column * 4, f32x4.add(v128.load(scorer.bias + column * 4), scaled));
}

/** Scores of the columns `[from, to)`, both multiples of 16, for the state whose tokens are in `ids`. */
export function scoreMoves(scorer: Scorer, from: i32, to: i32): void {
  hiddenValues(scorer);
  if (scorer.scale == 0) {
    for (let column = from; column < to; column += 16) floatColumns(scorer, column);
  } else {
    packHidden(scorer);
    for (let column = from; column < to; column += 16) integerColumns(scorer, column);
  }
}

/** Scores the columns `[0, to)` and returns the best one; `mask` adds 0 to allowed columns, -Infinity to others. */
export function bestMove(scorer: Scorer, to: i32, mask: usize): i32 {
  scoreMoves(scorer, 0, to);
  const scores = scorer.scores;
  const end = (<usize>to) << 2;
  let top = f32x4.splat(-Infinity);
  for (let j: usize = 0; j < end; j += 16) {
    top = f32x4.pmax(top, f32x4.add(v128.load(scores + j), v128.load(mask + j)));
  }
  top = f32x4.pmax(top, v128.shuffle<i32>(top, top, 2, 3, 0, 1));
  top = f32x4.pmax(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
  // The first of equals, as spaCy has it.
  for (let j: usize = 0; j < end; j += 16) {
    const score = f32x4.add(v128.load(scores + j), v128.load(mask + j));
    const found = i32x4.bitmask(f32x4.eq(score, top));
    if (found != 0) return <i32>(j >> 2) + ctz(found);
  }
  return 0;
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
