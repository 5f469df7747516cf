// The Query API as a Neo4j client sees it: requests, both formats, errors.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExactJson } from '../../src/api/neo4j/exact-json.ts';
import type { ResultValue } from '../../src/cypher/result.ts';
import * as answers from './support/answers.ts';
import { posted, startTestService, type TestService } from './support/service.ts';

const PATH = '/db/plenary/query/v2';
const TYPED = 'application/vnd.neo4j.query';
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ settings: { queryMaxRows: 1000, queryTimeoutMs: 2000 } });
});
afterAll(() => service.stop());

const run = (body: object, headers: Record<string, string> = {}, path = PATH) =>
  service.get(answers.queryAnswer, path, posted(body, headers), 202);
const refused = async (
  body: unknown,
  status = 400,
  headers: Record<string, string> = {},
): Promise<{ code: string; message: string }> =>
  (await service.get(answers.neo4jErrors, PATH, posted(body, headers), status)).errors[0]!;
const values = async (statement: string, parameters: object = {}): Promise<unknown[][]> =>
  (await run({ statement, parameters })).data.values;

describe('plain answers', () => {
  it('have fields, rows and a bookmark', async () => {
    const answer = await run({ statement: 'MATCH (p:Person) RETURN p.name AS name, p.country ORDER BY name' });
    expect(answer.data.fields).toEqual(['name', 'p.country']);
    expect(answer.data.values).toEqual([
      ['Mara Lindqvist', 'Sweden'],
      ['Ruth Okafor', 'Nigeria'],
      ['Đặng Thị Hòa', 'Vietnam'],
    ]);
    expect(answer.bookmarks).toEqual([expect.stringMatching(/^FB:/)]);
  });

  it('write values as Neo4j does', async () => {
    const statement = "RETURN null, true, 7, 0.5, 'x', [1, 'a'], {a: 1}, date('2024-03-05'), duration('P14DT16H12M')";
    expect(await values(statement)).toEqual([
      [null, true, 7, 0.5, 'x', [1, 'a'], { a: 1 }, '2024-03-05', 'P14DT16H12M'],
    ]);
  });

  it('keep whole floats apart from integers in the text', async () => {
    const response = await service.ask(PATH, posted({ statement: 'RETURN 1, 1.0, -0.0, 9007199254740993' }));
    expect(await response.text()).toContain('[[1,1.0,-0.0,9007199254740993]]');
  });

  it('write nodes, relationships and paths with their ids', async () => {
    const [row] = await values(
      "MATCH p = (a:Person {name: 'Ruth Okafor'})-[r:ATTENDED]->(m {name: '12th Harbour Forum'}) RETURN a, r, p",
    );
    const [node, relationship, path] = row as [
      Record<string, unknown>,
      Record<string, unknown>,
      Record<string, unknown>[],
    ];
    expect(Object.keys(node)).toEqual(['elementId', 'labels', 'properties']);
    expect(node['labels']).toEqual(['Entity', 'Person']);
    expect(Object.keys(relationship)).toEqual([
      'elementId',
      'startNodeElementId',
      'endNodeElementId',
      'type',
      'properties',
    ]);
    expect(relationship).toMatchObject({ type: 'ATTENDED', startNodeElementId: node['elementId'] });
    expect(path.map((part) => part['elementId'])).toEqual([
      node['elementId'],
      relationship['elementId'],
      relationship['endNodeElementId'],
    ]);
  });

  it('count no changes when counters are asked for', async () => {
    expect((await run({ statement: 'RETURN 1', includeCounters: true }))['counters']).toMatchObject({
      containsUpdates: false,
      nodesCreated: 0,
    });
  });

  it('come under the name that clients assume', async () => {
    expect((await run({ statement: 'RETURN 1 AS one' }, {}, '/db/neo4j/query/v2')).data.values).toEqual([[1]]);
  });
});

describe('typed answers', () => {
  it('name the type of every value', async () => {
    const statement = "RETURN null, true, 7, 1.0, 'x', [1], {a: 'b'}, date('2024-03-05')";
    const response = await service.ask(PATH, posted({ statement }, { Accept: TYPED }));
    expect(response.headers.get('content-type')).toContain(TYPED);
    expect(answers.queryAnswer.parse(await response.json()).data.values).toEqual([
      [
        { $type: 'Null', _value: null },
        { $type: 'Boolean', _value: true },
        { $type: 'Integer', _value: '7' },
        { $type: 'Float', _value: '1.0' },
        { $type: 'String', _value: 'x' },
        { $type: 'List', _value: [{ $type: 'Integer', _value: '1' }] },
        { $type: 'Map', _value: { a: { $type: 'String', _value: 'b' } } },
        { $type: 'Date', _value: '2024-03-05' },
      ],
    ]);
  });

  it('take parameters that name their types', async () => {
    const parameters = {
      n: { $type: 'Integer', _value: '41' },
      names: { $type: 'List', _value: [{ $type: 'String', _value: 'a' }] },
    };
    const answer = await run({ statement: 'RETURN $n + 1, $names', parameters }, { 'Content-Type': TYPED });
    expect(answer.data.values).toEqual([[42, ['a']]]);
  });

  it.each([
    ['Null', null],
    ['Boolean', true],
    ['Integer', '9223372036854775807'],
    ['Float', '1.0'],
    ['Float', 'NaN'],
    ['String', 'x'],
    ['Date', '2024-03-05'],
    ['Time', '12:50:35.556+01:00'],
    ['LocalTime', '12:50:35.556'],
    ['LocalDateTime', '2015-06-24T12:50:35.556'],
    ['OffsetDateTime', '2015-06-24T12:50:35.556+01:00'],
    ['ZonedDateTime', '2015-06-24T12:50:35.556+02:00[Europe/Berlin]'],
    ['Duration', 'P14DT16H12M'],
  ])('give a parameter of the type %s back as it was sent', async ($type, _value) => {
    const sent = { $type, _value };
    const body = posted(
      { statement: 'RETURN $p, [$p]', parameters: { p: sent } },
      { 'Content-Type': TYPED, Accept: TYPED },
    );
    const { data } = answers.queryAnswer.parse(await (await service.ask(PATH, body)).json());
    expect(data.values).toEqual([[sent, { $type: 'List', _value: [sent] }]]);
  });

  it('reckon with dates that were sent as dates', async () => {
    const parameters = { d: { $type: 'Date', _value: '2024-01-31' }, l: { $type: 'Duration', _value: 'P1M' } };
    const answer = await run({ statement: 'RETURN $d + $l, $d.year', parameters }, { 'Content-Type': TYPED });
    expect(answer.data.values).toEqual([['2024-02-29', 2024]]);
  });

  it.each([
    ['Point', 'x'],
    ['Date', '2024-13-01'],
    ['Date', 'yesterday'],
    ['Duration', 'P'],
    ['Integer', '9223372036854775808'],
    ['__proto__', 'x'],
  ])('refuse %s %s', async ($type, _value) => {
    const parameters = { d: { $type, _value } };
    const error = await refused({ statement: 'RETURN $d', parameters }, 400, { 'Content-Type': TYPED });
    expect(error.code).toMatch(/^Neo\.ClientError\./);
  });
});

describe('parameters', () => {
  it('are values and never text of the query', async () => {
    expect(await values('RETURN $p AS p', { p: "x' RETURN 1 //" })).toEqual([["x' RETURN 1 //"]]);
  });

  it('may have any name without touching a prototype', async () => {
    const body =
      '{"statement": "RETURN $__proto__ AS p, $constructor AS c", "parameters": {"__proto__": 1, "constructor": {"prototype": 2}}}';
    const answer = await service.get(answers.queryAnswer, PATH, posted(body), 202);
    expect(answer.data.values).toEqual([[1, { prototype: 2 }]]);
    expect(({} as Record<string, unknown>)['prototype']).toBeUndefined();
  });

  it('are integers or floats by how they are written, as in Neo4j', async () => {
    const text = async (parameters: string): Promise<string> =>
      (await service.ask(PATH, posted(`{"statement": "RETURN $p", "parameters": {"p": ${parameters}}}`))).text();
    expect(await text('1.0')).toContain('[[1.0]]');
    expect(await text('1')).toContain('[[1]]');
    expect(await text('1e2')).toContain('[[100.0]]');
    expect(await text('-0.0')).toContain('[[-0.0]]');
    expect(await text('9007199254740993')).toContain('[[9007199254740993]]');
    expect(await text('{"a": [1.0, {"b": 2.50}]}')).toContain('[[{"a":[1.0,{"b":2.5}]}]]');
    expect(await text('9223372036854775808')).toContain('more than 64 bits');
  });

  it('are read as JSON.parse reads them, digits apart', () => {
    const asPlain = (value: ResultValue): unknown => {
      if (typeof value === 'bigint') return Number(value);
      if (Array.isArray(value)) return (value as readonly ResultValue[]).map(asPlain);
      if (value === null || typeof value !== 'object' || !('type' in value) || value.type !== 'map') return value;
      return Object.fromEntries(value.entries.map(([key, held]) => [key, asPlain(held)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(asPlain(readExactJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('that are missing are named', async () => {
    const error = await refused({ statement: 'RETURN $missing' });
    expect(error.code).toBe('Neo.ClientError.Statement.ParameterMissing');
    expect(error.message).toContain('missing');
  });
});

describe('refusals', () => {
  it('carry line and column of a syntax error', async () => {
    const error = await refused({ statement: 'MATCH (n)\nRETRN n' });
    expect(error.code).toBe('Neo.ClientError.Statement.SyntaxError');
    expect(error.message).toMatch(/line 2, column 1/);
  });

  it('name what writes', async () => {
    expect((await refused({ statement: 'CREATE (n) RETURN n', accessMode: 'WRITE' })).code).toBe(
      'Neo.ClientError.Statement.AccessMode',
    );
  });

  it('answer an unknown database with 404', async () => {
    const { errors } = await service.get(
      answers.neo4jErrors,
      '/db/system/query/v2',
      posted({ statement: 'RETURN 1' }),
      404,
    );
    expect(errors[0]!.code).toBe('Neo.ClientError.Database.DatabaseNotFound');
  });

  it('answer a body that is no request', async () => {
    for (const body of ['', '{', '[]', '{"statement": 7}', '{"statement": "RETURN 1", "extra": true}'])
      expect((await refused(body)).code).toBe('Neo.ClientError.Request.Invalid');
    expect((await refused('statement', 415, { 'Content-Type': 'text/plain' })).code).toBe(
      'Neo.ClientError.Request.InvalidFormat',
    );
  });

  it('end a query at its time limit', async () => {
    const error = await refused({
      statement: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b RETURN count(*)',
      maxExecutionTime: 0.2,
    });
    expect(error.code).toBe('Neo.ClientError.Transaction.TransactionTimedOut');
  });
});

it('says so when an answer was cut', async () => {
  const answer = await run({ statement: 'UNWIND range(1, 5000) AS n RETURN n' });
  expect(answer.data.values).toHaveLength(1000);
  expect(answer.notifications?.[0]?.code).toBe('Neo.ClientNotification.Statement.ResultCut');
});

it('keeps the answers of queries that ask neither clock nor dice', async () => {
  const dice = { statement: 'RETURN rand()' };
  expect((await run(dice)).data).not.toEqual((await run(dice)).data);
  const steady = { statement: 'MATCH (n:Entity) RETURN count(n)' };
  expect(await run(steady)).toEqual(await run(steady));
});

it('answers look-ups while a long query runs, and stops the query when its caller hangs up', async () => {
  const patient = await startTestService({ settings: { queryTimeoutMs: 3_600_000 } });
  let isOver = false;
  const statement = 'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b RETURN count(*)';
  const hangUp = new AbortController();
  const long = patient.ask(PATH, { ...posted({ statement }), signal: hangUp.signal }).finally(() => (isOver = true));
  const { data } = await patient.get(answers.entityPage, '/api/v1/entities?kind=Person');
  await patient.get(answers.entity, `/api/v1/entities/${data[0]!.id}`);
  expect(isOver).toBe(false);
  hangUp.abort();
  await expect(long).rejects.toThrow();
  // It ends because the query has ended with its caller.
  await patient.stop();
});
