// The lines a name is written in: whole and balanced, or by a short name that ends where a phrase ends. Never cut.

/** Letters of a comfortable line, and of the longest that is still one look. */
const LINE = 24;
const LONGEST_LINE = 32;
const MOST_LINES = 3;
/** A shorter beginning than this names nothing, and shorter lines look broken. */
const LEAST_LETTERS = 12;
/** Where a name may end and still be one: before a comma, a dash, a bracket or a preposition. */
const PHRASE_END = /[,;:]?\s+(?=(?:of|for|on|in|at|to|with|between|and|under|by|from|against|[–—-]|\()\s?)|[,;:]\s+/g;
/** A line that ends on one of these reads as if something was missing. */
const BOUND_TO_NEXT = /(^|\s)(of|the|a|an|on|in|for|to|and|at|with|by|from)\s+(?=\S)/gi;

/**
 * Ways to write a name, the most pleasing first; none where it is too long and has no beginning that stands for it.
 * @param isWhole of what the reader points at, every word
 */
export function waysToWrite(name: string, isWhole = false): readonly (readonly string[])[] {
  const whole = name.trim().replace(/\s+/g, ' ');
  if (isWhole) return waysOf(whole, Math.ceil(whole.length / LONGEST_LINE) + 1);
  const short = shortName(whole);
  const shorter = shortName(whole, LINE * 2);
  const ways = waysOf(short, MOST_LINES);
  return shorter === short || shorter === '' ? ways : [...ways, ...waysOf(shorter, MOST_LINES)];
}

function waysOf(text: string, most: number): readonly (readonly string[])[] {
  if (text === '') return [];
  const wanted = Math.ceil(text.length / LINE);
  const words = text.replace(BOUND_TO_NEXT, '$1$2\u00a0').split(' ');
  const ways = new Map<number, readonly string[]>();
  // Lines of a few letters each look broken.
  for (let lines = 1; lines <= Math.min(most, words.length, Math.ceil(text.length / LEAST_LETTERS)); lines++) {
    const way = wrap(words, lines);
    if (!ways.has(way.length)) ways.set(way.length, way);
  }
  const widest = (way: readonly string[]): number => Math.max(...way.map((line) => line.length));
  const all = [...ways.values()];
  const narrow = all.filter((way) => widest(way) <= LONGEST_LINE);
  return (narrow.length > 0 ? narrow : all.slice(-1)).sort(
    (a, b) => Math.abs(a.length - wanted) - Math.abs(b.length - wanted) || a.length - b.length,
  );
}

/** The whole name where three lines hold it; else its longest beginning that ends with a phrase. */
export function shortName(name: string, most = LINE * MOST_LINES): string {
  if (name.length <= most) return name;
  const ends = [...name.matchAll(PHRASE_END)].map(({ index }) => index);
  const end = ends.filter((index) => index >= LEAST_LETTERS && index <= most).at(-1);
  if (end === undefined) return '';
  // A list that is left in its middle names a part for the whole: it is left before it begins.
  const comma = name.indexOf(',');
  return name.slice(0, comma >= LEAST_LETTERS && comma < end ? comma : end);
}

/** As few letters in the longest line as so many lines allow, and then lines as alike as can be. */
function wrap(words: readonly string[], lines: number): readonly string[] {
  const longest = Math.max(...words.map((word) => word.length));
  const total = words.reduce((sum, word) => sum + word.length + 1, -1);
  for (let most = Math.max(longest, Math.ceil(total / lines)); ; most++) {
    const needed = linesWithin(words, most);
    if (needed <= lines) return evenly(words, needed, most);
  }
}

function linesWithin(words: readonly string[], most: number): number {
  let [lines, length] = [0, Infinity];
  for (const word of words) {
    length += 1 + word.length;
    if (length > most) [lines, length] = [lines + 1, word.length];
  }
  return lines;
}

/** The ways to write the first words in so many lines of at most so many letters, each time the one of the least squares. */
function evenly(words: readonly string[], lines: number, most: number): readonly string[] {
  interface Way {
    readonly squares: number;
    readonly lines: readonly string[];
  }
  let ways = new Map<number, Way>([[0, { squares: 0, lines: [] }]]);
  for (let line = 0; line < lines; line++) {
    const longer = new Map<number, Way>();
    for (const [first, way] of ways)
      for (let end = first + 1; end <= words.length; end++) {
        const text = words.slice(first, end).join(' ');
        if (text.length > most) break;
        const squares = way.squares + text.length ** 2;
        if (squares < (longer.get(end)?.squares ?? Infinity)) longer.set(end, { squares, lines: [...way.lines, text] });
      }
    ways = longer;
  }
  return ways.get(words.length)!.lines;
}
