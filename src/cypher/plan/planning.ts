// What the parts of the planner share.
import type { Compiler } from '../expressions/compiler.ts';
import type { ProcedureDefinition } from '../procedures/definition.ts';
import type { PropertyGraph } from '../property-graph.ts';

export interface Planning {
  readonly graph: PropertyGraph;
  readonly compiler: Compiler;
  /** Hidden names differ over the whole query, else a later clause would take them for bound. */
  readonly freshName: (stem: string) => string;
  readonly findProcedure: (name: string) => ProcedureDefinition | undefined;
}
