// Builds resolved texts by hand: mentions are marked in brackets, so that frames are tested without recognition.
import type { SourceDocument } from '../../src/domain/document.ts';
import type { LanguageEngine, MergedSpan } from '../../src/language/doc.ts';
import { isA, type EntityKind } from '../../src/schema/index.ts';
import type { Chain, CleanText, Mention, ResolvedText } from '../../src/pipeline/types.ts';

/** `[Foreign Minister Ann Lee=Ann Lee|Person]`: surface, name of its chain where it differs, kind. */
const MARK = /\[([^\]|=]+)(?:=([^\]|]+))?\|(\w+)\]/g;
const PRONOUN = /^(?:he|she|they|it|his|her|their|we|i)$/i;

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly name: string;
  readonly kind: EntityKind;
}

function parseMarks(marked: string): { text: string; marks: Marked[] } {
  let text = '';
  let at = 0;
  const marks: Marked[] = [];
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(at, match.index);
    const surface = match[1]!;
    marks.push({
      start: text.length,
      end: text.length + surface.length,
      surface,
      name: match[2] ?? surface,
      kind: match[3] as EntityKind,
    });
    text += surface;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), marks };
}

function proxy({ kind, name, surface }: Marked): string {
  if (isA(kind, 'Person')) return 'Smith';
  if (isA(kind, 'Organisation')) return 'NATO';
  if (isA(kind, 'Event') && surface === name) return 'Summit';
  return surface.split(' ').at(-1)!;
}

function toMention(mark: Marked, id: number): Mention {
  const inside = mark.surface.indexOf(mark.name);
  const form = PRONOUN.test(mark.surface) ? 'pronoun' : inside < 0 ? 'nominal' : 'name';
  const start = mark.start + Math.max(0, inside);
  return {
    id,
    start,
    end: inside < 0 ? mark.end : start + mark.name.length,
    outer: { start: mark.start, end: mark.end },
    form,
    kind: mark.kind,
    plural: false,
    name: form === 'name' ? mark.name : '',
    attributes: {},
    posts: [],
    foundBy: 'marked',
  };
}

function cleanTextOf(text: string): CleanText {
  const source: SourceDocument = {
    id: '0'.repeat(64),
    mediaType: 'text/plain',
    reader: 'text/1',
    text,
    language: 'en',
  };
  return { source, text, blocks: [{ start: 0, end: text.length, kind: 'body' }], rawSpans: (span) => [span] };
}

/** Marks of one name are one chain; a mark whose name lists two (`A & B`) stands for both chains. */
export function markedText(marked: string, engine: LanguageEngine): ResolvedText {
  const { text, marks } = parseMarks(marked);
  const merge: MergedSpan[] = marks
    .filter(({ surface }) => surface.includes(' '))
    .map((mark) => ({ start: mark.start, end: mark.end, surface: proxy(mark) }));
  for (const { index, 0: word } of text.matchAll(/\bco-(?:chair|host|sign|organi[sz]|sponsor)\w*/g)) {
    merge.push({ start: index, end: index + word.length, surface: word.slice(3) });
  }
  merge.sort((a, b) => a.start - b.start);
  const doc = engine.analyse(text, { merge, entities: false });
  const mentions = marks.map(toMention);
  const chains: Chain[] = [];
  const owners = marks.map((mark, id) =>
    mark.name.split(' & ').map((name) => {
      const known = chains.find((chain) => chain.name === name);
      if (known !== undefined) {
        (known.mentions as number[]).push(id);
        return known.id;
      }
      chains.push({
        id: chains.length,
        kind: mark.kind,
        name,
        aliases: [],
        attributes: {},
        mentions: [id],
        links: [],
        posts: [],
        inferred: false,
      });
      return chains.length - 1;
    }),
  );
  return { clean: cleanTextOf(text), doc, mentions, times: [], chains, chainsOf: (mention) => owners[mention] ?? [] };
}
