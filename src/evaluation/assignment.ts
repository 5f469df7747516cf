// One-to-one assignment of greatest weight (Hungarian method), for aligning predicted with annotated entities.

/** @param weights rows × columns, 0 or more @returns column by row, pairs of weight 0 left out */
export function assign(weights: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const result = new Map<number, number>();
  if (rows === 0 || columns === 0) return result;
  const size = Math.max(rows, columns);
  const cost = (row: number, column: number): number => -(weights[row]?.[column] ?? 0);
  const rowPotential = new Array<number>(size + 1).fill(0);
  const columnPotential = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) augment(row, size, cost, rowPotential, columnPotential, rowOf);
  for (let column = 1; column <= size; column++) {
    const row = rowOf[column]! - 1;
    if (row < rows && column - 1 < columns && weights[row]![column - 1]! > 0) result.set(row, column - 1);
  }
  return result;
}

/** Finds a shortest augmenting path from one row; all arrays count from 1, place 0 is the start. */
function augment(
  start: number,
  size: number,
  cost: (row: number, column: number) => number,
  rowPotential: number[],
  columnPotential: number[],
  rowOf: number[],
): void {
  const least = new Array<number>(size + 1).fill(1e18);
  const used = new Array<boolean>(size + 1).fill(false);
  const way = new Array<number>(size + 1).fill(0);
  rowOf[0] = start;
  let at = 0;
  do {
    used[at] = true;
    const row = rowOf[at]!;
    let step = 1e18;
    let next = 0;
    for (let column = 1; column <= size; column++) {
      if (used[column] === true) continue;
      const reduced = cost(row - 1, column - 1) - rowPotential[row]! - columnPotential[column]!;
      if (reduced < least[column]!) {
        least[column] = reduced;
        way[column] = at;
      }
      if (least[column]! < step) {
        step = least[column]!;
        next = column;
      }
    }
    for (let column = 0; column <= size; column++) {
      if (used[column] === true) {
        rowPotential[rowOf[column]!]! += step;
        columnPotential[column]! -= step;
      } else least[column]! -= step;
    }
    at = next;
  } while (rowOf[at] !== 0);
  while (at !== 0) {
    const before = way[at]!;
    rowOf[at] = rowOf[before]!;
    at = before;
  }
}
