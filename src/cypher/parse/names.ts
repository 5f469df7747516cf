// Names as the grammar writes them: quoted, dotted, with comments in between.
import { type ParserRuleContext, TerminalNode } from 'antlr4ng';

export const unquote = (name: string): string =>
  name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;

export const nameOf = (context: ParserRuleContext): string => unquote(context.getText());

/** `a . b` as a.b: the words in order, whatever stands between them. */
export function dottedName(context: ParserRuleContext): string {
  const words: string[] = [];
  collectWords(context, words);
  return words.join('.');
}

function collectWords(context: ParserRuleContext, words: string[]): void {
  for (const child of context.children) {
    if (!(child instanceof TerminalNode)) collectWords(child as ParserRuleContext, words);
    else if (child.getText() !== '.') words.push(unquote(child.getText()));
  }
}
