// Questions to the graph of the fixture, each with the answer that both stores must give.
import type { ResultValue } from '../../src/cypher/result.ts';

export interface Question {
  readonly title: string;
  readonly cypher: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly ResultValue[])[];
}

const ask = (title: string, cypher: string, rows: Question['rows'], parameters?: Question['parameters']): Question => ({
  title,
  cypher,
  rows,
  ...(parameters === undefined ? {} : { parameters }),
});

export const NODE_QUESTIONS: readonly Question[] = [
  ask('documents are nodes', 'MATCH (d:Document) RETURN count(d)', [[7n]]),
  ask('claims are nodes', 'MATCH (c:Claim) RETURN count(c)', [[17n]]),
  ask('entities are nodes', 'MATCH (e:Entity) RETURN count(e)', [[14n]]),
  ask('people carry Person, officials included', 'MATCH (p:Person) RETURN count(p)', [[5n]]),
  ask('who holds a post in an agency is an Official', 'MATCH (o:Official) RETURN o.name ORDER BY o.name', [
    ['To Lam'],
    ['Wang Xiaohong'],
  ]),
  ask('a post in a club makes no Official', "MATCH (p:Person {name: 'Nikolai Patrushev'}) RETURN p:Official", [
    [false],
  ]),
  ask('a nominee is no Official yet', "MATCH (p:Person {name: 'Bui Van Nam'}) RETURN p:Official", [[false]]),
  ask('the kind of an official is Official', "MATCH (p {name: 'To Lam'}) RETURN p.kind", [['Official']]),
  ask('an agency is an organisation too', 'MATCH (a:Organisation:Agency) RETURN count(a)', [[2n]]),
  ask('a meeting is an event too', 'MATCH (m:Event:Meeting) RETURN m.ordinal ORDER BY m.ordinal', [[12n], [17n]]),
  ask('a city is a place too', 'MATCH (c:Place:City) RETURN c.name ORDER BY c.name', [
    ['Hanoi'],
    ['Moscow'],
    ['St. Petersburg'],
  ]),
  ask('labels of a kind', "MATCH (c {name: 'Moscow'}) UNWIND labels(c) AS label RETURN label ORDER BY label", [
    ['City'],
    ['Entity'],
    ['Place'],
  ]),
  ask('aliases are a sorted list', "MATCH (p {name: 'To Lam'}) RETURN p.aliases", [[['Lam', 'Tô Lâm']]]),
  ask('no alias is an empty list', "MATCH (p {name: 'Moscow'}) RETURN p.aliases", [[[]]]),
  ask('an alias of one document is an alias everywhere', "MATCH (p {name: 'Nikolai Patrushev'}) RETURN p.aliases", [
    [['Patrushev']],
  ]),
  ask('attributes are properties', "MATCH (p {name: 'To Lam'}) RETURN p.country, p.rank", [['Vietnam', 'General']]),
  ask(
    'an attribute that nobody gave is absent',
    "MATCH (p {name: 'Moscow'}) RETURN p.country IS NULL, 'country' IN keys(p)",
    [[true, false]],
  ),
  ask('an ordinal is an integer', 'MATCH (m:Meeting {ordinal: 12}) RETURN m.ordinal / 5', [[2n]]),
  ask('dates are ISO strings', 'MATCH (m:Meeting {ordinal: 12}) RETURN m.startDate, m.endDate, m.datePrecision', [
    ['--04-23', '--04-25', 'day'],
  ]),
  ask('an end that is unknown is absent', 'MATCH (m:Meeting {ordinal: 17}) RETURN m.startDate, m.endDate', [
    ['2018-11-07', null],
  ]),
  ask('documents of an entity are counted', "MATCH (p {name: 'To Lam'}) RETURN p.documentCount", [[4n]]),
  ask('mentions of an entity are counted', "MATCH (p {name: 'Moscow'}) RETURN p.mentionCount", [[2n]]),
  ask(
    'ministries of two countries stay two',
    "MATCH (a:Agency {name: 'Ministry of Public Security'}) RETURN a.country ORDER BY a.country",
    [['China'], ['Vietnam']],
  ),
  ask(
    'two transliterations are one person',
    "MATCH (p:Person) WHERE p.name ENDS WITH 'Lavrov' RETURN count(p), collect(size(p.referents))",
    [[1n, [1n]]],
  ),
  ask(
    'the other transliteration is an alias',
    "MATCH (p:Person) WHERE p.name ENDS WITH 'Lavrov' RETURN p.name, p.aliases",
    [['Sergei Lavrov', ['Sergey Lavrov']]],
  ),
  ask('what was not merged has no referents', "MATCH (p {name: 'To Lam'}) RETURN p.referents IS NULL", [[true]]),
  ask('ids are sha-256 in hex', 'MATCH (e:Entity) WHERE size(e.id) = 64 RETURN count(e)', [[14n]]),
  ask(
    'a document has its title, publisher and day',
    "MATCH (d:Document {publisher: 'VNA'}) RETURN d.title, d.publishedOn",
    [['Security officials meet (VNA)', '2024-04-24']],
  ),
  ask(
    'a document has its language, reader and media type',
    "MATCH (d:Document {publisher: 'VNA'}) RETURN d.language, d.reader, d.mediaType",
    [['en', 'txt/1', 'text/plain']],
  ),
  ask('a document names its extractor', "MATCH (d:Document {publisher: 'VNA'}) RETURN d.extractor", [['test/1']]),
  ask(
    'a document counts its claims and entities',
    "MATCH (d:Document {publisher: 'VNA'}) RETURN d.claimCount, d.entityCount",
    [[3n, 4n]],
  ),
  ask('a dateline is a property of the document', "MATCH (d:Document {publisher: 'Daily'}) RETURN d.dateline", [
    ['Hanoi'],
  ]),
  ask(
    'a document shows nothing but its own properties',
    "MATCH (d:Document {publisher: 'VNA'}) UNWIND keys(d) AS key RETURN key ORDER BY key",
    [
      ['claimCount'],
      ['entityCount'],
      ['extractor'],
      ['id'],
      ['language'],
      ['mediaType'],
      ['publishedOn'],
      ['publisher'],
      ['reader'],
      ['title'],
    ],
  ),
  ask('the store says which format it has', 'MATCH (s:Store) RETURN s.format, size(s.schema), keys(s) = [] ', [
    [1n, 64n, false],
  ]),
  ask('all nodes are entities, claims, documents or the store', 'MATCH (n) RETURN count(n)', [[39n]]),
];

export const FACT_QUESTIONS: readonly Question[] = [
  ask('a symmetric fact is stored once', 'MATCH ()-[r:MET_WITH]->() RETURN count(r)', [[1n]]),
  ask('a symmetric fact goes from the smaller id', 'MATCH (a)-[:MET_WITH]->(b) RETURN a.id < b.id', [[true]]),
  ask('a symmetric fact is found from either end', "MATCH ({name: 'To Lam'})-[:MET_WITH]-(b) RETURN b.name", [
    ['Nikolai Patrushev'],
  ]),
  ask('claims of a fact are counted', 'MATCH ()-[r:MET_WITH]->() RETURN r.claimCount', [[3n]]),
  ask('documents of a fact are counted', 'MATCH ()-[r:MET_WITH]->() RETURN r.documentCount', [[3n]]),
  ask('one wire story in two outlets is one source', 'MATCH ()-[r:MET_WITH]->() RETURN r.independentSources', [[2n]]),
  ask('counts are integers', 'MATCH ()-[r:MET_WITH]->() RETURN r.claimCount / 2', [[1n]]),
  ask('the confidence is that of the surest claim, and a float', 'MATCH ()-[r:MET_WITH]->() RETURN r.confidence / 2', [
    [0.5],
  ]),
  ask('date equals startDate', 'MATCH ()-[r:MET_WITH]->() RETURN r.date, r.startDate, r.datePrecision', [
    ['--04-23', '--04-23', 'day'],
  ]),
  ask(
    'a fact without a date has none',
    "MATCH ()-[r:TOOK_PLACE_IN]->({name: 'Moscow'}) RETURN r.date, r.startDate, 'date' IN keys(r)",
    [[null, null, false]],
  ),
  ask('what occurred says so', 'MATCH ()-[r:MET_WITH]->() RETURN r.modality', [['occurred']]),
  ask(
    'what is planned is an edge with its modality',
    'MATCH ()-[r:VISITED {modality: "planned"}]->(b) RETURN b.name, r.date',
    [['Moscow', '2018-11']],
  ),
  ask('what is denied is no edge', "MATCH ({name: 'Wang Xiaohong'})-[r:MET_WITH]-() RETURN count(r)", [[0n]]),
  ask('what is denied is a claim', "MATCH (c:Claim {polarity: 'denied'}) RETURN c.predicate, c.attributedTo", [
    ['MET_WITH', 'the ministry'],
  ]),
  ask('a role is part of the fact', 'MATCH (p)-[r:ATTENDED]->(m {ordinal: 17}) RETURN p.name, r.role', [
    ['Bui Van Nam', 'head of delegation'],
  ]),
  ask('an end date is kept', 'MATCH ()-[r:ATTENDED]->({ordinal: 17}) RETURN r.startDate, r.endDate', [
    ['2018-11-07', '2018-11-08'],
  ]),
  ask(
    'qualifiers are properties of the fact',
    "MATCH ({name: 'To Lam'})-[r:HOLDS_POSITION]->() RETURN r.role, r.status",
    [['minister', 'current']],
  ),
  ask(
    'one attendance in two outlets is one fact',
    "MATCH ({name: 'To Lam'})-[r:ATTENDED]->() RETURN count(r), max(r.claimCount)",
    [[1n, 2n]],
  ),
  ask(
    'visits of a merged person are one fact',
    "MATCH (p:Person)-[r:VISITED]->({name: 'Hanoi'}) RETURN r.claimCount, r.documentCount",
    [[2n, 2n]],
  ),
  ask(
    'the meetings are in their cities',
    'MATCH (m:Meeting)-[:TOOK_PLACE_IN]->(c) RETURN m.ordinal, c.name ORDER BY m.ordinal',
    [
      [12n, 'St. Petersburg'],
      [17n, 'Moscow'],
    ],
  ),
  ask(
    'an undirected path leads over two meetings',
    "MATCH p = shortestPath((:Person {name: 'Nikolai Patrushev'})-[*..4]-(:Agency {country: 'Vietnam'})) RETURN length(p)",
    [[2n]],
  ),
  ask('facts by type', 'MATCH (:Entity)-[r]->(:Entity) RETURN type(r), count(*) ORDER BY type(r)', [
    ['ATTENDED', 2n],
    ['HOLDS_POSITION', 4n],
    ['MET_WITH', 1n],
    ['TOOK_PLACE_IN', 2n],
    ['VISITED', 2n],
  ]),
];

export const PROVENANCE_QUESTIONS: readonly Question[] = [
  ask(
    'every claim has one subject, one object and one document',
    'MATCH (c:Claim) WHERE count { (c)-[:SUBJECT]->(:Entity) } = 1 AND count { (c)-[:OBJECT]->(:Entity) } = 1 AND count { (c)-[:IN]->(:Document) } = 1 RETURN count(c)',
    [[17n]],
  ),
  ask(
    'a claim leads from its subject to its object',
    "MATCH (s)<-[:SUBJECT]-(c:Claim {predicate: 'ATTENDED', role: 'head of delegation', startDate: '2018-11-07'})-[:OBJECT]->(o) RETURN s.name, o.name",
    [['Bui Van Nam', '17th International Meeting']],
  ),
  ask(
    'an edge leads to its claims by its id',
    'MATCH ()-[r:MET_WITH]->() MATCH (c:Claim {fact: r.id}) RETURN count(c)',
    [[3n]],
  ),
  ask(
    'a denied claim names the fact that it would have made',
    "MATCH (c:Claim {polarity: 'denied'}) RETURN size(c.fact)",
    [[64n]],
  ),
  ask(
    'claims of a fact lead to its documents',
    'MATCH ()-[r:MET_WITH]->() MATCH (c:Claim {fact: r.id})-[:IN]->(d) RETURN d.publisher ORDER BY d.publisher',
    [['Daily'], ['TASS'], ['VNA']],
  ),
  ask(
    'a claim has its sentence and its offsets',
    "MATCH (c:Claim {predicate: 'VISITED', modality: 'planned'}) RETURN c.quote, c.end - c.start = size(c.quote)",
    [['Bui Van Nam visited Moscow (1).', true]],
  ),
  ask(
    'a claim has its rule, modality and polarity',
    "MATCH (c:Claim {predicate: 'VISITED', modality: 'planned'}) RETURN c.rule, c.modality, c.polarity",
    [['test/1', 'planned', 'affirmed']],
  ),
  ask(
    'a claim has its time',
    "MATCH (c:Claim {predicate: 'VISITED', modality: 'planned'}) RETURN c.date, c.startDate, c.endDate, c.datePrecision",
    [['2018-11', '2018-11', null, 'month']],
  ),
  ask('a claim has its confidence as a float', 'MATCH (c:Claim) WHERE c.confidence = 1.0 RETURN c.confidence / 2', [
    [0.5],
  ]),
  ask(
    'the offsets of a claim are integers',
    "MATCH (c:Claim {predicate: 'VISITED', modality: 'planned'}) RETURN c.start % 1 = 0, toString(c.start) CONTAINS '.'",
    [[true, false]],
  ),
  ask(
    'who says so is a property of the claim',
    'MATCH (c:Claim) WHERE c.attributedTo IS NOT NULL RETURN c.attributedTo',
    [['the ministry']],
  ),
  ask(
    'qualifiers of a claim are its properties',
    "MATCH (c:Claim {predicate: 'HOLDS_POSITION'}) WHERE c.status IS NOT NULL RETURN c.status ORDER BY c.status",
    [['current'], ['nominee']],
  ),
  ask('an entity is mentioned in its documents', "MATCH ({name: 'To Lam'})-[:MENTIONED_IN]->(d) RETURN count(d)", [
    [4n],
  ]),
  ask('mentions in one document are counted', "MATCH ({name: 'Moscow'})-[m:MENTIONED_IN]->() RETURN m.count", [[2n]]),
  ask('the first mention is quoted', "MATCH ({name: 'Moscow'})-[m:MENTIONED_IN]->() RETURN m.quote, m.end - m.start", [
    ['Moscow', 6n],
  ]),
  ask(
    'an entity without a claim is mentioned all the same',
    'MATCH (t:Topic)-[:MENTIONED_IN]->(d) RETURN t.name, d.title',
    [['cyber security', 'No meeting, says the ministry']],
  ),
  ask(
    'a merged entity is mentioned in all documents of its parts',
    "MATCH (p:Person)-[:MENTIONED_IN]->(d) WHERE p.name = 'Sergei Lavrov' RETURN d.title ORDER BY d.title",
    [['Lavrov in Hanoi'], ['Lavrov in Hanoi again']],
  ),
  ask(
    'mentions are edges from every entity',
    'MATCH (e:Entity) WHERE NOT EXISTS { (e)-[:MENTIONED_IN]->() } RETURN count(e)',
    [[0n]],
  ),
  ask('edges of provenance have no id', 'MATCH (:Claim)-[r]->() RETURN count(r.id), count(r)', [[0n, 51n]]),
];

export const VALUE_QUESTIONS: readonly Question[] = [
  ask('an integer parameter stays an integer', 'RETURN $n / 2', [[3n]], { n: 7 }),
  ask('a parameter with a fraction is a float', 'RETURN $n / 2', [[3.75]], { n: 7.5 }),
  ask('a limit can be a parameter', 'MATCH (d:Document) RETURN count(*) AS n LIMIT $n', [[7n]], { n: 1 }),
  ask('a large integer keeps its digits', 'RETURN $n', [[9007199254740993n]], { n: 9007199254740993n }),
  ask('a list parameter', 'UNWIND $names AS name MATCH (e {name: name}) RETURN e.kind', [['City'], ['City']], {
    names: ['Moscow', 'Hanoi'],
  }),
  ask('a map parameter', 'RETURN $map.a, $map.b.c', [[1n, 'd']], { map: { a: 1, b: { c: 'd' } } }),
  ask('null is null', 'RETURN $nothing IS NULL', [[true]], { nothing: null }),
  ask('a string is data, never Cypher', 'MATCH (e:Entity {name: $name}) RETURN count(e)', [[0n]], {
    name: "x'}) MATCH (n) RETURN n //",
  }),
  ask('an astral character is one string', 'RETURN $text', [['𝒳 and 🏛️']], { text: '𝒳 and 🏛️' }),
  ask('a float without a fraction is a float', 'RETURN 1.0 / 2', [[0.5]]),
  ask('not a number', 'RETURN 0.0 / 0.0 = 0.0 / 0.0', [[false]]),
  ask('a boolean', 'RETURN 1 < 2', [[true]]),
];

export const REFUSED: readonly (readonly [title: string, cypher: string])[] = [
  ['a write', 'CREATE (n:Person) RETURN n'],
  ['a change', "MATCH (n) SET n.name = 'x' RETURN n"],
  ['a deletion', 'MATCH (n) DETACH DELETE n'],
  ['a merge', 'MERGE (n:Entity {id: 1}) RETURN n'],
  ['a file', "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"],
  ['an administration command', 'SHOW DATABASES'],
  ['another database', 'USE system MATCH (n) RETURN n'],
  ['a write in a subquery', 'CALL { CREATE (n) RETURN n } RETURN n'],
  ['a procedure that is not on the list', 'CALL dbms.listConfig() YIELD name RETURN name'],
  ['half a query', 'MATCH (n RETURN n'],
  ['an unknown variable', 'RETURN nobody'],
  ['a parameter that is not given', 'RETURN $missing'],
  ['two statements', 'RETURN 1; RETURN 2'],
];
