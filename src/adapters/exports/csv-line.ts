// One line of CSV, as RFC 4180 writes it.

/** Cells that a spreadsheet would run: also after white space, and the full-width signs that some turn into plain ones. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const quoted = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const isNumber = (cell: string): boolean => /^-?\d+(?:\.\d+)?$/.test(cell);

/** A leading apostrophe makes a spreadsheet show a cell and never run it; numbers stay numbers. */
export const safeCell = (cell: string): string => (FORMULA.test(cell) && !isNumber(cell) ? `'${cell}` : cell);
