// The words of all entities' names, kept in memory beside the graph once somebody has searched for them.
import type { MemoryGraph } from '../../../cypher/index.ts';
import { ENTITY_LABEL, type GraphDelta, type Properties } from '../../../projection/graph.ts';
import type { Postings, WordIndex } from '../full-text/score.ts';
import { nameWords } from '../full-text/words.ts';

export class NameIndex implements WordIndex<string> {
  private readonly wordsByKey = new Map<string, readonly string[]>();
  private readonly keysByWord = new Map<string, Set<string>>();
  private total = 0;

  constructor(graph: MemoryGraph) {
    for (const node of graph.nodesWithLabel(ENTITY_LABEL)) {
      const names = ['name', 'aliases'].map((name) => [name, node.get(name) ?? []] as const);
      this.put(node.key, names as Properties);
    }
  }

  get size(): number {
    return this.wordsByKey.size;
  }
  get averageLength(): number {
    return this.total / this.size;
  }
  lengthOf(key: string): number {
    return this.wordsByKey.get(key)?.length ?? 0;
  }
  words(): Iterable<string> {
    return this.keysByWord.keys();
  }
  /** A name has each word once. */
  postings(word: string): Postings<string> {
    const keys = [...(this.keysByWord.get(word) ?? [])];
    return new Map(keys.map((key) => [key, [this.wordsByKey.get(key)!.indexOf(word)]]));
  }

  apply({ removedNodes, putNodes }: GraphDelta): void {
    for (const { key } of removedNodes) this.take(key);
    for (const { key, labels, properties } of putNodes) {
      this.take(key);
      if (labels.includes(ENTITY_LABEL)) this.put(key, properties);
    }
  }

  private put(key: string, properties: Properties): void {
    const words = nameWords(properties);
    this.wordsByKey.set(key, words);
    this.total += words.length;
    for (const word of words) {
      const keys = this.keysByWord.get(word);
      if (keys === undefined) this.keysByWord.set(word, new Set([key]));
      else keys.add(key);
    }
  }

  private take(key: string): void {
    const words = this.wordsByKey.get(key) ?? [];
    this.wordsByKey.delete(key);
    this.total -= words.length;
    for (const word of words) {
      const keys = this.keysByWord.get(word)!;
      keys.delete(key);
      if (keys.size === 0) this.keysByWord.delete(word);
    }
  }
}
