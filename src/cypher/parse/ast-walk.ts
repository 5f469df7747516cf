// Ways through the tree: sub-expressions, the names that are mentioned, rewriting, comparing.
import type { Expression } from './ast.ts';

/** What holds expressions of its own scope: not entered by `subexpressions` and `rewrite`. */
const CLOSED_KEYS = new Set(['query', 'path', 'label', 'value', 'type', 'at']);

/** The direct sub-expressions; those of subqueries and patterns are not among them. */
export function subexpressions(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  if (expression.kind === 'mapProjection') found.push({ kind: 'variable', name: expression.variable });
  collect(expression, found, true);
  return found;
}

function collect(part: unknown, found: Expression[], top: boolean): void {
  if (Array.isArray(part)) {
    for (const each of part) collect(each, found, false);
  } else if (typeof part === 'object' && part !== null) {
    if (!top && isExpression(part)) {
      found.push(part);
      return;
    }
    for (const [key, held] of Object.entries(part)) {
      if (!CLOSED_KEYS.has(key) || isProjectedValue(part, key)) collect(held, found, false);
    }
  }
}

/** Items of a map projection have a kind too, but are no expressions; the value of an entry is one. */
const ITEM_KINDS = new Set(['all', 'entry']);
const isProjectedValue = (part: object, key: string): boolean =>
  key === 'value' && 'kind' in part && part.kind === 'entry';

function isExpression(part: object): part is Expression {
  if (!('kind' in part) || typeof part.kind !== 'string' || ITEM_KINDS.has(part.kind)) return false;
  return part.kind !== 'property' || 'of' in part;
}

/** Rebuilds an expression with the parts replaced for which `replace` has an answer. */
export function rewrite(expression: Expression, replace: (part: Expression) => Expression | undefined): Expression {
  return replace(expression) ?? (rebuild(expression, replace) as Expression);
}

function rebuild(part: object, replace: (part: Expression) => Expression | undefined): unknown {
  if (Array.isArray(part)) return part.map((each) => rebuildHeld(each, replace));
  return Object.fromEntries(
    Object.entries(part).map(([key, held]) => {
      const isOpen = !CLOSED_KEYS.has(key) || isProjectedValue(part, key);
      return [key, isOpen ? rebuildHeld(held, replace) : (held as unknown)];
    }),
  );
}

function rebuildHeld(held: unknown, replace: (part: Expression) => Expression | undefined): unknown {
  if (typeof held !== 'object' || held === null) return held;
  return isExpression(held) ? rewrite(held, replace) : rebuild(held, replace);
}

/** Every variable that is mentioned, in subqueries and patterns too; local variables of comprehensions are among them. */
export function namesIn(part: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(part)) {
    for (const each of part) namesIn(each, names);
  } else if (typeof part === 'object' && part !== null && !(part instanceof Map)) {
    const { kind, name, variable } = part as { kind?: string; name?: unknown; variable?: unknown };
    if (kind === 'variable' && typeof name === 'string') names.add(name);
    if (typeof variable === 'string') names.add(variable);
    for (const [key, held] of Object.entries(part))
      if (key !== 'value' || isProjectedValue(part, key)) namesIn(held, names);
  }
  return names;
}

/** Equal for expressions that are written alike, wherever they stand. */
export function fingerprint(expression: Expression): string {
  return JSON.stringify(expression, (key, held: unknown) => {
    if (key === 'at') return undefined;
    if (typeof held === 'bigint') return `${held}n`;
    return typeof held === 'number' && !Number.isFinite(held) ? String(held) : held;
  });
}

export function some(expression: Expression, test: (part: Expression) => boolean): boolean {
  return test(expression) || subexpressions(expression).some((part) => some(part, test));
}
