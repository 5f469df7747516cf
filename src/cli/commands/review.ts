// `plenary review`: the pairs of entities that linking is not sure of, and a person's word on one of them.
import { Option, type Command } from 'commander';
import { AppError } from '../../domain/errors.ts';
import type { GraphStore, LinkJudgement } from '../../ports/graph-store.ts';
import { rowsOf } from '../../query/rows.ts';
import { NAMED_ENTITIES } from '../../query/store.ts';
import { withOpenStore, withStore } from '../store-option.ts';
import { counted } from '../terminal.ts';

interface ReviewOptions extends Record<string, unknown> {
  readonly json?: boolean;
  readonly decide?: [string, string];
  readonly as?: 'same' | 'different';
}

export function register(program: Command): void {
  const command = program
    .command('review')
    .description('List the pairs that may be one entity, and decide on them')
    .option('--json', 'print the pairs as JSON, with score and reasons')
    .option('--decide <ids...>', 'two ids from the list to decide on')
    .addOption(new Option('--as <outcome>', 'what they are').choices(['same', 'different']));
  withStore(command).action(async (options: ReviewOptions) => {
    await withOpenStore(options, async (store) => {
      if (options.decide !== undefined) await decide(store, options);
      else await list(store, options.json === true);
    });
  });
}

async function decide(store: GraphStore, { decide: ids, as: outcome }: ReviewOptions): Promise<void> {
  if (ids?.length !== 2 || outcome === undefined)
    throw new AppError('InvalidInput', 'Say `--decide <id> <id> --as same` or `--as different`.');
  const [left, right] = [...ids].sort() as [string, string];
  const known = (await store.judgements()).find((pair) => pair.left === left && pair.right === right);
  if (known === undefined) throw new AppError('NotFound', 'This pair is not in the list: see `plenary review`.');
  await store.judge({ left, right, outcome, score: outcome === 'same' ? 1 : 0, reasons: ['decided by a person'] });
  console.log(`Noted: ${outcome}.`);
}

async function list(store: GraphStore, asJson: boolean): Promise<void> {
  const pairs = await store.judgements();
  const names = await namesOf(store, pairs);
  const named = pairs.map((pair) => ({ ...pair, leftName: names.get(pair.left), rightName: names.get(pair.right) }));
  if (asJson) {
    console.log(JSON.stringify(named, null, 2));
    return;
  }
  for (const { leftName, rightName, outcome, score, reasons, left, right } of named)
    console.log(
      `${outcome}  ${leftName ?? left} / ${rightName ?? right}  ${score}  ${reasons.join('; ')}\n  ${left} ${right}`,
    );
  console.log(counted(named.length, 'pair'));
}

/** Pairs that a person decided may be one entity by now: its other ids have no name of their own. */
async function namesOf(store: GraphStore, pairs: readonly LinkJudgement[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  const rows = rowsOf(await store.read(NAMED_ENTITIES, { ids }));
  return new Map(rows.map(({ id, name }) => [id as string, name as string]));
}
