// CREATE (and DELETE of relationships) for the graphs of the scenarios. The product cannot write; this exists in the tests only.
import type { ParserRuleContext } from 'antlr4ng';
import * as Tree from '../../src/cypher/generated/CypherQueryParser.ts';
import { MemoryGraph } from '../../src/cypher/index.ts';
import type { Clause, Expression, LabelExpression, PathPattern, Query } from '../../src/cypher/parse/ast.ts';
import { BUILD, buildClause } from '../../src/cypher/parse/build-query.ts';
import { readTree } from '../../src/cypher/parse/read-tree.ts';
import { planQuery } from '../../src/cypher/plan/query.ts';
import type { GraphNode } from '../../src/cypher/property-graph.ts';
import { Budget } from '../../src/cypher/run/budget.ts';
import type { MapValue, StoredValue, Value } from '../../src/cypher/values/value.ts';
import { ENVIRONMENT } from '../cypher/support/environment.ts';

let keys = 0;
const freshKey = (stem: string): string => `${stem}${keys++}`;

type Bindings = ReadonlyMap<string, Value>;

/** @throws Error for a clause that is neither CREATE nor one that reads */
export function runSetup(graph: MemoryGraph, text: string, parameters: MapValue = new Map()): void {
  const [statement] = readTree(text).preparsedStatement();
  const query = statement!.statement().queryWithLocalDefinitions()!.nextStatement().regularQuery(0)!.union()!;
  let rows: readonly Bindings[] = [new Map()];
  let reading: Clause[] = [];
  for (const tree of query.singleQuery(0)!.clause()) {
    const clause = tree.children[0] as ParserRuleContext;
    if (clause instanceof Tree.CreateClauseContext) {
      rows = read(graph, rows, reading, parameters);
      reading = [];
      rows = rows.map((row) => create(graph, BUILD.patterns(clause.patternList()), row, parameters));
    } else if (clause instanceof Tree.DeleteClauseContext) {
      rows = read(graph, rows, reading, parameters);
      reading = [];
      const names = clause.expression().map((each) => each.getText());
      for (const row of rows) for (const name of names) graph.removeRelationship((row.get(name) as GraphNode).key);
    } else {
      reading.push(buildClause(clause, false));
    }
  }
}

/** Runs reading clauses from the rows so far, by handing these over as a parameter. */
function read(
  graph: MemoryGraph,
  rows: readonly Bindings[],
  clauses: readonly Clause[],
  parameters: MapValue,
): readonly Bindings[] {
  if (clauses.length === 0) return rows;
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const star: Clause = { kind: 'return', projection: { distinct: false, star: true, items: [], order: [] } };
  return run(graph, { parts: [[...handOver(names), ...clauses, star]], unionAll: [] }, rows, parameters);
}

function handOver(names: readonly string[]): readonly Clause[] {
  const row: Expression = { kind: 'variable', name: 'row' };
  const items = names.map((name) => ({
    expression: { kind: 'property', of: row, key: name } as const,
    name,
    aliased: true,
  }));
  return [
    { kind: 'unwind', list: { kind: 'parameter', name: 'rows' }, variable: 'row' },
    ...(items.length === 0
      ? []
      : [{ kind: 'with', projection: { distinct: false, star: false, items, order: [] } } as const]),
  ];
}

function run(graph: MemoryGraph, query: Query, rows: readonly Bindings[], parameters: MapValue): readonly Bindings[] {
  const plan = planQuery(query, graph);
  const budget = new Budget({}, ENVIRONMENT);
  const context = {
    graph,
    parameters: new Map([...parameters, ['rows', rows]]),
    budget,
    environment: ENVIRONMENT,
    nowMs: ENVIRONMENT.epochMs(),
  };
  const found = [...plan.run([], context)];
  return found.map((values) => new Map(plan.columns.map((column, at) => [column, values[at]!])));
}

function create(graph: MemoryGraph, patterns: readonly PathPattern[], row: Bindings, parameters: MapValue): Bindings {
  const bindings = new Map(row);
  const evaluate = (expression: Expression | undefined): readonly (readonly [string, StoredValue])[] => {
    if (!expression) return [];
    const names = [...bindings.keys()];
    const item = { expression, name: 'made', aliased: true };
    const clause: Clause = { kind: 'return', projection: { distinct: false, star: false, items: [item], order: [] } };
    const [made] = run(graph, { parts: [[...handOver(names), clause]], unionAll: [] }, [bindings], parameters);
    return [...(made!.get('made') as MapValue)].filter(([, held]) => held !== null) as [string, StoredValue][];
  };
  for (const { nodes, links } of patterns) {
    const created = nodes.map(({ variable, label, properties }) => {
      const known = variable === undefined ? undefined : bindings.get(variable);
      const node =
        (known as GraphNode | undefined) ?? graph.addNode(freshKey('n'), namesOf(label), evaluate(properties));
      if (variable !== undefined) bindings.set(variable, node);
      return node;
    });
    for (const [at, link] of links.entries()) {
      if (link.kind === 'group') throw new Error('CREATE takes no quantified pattern');
      const [start, end] =
        link.direction === 'in' ? [created[at + 1]!, created[at]!] : [created[at]!, created[at + 1]!];
      const key = freshKey('r');
      const made = graph.addRelationship(key, namesOf(link.label)[0]!, start.key, end.key, evaluate(link.properties));
      if (link.variable !== undefined) bindings.set(link.variable, made);
    }
  }
  return bindings;
}

function namesOf(label: LabelExpression | undefined): readonly string[] {
  if (!label) return [];
  if (label.kind === 'name') return [label.name];
  if (label.kind === 'and') return label.of.flatMap(namesOf);
  throw new Error('CREATE takes plain labels');
}
