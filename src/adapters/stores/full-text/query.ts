// A search as `db.index.fulltext.queryNodes` takes it, in the language of Lucene's classic query parser.
import { CypherError } from '../../../cypher/index.ts';
import { wordsIn } from './words.ts';

export type TextQuery = { readonly boost: number } & (
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'fuzzy'; readonly word: string; readonly edits: number }
  | { readonly kind: 'group'; readonly clauses: readonly Clause[] }
);

export interface Clause {
  occur: 'must' | 'should' | 'not';
  readonly query: TextQuery;
}

const MAX_CHARACTERS = 1_000;
/** Each pattern and each fuzzy word is tried on all words of an index. */
const MAX_SCANS = 20;
const MAX_NESTING = 20;
const MAX_EDITS = 2;

const TOKEN =
  /\s+|(?<phrase>"(?:[^"\\]|\\.)*")(?<slop>~\d*)?|(?<join>&&|\|\||[!+\-()])|(?<boost>\^\d+(?:\.\d+)?)|(?<word>(?:\\.|[^\s+\-!(){}[\]^"~*?:\\/&|]|[*?]|(?<!^|[\s(!])[-+!]|&(?!&)|\|(?!\|))+)(?<fuzzy>~[\d.]*)?|(?<other>[^])/gsuy;

const failure = (why: string): CypherError => new CypherError('ProcedureCallFailed', `The full-text search ${why}.`);

/** @throws CypherError for what the language does not have, or this store has not */
export function parseTextQuery(text: string): TextQuery {
  if (text.length > MAX_CHARACTERS) throw failure(`is longer than ${MAX_CHARACTERS} characters; shorten it`);
  const parser = new TextQueryParser(text);
  const query = parser.group(0);
  if (!parser.isAtEnd) throw failure('closes a bracket that was not opened');
  return query;
}

type Groups = Readonly<Partial<Record<'phrase' | 'slop' | 'join' | 'boost' | 'word' | 'fuzzy' | 'other', string>>>;

class TextQueryParser {
  private readonly tokens: readonly Groups[];
  private at = 0;
  private scans = 0;

  constructor(text: string) {
    this.tokens = [...text.matchAll(TOKEN)].flatMap(({ groups, 0: all }) => (all.trim() === '' ? [] : [{ ...groups }]));
  }

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  group(depth: number): TextQuery {
    if (depth > MAX_NESTING) throw failure('nests its brackets too deeply');
    const clauses: Clause[] = [];
    while (!this.isAtEnd && this.tokens[this.at]!.join !== ')') {
      const conjunction = this.conjunction();
      if (conjunction !== undefined && clauses.length === 0) throw failure('begins with AND or OR');
      const sign = this.sign();
      const before = clauses.at(-1);
      if (conjunction === 'and' && before?.occur === 'should') before.occur = 'must';
      const query = this.clause(depth);
      const occur = sign ?? (conjunction === 'and' ? 'must' : 'should');
      clauses.push({ occur, query });
    }
    if (clauses.length === 0) throw failure('has no words to look for');
    return { kind: 'group', clauses, boost: 1 };
  }

  private conjunction(): 'and' | 'or' | undefined {
    const { join, word } = this.tokens[this.at]!;
    const found = join === '&&' || word === 'AND' ? 'and' : join === '||' || word === 'OR' ? 'or' : undefined;
    if (found !== undefined) this.at++;
    return found;
  }

  private sign(): 'must' | 'not' | undefined {
    const { join, word } = this.tokens[this.at] ?? {};
    const found = join === '+' ? 'must' : join === '-' || join === '!' || word === 'NOT' ? 'not' : undefined;
    if (found !== undefined) this.at++;
    return found;
  }

  private clause(depth: number): TextQuery {
    const token = this.tokens[this.at++];
    if (token?.join === '(') {
      const inner = this.group(depth + 1);
      if (this.tokens[this.at++]?.join !== ')') throw failure('opens a bracket and does not close it');
      return { ...inner, boost: this.boost() };
    }
    if (token?.phrase !== undefined) {
      if (token.slop !== undefined) throw failure('has words near each other ("…"~), which the embedded store lacks');
      return { kind: 'phrase', words: wordsIn(bare(token.phrase.slice(1, -1))), boost: this.boost() };
    }
    if (token?.word === undefined || OPERATORS.has(token.word)) throw failure(unexpected(token));
    if (this.tokens[this.at]?.other === ':') throw failure('names a field; write the words alone');
    return this.word(token.word, token.fuzzy);
  }

  private word(written: string, fuzzy: string | undefined): TextQuery {
    const isPattern = /(?<!\\)[*?]/.test(written);
    if ((isPattern || fuzzy !== undefined) && ++this.scans > MAX_SCANS)
      throw failure(`has more than ${MAX_SCANS} words with *, ? or ~; split it`);
    const boost = this.boost();
    if (isPattern) return { kind: 'pattern', pattern: bare(written).toLowerCase(), boost };
    const words = wordsIn(bare(written));
    if (fuzzy !== undefined) {
      const word = bare(written).toLowerCase();
      return { kind: 'fuzzy', word, edits: editsOf(fuzzy.slice(1), word), boost };
    }
    const clauses = words.map(
      (word) => ({ occur: 'should', query: { kind: 'phrase', words: [word], boost: 1 } }) as const,
    );
    return clauses.length === 1 ? { ...clauses[0]!.query, boost } : { kind: 'group', clauses, boost };
  }

  private boost(): number {
    const { boost } = this.tokens[this.at] ?? {};
    if (boost === undefined) return 1;
    this.at++;
    return Number(boost.slice(1));
  }
}

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

function unexpected(token: Groups | undefined): string {
  if (token === undefined) return 'ends where a word should follow';
  if (/^[[{/]$/.test(token.other ?? '')) return 'has a range or a regular expression, which the embedded store lacks';
  const sign = token.word ?? token.join ?? token.boost ?? token.other ?? '';
  return `has '${sign}' where a word should be; put it into "…"`;
}

const bare = (written: string): string => written.replace(/\\(.)/gsu, '$1');

/** `~1` is a number of edits, `~0.8` a similarity. */
function editsOf(written: string, word: string): number {
  const given = written === '' ? MAX_EDITS : Number(written);
  if (given >= 1 && !Number.isInteger(given)) throw failure('has a fraction of an edit after ~');
  return Math.min(MAX_EDITS, given >= 1 || given === 0 ? given : Math.floor((1 - given) * Array.from(word).length));
}
