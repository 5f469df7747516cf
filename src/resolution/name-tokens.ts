// A name as linking compares it: folded words, and a skeleton that transliterations share.
import { foldName } from '../domain/names.ts';
import { EXPANSIONS, FUNCTION_WORDS, TITLES } from './words.ts';

/** Folded words of a person's name without titles at its ends; a name that is all titles keeps its words. */
export function personWords(name: string): readonly string[] {
  const words = foldName(name)
    .split(' ')
    .filter((word) => word !== '');
  let from = 0;
  let to = words.length;
  while (from < to && TITLES.has(words[from]!)) from++;
  while (to > from && TITLES.has(words[to - 1]!)) to--;
  return to - from < 2 ? words : words.slice(from, to);
}

/** Sorted words that carry identity: `Public Security Ministry` and `Ministry of Public Security` are equal. */
export function significantWords(name: string): readonly string[] {
  const words = foldName(name)
    .split(' ')
    .map((word) => EXPANSIONS[word] ?? word)
    .filter((word) => word !== '' && !FUNCTION_WORDS.has(word));
  return [...new Set(words)].sort();
}

/** First letters of the words that count: `Association of Southeast Asian Nations` → `asan`; with function words `aosan`. */
export function initials(name: string): readonly string[] {
  const words = foldName(name).split(' ');
  const long = words.filter((word) => !FUNCTION_WORDS.has(word));
  if (long.length < 3) return [];
  return [...new Set([long, words].map((list) => list.map((word) => word[0] ?? '').join('')))];
}

/** Letters in capitals, as an acronym is printed: `ASEAN`, `EUROPOL`, `MPS`, `G-7`. */
export function isAcronym(name: string): boolean {
  return /^[A-Z][A-Z0-9.&-]{1,9}$/.test(name) && name.replace(/[^A-Z]/g, '').length >= 2;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/(kh|gh)/g, 'h'],
  [/(zh|dzh|dj)/g, 'j'],
  [/(shch|sch|sh)/g, 's'],
  [/(tch|tsch|ch)/g, 'c'],
  [/(ts|tz)/g, 'c'],
  [/(ck|q)/g, 'k'],
  [/w/g, 'v'],
  [/(ou|oo)/g, 'u'],
  [/(ee)/g, 'i'],
  [/(iy|ij|yi|ii|yy)/g, 'i'],
  [/y/g, 'i'],
  [/j(?=[aeou])/g, 'i'],
  [/ii+/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h(?=$|[^aeiou])/g, ''],
];

/** Equal for the usual transliterations of one name: Sergei and Sergey, Zelenskyy and Zelensky, Khalid and Halid. */
export function skeleton(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
}

/** Consonants only, for names whose vowels no script writes (Mohammed, Muhammad); empty where too few are left. */
export function consonants(word: string): string {
  const bones = skeleton(word).replace(/(?<=.)[aeiou]/g, '');
  return bones.length >= 3 ? bones : '';
}
