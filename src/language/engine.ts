// The language engine: text in, `Doc` out; the order of the steps is the order of the calls in `analyse`.
import { AnalysedDoc } from './analysed-doc.ts';
import { markSentenceStarts } from './decode/tree.ts';
import { NameDecoder, nameKinds, type NamedSpan } from './decode/names.ts';
import { moveKinds, Parser } from './decode/parser.ts';
import type { AnalyseOptions, Doc, LabelledSpan, LanguageEngine } from './doc.ts';
import type { ModelFiles } from './model.ts';
import { Encoder } from './network/encoder.ts';
import { KernelMemory } from './network/memory.ts';
import { MoveScorer } from './network/move-scorer.ts';
import { Tagger } from './network/tagger.ts';
import { Tensors } from './network/weights.ts';
import { NAME_SLOT, WORD_SLOT, WordRecords } from './network/word-records.ts';
import { PresetSpans } from './presets.ts';
import { collectSentences } from './sentences.ts';
import type { TokenList } from './tokenizer/token-list.ts';
import { Tokenizer } from './tokenizer/tokenizer.ts';
import { AttributeRuler } from './words/attribute-ruler.ts';
import { Grammar } from './words/grammar.ts';
import { Lemmatizer } from './words/lemmatizer.ts';
import { Lexicon } from './words/lexicon.ts';
import { StringHasher } from './words/string-hash.ts';

/** Tokens that are analysed at once: a bound on memory, invisible in the answers (docs/decisions/0102). */
const WINDOW = 4096;

interface Syntax {
  readonly tags: Uint8Array;
  readonly deps: string[];
  readonly head: Int32Array;
  readonly startsSentence: Uint8Array;
}

export class Engine implements LanguageEngine {
  readonly version: string;
  readonly #tokenizer: Tokenizer;
  readonly #grammar: Grammar;
  readonly #words: Encoder;
  readonly #names: Encoder;
  readonly #tagger: Tagger;
  readonly #parser: Parser;
  readonly #nameDecoder: NameDecoder;

  constructor(files: ModelFiles) {
    const { tables } = files;
    const { components } = tables;
    this.version = `${tables.name}/${tables.version}+${tables.precision}`;
    const memory = new KernelMemory(files.kernels);
    const tensors = new Tensors(memory, files);
    const hasher = new StringHasher(memory, tables.symbols);
    const lexicon = new Lexicon(tables, (text) => hasher.hexOf(text));
    this.#tokenizer = new Tokenizer(tables.tokenizer, lexicon);
    const lemmatizer = new Lemmatizer(files, (text) => lexicon.isAlpha(text));
    this.#grammar = new Grammar(components.tagger.labels, new AttributeRuler(tables.attributeRules), lemmatizer);

    const words = new WordRecords(memory, tensors, { lexicon, hasher }, components.words, 'words');
    const names = new WordRecords(memory, tensors, { lexicon, hasher }, components.names, 'names');
    this.#words = new Encoder(memory, tensors, words, WORD_SLOT, 'words');
    this.#names = new Encoder(memory, tensors, names, NAME_SLOT, 'names');
    this.#tagger = new Tagger(memory, tensors, components.tagger.labels.length);
    const { parser, entities } = components;
    const parserScorer = new MoveScorer(memory, tensors, parser, 'parser', moveKinds(parser.moves));
    this.#parser = new Parser(memory, parserScorer, parser.moves);
    const nameScorer = new MoveScorer(memory, tensors, entities, 'entities', nameKinds(entities.moves));
    this.#nameDecoder = new NameDecoder(memory, nameScorer, entities.moves);
  }

  analyse(text: string, options: AnalyseOptions = {}): Doc {
    const tokens = this.#tokenizer.tokenize(text, options.merge);
    const tokenStart = Int32Array.from(tokens.starts);
    const tokenEnd = Int32Array.from(tokens.ends);
    const syntax = options.parse === false ? withoutSyntax(tokens.length) : this.#parse(tokens);
    const presets = new PresetSpans(options.preset ?? [], tokenStart, tokenEnd);
    const entities = options.entities === false ? [] : this.#recognise(tokens, syntax, presets);
    const toCharacters = ({ from, to, label }: NamedSpan): LabelledSpan => ({
      start: tokenStart[from]!,
      end: tokenEnd[to - 1]!,
      label,
    });
    return new AnalysedDoc(
      {
        text,
        length: tokens.length,
        tokenStart,
        tokenEnd,
        lexemes: tokens.lexemes,
        tags: syntax.tags,
        deps: syntax.deps,
        head: syntax.head,
        ...collectSentences(syntax.startsSentence),
        entities: entities.map(toCharacters),
        domainEntities: [],
      },
      this.#grammar,
    );
  }

  /** Tags, heads and sentence starts, window by window; each window begins where a sentence does. */
  #parse(tokens: TokenList): Syntax {
    const count = tokens.length;
    const syntax = { ...withoutSyntax(count), tags: new Uint8Array(count) };
    for (let from = 0; from < count;) {
      const to = Math.min(count, from + WINDOW);
      const base = from;
      const vectors = this.#words.encode(tokens, from, to);
      const parsed = this.#parser.parse(vectors, to - from, to === count, (i) => tokens.lexemes[base + i]!.isSpace);
      this.#tagger.tag(vectors, parsed.length, syntax.tags, from);
      markSentenceStarts(parsed.heads, syntax.startsSentence.subarray(from));
      for (let i = 0; i < parsed.length; i++) {
        syntax.head[from + i] = from + parsed.heads[i]!;
        syntax.deps.push(parsed.labels[i]!);
      }
      from += parsed.length;
    }
    return syntax;
  }

  #recognise(tokens: TokenList, syntax: Syntax, presets: PresetSpans): NamedSpan[] {
    const found: NamedSpan[] = [];
    const context = {
      length: tokens.length,
      isSpace: (token: number) => tokens.lexemes[token]!.isSpace,
      startsSentence: (token: number) => syntax.deps.length > 0 && syntax.startsSentence[token] === 1,
      fixedAt: (token: number) => presets.startingAt(token),
    };
    for (let from = 0; from < tokens.length;) {
      const to = Math.min(tokens.length, from + WINDOW);
      from = this.#nameDecoder.decode(this.#names.encode(tokens, from, to), from, to, context, found);
    }
    return found;
  }
}

/** Every token its own head in one sentence. */
function withoutSyntax(count: number): Syntax {
  const startsSentence = new Uint8Array(count);
  if (count > 0) startsSentence[0] = 1;
  return { tags: new Uint8Array(0), deps: [], head: Int32Array.from({ length: count }, (_, i) => i), startsSentence };
}
