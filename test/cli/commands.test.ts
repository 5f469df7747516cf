// Every command, flag and exit code of the command line: a command without a row, or a flag that no row tries, fails.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/stores/open.ts';
import { SETTING_NAMES } from '../../src/config.ts';
import { commitOf, REPORTS, WORLD } from '../api/support/world.ts';
import { REPOSITORY, SOURCES, start, type Finished, type Started } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-commands-'));
const at = (name: string): string => join(folder, name);
const NOTE = 'President Ada Brandt met Prime Minister Odd Nansen in Oslo on 3 May 2024.';

const program = commandLine();

/** The built command where it is built from what stands here, since it starts in a third of the time; else the sources. */
function commandLine(): readonly string[] {
  const built = join(REPOSITORY, 'dist', 'cli', 'main.js');
  const src = join(REPOSITORY, 'src');
  const newest = Math.max(
    ...(readdirSync(src, { recursive: true }) as string[]).map((name) => statSync(join(src, name)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs > newest) return [built];
  return SOURCES;
}

const inFolder = (argv: readonly string[], input = ''): Started =>
  start(argv, { program, cwd: folder, env: { PLENARY_STORE: at('store') }, input });

beforeAll(async () => {
  const store = await openStore(`file:${at('store')}`);
  await store.commit(REPORTS.map(commitOf));
  await store.close();
  writeFileSync(at('note.txt'), NOTE);
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('proposals.json'), '{}');
  writeFileSync(at('settings.yaml'), `store: ${at('store')}\nport: 0\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OTHER = ['--store', `file:${at('other')}`];
/** Annotated texts; nothing is found in an empty folder of predictions. */
const BLIND = join(REPOSITORY, 'test', 'extraction', 'blind');
const id = '0'.repeat(64);

interface Row {
  readonly argv: readonly string[];
  readonly status: number;
  /** In what is printed, on either stream. */
  readonly says: RegExp;
  readonly input?: string;
}
const row = (argv: readonly string[], status: number, says: RegExp, input = ''): Row => ({ argv, status, says, input });

/** Each list in its order, where later rows find what earlier ones left; the lists side by side. */
const LISTS: readonly (readonly Row[])[] = [
  [
    row(['--version'], 0, /^\d+\.\d+\.\d+/),
    row(['nonsense'], 2, /unknown command/),
    row(['build', 'note.txt', '--workers', '1', '--json', ...OTHER], 0, /"added":\s*1/),
    row(['build', 'note.txt', 'empty.txt', ...OTHER], 3, /empty/i),
    row(['build', 'nowhere.txt', ...OTHER], 2, /plenary: /),
    row(['build'], 2, /missing required argument/),
    row(['remove', 'note.txt', '--json', ...OTHER], 0, /"removed"/),
    row(['remove', 'note.txt', ...OTHER], 2, /plenary query --format csv 'MATCH/),
  ],
  [
    row(['extract', 'note.txt', '--json'], 0, /"relations"/),
    row(['extract', '-'], 0, /Ada Brandt/, NOTE),
    row(['extract', 'nowhere.txt'], 2, /plenary: /),
    row(['parse', 'note.txt'], 0, /Brandt/),
    row(['parse', '-', '--lines', '--json'], 0, /^\{.*\}\n\{/, 'One line.\nTwo lines.\n'),
    row(['query', 'RETURN $n AS n', '--param', 'n=4', '--format', 'json'], 0, /"n": 4/),
    row(['query', '-'], 0, /\(1 row\)/, 'RETURN 1 AS one'),
    row(['query', 'UNWIND range(1, 9) AS n RETURN n', '--max-rows', '2', '--format', 'csv'], 0, /first 2 rows/),
    row(['query', 'UNWIND range(1, 1000000000) AS n RETURN count(n)', '--timeout', '200ms'], 4, /stopped/),
    row(['query', 'CREATE (n)'], 2, /CREATE/),
    row(['query'], 2, /The query is empty/),
    row(['query', 'RETURN 1', '--store', 'file:nowhere'], 2, /plenary: /),
    row(
      ['query', 'RETURN 1', '--store', 'neo4j://127.0.0.1:1', '--neo4j-user', 'a', '--neo4j-password', 'b'],
      2,
      /plenary: /,
    ),
    row(['query', 'RETURN 1', '--config', 'settings.yaml'], 0, /1 row/),
    row(['query', 'RETURN 1', '--config', 'nowhere.yaml'], 2, /configuration file/),
  ],
  [
    row(['show', 'ruth', 'okafor', '--quotes', '2', '--limit', '1'], 0, /raise --limit/),
    row(['show', 'mara', 'lindqvist', '--all'], 0, /planned/),
    row(['show', 'nobody at all'], 2, /try fewer words/),
    row(['export', '--format', 'jsonl', '-o', 'whole.jsonl'], 0, /^$/),
    row(['export', '--format', 'gexf', '--center', WORLD.forum, '--hops', '2'], 0, /<gexf/),
    row(['export', '--format', 'jsonl', '--query', 'MATCH (p:Person) RETURN p'], 0, /plenary-selection\/1/),
    row(['export', '--format', 'graphml', '--from', '2025', '--to', '2025'], 0, /<graphml/),
    row(['export', '--format', 'neo4j-csv', '--out', 'csv'], 0, /neo4j-admin/),
    row(['export', '--format', 'neo4j-csv'], 2, /name a folder/),
    row(['export', '--format', 'gexf', '-o', join('no', 'such', 'folder.gexf')], 2, /plenary: The system refused/),
    row(['export'], 2, /--format/),
    row(['export', '--format', 'xls'], 2, /Allowed choices/),
    row(['import', 'whole.jsonl', '--format', 'jsonl', '--store', `file:${at('imported')}`], 0, /3/),
    row(['import', 'note.txt', '--store', `file:${at('imported')}`], 2, /plenary export/),
    row(['verify', '--store', `file:${at('imported')}`], 0, /all sound/),
  ],
  [
    row(['verify', '--json'], 0, /"faults": \[\]/),
    row(['backup', 'copy'], 0, /./),
    row(['backup', 'note.txt'], 2, /exists already/),
    row(['review', '--json'], 0, /^\[/),
    row(['review'], 0, /pairs/),
    row(['review', '--decide', id, 'f'.repeat(64), '--as', 'same'], 2, /not in the list/),
    row(['propose', id, '--model-url', 'http://127.0.0.1:1/v1', '--model', 'm', '--max-tokens', '9'], 2, /No document/),
    row(['accept', 'proposals.json', '--all'], 2, /plenary: /),
    row(['accept', 'proposals.json', '--claim', id], 2, /plenary: /),
    row(['keys', 'make', 'the desk', '--scope', 'read', 'ingest', '--keys-file', 'keys.json'], 0, /^plenary_/),
    row(['keys', 'make', 'the desk', '--scope', 'all', '--keys-file', 'keys.json'], 2, /Allowed choices/),
    row(['keys', 'list', '--keys-file', 'keys.json'], 0, /ingest,read\tthe desk/),
    row(['keys', 'revoke', 'abcdefabcdef', '--keys-file', 'keys.json'], 2, /No key/),
  ],
  [
    row(['schema'], 0, /MET_WITH/),
    row(['schema', '--json'], 0, /"entities"/),
    row(['serve', '--host', '0.0.0.0', '--port', '0', '--keys-file', 'none.json'], 2, /plenary keys make/),
    row(['serve', '--port', '70000'], 2, /port: /),
    row(['serve', '--log-level', 'loud', '--rate-per-minute', 'x'], 2, /ratePerMinute.*logLevel/),
    row(['start', '--host', '0.0.0.0', '--port', 'x'], 2, /port: /),
    row(['mcp', '--query-timeout-ms', '0', '--query-max-rows', '0', '--query-max-bytes', '0'], 2, /queryTimeoutMs/),
    row(['mcp'], 0, /^$/),
    row(
      [
        'evaluate',
        BLIND,
        '--texts',
        BLIND,
        '--predictions',
        folder,
        '--split',
        'blind',
        '--no-dates',
        '--max-negatives',
        '0',
      ].concat(['--min-precision', '0', '--min-entity-f1', '0.5']),
      1,
      /below the floor of 0.5/,
    ),
    row(['evaluate', 'nowhere'], 2, /plenary: /),
  ],
];
const ROWS = LISTS.flat();
const finished = new Map<Row, Finished>();

beforeAll(async () => {
  const run = async (rows: readonly Row[]): Promise<void> => {
    for (const each of rows) finished.set(each, await inFolder(each.argv, each.input).finished);
  };
  await Promise.all(LISTS.map(run));
}, 300_000);

describe('a row of the command line', () => {
  it.each(ROWS.map((each) => [each.argv.join(' ').replaceAll(folder, '…').slice(0, 120), each] as const))(
    '%s',
    (_title, each) => {
      const { status, stdout, stderr } = finished.get(each)!;
      const text = stdout + stderr;
      expect(status, text).toBe(each.status);
      expect(text).toMatch(each.says);
      expect(text).not.toMatch(/\n\s+at .*[\\/]\w+\.(?:ts|js)/);
    },
  );
});

const FLAG = /(?<![\w-])--[a-z][a-z0-9-]*/g;
/** Tried by the suite of evaluation, and the settings of the service by those of the configuration. */
const TRIED_ELSEWHERE = new Set([
  ...(readFileSync(join(REPOSITORY, 'test', 'evaluation', 'command.test.ts'), 'utf8').match(FLAG) ?? []),
  ...SETTING_NAMES.map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
  '--help',
]);

it('knows every command, says how each is used, and tries every flag', async () => {
  const { stdout } = await inFolder(['--help']).finished;
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(15);
  expect(commands.filter((name) => !ROWS.some(({ argv }) => argv[0] === name))).toEqual([]);
  const tried = new Set(ROWS.flatMap(({ argv }) => argv.filter((word) => word.startsWith('--'))));
  for (const name of commands) {
    const subcommands = name === 'keys' ? ['make', 'list', 'revoke'].map((each) => [name, each]) : [[name]];
    for (const argv of subcommands) {
      const help = await inFolder([...argv, '--help']).finished;
      expect([help.status, help.stdout], name).toEqual([0, expect.stringContaining('Usage: plenary')]);
      expect(help.stdout, `${name} takes a store`).toContain('--store');
      const options = help.stdout.slice(help.stdout.indexOf('Options:'));
      const declared = [...options.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z0-9-]*)/gm)].map(([, flag]) => flag!);
      const untried = declared.filter((flag) => !tried.has(flag) && !TRIED_ELSEWHERE.has(flag));
      expect(untried, name).toEqual([]);
    }
  }
});

it('checks every setting of the service by its flag, its variable and its file', async () => {
  const { loadConfig, environmentName } = await import('../../src/config.ts');
  for (const name of SETTING_NAMES) {
    const usual = loadConfig({})[name];
    const other =
      typeof usual === 'number' ? usual + 1 : typeof usual === 'boolean' ? 'true' : name === 'logLevel' ? 'info' : 'x';
    const wanted = loadConfig({ [name]: other })[name];
    expect(wanted, name).not.toEqual(usual);
    expect(loadConfig({}, { [environmentName(name)]: String(other) })[name], name).toEqual(wanted);
    writeFileSync(at('one.yaml'), `${name}: ${String(other)}\n`);
    expect(loadConfig({}, {}, at('one.yaml'))[name], name).toEqual(wanted);
  }
});

it('ends in peace when its reader has had enough', async () => {
  const argv = ['query', 'UNWIND range(1, 200000) AS n RETURN n', '--max-rows', '200000', '--format', 'csv'];
  const { child, finished: end } = inFolder(argv);
  child.stdout!.once('data', () => child.stdout!.destroy());
  const { status, stderr } = await end;
  expect([status, stderr]).toEqual([0, '']);
});
