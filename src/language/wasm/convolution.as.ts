// Kernels of a convolution over three rows, four output rows at a time by Winograd's minimal filtering F(4, 3).
// Six products of width 96 take the place of twelve: the six input rows of a tile and the three weight matrices are
// evaluated at the points 0, ±3/4, ±3/2 and infinity, multiplied there, and the four output rows are interpolated.
// With these points the error in 16-bit integers is that of the direct product (docs/decisions/0105).
import { dotOneRow, dotTwoRows, rounded } from './products.as';

/** Bytes of a float row of 96, of a packed product of one tile, and of one panel (sixteen columns) of one product. */
const ROW: usize = 384;
const PACKED: usize = 192;
const PANEL: usize = 3072;
const POINTS: usize = 6;
const PANELS_OF_PIECE: usize = 6;
/** Bytes of sixteen sums, and of the scales of one product. */
const SUMS: usize = 64;
const SCALES: usize = 1152;

/** The two points and their powers. */
const A: f32 = 0.75;
const B: f32 = 1.5;

/** Four lanes of one product, as two pairs of i16 that lie `stride` bytes apart. */
function storePairs(out: usize, stride: usize, lanes: v128): void {
  const narrow = i16x8.narrow_i32x4_s(lanes, lanes);
  v128.store_lane<u32>(out, narrow, 0);
  v128.store_lane<u32>(out + stride, narrow, 1);
}

/** One tile: rows x[6][96] at the six points, [6][48] pairs; products lie `plane` bytes apart and pairs `stride`. */
function packTile(x: usize, steps: usize, out: usize, plane: usize, stride: usize): void {
  const sum = f32x4.splat(A * A + B * B);
  const product = f32x4.splat(A * A * B * B);
  const outer = f32x4.splat(load<f32>(steps));
  const inner = f32x4.splat(load<f32>(steps, 4));
  for (let k: usize = 0; k < ROW; k += 16) {
    const d0 = v128.load(x + k);
    const d1 = v128.load(x + k, 384);
    const d2 = v128.load(x + k, 768);
    const d3 = v128.load(x + k, 1152);
    const d4 = v128.load(x + k, 1536);
    const d5 = v128.load(x + k, 1920);
    const to = out + (k >> 3) * stride;
    const zero = f32x4.add(f32x4.sub(d4, f32x4.mul(sum, d2)), f32x4.mul(product, d0));
    storePairs(to, stride, rounded(zero, outer));
    let even = f32x4.sub(d4, f32x4.mul(f32x4.splat(B * B), d2));
    let odd = f32x4.mul(f32x4.splat(A), f32x4.sub(d3, f32x4.mul(f32x4.splat(B * B), d1)));
    storePairs(to + plane, stride, rounded(f32x4.add(even, odd), outer));
    storePairs(to + 2 * plane, stride, rounded(f32x4.sub(even, odd), outer));
    even = f32x4.sub(d4, f32x4.mul(f32x4.splat(A * A), d2));
    odd = f32x4.mul(f32x4.splat(B), f32x4.sub(d3, f32x4.mul(f32x4.splat(A * A), d1)));
    storePairs(to + 3 * plane, stride, rounded(f32x4.add(even, odd), inner));
    storePairs(to + 4 * plane, stride, rounded(f32x4.sub(even, odd), inner));
    const infinity = f32x4.add(f32x4.sub(d5, f32x4.mul(sum, d3)), f32x4.mul(product, d1));
    storePairs(to + 5 * plane, stride, rounded(infinity, outer));
  }
}

/**
 * Packs `tiles` tiles of four output rows as tiles `first` and after of `all`; `x` is the row before the first of them
 * and has 4 * tiles + 2 rows. Pairs of tiles come as [6][48][2][2] 16-bit integers, one that is left as [6][48][2].
 * `steps` holds the steps to the unit of the products 0, 1, 2 and 5, and those of 3 and 4.
 */
export function packTiles(x: usize, first: i32, tiles: i32, all: i32, steps: usize, out: usize): void {
  const paired = all & ~1;
  let rows = x;
  for (let tile: i32 = first; tile < first + tiles; tile++) {
    const pair = out + <usize>(tile & ~1) * POINTS * PACKED;
    if (tile < paired) packTile(rows, steps, pair + ((<usize>(tile & 1)) << 2), 2 * PACKED, 8);
    else packTile(rows, steps, pair, PACKED, 4);
    rows += 4 * ROW;
  }
}

/** Four lanes of a product, from sums of integers. */
function product(sums: usize, scale: usize, index: usize, plane: usize): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums + index * plane)), v128.load(scale + index * SCALES));
}

/** Four lanes of the four output rows of a tile from the sums of its six products, which lie `plane` bytes apart. */
function interpolate(sums: usize, plane: usize, scale: usize, bias: usize, y: usize, isFirst: bool): void {
  const offset = v128.load(bias);
  const p1 = product(sums, scale, 1, plane);
  const p2 = product(sums, scale, 2, plane);
  const p3 = product(sums, scale, 3, plane);
  const p4 = product(sums, scale, 4, plane);
  const evenA = f32x4.add(p1, p2);
  const evenB = f32x4.add(p3, p4);
  const oddA = f32x4.mul(f32x4.splat(A), f32x4.sub(p1, p2));
  const oddB = f32x4.mul(f32x4.splat(B), f32x4.sub(p3, p4));
  let y0 = f32x4.add(offset, f32x4.add(product(sums, scale, 0, plane), f32x4.add(evenA, evenB)));
  let y1 = f32x4.add(offset, f32x4.add(oddA, oddB));
  let y2 = f32x4.add(offset, f32x4.add(f32x4.mul(f32x4.splat(A * A), evenA), f32x4.mul(f32x4.splat(B * B), evenB)));
  let y3 = f32x4.add(f32x4.mul(f32x4.splat(A * A), oddA), f32x4.mul(f32x4.splat(B * B), oddB));
  y3 = f32x4.add(offset, f32x4.add(y3, product(sums, scale, 5, plane)));
  if (!isFirst) {
    y0 = f32x4.pmax(y0, v128.load(y));
    y1 = f32x4.pmax(y1, v128.load(y, 384));
    y2 = f32x4.pmax(y2, v128.load(y, 768));
    y3 = f32x4.pmax(y3, v128.load(y, 1152));
  }
  v128.store(y, y0);
  v128.store(y, y1, 384);
  v128.store(y, y2, 768);
  v128.store(y, y3, 1152);
}

/**
 * Convolution and maxout: y[4 * tiles][96] is the greatest of the three pieces. Weights [3 * 6][6][48][16][2] and
 * scales [6][288] are those of `tiledWeights`; `scratch` has room for 6 * 32 sums.
 */
export function convolve(
  packed: usize,
  tiles: i32,
  weight: usize,
  scale: usize,
  bias: usize,
  scratch: usize,
  y: usize,
): void {
  for (let block: usize = 0; block < PANELS_OF_PIECE; block++) {
    for (let piece: usize = 0; piece < 3; piece++) {
      const panel = weight + (piece * PANELS_OF_PIECE + block) * POINTS * PANEL;
      const column = piece * ROW + block * SUMS;
      let at = packed;
      let rows = y + block * SUMS;
      for (let tile: i32 = 0; tile < tiles; tile += 2) {
        const count: usize = tile + 1 < tiles ? 2 : 1;
        const plane = count * SUMS;
        for (let s: usize = 0; s < POINTS; s++) {
          if (count == 2) dotTwoRows(at, panel + s * PANEL, scratch + s * plane);
          else dotOneRow(at, panel + s * PANEL, scratch + s * plane);
          at += count * PACKED;
        }
        for (let t: usize = 0; t < count; t++) {
          for (let v: usize = 0; v < SUMS; v += 16)
            interpolate(scratch + t * SUMS + v, plane, scale + column + v, bias + column + v, rows + v, piece == 0);
          rows += 4 * ROW;
        }
      }
    }
  }
}
