// Grafeo, a graph database in Rust with Cypher, for this bench alone: installed beside the project on first use, without its scripts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const PACKAGE = '@grafeo-db/js';
const VERSION = '0.6.0';
const FOLDER = join(import.meta.dirname, '..', '..', '..', '.cache', 'bench', 'grafeo');

interface GrafeoDatabase {
  createNode(labels: string[], properties: object): { readonly id: number };
  createEdge(from: number, to: number, type: string, properties: object): unknown;
  executeCypher(query: string, parameters: object): Promise<{ rows(): unknown[][] }>;
  close(): void;
}

/** @throws where it is not there and cannot be installed */
export function importGrafeo(): { readonly GrafeoDB: { create(): GrafeoDatabase } } {
  if (!existsSync(join(FOLDER, 'node_modules', PACKAGE))) install();
  return createRequire(join(FOLDER, 'package.json'))(PACKAGE) as ReturnType<typeof importGrafeo>;
}

function install(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  execFileSync('npm', ['install', ...flags, `${PACKAGE}@${VERSION}`], { cwd: FOLDER, stdio: 'ignore' });
}
