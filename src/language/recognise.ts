// Named spans of texts: a head decodes the windows that its network has encoded.
import { inBatches, WINDOW, type Progress } from './batches.ts';
import type { NameContext, NameDecoder, NamedSpan } from './decode/names.ts';
import type { Encoder, Stretch } from './network/encoder.ts';
import type { TokenList } from './tokenizer/token-list.ts';

/** A recogniser with its own network. */
export interface NameHead {
  readonly encoder: Encoder;
  readonly decoder: NameDecoder;
}

/** A text whose names are wanted, in the token ranges `wanted`, each of which ends where a sentence or the text does. */
export interface NameText {
  readonly tokens: TokenList;
  readonly wanted: readonly (readonly [from: number, to: number])[];
  readonly startsSentence: (token: number) => boolean;
  /** The spans that a rule has fixed. */
  readonly fixedAt: (token: number) => NamedSpan | undefined;
}

/** The way through a range of a text. */
interface RangeProgress extends Progress {
  readonly tokens: TokenList;
  readonly context: NameContext;
  readonly found: NamedSpan[];
}

/** For each text the spans in text order. */
export function recognise({ encoder, decoder }: NameHead, texts: readonly NameText[]): NamedSpan[][] {
  const found = texts.map((): NamedSpan[] => []);
  const ranges = texts.flatMap((text, i) => {
    const context = contextOf(text);
    return text.wanted.map(([at, end]): RangeProgress => ({ tokens: text.tokens, at, end, context, found: found[i]! }));
  });
  inBatches(ranges, (batch) => {
    const stretches = batch.map(({ tokens, at, end }): Stretch => ({
      tokens,
      from: at,
      to: Math.min(end, at + WINDOW),
    }));
    decoder.prepare(encoder.encode(stretches), sizeOf(stretches));
    let first = 0;
    batch.forEach((range, i) => {
      const { from, to } = stretches[i]!;
      // A name that the window's end would cut is decoded again.
      range.at = decoder.decode(first, { from, to }, range.context, range.found);
      first += to - from;
    });
  });
  return found;
}

function contextOf({ tokens, startsSentence, fixedAt }: NameText): NameContext {
  return { length: tokens.length, isSpace: (token) => tokens.lexemes[token]!.isSpace, startsSentence, fixedAt };
}

export const sizeOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);
