// Compares the names of two people word by word, whatever the order and particles of their culture.
import { consonants, personWords, skeleton } from './name-tokens.ts';
import { PARTICLES } from './words.ts';

export interface NameComparison {
  /** 0: no name of the one can be a name of the other. */
  readonly score: number;
  readonly reason: string;
}

const NOTHING: NameComparison = { score: 0, reason: 'names differ' };

/** The best comparison over all forms; a single word is never enough across documents. */
export function comparePersons(left: readonly string[], right: readonly string[]): NameComparison {
  const others = right.map(personWords).filter((words) => words.length > 1);
  let best = NOTHING;
  for (const name of left) {
    const words = personWords(name);
    if (words.length < 2) continue;
    for (const other of others) {
      const comparison = compareWords(words, other);
      if (comparison.score > best.score) best = comparison;
    }
  }
  return best;
}

function compareWords(left: readonly string[], right: readonly string[]): NameComparison {
  if (left.join(' ') === right.join(' ')) return { score: 0.95, reason: 'same name' };
  if (left.join('') === right.join('')) return { score: 0.93, reason: 'same name, parted in another way' };
  const [a, b] = [left, right].map((words) => words.filter((word, at) => at === 0 || !PARTICLES.has(word)));
  const [short, long] = a!.length <= b!.length ? [a!, b!] : [b!, a!];
  const match = matchWords(short, long);
  if (match === undefined) return NOTHING;
  const same = match.isTransliterated ? 'same name in another transliteration' : 'same name';
  if (short.length === long.length) {
    if (match.inOrder) return { score: match.isTransliterated ? 0.88 : 0.92, reason: same };
    // Two short words swap easily between two people; three do not.
    return { score: short.length > 2 ? 0.85 : 0.75, reason: `${same} in another order` };
  }
  if (!match.inOrder && !isRotation(short, long))
    return { score: 0.6, reason: 'one name has more parts, in another order' };
  const extra = long.filter((word) => !short.some((own) => areAlike(own, word)));
  if (match.inOrder && extra.every((word) => /(vich|vna|ovich|evich|ovna|evna)$/.test(word)))
    return { score: 0.88, reason: 'same name, one with the patronymic' };
  return { score: 0.72, reason: 'one name has more parts' };
}

interface WordMatch {
  readonly inOrder: boolean;
  readonly isTransliterated: boolean;
}

/** Each word of the shorter name has its own word in the longer one; initials alone never carry a match. */
function matchWords(short: readonly string[], long: readonly string[]): WordMatch | undefined {
  const taken = new Set<number>();
  const places: number[] = [];
  let full = 0;
  let exact = 0;
  for (const word of short) {
    const free = (at: number): boolean => !taken.has(at);
    let at = long.findIndex((other, index) => free(index) && other === word);
    if (at >= 0) exact++;
    else at = long.findIndex((other, index) => free(index) && areAlike(word, other));
    if (at < 0) return undefined;
    if (word.length > 1 && long[at]!.length > 1) full++;
    taken.add(at);
    places.push(at);
  }
  if (full < 2 || exact === 0) return undefined;
  return {
    inOrder: places.every((at, index) => index === 0 || at > places[index - 1]!),
    isTransliterated: exact < short.length,
  };
}

function areAlike(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length === 1 || right.length === 1) return left[0] === right[0];
  const [a, b] = [consonants(left), consonants(right)];
  return skeleton(left) === skeleton(right) || (a !== '' && a === b && left[0] === right[0]);
}

/** Family name first or last: `Bui Van Nam`, `Nam Bui Van`. */
function isRotation(short: readonly string[], long: readonly string[]): boolean {
  const order = short.map((word) => long.findIndex((other) => areAlike(word, other)));
  const breaks = order.filter((at, index) => at > (order[(index + 1) % order.length] ?? 0)).length;
  return breaks <= 1;
}
