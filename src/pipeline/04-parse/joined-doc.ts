// One analysis for a document out of one for each block: no sentence runs from one block into the next.
import type { Doc, LabelledSpan, TokenSpan } from '../../language/doc.ts';

export interface DocPart {
  readonly doc: Doc;
  /** Where the part's text begins in the whole. */
  readonly start: number;
}

const moved = (spans: readonly LabelledSpan[], by: number): readonly LabelledSpan[] =>
  spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));

export class JoinedDoc implements Doc {
  readonly text: string;
  readonly length: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly sentences: readonly TokenSpan[];
  readonly entities: readonly LabelledSpan[];
  readonly domainEntities: readonly LabelledSpan[];
  readonly #parts: readonly Doc[];
  /** First token of each part, and which part a token is of. */
  readonly #firsts: readonly number[];
  readonly #partOf: Int32Array;
  /** What the stages ask for again and again; a lemma costs a look into rules and tables. */
  readonly #tokens: (string | undefined)[];
  readonly #lemmas: (string | undefined)[];
  readonly #tags: (string | undefined)[];
  readonly #pos: (string | undefined)[];
  readonly #deps: (string | undefined)[];
  readonly #children: (readonly number[] | undefined)[];

  constructor(text: string, parts: readonly DocPart[]) {
    const length = parts.reduce((sum, { doc }) => sum + doc.length, 0);
    this.text = text;
    this.length = length;
    this.tokenStart = new Int32Array(length);
    this.tokenEnd = new Int32Array(length);
    this.head = new Int32Array(length);
    this.sentence = new Int32Array(length);
    this.#partOf = new Int32Array(length);
    const unknown = <Value>(): (Value | undefined)[] => new Array<Value | undefined>(length).fill(undefined);
    this.#tokens = unknown();
    this.#lemmas = unknown();
    this.#tags = unknown();
    this.#pos = unknown();
    this.#deps = unknown();
    this.#children = unknown();
    const sentences: TokenSpan[] = [];
    const firsts: number[] = [];
    let first = 0;
    parts.forEach(({ doc, start }, part) => {
      firsts.push(first);
      for (let token = 0; token < doc.length; token++) {
        this.tokenStart[first + token] = doc.tokenStart[token]! + start;
        this.tokenEnd[first + token] = doc.tokenEnd[token]! + start;
        this.head[first + token] = doc.head[token]! + first;
        this.sentence[first + token] = doc.sentence[token]! + sentences.length;
        this.#partOf[first + token] = part;
      }
      for (const { from, to } of doc.sentences) sentences.push({ from: from + first, to: to + first });
      first += doc.length;
    });
    this.sentences = sentences;
    this.entities = parts.flatMap(({ doc, start }) => moved(doc.entities, start));
    this.domainEntities = parts.flatMap(({ doc, start }) => moved(doc.domainEntities, start));
    this.#parts = parts.map(({ doc }) => doc);
    this.#firsts = firsts;
  }

  token(index: number): string {
    return (this.#tokens[index] ??= this.text.slice(this.tokenStart[index], this.tokenEnd[index]));
  }

  tag(index: number): string {
    return (this.#tags[index] ??= this.#part(index).tag(this.#local(index)));
  }

  pos(index: number): string {
    return (this.#pos[index] ??= this.#part(index).pos(this.#local(index)));
  }

  morph(index: number): string {
    return this.#part(index).morph(this.#local(index));
  }

  lemma(index: number): string {
    return (this.#lemmas[index] ??= this.#part(index).lemma(this.#local(index)));
  }

  dep(index: number): string {
    return (this.#deps[index] ??= this.#part(index).dep(this.#local(index)));
  }

  children(index: number): readonly number[] {
    return (this.#children[index] ??= this.#childrenOf(index));
  }

  subtree(index: number): TokenSpan {
    const first = this.#firsts[this.#partOf[index]!]!;
    const { from, to } = this.#part(index).subtree(index - first);
    return { from: from + first, to: to + first };
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

  #childrenOf(index: number): readonly number[] {
    const first = this.#firsts[this.#partOf[index]!]!;
    const children = this.#part(index).children(index - first);
    return first === 0 ? children : children.map((child) => child + first);
  }

  #part(index: number): Doc {
    return this.#parts[this.#partOf[index]!]!;
  }

  #local(index: number): number {
    return index - this.#firsts[this.#partOf[index]!]!;
  }
}
