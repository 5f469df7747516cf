// A finished analysis behind the `Doc` contract: typed arrays, and answers that are worked out when asked for.
import type { Doc, LabelledSpan, TokenSpan } from './doc.ts';
import { subtreeEdges, type Edges } from './decode/tree.ts';
import type { Grammar, GrammarView, KnownAttributes } from './words/grammar.ts';

export interface Analysis extends GrammarView {
  readonly text: string;
  readonly length: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly sentences: readonly TokenSpan[];
  readonly entities: readonly LabelledSpan[];
  readonly domainEntities: readonly LabelledSpan[];
}

const NONE: readonly number[] = [];

export class AnalysedDoc implements Doc {
  readonly text: string;
  readonly length: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly sentences: readonly TokenSpan[];
  readonly entities: readonly LabelledSpan[];
  readonly domainEntities: readonly LabelledSpan[];
  readonly #analysis: Analysis;
  readonly #grammar: Grammar;
  readonly #attributes: (KnownAttributes | undefined)[];
  #children: Map<number, number[]> | undefined;
  #edges: Edges | undefined;

  constructor(analysis: Analysis, grammar: Grammar) {
    this.text = analysis.text;
    this.length = analysis.length;
    this.tokenStart = analysis.tokenStart;
    this.tokenEnd = analysis.tokenEnd;
    this.head = analysis.head;
    this.sentence = analysis.sentence;
    this.sentences = analysis.sentences;
    this.entities = analysis.entities;
    this.domainEntities = analysis.domainEntities;
    this.#analysis = analysis;
    this.#grammar = grammar;
    this.#attributes = new Array<KnownAttributes | undefined>(analysis.length).fill(undefined);
  }

  token(index: number): string {
    return this.text.slice(this.tokenStart[index], this.tokenEnd[index]);
  }

  tag(index: number): string {
    return this.#grammar.tag(this.#analysis, index);
  }

  pos(index: number): string {
    return this.#attributesOf(index).pos;
  }

  morph(index: number): string {
    return this.#attributesOf(index).morph;
  }

  lemma(index: number): string {
    return this.#grammar.lemma(this.#analysis, index, this.#attributesOf(index));
  }

  dep(index: number): string {
    return this.#grammar.dep(this.#analysis, index);
  }

  children(index: number): readonly number[] {
    this.#children ??= this.#collectChildren();
    return this.#children.get(index) ?? NONE;
  }

  subtree(index: number): TokenSpan {
    this.#edges ??= subtreeEdges(this.head);
    return { from: this.#edges.left[index]!, to: this.#edges.right[index]! + 1 };
  }

  tokenAt(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokenEnd[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.tokenStart[low]! <= offset ? low : -1;
  }

  #attributesOf(index: number): KnownAttributes {
    return (this.#attributes[index] ??= this.#grammar.attributes(this.#analysis, index));
  }

  #collectChildren(): Map<number, number[]> {
    const children = new Map<number, number[]>();
    for (let i = 0; i < this.length; i++) {
      const head = this.head[i]!;
      if (head === i) continue;
      const list = children.get(head);
      if (list === undefined) children.set(head, [i]);
      else list.push(i);
    }
    return children;
  }
}
