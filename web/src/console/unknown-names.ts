// Labels and relation types of a query that the graph cannot have: it answers with no rows, and nobody would know why.
import type { GraphSchema } from '../api/types.ts';

/** Beside the kinds and relations of the schema. */
const OWN_LABELS = ['Entity', 'Claim', 'Document'];
const OWN_TYPES = ['SUBJECT', 'OBJECT', 'IN', 'MENTIONED_IN'];
/** More letters than these apart, and it is another word. */
const MOST_APART = 3;

/** @returns a sentence for each, with the nearest name that there is */
export function unknownNames(text: string, schema: GraphSchema): readonly string[] {
  const kinds = schema.entities.flatMap(({ kind, lineage }) => [kind, ...lineage]);
  const known = {
    label: [...new Set([...kinds, ...OWN_LABELS])],
    'relation type': [...schema.relations.map(({ type }) => type), ...OWN_TYPES],
  };
  const notes = new Set<string>();
  for (const { what, name } of namesIn(withoutText(text))) {
    if (known[what].includes(name)) continue;
    const near = nearest(name, known[what]);
    notes.add(`No ${what} “${name}” in this graph${near === undefined ? '.' : `; did you mean “${near}”?`}`);
  }
  return [...notes];
}

/** What stands in quotes, in backticks and in comments is no name that could be mended here. */
const withoutText = (text: string): string =>
  text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[^]*?\*\//g, ' ');

interface Named {
  readonly what: 'label' | 'relation type';
  readonly name: string;
}

const JOINED = /^:[\s!]*[A-Za-z_]\w*(?:\s*[:|&]+[\s!:]*[A-Za-z_]\w*)*/;
const JOINED_IN_LIST = /^:[\s!]*[A-Za-z_]\w*(?:\s*[:&]+[\s!]*[A-Za-z_]\w*)*/;

/** Names after a colon, of relations where the bracket belongs to an arrow; in a map a colon stands before a value. */
function namesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '[') open.push(/-\s*$/.test(text.slice(0, at)) ? '-[' : '[');
    else if (letter === '(' || letter === '{') open.push(letter);
    else if (letter === ')' || letter === ']' || letter === '}') open.pop();
    else if (letter === ':' && open.at(-1) !== '{') {
      // In a list a bar is no "or": it stands before what is made of each.
      const names = (open.at(-1) === '[' ? JOINED_IN_LIST : JOINED).exec(text.slice(at))?.[0] ?? '';
      const what = open.at(-1) === '-[' ? 'relation type' : 'label';
      for (const name of names.match(/[A-Za-z_]\w*/g) ?? []) found.push({ what, name });
      at += Math.max(0, names.length - 1);
    }
  }
  return found;
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  const ranked = known
    .map((each) => ({ each, apart: lettersApart(plain, each.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart);
  const [best] = ranked;
  return best !== undefined && best.apart <= Math.min(MOST_APART, plain.length / 2) ? best.each : undefined;
}

/** Levenshtein's distance, row by row. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_unused, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
