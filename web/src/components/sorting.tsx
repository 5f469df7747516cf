// Sorting of tables by the head of a column, spoken and by keyboard as well.

export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

export function sorted<Row extends Readonly<Record<Column, string | number>>, Column extends string>(
  rows: readonly Row[],
  { column, descending }: Sorting<Column>,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * compare(String(left), String(right));
  });
}

interface SortableHeadProps<Column extends string> {
  readonly column: Column;
  readonly label: string;
  readonly sorting: Sorting<Column>;
  readonly onSort: (sorting: Sorting<Column>) => void;
  readonly isNumber?: boolean;
}

export function SortableHead<Column extends string>(props: SortableHeadProps<Column>) {
  const { column, label, sorting, onSort, isNumber = false } = props;
  const isActive = sorting.column === column;
  return (
    <th
      scope="col"
      class={isNumber ? 'number' : undefined}
      aria-sort={isActive ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        // Numbers are looked at from the top.
        onClick={() => onSort({ column, descending: isActive ? !sorting.descending : isNumber })}
      >
        {label}
        <span class="sort-mark" aria-hidden="true">
          {isActive ? (sorting.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}
