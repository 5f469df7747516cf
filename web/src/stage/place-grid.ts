// Nodes in cells of the layout: whoever asks what lies under the pointer looks only at those that are near, however many there are.
import type { Point } from '../graph/hull.ts';

/** About as many nodes share a cell. */
const IN_CELL = 4;

export class PlaceGrid {
  private readonly cells = new Map<number, number[]>();
  private readonly side: number;
  private readonly columns: number;
  private readonly left: number;
  private readonly top: number;

  constructor(nodes: readonly number[], at: (node: number) => Point) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const node of nodes) {
      const { x, y } = at(node);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    [this.left, this.top] = [left, top];
    this.side = Math.sqrt(((right - left) * (bottom - top) * IN_CELL) / nodes.length) || 1;
    this.columns = Math.floor((right - left) / this.side) + 1;
    for (const node of nodes) {
      const { x, y } = at(node);
      const cell = this.row(y) * this.columns + this.column(x);
      const members = this.cells.get(cell);
      if (members === undefined) this.cells.set(cell, [node]);
      else members.push(node);
    }
  }

  /** Those that may lie within reach, and some that do not. */
  *near({ x, y }: Point, reach: number): Iterable<number> {
    const [from, to] = [Math.max(0, this.column(x - reach)), Math.min(this.columns - 1, this.column(x + reach))];
    for (let row = this.row(y - reach); row <= this.row(y + reach); row++)
      for (let column = from; column <= to; column++) yield* this.cells.get(row * this.columns + column) ?? [];
  }

  private column(x: number): number {
    return Math.floor((x - this.left) / this.side);
  }

  private row(y: number): number {
    return Math.floor((y - this.top) / this.side);
  }
}
