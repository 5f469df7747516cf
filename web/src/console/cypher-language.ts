// Colours for Cypher: a small stream tokenizer, enough to tell keywords, labels, strings and parameters apart.
import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { KEYWORDS } from './cypher-completion.ts';

const words = new Set(KEYWORDS.flatMap((keyword) => keyword.split(' ')));

function token(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match(/^'(?:[^'\\]|\\.)*'?/) ?? stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
  if (stream.match(/^\$\w+/)) return 'variableName.special';
  if (stream.match(/^:\s*\w+/)) return 'typeName';
  if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
  const word = stream.match(/^\w+/);
  if (Array.isArray(word)) return words.has(word[0].toUpperCase()) ? 'keyword' : null;
  stream.next();
  return null;
}

const style = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '600', color: 'var(--accent)' },
  { tag: tags.typeName, color: 'var(--code-type)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-string)' },
  { tag: tags.special(tags.variableName), color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
]);

export const cypherLanguage = [StreamLanguage.define({ name: 'cypher', token }), syntaxHighlighting(style)];
