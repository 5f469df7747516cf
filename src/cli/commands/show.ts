// `plenary show NAME`: what is known of a person, a body or a meeting, with the sentences behind it.
import type { Command } from 'commander';
import { AppError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { claimsOfFacts } from '../../query/evidence.ts';
import { entityDetails } from '../../query/entities.ts';
import { searchEntities, type SearchNames } from '../../query/name-search.ts';
import { neighbours } from '../../query/relationships.ts';
import { describeEntity } from '../describe-entity.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { oneLine } from '../terminal.ts';
import { wholeNumber } from './query.ts';

interface ShowOptions {
  readonly all?: boolean;
  readonly quotes: number;
  readonly limit: number;
}

export function register(program: Command): void {
  const command = program
    .command('show')
    .description('Print what is known of a person, a body or a meeting, with the sentences')
    .argument('<name...>', 'name or id')
    .option('--all', 'also what was planned, proposed, demanded or conditional')
    .option('--quotes <n>', 'sentences for each relation', wholeNumber, 1)
    .option('--limit <n>', 'most relations', wholeNumber, 200);
  withStore(command).action(async (words: string[], options: ShowOptions & Record<string, unknown>) => {
    await withOpenStore(options, (store) => show(store, words.join(' '), options));
  });
}

async function show(store: GraphStore, asked: string, options: ShowOptions): Promise<void> {
  const read = store.read.bind(store);
  const { id, others } = await resolve(store, asked);
  const details = await entityDetails(read, id);
  if (details === undefined) throw notFound(asked);
  const modalities = options.all === true ? [] : ['occurred'];
  const found = await neighbours(read, details.id, 'both', { modalities }, { offset: 0, limit: options.limit });
  const claims = await claimsOfFacts(
    read,
    found.entries.map(({ fact }) => fact.id),
  );
  console.log(describeEntity({ details, neighbours: found, claims, quotes: options.quotes }));
  if (others.length > 0) console.error(`Others of this name: ${others.map(oneLine).join(', ')}.`);
}

const notFound = (asked: string): AppError =>
  new AppError(
    'NotFound',
    `Nothing in the store is called ${JSON.stringify(asked)}; try fewer words, or \`plenary query\`.`,
  );

async function resolve(store: GraphStore, asked: string): Promise<{ id: string; others: readonly string[] }> {
  if (/^[0-9a-f]{64}$/.test(asked)) return { id: asked, others: [] };
  const search: SearchNames = (query, options) => store.searchText(query, options);
  const [best, ...others] = await searchEntities(search, store.read.bind(store), asked, {});
  if (best === undefined) throw notFound(asked);
  return { id: best.id, others: others.slice(0, 5).map((each) => `${each.name} (${each.kind})`) };
}
