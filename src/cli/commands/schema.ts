// `plenary schema`: the kinds and relations of the graph, to read or as JSON.
import type { Command } from 'commander';
import { SCHEMA } from '../../schema/index.ts';
import { bold, terminalWidth, wrap } from '../terminal.ts';

export function register(program: Command): void {
  program
    .command('schema')
    .description('Print the kinds and relations of the graph')
    .option('--json', 'print everything that is declared, as JSON')
    .action(({ json }: { json?: boolean }) => {
      console.log(json === true ? JSON.stringify(SCHEMA, null, 2) : describeSchema());
    });
}

function describeSchema(): string {
  const width = terminalWidth();
  const entities = SCHEMA.entities.map(
    ({ lineage, definition }) => `${bold(`:${[...lineage].reverse().join(':')}`)}\n${wrap(definition, width, '    ')}`,
  );
  const relations = SCHEMA.relations.map(({ type, source, target, symmetric, definition }) => {
    const arrow = symmetric ? '↔' : '→';
    return `${bold(type)} ${source.join(', ')} ${arrow} ${target.join(', ')}\n${wrap(definition, width, '    ')}`;
  });
  return ['Entities', '', ...entities, '', 'Relations', '', ...relations].join('\n');
}
