// `plenary schema`: the kinds and relations of the graph, to read or as JSON.
import type { Command } from 'commander';
import { SCHEMA } from '../../schema/index.ts';
import { withStore } from '../store-option.ts';
import { bold, terminalWidth, wrap } from '../terminal.ts';

export function register(program: Command): void {
  const command = program
    .command('schema')
    .description('Print the kinds and relations of the graph, which are those of every store')
    .option('--json', 'print everything that is declared, as JSON');
  withStore(command).action(({ json }: { json?: boolean }) => {
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
