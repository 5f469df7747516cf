// The TCK's notation of values, read and written in one canonical form, so that answers compare as texts.
import type { ResultNode, ResultRelationship, ResultValue } from '../../src/cypher/result.ts';
import { formatFloat } from '../../src/cypher/values/number.ts';

/** `sorted`: lists compare without their order. */
export function canonicalAnswer(value: ResultValue, sorted: boolean): string {
  const write = (each: ResultValue): string => canonicalAnswer(each, sorted);
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return formatFloat(value === 0 ? 0 : value); // the TCK does not tell -0.0 from 0.0
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return list((value as readonly ResultValue[]).map(write), sorted);
  const held = value as Exclude<ResultValue, null | boolean | bigint | number | string | readonly ResultValue[]>;
  if ('iso' in held) return quoted(held.iso);
  if (held.type === 'map') return map(held.entries.map(([key, each]) => [key, write(each)]));
  if (held.type === 'node') return node(held, write);
  if (held.type === 'relationship') return `[${relationshipText(held, write)}]`;
  let text = node(held.nodes[0]!, write);
  for (const [at, relationship] of held.relationships.entries()) {
    const isForward = relationship.startElementId === held.nodes[at]!.elementId;
    const inner = `[${relationshipText(relationship, write)}]`;
    text += `${isForward ? `-${inner}->` : `<-${inner}-`}${node(held.nodes[at + 1]!, write)}`;
  }
  return `<${text}>`;
}

const quoted = (text: string): string => `'${text}'`;
const list = (items: readonly string[], sorted: boolean): string =>
  `[${(sorted ? items.toSorted() : items).join(', ')}]`;
const map = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries
    .map(([key, held]) => `${key}: ${held}`)
    .toSorted()
    .join(', ')}}`;

type Write = (value: ResultValue) => string;

function node({ labels, properties }: ResultNode, write: Write): string {
  const held = properties.length === 0 ? [] : [map(properties.map(([key, each]) => [key, write(each)]))];
  return `(${[
    labels
      .toSorted()
      .map((label) => `:${label}`)
      .join(''),
    ...held,
  ]
    .filter((part) => part !== '')
    .join(' ')})`;
}

function relationshipText({ relationshipType, properties }: ResultRelationship, write: Write): string {
  const held = properties.length === 0 ? '' : ` ${map(properties.map(([key, each]) => [key, write(each)]))}`;
  return `:${relationshipType}${held}`;
}

/** @throws Error where the text is not in the TCK's notation */
export function canonicalExpected(text: string, sorted: boolean): string {
  const reader = new Reader(text, sorted);
  const read = reader.value();
  reader.end();
  return read;
}

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly sorted: boolean;

  constructor(text: string, sorted: boolean) {
    this.text = text;
    this.sorted = sorted;
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) throw new Error(`Unread: ${this.text.slice(this.at)}`);
  }

  value(): string {
    this.space();
    switch (this.text[this.at]) {
      case "'":
        return this.string();
      case '[':
        return this.isRelationship() ? `[${this.relationship()}]` : this.list();
      case '{':
        return this.map();
      case '(':
        return this.node();
      case '<':
        return this.path();
      default:
        return this.scalar();
    }
  }

  private space(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  private take(expected: string): void {
    this.space();
    if (!this.text.startsWith(expected, this.at)) throw new Error(`'${expected}' is missing in ${this.text}`);
    this.at += expected.length;
  }

  private peek(expected: string): boolean {
    this.space();
    return this.text.startsWith(expected, this.at);
  }

  private string(): string {
    const [found = ''] = /^'(?:[^'\\]|\\.)*'/.exec(this.text.slice(this.at)) ?? [];
    this.at += found.length;
    return quoted(found.slice(1, -1).replace(/\\(['\\])/g, '$1'));
  }

  private scalar(): string {
    const [found = ''] = /^[^,\]}>)]+/.exec(this.text.slice(this.at)) ?? [];
    this.at += found.length;
    const word = found.trim();
    if (/^-?\d+$/.test(word) || ['null', 'true', 'false'].includes(word)) return word;
    const number = word === 'Inf' ? Infinity : word === '-Inf' ? -Infinity : Number(word);
    if (word === '' || (Number.isNaN(number) && word !== 'NaN')) throw new Error(`Not a value: ${word}`);
    return formatFloat(number);
  }

  private list(): string {
    this.take('[');
    const items: string[] = [];
    while (!this.peek(']')) {
      if (items.length > 0) this.take(',');
      items.push(this.value());
    }
    this.take(']');
    return list(items, this.sorted);
  }

  private map(): string {
    this.take('{');
    const entries: (readonly [string, string])[] = [];
    while (!this.peek('}')) {
      if (entries.length > 0) this.take(',');
      this.space();
      const [key = ''] = /^[^:]+/.exec(this.text.slice(this.at)) ?? [];
      this.at += key.length;
      this.take(':');
      entries.push([key.trim().replaceAll('`', ''), this.value()]);
    }
    this.take('}');
    return map(entries);
  }

  private isRelationship(): boolean {
    return /^\[\s*:/.test(this.text.slice(this.at));
  }

  private name(): string {
    const [name = ''] = /^[^\s:{})\]]+/.exec(this.text.slice(this.at)) ?? [];
    this.at += name.length;
    return name;
  }

  private relationship(): string {
    this.take('[');
    this.take(':');
    const type = this.name();
    const held = this.peek('{') ? ` ${this.map()}` : '';
    this.take(']');
    return `:${type}${held}`;
  }

  private node(): string {
    this.take('(');
    const labels: string[] = [];
    while (this.peek(':')) {
      this.take(':');
      labels.push(`:${this.name()}`);
    }
    const held = this.peek('{') ? this.map() : '';
    this.take(')');
    return `(${[labels.toSorted().join(''), held].filter((part) => part !== '').join(' ')})`;
  }

  private path(): string {
    this.take('<');
    let text = this.node();
    while (!this.peek('>')) {
      const isBack = this.peek('<-');
      this.take(isBack ? '<-' : '-');
      const inner = `[${this.relationship()}]`;
      this.take(isBack ? '-' : '->');
      text += `${isBack ? `<-${inner}-` : `-${inner}->`}${this.node()}`;
    }
    this.take('>');
    return `<${text}>`;
  }
}
