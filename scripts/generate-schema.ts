// Writes src/domain/kinds.ts, src/schema/generated.ts and docs/schema.md from graph-schema/; with --check it only says whether they are up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileSchema, type GraphSchema, type SchemaSource } from '../src/schema/compile.ts';

const root = join(import.meta.dirname, '..');

function readFolder(folder: string): SchemaSource[] {
  const path = join(root, 'graph-schema', folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file: `${folder}/${file}`, content: parse(readFileSync(join(path, file), 'utf8')) as unknown }));
}

const BANNER = '// Generated from graph-schema/ by `npm run schema:generate`; do not edit.';

function typesOf(schema: GraphSchema): string {
  const union = (names: readonly string[]): string => names.map((name) => `\n  | '${name}'`).join('');
  return `${BANNER}
export type EntityKind =${union(schema.entities.map((entity) => entity.kind))};

export type RelationType =${union(schema.relations.map((relation) => relation.type))};
`;
}

function modelOf(schema: GraphSchema): string {
  return `${BANNER}
import type { GraphSchema } from './compile.ts';

export type { EntityKind, RelationType } from '../domain/kinds.ts';

export const SCHEMA: GraphSchema = ${JSON.stringify(schema, undefined, 2)};
`;
}

function pageOf(schema: GraphSchema): string {
  const kinds = schema.entities.map(
    ({ kind, lineage, definition }) => `| \`${kind}\` | \`:${[...lineage].reverse().join(':')}\` | ${definition} |`,
  );
  const relations = schema.relations.map(
    ({ type, source, target, symmetric, definition }) =>
      `| \`${type}\` | ${source.join(', ')} ${symmetric ? '↔' : '→'} ${target.join(', ')} | ${definition} |`,
  );
  const page = [
    '# The graph schema\n\nGenerated from `graph-schema/` by `npm run schema:generate`.\n',
    '## Entities\n\n| kind | labels | what it is |\n|---|---|---|',
    ...kinds,
    '\n## Relations\n\n| type | from and to | what it says |\n|---|---|---|',
    ...relations,
  ];
  return `${page.join('\n')}\n`;
}

const schema = compileSchema(readFolder('entities'), readFolder('relations'));
const outputs: readonly (readonly [string, string])[] = [
  ['src/domain/kinds.ts', typesOf(schema)],
  ['src/schema/generated.ts', modelOf(schema)],
  ['docs/schema.md', pageOf(schema)],
];
const stale = outputs.filter(([path, content]) => {
  try {
    return readFileSync(join(root, path), 'utf8') !== content;
  } catch {
    return true;
  }
});
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not what graph-schema/ says: run npm run schema:generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, content] of stale) writeFileSync(join(root, path), content);
}
