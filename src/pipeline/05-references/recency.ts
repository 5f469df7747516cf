// Who was spoken of last: mentions with their chains in text order, with sentence and grammatical role.
import { isA, type EntityKind } from '../../schema/index.ts';
import type { Mention } from '../types.ts';
import type { ChainTable, GrowingChain } from './chain-table.ts';

/** Mentions that a reader keeps in mind: a bound that keeps long documents linear. */
const MEMORY = 300;

export interface Seen {
  readonly mention: Mention;
  readonly chain: GrowingChain;
  readonly sentence: number;
  readonly isSubject: boolean;
  /** Subject of the sentence's main verb. */
  readonly isTopic: boolean;
}

/** Token that stands for a mention: the last token of its name that no other token of the name governs. */
export function headToken(table: ChainTable, mention: Mention): number {
  const { doc } = table.text;
  const first = doc.tokenAt(mention.start);
  if (first < 0) return -1;
  let head = first;
  for (let token = first; token < doc.length && doc.tokenStart[token]! < mention.end; token++) {
    const governor = doc.head[token]!;
    if (
      governor === token ||
      doc.tokenStart[governor]! >= mention.outer.end ||
      doc.tokenEnd[governor]! <= mention.outer.start
    )
      head = token;
  }
  return head;
}

export function sentenceOf(table: ChainTable, mention: Mention): number {
  const token = table.text.doc.tokenAt(mention.start);
  return token < 0 ? -1 : table.text.doc.sentence[token]!;
}

export function isSubject(table: ChainTable, mention: Mention): boolean {
  const token = headToken(table, mention);
  if (token < 0) return false;
  const { doc } = table.text;
  const dep = doc.dep(token);
  // `Minister Lee, who is in Oslo, called on the President`: the parser takes the verb for one more clause of hers.
  const isRoot = dep === 'ROOT' && doc.children(token).some((at) => doc.dep(at) === 'acl' && doc.tag(at) === 'VBD');
  if (isRoot) return true;
  return /^nsubj/.test(/^(?:appos|conj)$/.test(dep) ? doc.dep(doc.head[token]!) : dep);
}

function isTopic(table: ChainTable, mention: Mention): boolean {
  const token = headToken(table, mention);
  if (token < 0) return false;
  const { doc } = table.text;
  // `An adviser to the president, Roe, said`: the one who is named is the one who said it.
  const subject = doc.dep(token) === 'appos' ? doc.head[token]! : token;
  const verb = doc.head[subject]!;
  return /^nsubj/.test(doc.dep(subject)) && (doc.head[verb] === verb || doc.dep(verb) === 'conj');
}

/** Grows as references are resolved, so that a pronoun passes its chain on. */
export class Recency {
  readonly #table: ChainTable;
  readonly #seen: Seen[] = [];

  constructor(table: ChainTable) {
    this.#table = table;
  }

  see(mention: Mention): void {
    const block = this.#table.text.clean.blocks.find(({ start, end }) => mention.start >= start && mention.start < end);
    for (const id of this.#table.chainsOf(mention.id))
      this.#seen.push({
        mention,
        chain: this.#table.chains[id]!,
        sentence: sentenceOf(this.#table, mention),
        isSubject: block?.kind !== 'title' && isSubject(this.#table, mention),
        isTopic: block?.kind !== 'title' && isTopic(this.#table, mention),
      });
  }

  /** The latest first. */
  *back(): Iterable<Seen> {
    const last = Math.max(0, this.#seen.length - MEMORY);
    for (let at = this.#seen.length - 1; at >= last; at--) yield this.#seen[at]!;
  }

  /** Latest chain that fits. */
  last(fits: (seen: Seen) => boolean): GrowingChain | undefined {
    for (const seen of this.back()) if (fits(seen)) return seen.chain;
    return undefined;
  }

  /** Latest chain that fits, each asked once however often it was spoken of. */
  lastChain(fits: (chain: GrowingChain) => boolean): GrowingChain | undefined {
    const refused = new Set<GrowingChain>();
    return this.last(({ chain }) => {
      if (refused.has(chain)) return false;
      refused.add(chain);
      return fits(chain);
    });
  }

  /** The latest chains of a kind, latest first, at most `count`, from the last `sentences` sentences. */
  lastOf(
    kind: EntityKind,
    count: number,
    sentence: number,
    sentences: number,
    fits: (seen: Seen) => boolean = () => true,
  ): readonly GrowingChain[] {
    const found: GrowingChain[] = [];
    for (const seen of this.back()) {
      if (found.length === count || seen.sentence < sentence - sentences) break;
      if (isA(seen.chain.kind, kind) && seen.mention.form !== 'pronoun' && !found.includes(seen.chain) && fits(seen))
        found.push(seen.chain);
    }
    return found.reverse();
  }
}
