// `plenary keys`: makes, lists and revokes the API keys of a service.
import { Option, type Command } from 'commander';
import { KeyRing, SCOPES, type Scope } from '../../api/keys.ts';
import { keysFileOf } from '../../api/keys-file.ts';
import { oneLine } from '../terminal.ts';
import { configOf, withSettings } from '../settings.ts';

const ring = (options: Record<string, unknown>): KeyRing => new KeyRing(keysFileOf(configOf(options)));

export function register(program: Command): void {
  const keys = program.command('keys').description('Make, list and revoke API keys');
  const settings = ['store', 'keysFile'] as const;

  const scope = new Option('--scope <scopes...>', 'what the key opens').choices(SCOPES).default(['read']);
  withSettings(
    keys
      .command('make')
      .description('Make a key and print it once')
      .argument('<name>', 'whom the key is for')
      .addOption(scope),
    settings,
  ).action((name: string, options: { scope: Scope[] } & Record<string, unknown>) => {
    console.log(ring(options).make(name, options.scope, new Date()));
    console.error('Keep it now: only its hash is stored, it cannot be shown again.');
  });

  withSettings(keys.command('list').description('List the keys, without their secrets'), settings).action(
    (options: Record<string, unknown>) => {
      for (const key of ring(options).list())
        console.log([key.id, key.madeOn, key.scopes.join(','), oneLine(key.name)].join('\t'));
    },
  );

  withSettings(
    keys
      .command('revoke')
      .description('Revoke a key; it stops working at once')
      .argument('<id>', 'id as `list` shows it'),
    settings,
  ).action((id: string, options: Record<string, unknown>) => {
    ring(options).revoke(id);
    console.log(`${id} is revoked.`);
  });
}
