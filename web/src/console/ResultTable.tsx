// Rows of an answer; entities in them are buttons, everything else is text.
import { isNode, type QueryRows } from '../api/query.ts';
import { useExplorer } from '../components/hooks.ts';
import { Empty } from '../components/Notice.tsx';
import { Swatch } from '../components/Swatch.tsx';

const MOST_ROWS = 500;

export function ResultTable({ rows }: { readonly rows: QueryRows }) {
  if (rows.values.length === 0) return <Empty>The query matches nothing.</Empty>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Answer, table">
      <table class="rows wide">
        <thead>
          <tr>
            {rows.fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.values.slice(0, MOST_ROWS).map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column}>
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.values.length > MOST_ROWS && (
        <p class="notice">
          The first {MOST_ROWS} of {rows.values.length} rows are shown; narrow the query to see the rest.
        </p>
      )}
    </div>
  );
}

function Cell({ value }: { readonly value: unknown }) {
  const explorer = useExplorer();
  if (value === null || value === undefined) return <span class="null">null</span>;
  if (isNode(value)) {
    const { id, name, kind } = value.properties;
    if (typeof id === 'string' && typeof name === 'string')
      return (
        <button type="button" class="link" onClick={() => explorer.selectEntity(id)}>
          {typeof kind === 'string' && <Swatch kind={kind} />}
          {name}
        </button>
      );
  }
  if (Array.isArray(value))
    return (
      <>
        {value.map((each: unknown, index) => (
          <span key={index} class="listed">
            <Cell value={each} />
          </span>
        ))}
      </>
    );
  if (typeof value === 'object') return <code>{relationText(value)}</code>;
  return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>;
}

function relationText(value: object): string {
  return 'type' in value && typeof value.type === 'string' ? value.type : JSON.stringify(value);
}
