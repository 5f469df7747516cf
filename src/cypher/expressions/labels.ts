// Label expressions: A|B, A&!B, %.
import type { LabelExpression } from '../parse/ast.ts';

export type LabelTest = (labels: readonly string[]) => boolean;

export function labelTest(expression: LabelExpression): LabelTest {
  switch (expression.kind) {
    case 'name':
      return (labels) => labels.includes(expression.name);
    case 'any':
      return (labels) => labels.length > 0;
    case 'not': {
      const test = labelTest(expression.of);
      return (labels) => !test(labels);
    }
    case 'and': {
      const tests = expression.of.map(labelTest);
      return (labels) => tests.every((test) => test(labels));
    }
    case 'or': {
      const tests = expression.of.map(labelTest);
      return (labels) => tests.some((test) => test(labels));
    }
  }
}

/** Remembers the last answer: equal label lists are one object in a graph. */
export function rememberingTest(tests: readonly LabelTest[]): LabelTest {
  let last: readonly string[] | undefined;
  let answer = false;
  return (labels) => {
    if (labels !== last) {
      last = labels;
      answer = tests.every((test) => test(labels));
    }
    return answer;
  };
}

/** The labels that every matching node has: where a scan may start. */
export function requiredLabels(expression: LabelExpression | undefined): readonly string[] {
  if (expression?.kind === 'name') return [expression.name];
  return expression?.kind === 'and' ? expression.of.flatMap(requiredLabels) : [];
}

/** The names of which a match has at least one; undefined where the expression does not say. */
export function possibleNames(expression: LabelExpression | undefined): readonly string[] | undefined {
  if (expression?.kind === 'name') return [expression.name];
  if (expression?.kind !== 'or') return undefined;
  const names = expression.of.map(possibleNames);
  return names.every((each) => each !== undefined) ? [...new Set(names.flat())] : undefined;
}

export function labelText(expression: LabelExpression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'any':
      return '%';
    case 'not':
      return `!${labelText(expression.of)}`;
    case 'and':
      return expression.of.map(labelText).join('&');
    case 'or':
      return `(${expression.of.map(labelText).join('|')})`;
  }
}
