// Procedures that scenarios declare by a signature and a table of arguments and answers.
import { MemoryGraph } from '../../src/cypher/index.ts';
import { parseQuery } from '../../src/cypher/parse/build-query.ts';
import { planQuery } from '../../src/cypher/plan/query.ts';
import type { ProcedureDefinition } from '../../src/cypher/procedures/definition.ts';
import { Budget } from '../../src/cypher/run/budget.ts';
import { equals } from '../../src/cypher/values/equality.ts';
import type { Value } from '../../src/cypher/values/value.ts';
import { ENVIRONMENT } from '../cypher/support/environment.ts';
import type { ScenarioStep } from './gherkin.ts';

/** A value in the TCK's notation, which for these is Cypher's. */
export function valueOf(text: string): Value {
  const graph = new MemoryGraph();
  const budget = new Budget({}, ENVIRONMENT);
  const context = { graph, parameters: new Map(), budget, environment: ENVIRONMENT, nowMs: 0 };
  const [row] = planQuery(parseQuery(`RETURN ${text} AS value`), graph).run([], context);
  return row![0]!;
}

export function readProcedure({ text, table }: ScenarioStep): ProcedureDefinition {
  const [, name = '', inputs = '', outputs = ''] = /procedure ([\w.]+)\((.*)\) :: \((.*)\)/.exec(text) ?? [];
  const parameters = fields(inputs);
  const columns = fields(outputs).map((field) => field.name);
  const [header = [], ...rows] = table;
  const values = rows.map((row) => row.map(valueOf));
  const place = (column: string): number => header.indexOf(column);
  return {
    name,
    parameters,
    columns,
    run: (args) =>
      values
        .filter((row) => parameters.every((parameter, at) => isSame(args[at]!, row[place(parameter.name)]!)))
        .map((row) => columns.map((column) => row[place(column)]!)),
  };
}

const isSame = (left: Value, right: Value): boolean => equals(left, right) ?? left === right;

const fields = (text: string): readonly { readonly name: string; readonly type: string }[] =>
  text === ''
    ? []
    : text.split(',').map((field) => {
        const [name = '', type = ''] = field.split('::').map((part) => part.trim());
        return { name, type: type.replace('?', '') };
      });
