// Python's ideas of white space, letter, upper case and digit, from exported tables so that every runtime agrees.

/** Set of code points as sorted range edges: starts at even, ends (excluded) at odd indexes. */
export class CodePointSet {
  readonly #edges: Uint32Array;
  readonly #ascii = new Uint8Array(128);

  constructor(edges: readonly number[]) {
    this.#edges = Uint32Array.from(edges);
    for (let code = 0; code < 128; code++) this.#ascii[code] = this.#search(code) ? 1 : 0;
  }

  has(code: number): boolean {
    return code < 128 ? this.#ascii[code] === 1 : this.#search(code);
  }

  #search(code: number): boolean {
    let low = 0;
    let high = this.#edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#edges[middle]! <= code) low = middle + 1;
      else high = middle;
    }
    return (low & 1) === 1;
  }
}

/** `str.isspace` of one UTF-16 unit; no white space lies outside the first plane. */
export function isSpaceUnit(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** True where every character is white space; false for the empty string. */
export function isSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpaceUnit(text.charCodeAt(i))) return false;
  return text.length > 0;
}

/** Capitals that Unicode got after version 14, which the model's tables are of: a newer runtime would lower them. */
const LATER_CAPITALS = '\\uA7CB\\uA7CC\\uA7CE\\uA7D2\\uA7D4\\uA7DA\\uA7DC\\u{10D50}-\\u{10D65}\\u{16EA0}-\\u{16EB8}';
const LATER = new RegExp(`[${LATER_CAPITALS}]`, 'u');
const OTHERS = new RegExp(`[^${LATER_CAPITALS}]+`, 'gu');

/** `str.lower`, the same in every runtime. */
export function lowerCase(text: string): string {
  return LATER.test(text) ? text.replace(OTHERS, (part) => part.toLowerCase()) : text.toLowerCase();
}
