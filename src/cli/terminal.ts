// Text for a terminal: what comes from documents cannot steer it, and wraps to its width.

/** Escape sequences in a name would recolour, move or rename the terminal. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const harmless = (text: string): string => text.replace(CONTROL, '\ufffd');

export const oneLine = (text: string): string => harmless(text.replace(/\s+/g, ' ').trim());

export const terminalWidth = (): number => (process.stdout.isTTY ? process.stdout.columns : 100);

/** `1 file`, `2 files`, `0 entities`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines.join('\n');
}

/** Styles only where a person reads: not in a pipe, and not where NO_COLOR asks for none. */
const isStyled = (): boolean => process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
const style =
  (on: number, off: number) =>
  (text: string): string =>
    isStyled() ? `\u001b[${on}m${text}\u001b[${off}m` : text;

export const bold = style(1, 22);
export const faint = style(2, 22);
