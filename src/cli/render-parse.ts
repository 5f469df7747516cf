// A parse as JSON for programs and as an indented tree for people.
import type { Doc, LabelledSpan } from '../language/doc.ts';
import { harmless, oneLine } from './terminal.ts';

export interface ParseJson {
  readonly tokens: readonly {
    readonly start: number;
    readonly end: number;
    readonly tag: string;
    readonly pos: string;
    readonly lemma: string;
    /** Token index; a root points to itself. */
    readonly head: number;
    readonly dep: string;
  }[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly entities: readonly LabelledSpan[];
  readonly domainEntities: readonly LabelledSpan[];
}

/** Offsets are UTF-16 code units of the analysed text. */
export function parseToJson(doc: Doc): ParseJson {
  return {
    tokens: Array.from({ length: doc.length }, (_, i) => ({
      start: doc.tokenStart[i]!,
      end: doc.tokenEnd[i]!,
      tag: doc.tag(i),
      pos: doc.pos(i),
      lemma: doc.lemma(i),
      head: doc.head[i]!,
      dep: doc.dep(i),
    })),
    sentences: doc.sentences.map(({ from, to }) => ({ start: doc.tokenStart[from]!, end: doc.tokenEnd[to - 1]! })),
    entities: doc.entities,
    domainEntities: doc.domainEntities,
  };
}

/** Every sentence with its tree below it, dependents in text order, then the named spans. */
export function renderParse(doc: Doc): string {
  const lines: string[] = [];
  for (const { from, to } of doc.sentences) {
    lines.push(oneLine(doc.text.slice(doc.tokenStart[from], doc.tokenEnd[to - 1])));
    for (let i = from; i < to; i++) if (doc.head[i] === i) lines.push(...renderTree(doc, i));
    lines.push('');
  }
  const named = (title: string, spans: readonly LabelledSpan[]): void => {
    if (spans.length === 0) return;
    lines.push(title);
    for (const { start, end, label } of spans)
      lines.push(`  ${label.padEnd(12)} ${oneLine(doc.text.slice(start, end))}`);
    lines.push('');
  };
  named('Names (stock labels)', doc.entities);
  named('Names (our labels)', doc.domainEntities);
  return lines.join('\n').trimEnd();
}

/** Depth first without recursion: a tree may be as deep as the text is long. */
function renderTree(doc: Doc, root: number): string[] {
  const lines: string[] = [];
  const open: [token: number, depth: number][] = [[root, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    const word = harmless(JSON.stringify(doc.token(token)).slice(1, -1));
    lines.push(
      `${'  '.repeat(Math.min(depth, MAX_INDENT))}${word}  ${doc.dep(token)} ${doc.tag(token)} ${doc.lemma(token).trim()}`,
    );
    for (const child of [...doc.children(token)].reverse()) open.push([child, depth + 1]);
  }
  return lines;
}

/** Deeper levels are not indented further, or a long chain would make lines of megabytes. */
const MAX_INDENT = 40;
