// Second stage of the line: the text as a reader would have typed it, every character with its place in the raw text.
import type { SourceDocument } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Block, BlockKind, CleanText } from '../types.ts';
import { mendCharacters, trimSpaces } from './characters.ts';
import { findDateline } from './dateline.ts';
import { EDITORS_MARK, PHOTO_CREDIT, SIGN_OFF } from './furniture.ts';
import { countWords, undoGlue, type WordCounts } from './glue.ts';
import type { CleaningKnowledge } from './knowledge.ts';
import { markFurniture, splitLines } from './lines.ts';
import { fromRaw, joinPieces, replaceAll, sliceMapped, type MappedText } from './mapped-text.ts';
import { stripMarkdown } from './markdown.ts';
import { joinParagraphs, type Paragraph } from './paragraphs.ts';
import { foldRepeats, makeCopyFinder } from './repeats.ts';
import { putMissingSpaces } from './spaces.ts';
import { joinBrokenWords } from './line-ends.ts';

interface Piece {
  readonly mapped: MappedText;
  readonly kind: BlockKind;
  readonly whole: boolean;
}

const SEPARATOR = '\n\n';
/** A title that opens a text, and a heading inside it, are shorter than this. */
const LONGEST_TITLE = 250;
const LONGEST_HEADING_WORDS = 14;

function kindOf(paragraph: Paragraph, text: string, isFirst: boolean, hasCredit: boolean): BlockKind {
  if (hasCredit) return 'caption';
  if (paragraph.item) return 'list';
  if (!paragraph.heading || text.length > LONGEST_TITLE) return 'body';
  return isFirst || text.split(/\s+/u).length <= LONGEST_HEADING_WORDS ? 'title' : 'body';
}

function cleanParagraph(
  paragraph: Paragraph,
  raw: string,
  isFirst: boolean,
  counts: WordCounts,
  knowledge: CleaningKnowledge,
): Piece | undefined {
  const joined = joinBrokenWords(
    paragraph.lines.map((line) => fromRaw(raw, line.start, line.end)),
    knowledge.words,
  );
  let mapped = trimSpaces(mendCharacters(joined));
  const withoutCredit = replaceAll(mapped, PHOTO_CREDIT, () => '');
  const hasCredit = withoutCredit !== mapped && withoutCredit.text !== mapped.text;
  mapped = replaceAll(
    replaceAll(withoutCredit, SIGN_OFF, () => ''),
    EDITORS_MARK,
    () => '',
  );
  // The full stop of `countries./.` is the sentence's own.
  mapped = trimSpaces(replaceAll(mapped, /(?<=\p{L})\.\/\.?-?$/gu, () => '.'));
  if (!isFirst || !paragraph.heading) {
    const dateline = findDateline(mapped.text);
    if (dateline !== undefined) mapped = sliceMapped(mapped, dateline.length, mapped.text.length);
  }
  mapped = trimSpaces(undoGlue(putMissingSpaces(mapped), knowledge.words, counts));
  if (!/[\p{L}\p{N}]/u.test(mapped.text)) return undefined;
  return { mapped, kind: kindOf(paragraph, mapped.text, isFirst, hasCredit), whole: true };
}

const letters = (text: string): string => text.replace(/\s+/gu, '');

/** The title as the cleaned headline spells it, where cleaning put spaces between its words. */
function withCleanTitle(source: SourceDocument, pieces: readonly Piece[]): SourceDocument {
  const { title } = source;
  const shown = pieces.find(({ kind }) => kind === 'title')?.mapped.text;
  return title === undefined || shown === undefined || letters(title) !== letters(shown)
    ? source
    : { ...source, title: shown };
}

function assemble(
  source: SourceDocument,
  pieces: readonly Piece[],
  findCopies: (span: Span) => readonly Span[],
): CleanText {
  const whole = joinPieces(
    pieces.map(({ mapped }) => mapped),
    () => SEPARATOR,
  );
  const blocks: Block[] = [];
  let start = 0;
  for (const { mapped, kind } of pieces) {
    blocks.push({ start, end: start + mapped.text.length, kind });
    start += mapped.text.length + SEPARATOR.length;
  }
  return {
    source,
    text: whole.text,
    blocks,
    rawSpans(span) {
      const first = { start: whole.from[span.start] ?? 0, end: whole.to[Math.max(span.start, span.end - 1)] ?? 0 };
      return [first, ...findCopies(span)];
    },
  };
}

export function clean(source: SourceDocument, knowledge: CleaningKnowledge): CleanText {
  const raw = source.mediaType.startsWith('text/markdown') ? stripMarkdown(source.text) : source.text;
  const lines = markFurniture(splitLines(raw));
  const texts = new Set(lines.filter((line) => line.use === 'text').map((line) => line.text));
  const counts = countWords(texts);
  const pieces: Piece[] = [];
  for (const paragraph of joinParagraphs(lines)) {
    const piece = cleanParagraph(paragraph, raw, pieces.length === 0, counts, knowledge);
    if (piece !== undefined) pieces.push(piece);
  }
  const { kept, copies } = foldRepeats(pieces);
  const text = kept.map(({ mapped }) => mapped.text).join(SEPARATOR);
  return assemble(withCleanTitle(source, kept), kept, makeCopyFinder(text, copies));
}
