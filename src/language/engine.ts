// The language engine: texts in, `Doc`s out; the order of the steps is the order of the calls in `analyseAll`.
import { AnalysedDoc, type Analysis } from './analysed-doc.ts';
import { NameDecoder, nameColumns } from './decode/names.ts';
import { parserColumns, Parser } from './decode/parser.ts';
import type { AnalyseOptions, AnalyseRequest, Doc, LabelledSpan, LanguageEngine } from './doc.ts';
import type { DomainTables, EncoderShape, ModelFiles, ModelTables, TransitionShape } from './model.ts';
import { Encoder } from './network/encoder.ts';
import { KernelMemory } from './network/memory.ts';
import { MoveScorer } from './network/move-scorer.ts';
import { Tagger } from './network/tagger.ts';
import { Tensors } from './network/weights.ts';
import { DOMAIN_SLOT, NAME_SLOT, WORD_SLOT, WordRecords } from './network/word-records.ts';
import { PresetSpans } from './presets.ts';
import { recognise, type NameHead, type NameText } from './recognise.ts';
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
  readonly tables: ModelTables;
  readonly domain: DomainTables | undefined;
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
    // The weights have been copied, and so the files are not held.
    this.#workshop = { tables, domain: domain?.tables, memory, tensors, words: { lexicon, hasher } };
    this.#tokenizer = new Tokenizer(tables.tokenizer, lexicon);
    const lemmatizer = new Lemmatizer(files, (text) => lexicon.isAlpha(text));
    const ruler = new AttributeRuler(tables.attributeRules);
    this.#grammar = new Grammar(tables.components.tagger.labels, ruler, lemmatizer);
  }

  get #syntax(): SyntaxAnalyser {
    return (this.#syntaxPart ??= buildSyntax(this.#workshop));
  }

  get #stock(): NameHead {
    return (this.#stockPart ??= buildStockHead(this.#workshop));
  }

  get #domain(): NameHead | undefined {
    const { domain } = this.#workshop;
    return domain && (this.#domainPart ??= buildDomainHead(this.#workshop, domain));
  }

  analyse(text: string, options: AnalyseOptions = {}): Doc {
    return this.analyseAll([{ text, ...options }])[0]!;
  }

  analyseAll(requests: readonly AnalyseRequest[]): readonly Doc[] {
    const texts = requests.map((request) => ({
      request,
      tokens: this.#tokenizer.tokenize(request.text, request.merge),
    }));
    const whole = texts.filter(({ request }) => request.parse !== false && request.until === undefined);
    const syntaxes = whole.length === 0 ? [] : this.#syntax.analyse(whole.map(({ tokens }) => tokens));
    let next = 0;
    const analyses = texts.map(({ request, tokens }) => {
      if (request.parse === false) return analysisOf(request, tokens, withoutSyntax(tokens.length));
      const { until } = request;
      if (until === undefined) return analysisOf(request, tokens, syntaxes[next++]!);
      return analysisOf(request, tokens, this.#syntax.analyseUntil(tokens, tokens.firstEndingAfter(until)));
    });
    this.#recognise(analyses);
    return analyses.map((analysis) => new AnalysedDoc(analysis, this.#grammar));
  }

  /** Writes the names into the analyses that want them. */
  #recognise(analyses: readonly UnnamedAnalysis[]): void {
    const stock = analyses.filter(({ request }) => request.entities !== false);
    if (stock.length > 0) recogniseWith(this.#stock, stock, 'entities');
    const domain = analyses.filter(({ request }) => request.domainEntities === true);
    if (domain.length > 0 && this.#domain !== undefined) recogniseWith(this.#domain, domain, 'domainEntities');
  }
}

function recogniseWith(
  head: NameHead,
  analyses: readonly UnnamedAnalysis[],
  list: 'entities' | 'domainEntities',
): void {
  // The stock list holds every fixed span; ours only those whose labels it has.
  const keeps = (label: string): boolean => list === 'entities' || head.decoder.knows(label);
  const spans = recognise(
    head,
    analyses.map((analysis) => nameText(analysis, keeps)),
  );
  analyses.forEach((analysis, i) => {
    const { tokenStart, tokenEnd } = analysis;
    analysis[list] = spans[i]!.map(({ from, to, label }) => ({
      start: tokenStart[from]!,
      end: tokenEnd[to - 1]!,
      label,
    }));
  });
}

/** An analysis whose names are still to be found. */
interface UnnamedAnalysis extends Omit<Analysis, 'entities' | 'domainEntities'> {
  readonly request: AnalyseRequest;
  readonly tokens: TokenList;
  entities: readonly LabelledSpan[];
  domainEntities: readonly LabelledSpan[];
}

function analysisOf(request: AnalyseRequest, tokens: TokenList, syntax: Syntax): UnnamedAnalysis {
  return {
    request,
    tokens,
    text: request.text,
    length: syntax.head.length,
    tokenStart: new Int32Array(tokens.starts).subarray(0, syntax.head.length),
    tokenEnd: new Int32Array(tokens.ends).subarray(0, syntax.head.length),
    lexemes: tokens.lexemes,
    tags: syntax.tags,
    deps: syntax.deps,
    head: syntax.head,
    ...collectSentences(syntax.startsSentence),
    entities: [],
    domainEntities: [],
  };
}

function nameText(analysis: UnnamedAnalysis, keeps: (label: string) => boolean): NameText {
  const { request, tokens, tokenStart, tokenEnd, sentence, deps } = analysis;
  const presets = new PresetSpans(request.preset ?? [], tokenStart, tokenEnd);
  const isParsed = deps.length > 0;
  return {
    tokens,
    wanted: wantedRanges(analysis),
    startsSentence: (token) => isParsed && token > 0 && sentence[token] !== sentence[token - 1],
    fixedAt: (token) => {
      const fixed = presets.startingAt(token);
      return fixed !== undefined && keeps(fixed.label) ? fixed : undefined;
    },
  };
}

/** Runs of sentences that the caller wants the names of: no name crosses a sentence start, so each run is read as in the whole. */
function wantedRanges({ request, tokenStart, tokenEnd, sentences, deps, length }: UnnamedAnalysis): [number, number][] {
  const { namesIn } = request;
  if (namesIn === undefined || deps.length === 0) return [[0, length]];
  const ranges: [number, number][] = [];
  for (const { from, to } of sentences) {
    if (!namesIn(tokenStart[from]!, tokenEnd[to - 1]!)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === from) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

function buildEncoder(
  { memory, tensors, words }: Workshop,
  shape: EncoderShape,
  name: 'words' | 'names' | 'domain',
  slot: number,
): Encoder {
  return new Encoder(memory, tensors, new WordRecords(memory, tensors, words, shape, name), slot, name);
}

function buildSyntax(workshop: Workshop): SyntaxAnalyser {
  const { tables, memory, tensors } = workshop;
  const { words, parser, tagger } = tables.components;
  const scorer = new MoveScorer(memory, tensors, parser, 'parser', parserColumns(parser.moves));
  return new SyntaxAnalyser(
    buildEncoder(workshop, words, 'words', WORD_SLOT),
    new Tagger(memory, tensors, tagger.labels.length),
    new Parser(memory, scorer, parser.moves),
  );
}

function buildStockHead(workshop: Workshop): NameHead {
  const { names, entities } = workshop.tables.components;
  return buildHead(workshop, buildEncoder(workshop, names, 'names', NAME_SLOT), entities, 'entities');
}

/** The domain's network is the name network with changes. */
function buildDomainHead(workshop: Workshop, { head, steps }: DomainTables): NameHead {
  workshop.tensors.tune('domain', 'names', steps);
  const encoder = buildEncoder(workshop, workshop.tables.components.names, 'domain', DOMAIN_SLOT);
  return buildHead(workshop, encoder, head, 'domain');
}

function buildHead({ memory, tensors }: Workshop, encoder: Encoder, shape: TransitionShape, prefix: string): NameHead {
  const scorer = new MoveScorer(memory, tensors, shape, prefix, nameColumns(shape.moves).order);
  return { encoder, decoder: new NameDecoder(memory, scorer, shape.moves) };
}
