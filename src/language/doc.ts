// The analysed text: tokens, tags, heads, sentences and named spans over typed arrays.

/** Half-open span of characters (UTF-16 code units of the analysed text) with a label such as PERSON. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Characters `start..end` become one token whose lexical features are those of `surface`; offsets stay the text's. */
export interface MergedSpan {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

export interface AnalyseOptions {
  /** Sorted, not overlapping; white space at the edges is not part of a span. */
  readonly merge?: readonly MergedSpan[];
  /** Entity spans that a rule has fixed: the decoder honours them. */
  readonly preset?: readonly LabelledSpan[];
  readonly parse?: boolean;
  /** Only the sentences up to the one that holds this character are read, and the `Doc` ends with it; parsed texts only. */
  readonly until?: number;
  readonly entities?: boolean;
  /** Names are looked for only in the sentences, given by their characters, of which this is true; parsed texts only. */
  readonly namesIn?: (start: number, end: number) => boolean;
  /** Also find the domain head's spans: two layers and a decoder more, so only where they are asked for. */
  readonly domainEntities?: boolean;
}

export interface AnalyseRequest extends AnalyseOptions {
  readonly text: string;
}

/** Half-open span of tokens. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

export interface Doc {
  readonly text: string;
  /** Number of tokens; white-space tokens of spaCy's tokenizer count. */
  readonly length: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  /** Token index of the syntactic head; a root is its own head. */
  readonly head: Int32Array;
  /** Sentence index of each token. */
  readonly sentence: Int32Array;
  readonly sentences: readonly TokenSpan[];
  /** OntoNotes labels of the stock head. */
  readonly entities: readonly LabelledSpan[];
  /** Labels of the domain head (PERSON, AGENCY, ORGANISATION, PLACE, EVENT, INSTRUMENT); empty where they were not asked for. */
  readonly domainEntities: readonly LabelledSpan[];
  /** The token's characters as they stand in the text (also for a merged token). */
  token(index: number): string;
  /** Penn Treebank tag. */
  tag(index: number): string;
  /** Universal part of speech. */
  pos(index: number): string;
  /** Morphological features as spaCy writes them: `Number=Sing|Person=3`, or empty. */
  morph(index: number): string;
  lemma(index: number): string;
  /** ClearNLP dependency label, as spaCy's English models give it (`nsubj`, `dobj`, `pobj`, …). */
  dep(index: number): string;
  /** Dependents in text order. */
  children(index: number): readonly number[];
  /** Tokens below and including `index`, as the span from left edge to right edge. */
  subtree(index: number): TokenSpan;
  /** Token that holds the character, or -1. */
  tokenAt(offset: number): number;
}

export interface LanguageEngine {
  /** Model name and version, for example `en_core_web_sm/3.8.0+f16`. */
  readonly version: string;
  analyse(text: string, options?: AnalyseOptions): Doc;
  /** The same answers as text by text, but faster: short texts pass the network together. */
  analyseAll(requests: readonly AnalyseRequest[]): readonly Doc[];
}
