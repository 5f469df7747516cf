// Which documents are one source: a story that two outlets print almost word for word counts once.
import { foldName } from '../domain/names.ts';

/** Minima of a family of hashes over the text's shingles; equal places ≈ share of common shingles. */
export type Sketch = Uint32Array;

const SHINGLE_WORDS = 5;
const BANDS = 16;
const ROWS = 4;
const HASHES = BANDS * ROWS;
/** Share of equal minima from which two texts are one source: a reprint with another head and a cut tail stays above it. */
const LEAST_SHARE = 0.5;

/** Odd multipliers and offsets of the hash family, from a fixed linear congruence: the same everywhere, for ever. */
const [FACTORS, OFFSETS] = ((): readonly [Int32Array, Int32Array] => {
  let state = 0x2545f491;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  const family = [new Int32Array(HASHES), new Int32Array(HASHES)] as const;
  for (let index = 0; index < HASHES; index++) {
    family[0][index] = next() | 1;
    family[1][index] = next();
  }
  return family;
})();

export function sketchOf(text: string): Sketch {
  const words = foldName(text).split(' ');
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  const last = Math.max(words.length - SHINGLE_WORDS, 0);
  for (let at = 0; at <= last; at++) {
    const hash = hashWords(words, at, Math.min(at + SHINGLE_WORDS, words.length));
    for (let index = 0; index < HASHES; index++) {
      const mixed = mix((Math.imul(hash, FACTORS[index]!) + OFFSETS[index]!) | 0);
      if (mixed < minima[index]!) minima[index] = mixed;
    }
  }
  return minima;
}

function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let word = from; word < to; word++) {
    const letters = words[word]!;
    for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash;
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function areNearIdentical(left: Sketch, right: Sketch): boolean {
  let equal = 0;
  for (let index = 0; index < HASHES; index++) if (left[index] === right[index]) equal++;
  return equal >= HASHES * LEAST_SHARE;
}

/** Groups of near-identical documents, kept current; the groups are a function of the set of documents alone. */
export class SourceGroups {
  private readonly sketches = new Map<string, Sketch>();
  private readonly bands = new Map<string, Set<string>>();
  private readonly twins = new Map<string, Set<string>>();

  /** @returns the other documents whose group changed */
  add(id: string, sketch: Sketch): readonly string[] {
    this.sketches.set(id, sketch);
    const twins = new Set<string>();
    for (const band of bandsOf(sketch)) {
      const members = this.bands.get(band) ?? new Set<string>();
      for (const other of members) if (areNearIdentical(sketch, this.sketches.get(other)!)) twins.add(other);
      this.bands.set(band, members.add(id));
    }
    if (twins.size === 0) return [];
    this.twins.set(id, twins);
    for (const twin of twins) this.twins.set(twin, (this.twins.get(twin) ?? new Set<string>()).add(id));
    return this.group(id).filter((member) => member !== id);
  }

  /** @returns the other documents whose group changed */
  remove(id: string): readonly string[] {
    const others = this.group(id).filter((member) => member !== id);
    for (const band of bandsOf(this.sketches.get(id))) {
      const members = this.bands.get(band);
      members?.delete(id);
      if (members?.size === 0) this.bands.delete(band);
    }
    for (const twin of this.twins.get(id) ?? []) this.twins.get(twin)?.delete(id);
    this.twins.delete(id);
    this.sketches.delete(id);
    return others;
  }

  /** How many independent sources these documents are. */
  count(ids: Iterable<string>): number {
    const leaders = new Set<string>();
    for (const id of ids) leaders.add(this.group(id)[0]!);
    return leaders.size;
  }

  /** In id order: the document itself and all that twins lead to. */
  private group(id: string): readonly string[] {
    if ((this.twins.get(id)?.size ?? 0) === 0) return [id];
    const members = new Set([id]);
    for (const member of members) for (const twin of this.twins.get(member) ?? []) members.add(twin);
    return [...members].sort();
  }
}

function bandsOf(sketch: Sketch | undefined): readonly string[] {
  if (sketch === undefined) return [];
  return Array.from({ length: BANDS }, (_, band) => `${band}:${sketch.slice(band * ROWS, (band + 1) * ROWS).join()}`);
}
