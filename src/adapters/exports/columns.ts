// Columns of tables: found by a first pass, since kinds and claims carry properties of their own.
import type { Plain, Row } from '../../query/rows.ts';

export type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'string[]';

export type Columns = ReadonlyMap<string, ColumnType>;

function typeOf(value: Plain): ColumnType | undefined {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double';
  return Array.isArray(value) ? 'string[]' : 'string';
}

const widen = (before: ColumnType | undefined, type: ColumnType): ColumnType => {
  if (before === undefined || before === type) return type;
  const isNumeric = [before, type].every((each) => each === 'long' || each === 'double');
  return isNumeric ? 'double' : 'string';
};

export async function columnsOf(rows: AsyncIterable<Row>): Promise<Columns> {
  const columns = new Map<string, ColumnType>();
  for await (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      const type = typeOf(value);
      if (type !== undefined) columns.set(name, widen(columns.get(name), type));
    }
  return new Map([...columns].sort(([a], [b]) => (a < b ? -1 : 1)));
}
