// Kernels that hash strings as spaCy does and look up the rows of its hash tables.
import { widened } from './loading.as';

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

/** Four numbers of a table, in float32 or in half precision. */
function entries(row: usize, j: usize, isHalf: bool): v128 {
  return isHalf ? widened(row + (j >> 1)) : v128.load(row + j);
}

/** Adds up the four rows of a hash table [rows][96] that MurmurHash3 of `key` names. */
function addHashedRows(key: u64, seed: u64, table: usize, rows: u32, isHalf: bool, out: usize): void {
  let h1 = seed ^ (rotl<u64>(key * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f) ^ 8;
  let h2 = seed ^ 8;
  h1 += h2;
  h2 += h1;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h1 += h2;
  h2 += h1;
  const rowBytes: usize = isHalf ? 192 : 384;
  const a = table + <usize>(<u32>h1 % rows) * rowBytes;
  const b = table + <usize>(<u32>(h1 >> 32) % rows) * rowBytes;
  const c = table + <usize>(<u32>h2 % rows) * rowBytes;
  const d = table + <usize>(<u32>(h2 >> 32) % rows) * rowBytes;
  for (let j: usize = 0; j < 384; j += 16) {
    let sum = f32x4.add(entries(a, j, isHalf), entries(b, j, isHalf));
    sum = f32x4.add(sum, entries(c, j, isHalf));
    v128.store(out + j, f32x4.add(sum, entries(d, j, isHalf)));
  }
}

/** Embeds one word: `keys` holds a hash per attribute, `tables` (address, rows, seed, whether half precision) for each. */
export function embedWord(keys: usize, attributes: i32, tables: usize, out: usize): void {
  for (let i: usize = 0; i < <usize>attributes; i++) {
    const table = tables + i * 16;
    const seed = <u64>load<u32>(table, 8);
    const isHalf = load<u32>(table, 12) != 0;
    addHashedRows(load<u64>(keys + i * 8), seed, load<u32>(table), load<u32>(table, 4), isHalf, out + i * 384);
  }
}
