// The patterns of one MATCH, resolved: each node once, with its links, conditions and path variables.
import { syntaxError } from '../../errors.ts';
import type {
  Expression,
  GroupPattern,
  NodePattern,
  PathPattern,
  RelationshipPattern,
  ShortestMode,
} from '../../parse/ast.ts';
import { namesIn } from '../../parse/ast-walk.ts';
import type { Scope, StaticType } from '../scope.ts';

export interface PatternNode {
  readonly name: string;
  readonly slot: number;
  /** Every place where the node stands in the patterns. */
  readonly patterns: NodePattern[];
}

export interface Link {
  readonly name: string;
  readonly slot: number;
  readonly from: PatternNode;
  readonly to: PatternNode;
  readonly pattern: RelationshipPattern | GroupPattern;
  readonly shortest: ShortestMode | undefined;
  /** From an earlier clause; for a list of relationships, where that list stands. */
  readonly bound: boolean;
  readonly given: number | undefined;
  /** Of a shortest path with a name. */
  path: NamedPath | undefined;
}

export interface NamedPath {
  readonly name: string;
  readonly slot: number;
  readonly first: PatternNode;
  readonly links: readonly Link[];
  readonly isShortest: boolean;
}

/** One part of an AND: it is applied as soon as all its variables are bound. */
export interface Conjunct {
  readonly expression: Expression;
  readonly needs: ReadonlySet<string>;
  /** It stands in the brackets of the pattern, not after it. */
  readonly isInside: boolean;
}

export interface PatternGraph {
  readonly nodes: readonly PatternNode[];
  readonly links: readonly Link[];
  readonly paths: readonly NamedPath[];
  readonly conjuncts: readonly Conjunct[];
  /** Variables that were bound before this clause. */
  readonly before: ReadonlySet<string>;
}

/** Declares the variables of the patterns in the scope. @throws CypherError for variables that conflict */
export function resolvePatterns(
  patterns: readonly PathPattern[],
  where: Expression | undefined,
  scope: Scope,
  freshName: (stem: string) => string,
): PatternGraph {
  const resolver = new Resolver(scope, freshName);
  for (const pattern of patterns) resolver.addPath(pattern);
  resolver.addConditions(where);
  return resolver;
}

export function conjunctsOf(expression: Expression | undefined): readonly Expression[] {
  if (!expression) return [];
  if (expression.kind !== 'logical' || expression.operator !== 'and') return [expression];
  return [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)];
}

/** { key: value } of a pattern as conditions on its variable. */
export function propertyConditions(name: string, pattern: NodePattern): readonly Expression[] {
  return (pattern.properties?.entries ?? []).map(([key, value]) => ({
    kind: 'comparison',
    operators: ['='],
    operands: [{ kind: 'property', of: { kind: 'variable', name }, key }, value],
  }));
}

const alreadyBound = (name: string, why: string): Error =>
  syntaxError('VariableAlreadyBound', `The variable '${name}' ${why}.`);

class Resolver implements PatternGraph {
  readonly before: ReadonlySet<string>;
  readonly links: Link[] = [];
  readonly paths: NamedPath[] = [];
  readonly conjuncts: Conjunct[] = [];
  private readonly nodesByName = new Map<string, PatternNode>();
  private readonly scope: Scope;
  private readonly freshName: (stem: string) => string;

  constructor(scope: Scope, freshName: (stem: string) => string) {
    this.scope = scope;
    this.freshName = freshName;
    this.before = new Set(scope.variables.keys());
  }

  get nodes(): readonly PatternNode[] {
    return [...this.nodesByName.values()];
  }

  addConditions(where: Expression | undefined, isInside = false): void {
    for (const expression of conjunctsOf(where))
      this.conjuncts.push({ expression, needs: namesIn(expression), isInside });
  }

  addPath(pattern: PathPattern): void {
    const nodes = pattern.nodes.map((node) => this.node(node));
    const links = pattern.links.map((_link, at) => this.link(pattern, at, nodes));
    this.addConditions(pattern.where, true);
    const { variable, shortest } = pattern;
    if (variable === undefined) return;
    if (this.scope.has(variable)) throw alreadyBound(variable, 'is used for a path and for something else');
    const slot = this.scope.declare(variable, 'path');
    const path = { name: variable, slot, first: nodes[0]!, links, isShortest: shortest !== undefined };
    if (shortest) links[0]!.path = path;
    this.paths.push(path);
  }

  private node(pattern: NodePattern): PatternNode {
    const name = pattern.variable ?? this.freshName('node');
    const known = this.nodesByName.get(name);
    const node = known ?? { name, slot: this.slotFor(name, 'node', ['node']), patterns: [] };
    if (!known) this.nodesByName.set(name, node);
    node.patterns.push(pattern);
    for (const condition of propertyConditions(name, pattern)) this.addConditions(condition);
    this.addConditions(pattern.where);
    return node;
  }

  /** The variable's own place, or a new one. */
  private slotFor(name: string, type: StaticType, accepted: readonly StaticType[]): number {
    const variable = this.scope.variables.get(name);
    if (!variable) return this.scope.declare(name, type);
    if (!['any', 'null', ...accepted].includes(variable.type)) {
      throw syntaxError('VariableTypeConflict', `The variable '${name}' is a ${variable.type}, not a ${type}.`);
    }
    return variable.slot;
  }

  private link(path: PathPattern, at: number, nodes: readonly PatternNode[]): Link {
    const pattern = path.links[at]!;
    const ends = { from: nodes[at]!, to: nodes[at + 1]!, shortest: path.shortest, path: undefined };
    const link: Link =
      pattern.kind === 'group' ? { ...this.group(pattern), ...ends } : { ...this.relationship(pattern), ...ends };
    this.links.push(link);
    if (pattern.kind === 'relationship' && !pattern.range && !path.shortest) {
      for (const condition of propertyConditions(link.name, pattern)) this.addConditions(condition);
      this.addConditions(pattern.where);
    }
    return link;
  }

  private group(pattern: GroupPattern): Pick<Link, 'name' | 'slot' | 'pattern' | 'bound' | 'given'> {
    for (const name of patternVariables(pattern.path)) {
      if (this.before.has(name)) throw alreadyBound(name, 'is bound outside of its quantified pattern');
      if (!this.scope.has(name)) this.scope.declare(name, 'list');
    }
    const name = this.freshName('group');
    const slot = this.scope.declare(name, 'relationships');
    return { name, slot, pattern, bound: false, given: undefined };
  }

  private relationship(pattern: RelationshipPattern): Pick<Link, 'name' | 'slot' | 'pattern' | 'bound' | 'given'> {
    const isList = pattern.range !== undefined;
    const name = pattern.variable ?? this.freshName('relationship');
    const bound = this.before.has(name);
    const isRepeated = this.links.some((link) => link.name === name);
    if (isRepeated || (!bound && this.scope.has(name))) throw alreadyBound(name, 'stands for two relationships');
    const type = isList ? 'relationships' : 'relationship';
    const slot = this.slotFor(name, type, isList ? [type, 'list'] : [type]);
    if (!bound || !isList) return { name, slot, pattern, bound, given: undefined };
    return { name, slot: this.scope.reserve(), pattern, bound, given: slot };
  }
}

/** The variables that a path pattern introduces, in order. */
export function patternVariables({ nodes, links }: PathPattern): readonly string[] {
  const parts = [...nodes, ...links].map((part) => ('variable' in part ? part.variable : undefined));
  return [...new Set(parts.filter((name) => name !== undefined))];
}
