// Text in which every character knows the raw characters it stands for; edits keep that true.
import type { Span } from '../../domain/span.ts';

export interface MappedText {
  readonly text: string;
  /** Raw offset at which character i begins. */
  readonly from: readonly number[];
  /** Raw offset at which character i ends; equal to `from` for a character that cleaning put in. */
  readonly to: readonly number[];
}

/** Replaces `start..end` by `insert`; an empty range puts characters in, an empty `insert` takes them out. */
export interface Edit extends Span {
  readonly insert: string;
}

export function fromRaw(raw: string, start: number, end: number): MappedText {
  const from: number[] = [];
  const to: number[] = [];
  for (let at = start; at < end; at++) {
    from.push(at);
    to.push(at + 1);
  }
  return { text: raw.slice(start, end), from, to };
}

/** Joins pieces in text order; what is put between two of them stands for no raw character. */
export function joinPieces(
  pieces: readonly MappedText[],
  separatorBefore: (index: number) => string = () => ' ',
): MappedText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (text !== '') {
      const at = to.at(-1) ?? 0;
      const separator = separatorBefore(index);
      for (let place = 0; place < separator.length; place++) {
        from.push(at);
        to.push(at);
      }
      text += separator;
    }
    text += piece.text;
    for (const offset of piece.from) from.push(offset);
    for (const offset of piece.to) to.push(offset);
  }
  return { text, from, to };
}

/** Applies edits that are sorted and do not overlap. */
export function applyEdits(mapped: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return mapped;
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const copyUpTo = (end: number): void => {
    text += mapped.text.slice(at, end);
    for (; at < end; at++) {
      from.push(mapped.from[at]!);
      to.push(mapped.to[at]!);
    }
  };
  for (const edit of edits) {
    copyUpTo(edit.start);
    const place = edit.start === 0 ? (mapped.from[0] ?? 0) : mapped.to[edit.start - 1]!;
    const first = edit.end > edit.start ? mapped.from[edit.start]! : place;
    const last = edit.end > edit.start ? mapped.to[edit.end - 1]! : place;
    for (let index = 0; index < edit.insert.length; index++) {
      // A longer insert begins at the first raw character; only its last character reaches the last one.
      from.push(index === 0 ? first : last);
      to.push(last);
    }
    text += edit.insert;
    at = edit.end;
  }
  copyUpTo(mapped.text.length);
  return { text, from, to };
}

const NO_EDITS: readonly Edit[] = [];

/** Edits that replace every match of a global pattern; `undefined` leaves a match alone. */
export function editsFor(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  // Most patterns match nowhere, and looking costs less than an iterator over no matches.
  pattern.lastIndex = 0;
  const isAnywhere = pattern.test(text);
  pattern.lastIndex = 0;
  if (!isAnywhere) return NO_EDITS;
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const insert = replace(match);
    if (insert !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, insert });
  }
  return edits;
}

export function replaceAll(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MappedText {
  return applyEdits(mapped, editsFor(mapped.text, pattern, replace));
}

export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  return {
    text: mapped.text.slice(start, end),
    from: mapped.from.slice(start, end),
    to: mapped.to.slice(start, end),
  };
}
