// Named spans of a whole text: every head decodes the same windows, from one pass through the shared layers.
import type { NameContext, NameDecoder, NamedSpan } from './decode/names.ts';
import type { Branch, Encoder } from './network/encoder.ts';
import type { TokenList } from './tokenizer/token-list.ts';

/** A recogniser with its own last layers. */
export interface NameHead {
  readonly branch: Branch;
  readonly decoder: NameDecoder;
}

/** Tokens that are analysed at once: a bound on memory, invisible in the answers (docs/decisions/0102). */
export const WINDOW = 4096;

/** The spans that each of `heads` finds, in text order. `fixedFor` gives the spans that a rule has fixed for a head. */
export function recognise(
  encoder: Encoder,
  heads: readonly NameHead[],
  tokens: TokenList,
  context: Pick<NameContext, 'startsSentence'>,
  fixedFor: (head: NameHead, token: number) => NamedSpan | undefined,
): NamedSpan[][] {
  const runs = heads.map((head) => ({
    head,
    at: 0,
    found: [] as NamedSpan[],
    context: {
      length: tokens.length,
      isSpace: (token: number) => tokens.lexemes[token]!.isSpace,
      startsSentence: (token: number) => context.startsSentence(token),
      fixedAt: (token: number) => fixedFor(head, token),
    },
  }));
  const branches = heads.map(({ branch }) => branch);
  for (let base = 0; base < tokens.length; base = Math.min(...runs.map(({ at }) => at))) {
    const to = Math.min(tokens.length, base + WINDOW);
    const vectors = encoder.encode(tokens, base, to, branches);
    runs.forEach((run, i) => {
      run.at = run.head.decoder.decode(vectors[i]!, { base, from: run.at, to }, run.context, run.found);
    });
  }
  return runs.map(({ found }) => found);
}
