// The language engine: text in, `Doc` out; the order of the steps is the order of the calls in `analyse`.
import { AnalysedDoc } from './analysed-doc.ts';
import { NameDecoder, nameColumns, type NamedSpan } from './decode/names.ts';
import { parserColumns, Parser } from './decode/parser.ts';
import type { AnalyseOptions, Doc, LabelledSpan, LanguageEngine } from './doc.ts';
import type { ModelFiles, TransitionShape } from './model.ts';
import { Encoder } from './network/encoder.ts';
import { KernelMemory } from './network/memory.ts';
import { MoveScorer } from './network/move-scorer.ts';
import { Tagger } from './network/tagger.ts';
import { Tensors } from './network/weights.ts';
import { NAME_SLOT, WORD_SLOT, WordRecords } from './network/word-records.ts';
import { PresetSpans } from './presets.ts';
import { recognise, type NameHead } from './recognise.ts';
import { collectSentences } from './sentences.ts';
import { SyntaxAnalyser, withoutSyntax, type Syntax } from './syntax.ts';
import type { TokenList } from './tokenizer/token-list.ts';
import { Tokenizer } from './tokenizer/tokenizer.ts';
import { AttributeRuler } from './words/attribute-ruler.ts';
import { Grammar } from './words/grammar.ts';
import { Lemmatizer } from './words/lemmatizer.ts';
import { Lexicon } from './words/lexicon.ts';
import { StringHasher } from './words/string-hash.ts';

/** What the parts of an engine are built from. */
interface Workshop {
  readonly files: ModelFiles;
  readonly memory: KernelMemory;
  readonly tensors: Tensors;
  readonly words: { readonly lexicon: Lexicon; readonly hasher: StringHasher };
}

export class Engine implements LanguageEngine {
  readonly version: string;
  readonly #workshop: Workshop;
  readonly #tokenizer: Tokenizer;
  readonly #grammar: Grammar;
  /** Parts that not every caller asks for are built when one does. */
  #syntaxPart: SyntaxAnalyser | undefined;
  #namesPart: Encoder | undefined;
  #stockPart: NameHead | undefined;
  #domainPart: NameHead | undefined;

  constructor(files: ModelFiles) {
    const { tables, domain } = files;
    this.version = `${tables.name}/${tables.version}+${tables.precision}`;
    const memory = new KernelMemory(files.kernels);
    const own = domain === undefined ? [] : [{ index: domain.tables.tensors, bytes: domain.weights }];
    const tensors = new Tensors(memory, [{ index: tables.tensors, bytes: files.weights }, ...own]);
    const hasher = new StringHasher(memory, tables.symbols);
    const lexicon = new Lexicon(tables, (text) => hasher.hexOf(text));
    this.#workshop = { files, memory, tensors, words: { lexicon, hasher } };
    this.#tokenizer = new Tokenizer(tables.tokenizer, lexicon);
    const lemmatizer = new Lemmatizer(files, (text) => lexicon.isAlpha(text));
    const ruler = new AttributeRuler(tables.attributeRules);
    this.#grammar = new Grammar(tables.components.tagger.labels, ruler, lemmatizer);
  }

  get #syntax(): SyntaxAnalyser {
    return (this.#syntaxPart ??= buildSyntax(this.#workshop));
  }

  get #names(): Encoder {
    return (this.#namesPart ??= buildEncoder(this.#workshop, 'names', NAME_SLOT));
  }

  get #stock(): NameHead {
    const { entities } = this.#workshop.files.tables.components;
    return (this.#stockPart ??= buildHead(this.#workshop, this.#names, entities, 'names', 'entities'));
  }

  get #domain(): NameHead | undefined {
    const { domain } = this.#workshop.files;
    if (domain === undefined) return undefined;
    return (this.#domainPart ??= buildHead(this.#workshop, this.#names, domain.tables.head, 'domain', 'domain'));
  }

  analyse(text: string, options: AnalyseOptions = {}): Doc {
    const tokens = this.#tokenizer.tokenize(text, options.merge);
    const tokenStart = new Int32Array(tokens.starts);
    const tokenEnd = new Int32Array(tokens.ends);
    const syntax = options.parse === false ? withoutSyntax(tokens.length) : this.#syntax.analyse(tokens);
    const presets = new PresetSpans(options.preset ?? [], tokenStart, tokenEnd);
    const found = this.#recognise(tokens, syntax, presets, options);
    const toCharacters = ({ from, to, label }: NamedSpan): LabelledSpan => ({
      start: tokenStart[from]!,
      end: tokenEnd[to - 1]!,
      label,
    });
    const analysis = {
      text,
      length: tokens.length,
      tokenStart,
      tokenEnd,
      lexemes: tokens.lexemes,
      tags: syntax.tags,
      deps: syntax.deps,
      head: syntax.head,
      ...collectSentences(syntax.startsSentence),
      entities: found.entities.map(toCharacters),
      domainEntities: found.domainEntities.map(toCharacters),
    };
    return new AnalysedDoc(analysis, this.#grammar);
  }

  #recognise(
    tokens: TokenList,
    syntax: Syntax,
    presets: PresetSpans,
    options: AnalyseOptions,
  ): { readonly entities: readonly NamedSpan[]; readonly domainEntities: readonly NamedSpan[] } {
    const stock = options.entities === false ? undefined : this.#stock;
    const domain = options.domainEntities === true ? this.#domain : undefined;
    const heads = [stock, domain].filter((head) => head !== undefined);
    if (heads.length === 0) return { entities: [], domainEntities: [] };
    const isParsed = syntax.deps.length > 0;
    const context = { startsSentence: (token: number) => isParsed && syntax.startsSentence[token] === 1 };
    // The stock list holds every fixed span; ours only those whose labels it has.
    const spans = recognise(this.#names, heads, tokens, context, (head, token) => {
      const fixed = presets.startingAt(token);
      return head === stock || (fixed !== undefined && head.decoder.knows(fixed.label)) ? fixed : undefined;
    });
    const spansOf = (head: NameHead | undefined): readonly NamedSpan[] =>
      (head === undefined ? undefined : spans[heads.indexOf(head)]) ?? [];
    return { entities: spansOf(stock), domainEntities: spansOf(domain) };
  }
}

function buildEncoder({ files, memory, tensors, words }: Workshop, name: 'words' | 'names', slot: number): Encoder {
  const records = new WordRecords(memory, tensors, words, files.tables.components[name], name);
  return new Encoder(memory, tensors, records, slot, name);
}

function buildSyntax(workshop: Workshop): SyntaxAnalyser {
  const { files, memory, tensors } = workshop;
  const { parser, tagger } = files.tables.components;
  const words = buildEncoder(workshop, 'words', WORD_SLOT);
  const scorer = new MoveScorer(memory, tensors, parser, 'parser', parserColumns(parser.moves));
  return new SyntaxAnalyser(
    words,
    words.branch(tensors, 'words'),
    new Tagger(memory, tensors, tagger.labels.length),
    new Parser(memory, scorer, parser.moves),
  );
}

/** A recogniser whose last layers are named after `layers` and whose scorer is named after `prefix`. */
function buildHead(
  { memory, tensors }: Workshop,
  names: Encoder,
  shape: TransitionShape,
  layers: string,
  prefix: string,
): NameHead {
  const scorer = new MoveScorer(memory, tensors, shape, prefix, nameColumns(shape.moves).order);
  return { branch: names.branch(tensors, layers), decoder: new NameDecoder(memory, scorer, shape.moves) };
}
