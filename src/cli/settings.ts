// Flags for settings: each setting of the configuration is a flag of the same name.
import { Option, type Command } from 'commander';
import { describeSetting, environmentName, loadConfig, SETTING_NAMES, type Config, type Settings } from '../config.ts';

const flagName = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Adds the flags of these settings, and `--config FILE`. */
export function withSettings(command: Command, names: readonly (keyof Config)[] = SETTING_NAMES): Command {
  for (const name of names) {
    const option = new Option(`--${flagName(name)} <value>`, `${describeSetting(name)} (${environmentName(name)})`);
    command.addOption(name === 'requireKeys' ? new Option('--require-keys', describeSetting(name)) : option);
  }
  return command.option('--config <file>', 'YAML or JSON file with settings (PLENARY_CONFIG)');
}

/** @throws AppError InvalidInput */
export function configOf(options: Readonly<Record<string, unknown>>): Config {
  const flags: Settings = {};
  for (const name of SETTING_NAMES) if (options[name] !== undefined) flags[name] = options[name];
  const file = options['config'];
  return loadConfig(flags, process.env, typeof file === 'string' ? file : process.env['PLENARY_CONFIG']);
}
