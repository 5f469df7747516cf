// Rows of a query as a table, as CSV or as JSON.
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../adapters/exports/csv-line.ts';
import type { QueryResult } from '../cypher/result.ts';
import { plain, rowsOf, type Plain } from '../query/rows.ts';
import { bold, oneLine, terminalWidth } from './terminal.ts';

export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export function renderRows(result: QueryResult, format: Format): string {
  if (format === 'json') return JSON.stringify(rowsOf(result), null, 2);
  const rows = result.rows.map((cells) => cells.map((cell) => cellText(plain(cell))));
  if (format === 'csv') return csv(result, rows);
  return table(result.columns, rows);
}

function cellText(value: Plain): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : wellFormed(String(value));
}

/** Half a surrogate pair has no bytes in UTF-8 and would be printed as another character: it is shown as JSON shows it. */
const wellFormed = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

/** Only texts are made safe: dates before Christ and numbers below zero begin with a sign and are no formulas. */
function csv(result: QueryResult, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((line, row) =>
    line.map((cell, at) => (typeof result.rows[row]![at] === 'string' ? safeCell(cell) : cell)),
  );
  return stringify([result.columns.map(safeCell), ...lines]).trimEnd();
}

const GAP = '  ';
/** A column narrower than this says nothing any more. */
const LEAST_WIDTH = 8;

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((line) => line.map(oneLine));
  const widths = fitted(columns.map((_, at) => cells.reduce((most, line) => Math.max(most, line[at]!.length), 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, at) => cut(cell, widths[at]!).padEnd(widths[at]!))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [bold(lines[0]!), rule, ...lines.slice(1), `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`].join(
    '\n',
  );
}

/** Takes from the widest column until the table fits the terminal. */
function fitted(natural: readonly number[]): readonly number[] {
  const widths = [...natural];
  const room = terminalWidth() - GAP.length * (widths.length - 1);
  for (;;) {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const widest = widths.indexOf(Math.max(...widths));
    if (total <= room || widths[widest] === undefined || widths[widest] <= LEAST_WIDTH) return widths;
    widths[widest] -= 1;
  }
}

const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
