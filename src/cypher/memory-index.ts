// An index over one property of one label: a hash for equality, and a sorted list made when the first range asks for it.
import type { GraphNode, NodeIndex, RangeBound } from './property-graph.ts';
import { valueKey } from './values/key.ts';
import { compareTotally } from './values/order.ts';
import type { StoredValue } from './values/value.ts';

interface Entry {
  readonly value: StoredValue;
  readonly node: GraphNode;
}

const compareEntries = (left: Entry, right: Entry): number =>
  compareTotally(left.value, right.value) || left.node.order - right.node.order;

export class MemoryIndex implements NodeIndex {
  /** One node is held bare: most indexed properties are unique, and a Set costs 200 bytes. */
  private readonly byValue = new Map<unknown, GraphNode | Set<GraphNode>>();
  private sorted: Entry[] | undefined;
  private entries = 0;

  add(value: StoredValue, node: GraphNode): void {
    const key = valueKey(value);
    const found = this.byValue.get(key);
    if (found === undefined) this.byValue.set(key, node);
    else if (found instanceof Set) found.add(node);
    else this.byValue.set(key, new Set([found, node]));
    this.entries++;
    if (this.sorted) {
      const entry = { value, node };
      this.sorted.splice(this.position(entry), 0, entry);
    }
  }

  remove(value: StoredValue, node: GraphNode): void {
    const key = valueKey(value);
    const found = this.byValue.get(key);
    if (found instanceof Set) found.delete(node);
    if (found === node || (found instanceof Set && found.size === 0)) this.byValue.delete(key);
    this.entries--;
    if (this.sorted) this.sorted.splice(this.position({ value, node }), 1);
  }

  get selectivity(): number {
    return this.byValue.size === 0 ? 0 : this.entries / this.byValue.size;
  }

  equal(value: StoredValue): Iterable<GraphNode> {
    const found = this.byValue.get(valueKey(value));
    return found === undefined ? [] : found instanceof Set ? found : [found];
  }

  *range(from: RangeBound | undefined, to: RangeBound | undefined): Iterable<GraphNode> {
    const sorted = this.order();
    const start = from ? this.firstAt(from.value) : 0;
    for (let at = start; at < sorted.length; at++) {
      const { value, node } = sorted[at]!;
      if (to && compareTotally(value, to.value) > 0) return;
      yield node;
    }
  }

  *startingWith(prefix: string): Iterable<GraphNode> {
    const sorted = this.order();
    for (let at = this.firstAt(prefix); at < sorted.length; at++) {
      const { value, node } = sorted[at]!;
      if (typeof value !== 'string' || !value.startsWith(prefix)) return;
      yield node;
    }
  }

  private order(): Entry[] {
    if (this.sorted) return this.sorted;
    const entries: Entry[] = [];
    for (const found of this.byValue.values()) {
      for (const node of found instanceof Set ? found : [found]) entries.push({ value: this.valueOf(node), node });
    }
    this.sorted = entries.sort(compareEntries);
    return this.sorted;
  }

  private readonly property: string;
  constructor(property: string) {
    this.property = property;
  }

  private valueOf(node: GraphNode): StoredValue {
    return node.get(this.property)!;
  }

  private position(entry: Entry): number {
    return lowerBound(this.sorted!, (other) => compareEntries(other, entry) < 0);
  }

  private firstAt(value: StoredValue): number {
    return lowerBound(this.order(), (other) => compareTotally(other.value, value) < 0);
  }
}

/** The first place that is not before. */
function lowerBound(entries: readonly Entry[], isBefore: (entry: Entry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(entries[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
