// Texts by code point, as Cypher counts them: a character outside the basic plane is one, though JavaScript holds two units.

const SURROGATE = /[\ud800-\udfff]/;

export const characterCount = (text: string): number => (SURROGATE.test(text) ? Array.from(text).length : text.length);

/** From one place to another, or to the end. */
export const characters = (text: string, from: number, to?: number): string =>
  SURROGATE.test(text) ? Array.from(text).slice(from, to).join('') : text.slice(from, to);
