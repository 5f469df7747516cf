// Named spans of texts: every head decodes the same windows, from one pass through the shared layers.
import { inBatches, WINDOW, type Progress } from './batches.ts';
import type { NameContext, NameDecoder, NamedSpan } from './decode/names.ts';
import type { Branch, Encoder, Stretch } from './network/encoder.ts';
import type { TokenList } from './tokenizer/token-list.ts';

/** A recogniser with its own last layers. */
export interface NameHead {
  readonly branch: Branch;
  readonly decoder: NameDecoder;
}

/** A text whose names are wanted, in the token ranges `wanted`, each of which ends where a sentence or the text does. */
export interface NameText {
  readonly tokens: TokenList;
  readonly wanted: readonly (readonly [from: number, to: number])[];
  readonly startsSentence: (token: number) => boolean;
  /** The spans that a rule has fixed for a head. */
  readonly fixedFor: (head: NameHead, token: number) => NamedSpan | undefined;
}

/** One head's way through a range of a text. */
interface Run {
  at: number;
  readonly found: NamedSpan[];
  readonly context: NameContext;
}

interface RangeProgress extends Progress {
  readonly tokens: TokenList;
  readonly runs: readonly Run[];
}

/** For each text and each of `heads` the spans in text order. */
export function recognise(encoder: Encoder, heads: readonly NameHead[], texts: readonly NameText[]): NamedSpan[][][] {
  const branches = heads.map(({ branch }) => branch);
  const found = texts.map(() => heads.map((): NamedSpan[] => []));
  const ranges = texts.flatMap((text, i) =>
    text.wanted.map(([from, to]): RangeProgress => {
      const runs = heads.map((head, h) => ({ at: from, found: found[i]![h]!, context: contextOf(text, head) }));
      return { tokens: text.tokens, at: from, end: to, runs };
    }),
  );
  inBatches(ranges, (batch) => {
    const stretches = batch.map(({ tokens, at, end }): Stretch => ({
      tokens,
      from: at,
      to: Math.min(end, at + WINDOW),
    }));
    const vectors = encoder.encode(stretches, branches);
    heads.forEach(({ decoder }, h) => {
      decoder.prepare(vectors[h]!, sizeOf(stretches));
      let first = 0;
      batch.forEach(({ at: base, runs }, i) => {
        const run = runs[h]!;
        const { to } = stretches[i]!;
        run.at = decoder.decode(first, { base, from: run.at, to }, run.context, run.found);
        first += to - base;
      });
    });
    // A name that the window's end would cut is decoded again, by every head from the first such name on.
    for (const range of batch) range.at = Math.min(...range.runs.map(({ at }) => at));
  });
  return found;
}

function contextOf({ tokens, startsSentence, fixedFor }: NameText, head: NameHead): NameContext {
  return {
    length: tokens.length,
    isSpace: (token) => tokens.lexemes[token]!.isSpace,
    startsSentence,
    fixedAt: (token) => fixedFor(head, token),
  };
}

export const sizeOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);
