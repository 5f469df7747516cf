// Random read queries over a small graph: every clause and most expressions, the same ones for the same seed.
import { MemoryGraph } from '../../../src/cypher/index.ts';
import { Float } from '../../../src/cypher/values/stored-value.ts';

export class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** From 0 to below `sides`; mulberry32. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }
  pick<T>(choices: readonly T[]): T {
    return choices[this.roll(choices.length)]!;
  }
  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}

const LABELS = ['A', 'B', 'C'];
const TYPES = ['R', 'S', 'T'];
const NAMES = ['ada', 'bob', 'cyd', 'dan', 'eve', 'Ada', ''];

/** 24 nodes, 40 relationships, with loops, parallel ones, and properties that are not everywhere. */
export function randomGraph(seed: number): MemoryGraph {
  const dice = new Dice(seed);
  const graph = new MemoryGraph();
  graph.createIndex('A', 'num');
  graph.createIndex('A', 'name');
  for (let at = 0; at < 24; at++) {
    const labels = LABELS.filter(() => dice.chance(45));
    graph.addNode(`n${at}`, labels, [
      ['key', `n${at}`],
      ...(dice.chance(80) ? ([['name', dice.pick(NAMES)]] as const) : []),
      ...(dice.chance(80) ? ([['num', dice.roll(6) - 1]] as const) : []),
      ...(dice.chance(50) ? ([['half', dice.chance(50) ? new Float(dice.roll(4)) : dice.roll(4) + 0.5]] as const) : []),
      ...(dice.chance(40) ? ([['flag', dice.chance(50)]] as const) : []),
      ...(dice.chance(30) ? ([['list', Array.from({ length: dice.roll(4) }, () => dice.roll(4))]] as const) : []),
    ]);
  }
  for (let at = 0; at < 40; at++) {
    graph.addRelationship(`r${at}`, dice.pick(TYPES), `n${dice.roll(24)}`, `n${dice.roll(24)}`, [
      ['key', `r${at}`],
      ...(dice.chance(60) ? ([['weight', dice.roll(5)]] as const) : []),
    ]);
  }
  return graph;
}

type Sort = 'number' | 'string' | 'boolean' | 'list' | 'any';

/** Writes one query; it knows which variables hold what. */
export class QueryWriter {
  private readonly dice: Dice;
  private nodes: string[] = [];
  private relationships: string[] = [];
  private values: { readonly name: string; readonly sort: Sort }[] = [];
  private names = 0;
  /** Neo4j refuses to mix the two ways of repeating. */
  private readonly repeatsByQuantifier: boolean;

  constructor(seed: number) {
    this.dice = new Dice(seed);
    this.repeatsByQuantifier = this.dice.chance(30);
  }

  query(): string {
    const clauses: string[] = [];
    const count = 1 + this.dice.roll(3);
    for (let at = 0; at < count; at++) clauses.push(this.clause());
    const query = `${clauses.join(' ')} ${this.returnClause()}`;
    if (!this.dice.chance(4)) return query;
    return `${query.replace(/ ORDER BY .*$/, '')} UNION${this.dice.chance(50) ? ' ALL' : ''} ${query.replace(/ ORDER BY .*$/, '')}`;
  }

  private fresh(stem: string): string {
    return `${stem}${this.names++}`;
  }

  private clause(): string {
    const { dice } = this;
    const kind = dice.roll(20);
    if (kind < 10 || this.nodes.length === 0) return this.match(dice.chance(25));
    if (kind < 12) return this.unwind();
    if (kind < 16) return this.withClause();
    if (kind < 18) return this.subquery();
    return this.match(true);
  }

  private unwind(): string {
    const list = this.list(1);
    const name = this.fresh('u');
    this.values.push({ name, sort: 'any' });
    return `UNWIND ${list} AS ${name}`;
  }

  private match(isOptional: boolean): string {
    const patterns = Array.from({ length: this.dice.chance(15) ? 2 : 1 }, () => this.path());
    const where = this.dice.chance(55) ? ` WHERE ${this.predicate(2)}` : '';
    return `${isOptional ? 'OPTIONAL ' : ''}MATCH ${patterns.join(', ')}${where}`;
  }

  private path(): string {
    const { dice } = this;
    let text = this.node();
    const links = dice.pick([0, 1, 1, 1, 2]);
    for (let at = 0; at < links; at++) text += `${this.link()}${this.node()}`;
    if (links === 0 || !dice.chance(12)) return text;
    const name = this.fresh('p');
    this.values.push({ name: `length(${name})`, sort: 'number' });
    return `${name} = ${text}`;
  }

  private node(): string {
    const { dice } = this;
    if (this.nodes.length > 0 && dice.chance(30)) return `(${dice.pick(this.nodes)})`;
    const label = dice.chance(50) ? `:${dice.pick([...LABELS, 'A|B', 'A&B', '!C', 'A&!B', '%'])}` : '';
    const properties = dice.chance(12)
      ? ` {${dice.pick(['num: 1', "name: 'ada'", 'flag: true', 'num: 2, flag: false'])}}`
      : '';
    if (dice.chance(20)) return `(${label}${properties})`;
    const name = this.fresh('n');
    this.nodes.push(name);
    return `(${name}${label}${properties})`;
  }

  private link(): string {
    const { dice } = this;
    const type = dice.chance(55) ? `:${dice.pick([...TYPES, 'R|S'])}` : '';
    const [left, right] = dice.pick([
      ['-', '->'],
      ['<-', '-'],
      ['-', '-'],
    ] as const);
    if (!this.repeatsByQuantifier && dice.chance(15))
      return `${left}[${type}*${dice.pick(['1..2', '0..2', '2', '..3', '1..3'])}]${right}`;
    if (this.repeatsByQuantifier && dice.chance(20)) return `${left}[${type}]${right}{1,2}`;
    if (!dice.chance(40)) return `${left}[${type}]${right}`;
    const name = this.fresh('r');
    this.relationships.push(name);
    return `${left}[${name}${type}]${right}`;
  }

  private subquery(): string {
    const imported = this.dice.pick(this.nodes);
    const name = this.fresh('s');
    this.values.push({ name, sort: 'number' });
    const inner = this.dice.pick([
      `MATCH (${imported})--(m) RETURN count(m) AS ${name}`,
      `MATCH (${imported})-[q]->(m:A) RETURN sum(q.weight) AS ${name}`,
      `MATCH (${imported})-->(m) RETURN m.num AS ${name}`,
      `RETURN ${imported}.num AS ${name} UNION RETURN 1 AS ${name}`,
    ]);
    return `CALL (${imported}) { ${inner} }`;
  }

  private withClause(): string {
    const { dice } = this;
    const kept = this.nodes.filter(() => dice.chance(60));
    const items = [...kept];
    const values: { name: string; sort: Sort }[] = [];
    for (let at = dice.roll(3); at > 0; at--) {
      const name = this.fresh('v');
      const [text, sort] = this.item(dice.chance(40));
      items.push(`${text} AS ${name}`);
      values.push({ name, sort });
    }
    if (items.length === 0) return this.unwind();
    this.nodes = kept;
    this.relationships = [];
    this.values = values;
    const where = dice.chance(30) ? ` WHERE ${this.predicate(1)}` : '';
    return `WITH ${dice.chance(15) ? 'DISTINCT ' : ''}${items.join(', ')}${where}`;
  }

  private returnClause(): string {
    const { dice } = this;
    const count = 1 + dice.roll(3);
    const items = Array.from({ length: count }, (_item, at) => `${this.item(dice.chance(30))[0]} AS c${at}`);
    const order = Array.from({ length: count }, (_item, at) => `c${at}${dice.chance(30) ? ' DESC' : ''}`);
    const paging = dice.chance(40) ? `${dice.chance(30) ? ' SKIP 1' : ''} LIMIT ${1 + dice.roll(8)}` : '';
    const ordered = dice.chance(35) ? ` ORDER BY ${order.join(', ')}${paging}` : '';
    return `RETURN ${dice.chance(15) ? 'DISTINCT ' : ''}${items.join(', ')}${ordered}`;
  }

  private item(isAggregate: boolean): readonly [string, Sort] {
    const { dice } = this;
    if (!isAggregate) {
      const sort = dice.pick(['number', 'string', 'boolean', 'list', 'any'] as const);
      return [this.expression(sort, 2), sort];
    }
    const inner = this.expression(dice.pick(['number', 'string', 'any'] as const), 1);
    return dice.pick([
      ['count(*)', 'number'],
      [`count(${inner})`, 'number'],
      [`count(DISTINCT ${inner})`, 'number'],
      [`sum(${this.number(1)})`, 'number'],
      [`min(${inner})`, 'any'],
      [`max(${inner})`, 'any'],
      [`avg(${this.number(0)})`, 'number'],
      [`size(collect(${inner}))`, 'number'],
      [`size(collect(DISTINCT ${inner}))`, 'number'],
    ] as const);
  }

  private expression(sort: Sort, depth: number): string {
    switch (sort) {
      case 'number':
        return this.number(depth);
      case 'string':
        return this.text(depth);
      case 'boolean':
        return this.predicate(depth);
      case 'list':
        return this.list(depth);
      case 'any':
        return this.any(depth);
    }
  }

  private any(depth: number): string {
    const { dice } = this;
    const known = this.values.filter(({ name }) => !name.includes('('));
    if (known.length > 0 && dice.chance(50)) return dice.pick(known).name;
    if (this.nodes.length > 0 && dice.chance(50))
      return `${dice.pick(this.nodes)}.${dice.pick(['key', 'name', 'num', 'half', 'flag', 'nope'])}`;
    return this.expression(dice.pick(['number', 'string'] as const), depth);
  }

  private number(depth: number): string {
    const { dice } = this;
    const known = this.values.filter(({ sort }) => sort === 'number');
    if (known.length > 0 && dice.chance(20)) return dice.pick(known).name;
    if (depth > 0 && dice.chance(50)) {
      const inner = (): string => this.number(depth - 1);
      return dice.pick([
        () => `(${inner()} + ${inner()})`,
        () => `(${inner()} * 2 - ${inner()})`,
        () => `(${inner()} / 2)`,
        () => `(${inner()} % 3)`,
        () => `abs(${inner()})`,
        () => `size(${this.text(depth - 1)})`,
        () => `coalesce(${inner()}, 7)`,
        () => `CASE WHEN ${this.predicate(depth - 1)} THEN ${inner()} ELSE ${inner()} END`,
        () => `size(${this.list(depth - 1)})`,
        () => `reduce(a = 0, x IN ${this.list(0)} | a + x)`,
        () => (this.nodes.length > 0 ? `COUNT { (${dice.pick(this.nodes)})--() }` : '3'),
        () => `toInteger(${inner()})`,
        () => `sign(${inner()})`,
      ])();
    }
    if (this.relationships.length > 0 && dice.chance(20)) return `${dice.pick(this.relationships)}.weight`;
    if (this.nodes.length > 0 && dice.chance(60))
      return `${dice.pick(this.nodes)}.${dice.pick(['num', 'num', 'half'])}`;
    return dice.pick(['0', '1', '2', '-1', '1.5', '3', 'null', '2.0']);
  }

  private text(depth: number): string {
    const { dice } = this;
    if (depth > 0 && dice.chance(40)) {
      const inner = (): string => this.text(depth - 1);
      return dice.pick([
        () => `toUpper(${inner()})`,
        () => `(${inner()} + ${inner()})`,
        () => `left(${inner()}, 2)`,
        () => `substring(${inner()}, 1)`,
        () => `replace(${inner()}, 'a', 'x')`,
        () => `toString(${this.number(depth - 1)})`,
        () => `reverse(${inner()})`,
        () => `trim(${inner()})`,
      ])();
    }
    if (this.relationships.length > 0 && dice.chance(15)) return `type(${dice.pick(this.relationships)})`;
    if (this.nodes.length > 0 && dice.chance(65))
      return `${dice.pick(this.nodes)}.${dice.pick(['name', 'name', 'key'])}`;
    return dice.pick(["'ada'", "'b'", "''", "'Eve'", 'null']);
  }

  private list(depth: number): string {
    const { dice } = this;
    if (depth > 0 && dice.chance(50)) {
      const inner = (): string => this.list(depth - 1);
      return dice.pick([
        () => `[x IN ${inner()} WHERE x > 1 | x + 1]`,
        () => `(${inner()} + ${inner()})`,
        () => `tail(${inner()})`,
        () => `${inner()}[0..2]`,
        () => `range(0, ${dice.roll(4)})`,
        () => `[${this.number(depth - 1)}, ${this.number(depth - 1)}]`,
      ])();
    }
    if (this.nodes.length > 0 && dice.chance(30)) return `coalesce(${dice.pick(this.nodes)}.list, [9])`;
    return dice.pick(['[1, 2, 3]', '[]', '[0, 1]', '[3, 1, 2]', '[2, 2]']);
  }

  private predicate(depth: number): string {
    const { dice } = this;
    if (depth > 0 && dice.chance(45)) {
      const inner = (): string => this.predicate(depth - 1);
      return dice.pick([
        () => `(${inner()} AND ${inner()})`,
        () => `(${inner()} OR ${inner()})`,
        () => `(${inner()} XOR ${inner()})`,
        () => `NOT (${inner()})`,
        () => `coalesce(${this.number(depth - 1)} > 1, false)`,
      ])();
    }
    return dice.pick([
      () => `${this.number(depth - 1)} ${dice.pick(['=', '<>', '<', '<=', '>', '>='])} ${this.number(depth - 1)}`,
      () => `${this.text(depth - 1)} ${dice.pick(['=', '<>', '<', '>'])} ${this.text(depth - 1)}`,
      () =>
        `${this.text(depth - 1)} ${dice.pick(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} ${dice.pick(["'a'", "'b'", "'e'", "''"])}`,
      () => `${this.number(0)} IN ${this.list(depth - 1)}`,
      () => `${this.any(0)} IS ${dice.chance(50) ? 'NOT ' : ''}NULL`,
      () => `1 < ${this.number(0)} <= 4`,
      () => `${dice.pick(['all', 'any', 'none', 'single'])}(x IN ${this.list(depth - 1)} WHERE x > ${dice.roll(3)})`,
      () => (this.nodes.length > 0 ? `(${dice.pick(this.nodes)})-${dice.chance(50) ? '[:R]' : ''}->()` : 'true'),
      () => (this.nodes.length > 0 ? `EXISTS { (${dice.pick(this.nodes)})--(z:B) WHERE z.num > 1 }` : 'false'),
      () => (this.nodes.length > 0 ? `(${dice.pick(this.nodes)}:${dice.pick(LABELS)})` : 'true'),
      () => (this.nodes.length > 0 ? `${dice.pick(this.nodes)}.flag` : 'null'),
      () => `${this.text(0)} =~ ${dice.pick(["'.*a.*'", "'[a-c]+'", "'(?i)ada'"])}`,
    ])();
  }
}
