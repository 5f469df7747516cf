// The Query API as a Neo4j client sees it: requests, both formats, errors.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('refuse a parameter type that cannot be read', async () => {
    const parameters = { d: { $type: 'Point', _value: 'x' } };
    expect((await refused({ statement: 'RETURN $d', parameters }, 400, { 'Content-Type': TYPED })).code).toBe(
      'Neo.ClientError.Request.Invalid',
    );
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
