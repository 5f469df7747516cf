// Labels and relation types that a query names and the graph does not have.
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../../src/schema/generated.ts';
import { unknownNames } from '../../../web/src/console/unknown-names.ts';

const notesOn = (text: string): readonly string[] => unknownNames(text, SCHEMA);

describe('a query', () => {
  it('of known labels and relation types, however they are written, gives no note', () => {
    for (const text of [
      'MATCH (p:Person)-[:MET_WITH|ATTENDED]->(m:Meeting) RETURN p',
      'MATCH (n:Official&!Person|Entity {name: $name}) WHERE n:Claim OR n:Document RETURN n',
      'MATCH p = (a)-[r:MET_WITH*1..3]-(b) RETURN {from: a, to: b, as: "x:Nobody"} // :Nothing',
      'RETURN [x IN [1, 2] WHERE x:Person | x] AS list',
      'MATCH (c:Claim)-[:SUBJECT]->(e:Entity) RETURN c.id',
    ])
      expect(notesOn(text), text).toEqual([]);
  });

  it('that names another label or relation type is told the nearest one', () => {
    expect(notesOn('MATCH (p:Persn)-[:MET_WITH|:ATENDED]->(m) RETURN p')).toEqual([
      'No label “Persn” in this graph; did you mean “Person”?',
      'No relation type “ATENDED” in this graph; did you mean “ATTENDED”?',
    ]);
    expect(notesOn('MATCH (p:person) RETURN p')).toEqual(['No label “person” in this graph; did you mean “Person”?']);
  });

  it('that names something far from all of them is told so once', () => {
    expect(notesOn('MATCH (a:Spacecraft), (b:Spacecraft) RETURN a')).toEqual(['No label “Spacecraft” in this graph.']);
  });
});
