// An index over one property of one label: a hash for equality, and a sorted list made when the first range asks for it.
import type { GraphNode, NodeIndex, RangeBound } from './property-graph.ts';
import { isNumber } from './values/number.ts';
import { compareTotally } from './values/order.ts';
import type { StoredValue } from './values/stored-value.ts';
import { ValueMap } from './values/value-map.ts';

interface Entry {
  readonly value: StoredValue;
  readonly node: GraphNode;
}

const compareEntries = (left: Entry, right: Entry): number =>
  compareTotally(left.value, right.value) || left.node.order - right.node.order;

export class MemoryIndex implements NodeIndex {
  private readonly property: string;
  /** One node is held bare: most indexed properties are unique, and a Set costs 200 bytes. */
  private readonly byValue = new ValueMap<GraphNode | Set<GraphNode>>();
  private sorted: Entry[] | undefined;
  private entries = 0;

  constructor(property: string) {
    this.property = property;
  }

  add(value: StoredValue, node: GraphNode): void {
    const found = this.byValue.get(value);
    if (found === undefined) this.byValue.set(value, node);
    else if (found instanceof Set) found.add(node);
    else this.byValue.set(value, new Set([found, node]));
    this.entries++;
    if (this.sorted) {
      const entry = { value, node };
      this.sorted.splice(this.position(entry), 0, entry);
    }
  }

  remove(value: StoredValue, node: GraphNode): void {
    const found = this.byValue.get(value);
    if (found instanceof Set) found.delete(node);
    if (found === node || (found instanceof Set && found.size === 0)) this.byValue.delete(value);
    this.entries--;
    if (this.sorted) this.sorted.splice(this.position({ value, node }), 1);
  }

  get selectivity(): number {
    return this.byValue.size === 0 ? 0 : this.entries / this.byValue.size;
  }

  equal(value: StoredValue): Iterable<GraphNode> {
    const found = this.byValue.get(value);
    return found === undefined ? [] : found instanceof Set ? found : [found];
  }

  *range(from: RangeBound | undefined, to: RangeBound | undefined): Iterable<GraphNode> {
    const sorted = this.order();
    const start = from ? this.firstAt(from.value) : 0;
    for (let at = start; at < sorted.length; at++) {
      const { value, node } = sorted[at]!;
      if (to && compareTotally(value, to.value) > 0) return;
      if (!isSameSort(value, (from ?? to)!.value)) {
        if (from) return;
        continue;
      }
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

/** Only values of one sort compare; the sorted list has all sorts one after the other. */
const isSameSort = (left: StoredValue, right: StoredValue): boolean =>
  isNumber(left) ? isNumber(right) : typeof left === typeof right;

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
