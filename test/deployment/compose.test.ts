// What docker-compose.yml and the Dockerfile promise, read without Docker: no default password, loopback only, health, no root.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const text = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(text('docker-compose.yml')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('starts Neo4j 5 LTS Community and Plenary, which is built from this folder', () => {
    expect(Object.keys(compose.services)).toEqual(['neo4j', 'plenary']);
    expect(compose.services['neo4j']!.image).toBe('neo4j:5.26-community');
    expect(compose.services['plenary']!.build).toBe('.');
  });

  it('has no password of its own: without one from outside nothing starts', () => {
    const secrets = services.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|AUTH/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(1);
    for (const [, value] of secrets) expect(value).toMatch(/^(neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  });

  it.each(services)('%s publishes its ports on loopback only', (_name, { ports }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it('asks Neo4j and Plenary whether they are well, and Plenary waits for Neo4j', () => {
    expect(compose.services['neo4j']!.healthcheck?.test.join(' ')).toContain('RETURN 1');
    expect(compose.services['plenary']!.healthcheck?.test.join(' ') ?? text('Dockerfile')).toContain('/healthz');
    expect(compose.services['plenary']!.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
  });

  it('keeps what must last in named volumes', () => {
    const named = services.flatMap(([, { volumes }]) =>
      volumes.map((volume) => volume.split(':')[0]!).filter((name) => /^[a-z]/.test(name)),
    );
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('the image', () => {
  const lines = text('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages = lines.filter((line) => line.startsWith('FROM '));

  it('is built in two stages from one pinned base, and the second has no tools', () => {
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^FROM node:20-bookworm-slim( AS build)?$/);
    const second = lines.slice(lines.lastIndexOf(stages[1]!));
    expect(second.filter((line) => /npm|apt|curl/.test(line))).toEqual([]);
  });

  it('installs what the lock file says and builds as the tests do', () => {
    expect(lines.some((line) => line.startsWith('RUN npm ci --ignore-scripts'))).toBe(true);
    expect(lines.some((line) => line.includes('npm run build') && line.includes('npm prune --omit=dev'))).toBe(true);
  });

  it('runs as a user without rights, says how it is, and copies every folder that the package ships', () => {
    const user = lines.findIndex((line) => line.startsWith('USER '));
    expect(lines[user]).toBe('USER node');
    expect(lines.findIndex((line) => line.startsWith('ENTRYPOINT'))).toBeGreaterThan(user);
    expect(lines.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/healthz');
    const { files } = JSON.parse(text('package.json')) as { readonly files: readonly string[] };
    for (const folder of files)
      expect(lines.some((line) => line.startsWith('COPY --from=build') && line.endsWith(` ${folder}`))).toBe(true);
  });

  it('leaves out of its context what would make it large or leak', () => {
    const ignored = text('.dockerignore').split('\n');
    for (const name of ['.git', 'node_modules', 'dist', 'plenary-data']) expect(ignored).toContain(name);
  });
});
