// Who may call what: every route of the router, allowed, denied and anonymous.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/api/routes/index.ts';
import { SCOPES, type Scope } from '../../src/api/keys.ts';
import { examples, knownIds, type Example } from './support/examples.ts';
import { startTestService, type TestService } from './support/service.ts';

let service: TestService;
let table: Readonly<Record<string, Example>>;
const keys = {} as Record<Scope, string>;

beforeAll(async () => {
  service = await startTestService({ settings: { requireKeys: true } });
  for (const scope of SCOPES) keys[scope] = service.key(scope);
  const both = service.key('read', 'ingest');
  table = examples(await knownIds(service, { Authorization: `Bearer ${both}` }));
});
afterAll(() => service.stop());

const call = (example: Example, headers: Record<string, string>): Promise<Response> =>
  service.ask(example.path, {
    ...example.init,
    headers: { ...(example.init?.headers as Record<string, string> | undefined), ...headers },
  });

it('has a row for every route and no row for a route that is gone', () => {
  expect(Object.keys(table).sort()).toEqual(ROUTES.map((route) => route.operationId).sort());
});

// What removes something comes last, so that the others find it.
const ordered = [...ROUTES].sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

describe.each(ordered.map((route) => [route.operationId, route] as const))('%s', (name, route) => {
  const wrong: Scope = route.scope === 'read' ? 'ingest' : 'read';

  it('refuses a call without a key with 401', async () => {
    const response = await call(table[name]!, {});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('realm="plenary"');
  });

  it('refuses a key of another scope with 403', async () => {
    expect((await call(table[name]!, { Authorization: `Bearer ${keys[wrong]}` })).status).toBe(403);
  });

  it('refuses an unknown key with 401', async () => {
    expect((await call(table[name]!, { 'X-API-Key': `plenary_000000000000_${'A'.repeat(43)}` })).status).toBe(401);
  });

  it('lets a key of its scope in', async () => {
    expect((await call(table[name]!, { Authorization: `Bearer ${keys[route.scope as Scope]}` })).status).toBe(
      table[name]!.status,
    );
  });
});

describe('addresses beside the routes', () => {
  it.each(['/healthz', '/readyz', '/openapi.json', '/docs'])('opens %s to all', async (path) => {
    expect((await service.ask(path)).status).toBe(200);
  });

  it.each([
    ['/metrics', {}],
    ['/mcp', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }],
  ] as const)('asks for a key at %s', async (path, init) => {
    expect((await service.ask(path, init)).status).toBe(401);
  });

  it('takes a key as the password of a Neo4j client', async () => {
    const basic = Buffer.from(`neo4j:${keys.read}`).toString('base64');
    expect((await call(table['query']!, { Authorization: `Basic ${basic}` })).status).toBe(202);
  });

  it('opens everything to an admin key', async () => {
    expect((await call(table['getStats']!, { Authorization: `Bearer ${keys.admin}` })).status).toBe(200);
  });
});

describe('a service on loopback', () => {
  it('asks for no key, checks one that is sent, and lets Neo4j clients send any password', async () => {
    const open = await startTestService();
    try {
      expect((await open.ask('/api/v1/stats')).status).toBe(200);
      expect((await open.ask('/api/v1/stats', { headers: { Authorization: 'Bearer nonsense' } })).status).toBe(401);
      expect(
        (await open.ask('/api/v1/stats', { headers: { Authorization: `Bearer ${open.key('ingest')}` } })).status,
      ).toBe(403);
      const basic = { Authorization: `Basic ${Buffer.from('neo4j:secret').toString('base64')}` };
      expect((await open.ask('/api/v1/stats', { headers: basic })).status).toBe(200);
    } finally {
      await open.stop();
    }
  });
});
