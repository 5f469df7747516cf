// Names to places in the row, with as much of their type as compile-time checks need.

export type StaticType =
  | 'any'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'string'
  | 'list'
  | 'map'
  | 'node'
  | 'relationship'
  | 'relationships'
  | 'path'
  | 'temporal';

export interface Variable {
  readonly slot: number;
  readonly type: StaticType;
}

/** Hidden names begin with a space, which no name in a query can. */
export const hidden = (name: string): string => ` ${name}`;
export const isHidden = (name: string): boolean => name.startsWith(' ');

interface Allocator {
  next: number;
}

export class Scope {
  readonly variables: Map<string, Variable>;
  /** Variables of the query around a subquery: they stay visible through its projections. */
  readonly outer: ReadonlyMap<string, Variable>;
  private readonly allocator: Allocator;

  constructor(
    variables: ReadonlyMap<string, Variable> = new Map(),
    outer: ReadonlyMap<string, Variable> = new Map(),
    allocator: Allocator = { next: 0 },
  ) {
    this.variables = new Map(variables);
    this.outer = outer;
    this.allocator = allocator;
  }

  /** Sees what this one sees; what it declares stays its own, in places of the same row. */
  child(): Scope {
    return new Scope(this.variables, this.outer, this.allocator);
  }

  /** For the next part of a UNION: the same start, the same rows. */
  sibling(): Scope {
    return new Scope(this.variables, this.outer, this.allocator);
  }

  /** For a subquery that sees `variables`, all of them throughout. */
  nested(variables: ReadonlyMap<string, Variable> = this.variables): Scope {
    return new Scope(variables, new Map(variables), this.allocator);
  }

  /** Only the outer variables, in the same rows. */
  onlyOuter(): Scope {
    return new Scope(this.outer, this.outer, this.allocator);
  }

  /** Only the outer variables, in the new rows that a projection makes: places are counted from the last outer one. */
  afterProjection(): Scope {
    const slots = [...this.outer.values()].map(({ slot }) => slot);
    return new Scope(this.outer, this.outer, { next: Math.max(-1, ...slots) + 1 });
  }

  declare(name: string, type: StaticType): number {
    const slot = this.allocator.next++;
    this.variables.set(name, { slot, type });
    return slot;
  }

  /** A place without a name. */
  reserve(): number {
    return this.allocator.next++;
  }

  has(name: string): boolean {
    return this.variables.has(name);
  }

  /** The names a user can see, in the order of their declaration. */
  visible(): readonly string[] {
    return [...this.variables.keys()].filter((name) => !isHidden(name));
  }
}
