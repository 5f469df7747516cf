// Texts by code point, as Cypher counts them: a character outside the basic plane is one, though JavaScript holds two units.

const SURROGATE = /[\ud800-\udfff]/;

export const characterCount = (text: string): number => (SURROGATE.test(text) ? Array.from(text).length : text.length);

/** From one place to another, or to the end. */
export const characters = (text: string, from: number, to?: number): string =>
  SURROGATE.test(text) ? Array.from(text).slice(from, to).join('') : text.slice(from, to);

/** Letters that a search compares in a turn of a loop. */
const COMPARED_A_TURN = 128;

/** What a search for one text in another takes at worst: where almost all of it is found everywhere. */
export const searchTurns = (text: string, sought: string): number =>
  (text.length * Math.min(text.length, sought.length)) / COMPARED_A_TURN;

/** What bringing a text into a normal form takes at worst: accents on one letter are sorted by insertion. */
export function normalizingTurns(text: string): number {
  let most = 0;
  for (const [accents] of text.matchAll(/\p{M}+/gu)) most = Math.max(most, accents.length);
  return text.length + most * most;
}
