// Security of the service by name: limits at the limit and one over, foreign hosts and origins, headers, slow and broken requests.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { startService } from '../../src/app.ts';
import { jsonDepth } from '../../src/api/guards/body.ts';
import * as answers from '../api/support/answers.ts';
import { posted, startTestService, type TestService } from '../api/support/service.ts';
import { WORLD, type Report } from '../api/support/world.ts';

let service: TestService;
const BODY = 2048;
const UPLOAD = 4096;

beforeAll(async () => {
  service = await startTestService({
    settings: {
      maxBodyBytes: BODY,
      maxUploadBytes: UPLOAD,
      maxJsonDepth: 8,
      requestTimeoutMs: 1000,
      allowedHosts: 'desk.example',
      allowedOrigins: 'https://desk.example',
    },
  });
});
afterAll(() => service.stop());

const QUERY = '/db/plenary/query/v2';

/** A request as bytes, for what fetch would not send. */
function raw(lines: readonly string[], end = true): Promise<string> {
  const { hostname, port } = new URL(service.address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(lines.join('\r\n') + (end ? '\r\n\r\n' : ''));
    });
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.once('close', () => resolve(answer));
    socket.once('error', () => resolve(answer));
  });
}

describe('body size', () => {
  const sized = (size: number): string => {
    const body = JSON.stringify({ statement: 'RETURN 1', txMetadata: { pad: '' } });
    return body.replace('"pad":""', `"pad":"${'x'.repeat(size - body.length)}"`);
  };

  it('is taken at the limit and refused one byte over, also without a length', async () => {
    expect((await service.ask(QUERY, posted(sized(BODY)))).status).toBe(202);
    await service.get(answers.neo4jErrors, QUERY, posted(sized(BODY + 1)), 413);
    const stream = new Blob([sized(BODY + 1)]).stream();
    const chunked = { ...posted(''), body: stream, duplex: 'half' } as RequestInit;
    expect((await service.ask(QUERY, chunked)).status).toBe(413);
  });

  it('of a document is taken at the limit and refused one byte over', async () => {
    const upload = (size: number): RequestInit => ({
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'x'.repeat(size),
    });
    expect((await service.ask('/api/v1/documents', upload(UPLOAD))).status).toBe(202);
    const problem = await service.get(answers.problem, '/api/v1/documents', upload(UPLOAD + 1), 413);
    expect(problem.detail).toContain('send less');
  });

  it('counts what a compressed body unpacks to as a body that is not read', async () => {
    const packed = { method: 'POST', headers: { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' }, body: 'x' };
    expect((await service.ask('/api/v1/documents', packed)).status).toBe(415);
  });
});

describe('JSON depth', () => {
  const nested = (levels: number): string =>
    `{"statement": "RETURN $p", "parameters": {"p": ${'['.repeat(levels)}${']'.repeat(levels)}}}`;

  it('is taken at the limit and refused one level over', async () => {
    expect((await service.ask(QUERY, posted(nested(6)))).status).toBe(202);
    const { errors } = await service.get(answers.neo4jErrors, QUERY, posted(nested(7)), 400);
    expect(errors[0]!.message).toContain('8 levels');
  });

  it('is counted on the bytes, brackets in texts apart', () => {
    expect(jsonDepth(Buffer.from('{"a": "[[[[", "b": [1, {"c": "\\"]"}]}'))).toBe(3);
    expect(jsonDepth(Buffer.from('['.repeat(1_000_000)))).toBe(1_000_000);
  });
});

describe('query limits', () => {
  it('take a query of 10,000 characters and refuse one more', async () => {
    const long = (size: number): object => ({ statement: `RETURN 1 //${' '.repeat(size - 11)}` });
    const roomy = await startTestService();
    try {
      expect((await roomy.ask(QUERY, posted(long(10_000)))).status).toBe(202);
      expect((await roomy.ask(QUERY, posted(long(10_001)))).status).toBe(400);
    } finally {
      await roomy.stop();
    }
  });

  it.each([
    ['/api/v1/entities?limit=1000', 200],
    ['/api/v1/entities?limit=1001', 400],
    ['/api/v1/entities?limit=0', 400],
    ['/api/v1/entities?limit=-1', 400],
    ['/api/v1/entities?limit=1e2', 400],
    [`/api/v1/entities?q=${'x'.repeat(200)}`, 200],
    [`/api/v1/entities?q=${'x'.repeat(201)}`, 400],
    ['/api/v1/entities?q=%00', 400],
    ['/api/v1/entities?q=a&q=b', 400],
    ['/api/v1/entities?q[$ne]=1', 400],
    ['/api/v1/entities?__proto__=1', 400],
    [`/api/v1/paths?from=${WORLD.dang}&to=${WORLD.okafor}&maxHops=6`, 200],
    [`/api/v1/paths?from=${WORLD.dang}&to=${WORLD.okafor}&maxHops=7`, 400],
    ['/api/v1/timeline?from=2024-02-30', 200],
    ['/api/v1/timeline?from=2024-13', 400],
  ])('answer %s with %i', async (path, status) => {
    const response = await service.ask(path);
    expect(response.status, await response.text()).toBe(status);
  });
});

describe('floods', () => {
  it('end at the rate limit, with the time to come back', async () => {
    const narrow = await startTestService({ settings: { ratePerMinute: 3 } });
    try {
      const statuses: number[] = [];
      for (let call = 0; call < 4; call++) statuses.push((await narrow.ask('/api/v1/schema')).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await narrow.ask('/api/v1/schema');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await narrow.ask('/healthz')).status).toBe(200);
    } finally {
      await narrow.stop();
    }
  });

  it('of one caller wait for its own requests to end', async () => {
    const narrow = await startTestService({ settings: { concurrentPerCaller: 1, queryTimeoutMs: 400 } });
    try {
      const bomb = posted({ statement: 'UNWIND range(1, 1000000000) AS a RETURN count(a)' });
      const answered = await Promise.all([1, 2, 3].map(async () => (await narrow.ask(QUERY, bomb)).status));
      expect(answered.sort()).toEqual([400, 429, 429]);
    } finally {
      await narrow.stop();
    }
  });

  it('of headers are refused', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `X-Filler-${at}: ${'x'.repeat(20)}`);
    expect(await raw(['GET /healthz HTTP/1.1', 'Host: 127.0.0.1', ...many])).toMatch(/^HTTP\/1\.1 431/);
  });

  it('of an address end above the longest query that an export takes', async () => {
    const longest = encodeURIComponent('ẞ'.repeat(10_000));
    const [taken, tooLong] = await Promise.all(
      [longest, `${longest}%C3%9F`].map((cypher) =>
        service.get(answers.problem, `/api/v1/exports/gexf?cypher=${cypher}`, {}, 400),
      ),
    );
    expect(taken!.detail).not.toMatch(/too big|too long|characters/i);
    expect(tooLong!.detail).toMatch(/^Mend the query: cypher: /);
  });

  it('of documents are refused when the queue is full', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = await startTestService({
      settings: { ingestQueue: 1 },
      ingest: () => async () => {
        await held;
        return { state: 'done', message: 'The document was read.' };
      },
    });
    const sent = [];
    for (const text of ['one', 'two', 'three'])
      sent.push((await slow.ask('/api/v1/documents', posted({ text }))).status);
    release();
    await slow.stop();
    expect(sent).toEqual([202, 202, 503]);
  });
});

describe('slow bodies', () => {
  it('are cut off when their time is over', async () => {
    const answer = await raw(
      [
        'POST /api/v1/documents HTTP/1.1',
        'Host: 127.0.0.1',
        'Content-Type: text/plain',
        'Content-Length: 100',
        '',
        'slow',
      ],
      false,
    );
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
  });
});

describe('foreign hosts and origins', () => {
  it.each([
    ['127.0.0.1', /^HTTP\/1\.1 200/],
    ['localhost:8080', /^HTTP\/1\.1 200/],
    ['desk.example', /^HTTP\/1\.1 200/],
    ['rebound.example', /^HTTP\/1\.1 403/],
    ['127.0.0.1.rebound.example', /^HTTP\/1\.1 403/],
    ['192.168.0.7', /^HTTP\/1\.1 403/],
    ['127.0.0.1@rebound.example', /^HTTP\/1\.1 403/],
  ])('meet the Host check: %s', async (host, status) => {
    expect(await raw(['GET /api/v1/schema HTTP/1.1', `Host: ${host}`, 'Connection: close'])).toMatch(status);
  });

  it('meet the Origin check', async () => {
    const from = async (origin: string): Promise<number> =>
      (await service.ask('/api/v1/schema', { headers: { Origin: origin } })).status;
    expect(await from(service.address)).toBe(200);
    expect(await from('https://desk.example')).toBe(200);
    expect(await from('https://elsewhere.example')).toBe(403);
    expect(await from('null')).toBe(403);
    expect(await from('http://127.0.0.1:1')).toBe(403);
  });
});

describe('path traversal', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/.git/config',
    '/api/v1/exports/..%2f..%2fetc',
  ])('finds nothing at %s', async (path) => {
    const answer = await raw([`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403|404)/);
    expect(answer).not.toMatch(/root:x|"dependencies"|repositoryformatversion/);
  });

  it('keeps a document’s name a name', async () => {
    const response = await service.ask('/api/v1/documents?name=..%2F..%2Fetc%2Fpasswd', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'A name that climbs.',
    });
    expect(answers.job.loose().parse(await response.json())['source']).toBe('api:../../etc/passwd');
  });
});

describe('server-side requests', () => {
  it('are never made: an address is a name or a text', async () => {
    const before = await service.get(answers.stats, '/api/v1/stats');
    const response = await service.ask('/api/v1/documents', posted({ url: 'http://169.254.169.254/latest' }));
    expect(response.status).toBe(400);
    expect(await service.get(answers.stats, '/api/v1/stats')).toEqual(before);
  });
});

describe('prototype pollution', () => {
  it.each(['{"text": "x", "__proto__": {"owned": 1}}', '{"text": "x", "constructor": {"prototype": {"owned": 1}}}'])(
    'is no way in: %s',
    async (body) => {
      await service.ask('/api/v1/documents', posted(body));
      expect(({} as Record<string, unknown>)['owned']).toBeUndefined();
    },
  );
});

describe('cross-site scripting', () => {
  const SCRIPT = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const report: Report = {
    title: SCRIPT,
    publisher: SCRIPT,
    publishedOn: '2026-01-01',
    text: `${SCRIPT} met Ada Brandt.`,
    entities: [
      { kind: 'Person', name: SCRIPT },
      { kind: 'Person', name: 'Ada Brandt', aliases: [SCRIPT] },
    ],
    claims: [
      {
        relation: 'MET_WITH',
        source: SCRIPT,
        target: 'Ada Brandt',
        role: SCRIPT,
        attributedTo: SCRIPT,
        quote: `${SCRIPT} met Ada Brandt.`,
      },
    ],
  };

  it('has no answer to live in: JSON is never sniffed, no inline script runs, nobody frames it', async () => {
    const scripted = await startTestService({ reports: [report] });
    try {
      for (const path of [
        '/api/v1/entities',
        '/api/v1/relationships',
        '/api/v1/documents',
        '/api/v1/exports/gexf',
        '/api/v1/exports/graphml',
        `/api/v1/${SCRIPT}`,
        '/docs',
      ]) {
        const response = await scripted.ask(path);
        const policy = response.headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        const type = response.headers.get('content-type') ?? '';
        if (/html|xml/.test(type)) expect(await response.text()).not.toMatch(/<script|<img/);
        else expect(type).toMatch(/json/);
      }
    } finally {
      await scripted.stop();
    }
  });
});

describe('starting', () => {
  it('beyond loopback is refused without a key', async () => {
    const config = loadConfig({ host: '0.0.0.0', port: 0, keysFile: '/nowhere/keys.json', logLevel: 'silent' });
    await expect(
      startService(config, { ingestInto: () => () => Promise.reject(new Error('nothing is read')) }),
    ).rejects.toThrow('plenary keys make');
  });

  it('names every setting that is wrong', () => {
    expect(() => loadConfig({ port: 'x', logLevel: 'loud' })).toThrow(/port: .*logLevel: /s);
    expect(() => loadConfig({}, { PLENARY_PORT: '70000' })).toThrow(/port/);
  });

  it('takes flags before the environment', () => {
    expect(
      loadConfig({ port: '9000' }, { PLENARY_PORT: '9001', PLENARY_ALLOWED_HOSTS: 'a.example, b.example' }),
    ).toMatchObject({ port: 9000, allowedHosts: ['a.example', 'b.example'] });
  });
});

it('says nothing of its inside in a refusal', async () => {
  for (const path of ['/api/v1/nothing', '/api/v1/entities/x', '/api/v1/entities?limit=x', '/%']) {
    const text = await (await service.ask(path)).text();
    expect(text).not.toMatch(/node_modules|\.ts:|at \w+ \(|MATCH \(/);
  }
});
