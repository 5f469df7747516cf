// Where aggregations stand in an expression.
import { findAggregate } from '../functions/aggregates.ts';
import type { CallExpression, Expression } from '../parse/ast.ts';
import { some } from '../parse/ast-walk.ts';

/** The call itself, where the expression is an aggregation. */
export const asAggregate = (expression: Expression): CallExpression | undefined =>
  expression.kind === 'call' && findAggregate(expression.name) ? expression : undefined;

export const hasAggregate = (expression: Expression): boolean =>
  some(expression, (part) => asAggregate(part) !== undefined);
