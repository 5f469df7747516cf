// The gate lets through what reads, and names what it refuses.
import { describe, expect, it } from 'vitest';
import { checkQuery, CypherError } from '../../src/cypher/index.ts';

function refusal(text: string): CypherError {
  try {
    checkQuery(text);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error(`The gate let through: ${text}`);
}

describe('the gate', () => {
  it('names procedures and parameters, each once', () => {
    const report = checkQuery('CALL db . labels() YIELD label WHERE label = $a OR label = $`a b` RETURN $a, label');
    expect(report).toEqual({ mode: 'run', procedures: ['db.labels'], parameters: ['a', 'a b'] });
  });
  it.each([
    ['EXPLAIN MATCH (n) RETURN n', 'explain'],
    ['profile MATCH (n) RETURN n', 'profile'],
    ['MATCH (n) RETURN n;', 'run'],
  ])('knows how %s is meant', (text, mode) => expect(checkQuery(text).mode).toBe(mode));

  it.each([
    ['CREATE (n)', 'CREATE'],
    ['INSERT (n)', 'INSERT'],
    ['MATCH (n) DETACH DELETE n', 'DETACH DELETE'],
    ['MATCH (n) SET n.a = 1', 'SET'],
    ['MATCH (n) REMOVE n.a', 'REMOVE'],
    ['MERGE (n)', 'MERGE'],
    ["LOAD CSV FROM 'file:///x' AS row RETURN row", 'LOAD CSV'],
    ['FOREACH (x IN [1] | CREATE (n))', 'FOREACH'],
    ['USE other MATCH (n) RETURN n', 'USE'],
    ['SHOW INDEXES', 'SHOW'],
    ['TERMINATE TRANSACTIONS "x"', 'TERMINATE'],
    ['CREATE INDEX FOR (n:A) ON (n.b)', 'administration'],
    ['DROP DATABASE neo4j', 'administration'],
    ['CYPHER 5 MATCH (n) RETURN n', 'CYPHER option'],
    ['MATCH (n) RETURN COUNT { CREATE (m) RETURN m }', 'CREATE'],
    ['CALL { MERGE (n) } RETURN 1', 'MERGE'],
    ['MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x', 'IN TRANSACTIONS'],
    ['MATCH (n:A) USING INDEX n:A(b) RETURN n', 'USING'],
    ["RETURN apoc.util.sha1(['x'])", 'apoc.util.sha1'],
  ])('refuses %s by name', (text, name) => {
    const { message, code, position } = refusal(text);
    expect(message).toContain(name);
    expect(code).toBe('Neo.ClientError.Statement.AccessMode');
    expect(position).toBeDefined();
  });

  it.each([
    ['MATCH (n) FILTER n.a = 1 RETURN n', 'WITH * WHERE'],
    ['LET x = 1 RETURN x', 'AS name'],
    ['FOR x IN [1] RETURN x', 'UNWIND'],
  ])('refuses %s of Cypher 25 with what to write instead', (text, hint) => {
    const { message, code } = refusal(text);
    expect(message).toContain('Cypher 25');
    expect(message).toContain(hint);
    expect(code).toBe('Neo.ClientError.Statement.SyntaxError');
  });
  it.each([
    ['words and signs', `RETURN [${'1,'.repeat(2500)}1]`],
    ['relationship patterns', `MATCH (a)${'-->()'.repeat(101)} RETURN a`],
  ])('refuses too many %s before it parses', (what, text) => expect(refusal(text).message).toContain(what));

  it('allows only procedures that read the graph', () => {
    expect(refusal('CALL dbms.listConfig()').code).toBe('Neo.ClientError.Procedure.ProcedureNotFound');
    expect(refusal("CALL apoc.load.json('http://x')").message).toContain('apoc.load.json');
  });
  it('takes one statement at a time', () => expect(refusal('RETURN 1; RETURN 2').message).toContain('one statement'));

  it.each([
    ["RETURN '\\u0041'", 'escape'],
    ['RETURN 1 \u0000', 'control'],
    ['RETURN 1\u2028', 'control'],
    ["RETURN '\ud800'", 'surrogate'],
    [`RETURN ${'('.repeat(101)}1${')'.repeat(101)}`, 'nests'],
    [`RETURN '${'a'.repeat(10_000)}'`, '10000 characters'],
  ])('refuses the text %j before it is parsed', (text, why) => expect(refusal(text).message).toContain(why));
  it.each([
    ['1,600 numbers', Array.from({ length: 1600 }, (_id, at) => 10_000 + at).join(',')],
    ['1,000 texts', Array.from({ length: 1000 }, (_id, at) => `'n${at}'`).join(', ')],
  ])('lets a list of %s through', (_what, list) => {
    expect(checkQuery(`MATCH (n) WHERE n.id IN [${list}] RETURN n`).mode).toBe('run');
  });
  it('does not count brackets inside strings and comments', () => {
    expect(checkQuery(`RETURN '${'('.repeat(500)}' AS x // ${'['.repeat(500)}`).mode).toBe('run');
  });
});

describe('a syntax error', () => {
  it.each([
    ['MATCH (n) RETUN n', 1, 11, 'RETURN'],
    ['MATCH (n RETURN n', 1, 10, ')'],
    ['RETURN', 1, 7, 'an expression'],
    ['MATCH (n)\nWHERE n.a >\nRETURN n', 3, 8, 'the end of the query'],
    ['RETURN n ORDER 1', 1, 16, 'BY'],
    ['RETURN [x IN [1] | x', 1, 21, ']'],
    ["RETURN '😀' AS", 1, 15, 'a variable'],
  ])('in %j has its place and what was expected', (text, line, column, expected) => {
    const error = refusal(text);
    expect(error.code).toBe('Neo.ClientError.Statement.SyntaxError');
    expect(error.position).toEqual({ line, column });
    expect(error.expected.map((name) => name.replaceAll("'", ''))).toContain(expected);
  });
});
