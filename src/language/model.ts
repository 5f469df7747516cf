// The files of a trained model, as the exporter writes them, and their types.

/** A part of the lemmatizer: suffix rules, irregular forms and known base forms of one part of speech. */
export interface LemmaPart {
  readonly rules: readonly (readonly [string, string])[];
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
}

export interface EncoderShape {
  readonly attributes: readonly string[];
  readonly rows: readonly number[];
  readonly seeds: readonly number[];
}

export interface TransitionShape {
  readonly features: number;
  readonly moves: readonly string[];
}

/** One condition on a token in an attribute rule, in spaCy's matcher notation. */
export type AttributeTest =
  string | boolean | { readonly IN?: readonly string[]; readonly NOT_IN?: readonly string[]; readonly REGEX?: string };

export interface AttributeRule {
  readonly patterns: readonly (readonly Readonly<Record<string, AttributeTest>>[])[];
  readonly attrs: Readonly<Record<string, string>>;
  readonly index: number;
}

/**
 * Half-precision tensors are hash tables and what becomes integers when loaded; integers are products' weights with a scale
 * per column, and those of eight bits are steps away from a tensor of another network.
 */
export type TensorKind = 'f32' | 'f16' | 'i16' | 'i8';

/** Name, kind and length of each tensor, in the order of the weights file. */
export type TensorIndex = readonly (readonly [string, TensorKind, number])[];

export interface ModelTables {
  readonly name: string;
  readonly version: string;
  readonly precision: 'i16' | 'f32';
  readonly tensors: TensorIndex;
  readonly components: {
    readonly words: EncoderShape;
    readonly names: EncoderShape;
    readonly parser: TransitionShape;
    readonly entities: TransitionShape;
    readonly tagger: { readonly labels: readonly string[] };
  };
  readonly tokenizer: {
    readonly prefix: string;
    readonly suffix: string;
    readonly infix: string;
    readonly urlScheme: string;
    readonly urlHost: string;
    readonly rules: Readonly<Record<string, readonly (readonly string[])[]>>;
    readonly sequences: Readonly<Record<string, readonly string[]>>;
  };
  readonly norms: {
    readonly words: Readonly<Record<string, string>>;
    readonly hashes: Readonly<Record<string, string>>;
  };
  readonly symbols: Readonly<Record<string, number>>;
  readonly characters: Readonly<Record<'alpha' | 'upper' | 'digit', readonly number[]>>;
  readonly attributeRules: readonly AttributeRule[];
  readonly lemmas: Readonly<Record<string, LemmaPart>>;
}

/** A second recogniser with labels of our own; its network is the name network, each weight moved by some steps. */
export interface DomainTables {
  readonly tensors: TensorIndex;
  /** What a step is worth, by tensor. */
  readonly steps: Readonly<Record<string, number>>;
  readonly head: TransitionShape;
}

/** Everything an engine is made from; whoever loads it decides where the bytes come from. */
export interface ModelFiles {
  readonly tables: ModelTables;
  readonly weights: Uint8Array;
  readonly lemmaIndex: string;
  readonly domain?: { readonly tables: DomainTables; readonly weights: Uint8Array };
  readonly kernels: WebAssembly.Module;
}
