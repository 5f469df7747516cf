Feature: Meetings - patterns over a graph of people and meetings

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (ana:Person:Official {name: 'Ana Lopez', born: 1961, country: 'PT'}),
             (bao:Person:Official {name: 'Bao Tran', born: 1970, country: 'VN'}),
             (cem:Person {name: 'Cem Kaya', born: 1985}),
             (dia:Person {name: 'Dia Rao', country: 'IN', score: 2.5}),
             (eva:Person {name: 'Eva Holm', born: 1970, country: 'DK', score: 4.0}),
             (mof:Organisation:Agency {name: 'Ministry of Fisheries', country: 'VN'}),
             (un:Organisation {name: 'Union of Harbours'}),
             (m12:Event:Meeting {name: '12th Harbour Meeting', startDate: '2018-11-07', topics: ['fish', 'ports']}),
             (m17:Event:Meeting {name: '17th Harbour Meeting', startDate: '2023-04-23', topics: []}),
             (ana)-[:ATTENDED {role: 'chair'}]->(m12), (bao)-[:ATTENDED {role: 'speaker'}]->(m12),
             (cem)-[:ATTENDED]->(m12), (bao)-[:ATTENDED {role: 'head of delegation'}]->(m17),
             (eva)-[:ATTENDED {role: 'speaker'}]->(m17), (dia)-[:ATTENDED]->(m17),
             (ana)-[:MET_WITH {date: '2018-11-07'}]->(bao), (bao)-[:MET_WITH {date: '2019-01-02'}]->(cem),
             (cem)-[:MET_WITH {date: '2020-02-29'}]->(dia), (dia)-[:MET_WITH {date: '2021-05-05'}]->(eva),
             (bao)-[:HOLDS_POSITION {role: 'minister', status: 'current'}]->(mof),
             (ana)-[:MEMBER_OF]->(un), (eva)-[:MEMBER_OF]->(un), (un)-[:HOSTED]->(m12), (mof)-[:HOSTED]->(m17)
      """

  Scenario Outline: answers
    When executing query:
      """
      <query>
      """
    Then the result should be, in any order:
      | x |
      | <answer> |
    And no side effects

    Examples:
      | query | answer |
      | MATCH (n) RETURN count(*) AS x | 9 |
      | MATCH (n:Person) RETURN count(n) AS x | 5 |
      | MATCH (n:Person&!Official) RETURN count(*) AS x | 3 |
      | MATCH (n:Agency\|Meeting) RETURN count(*) AS x | 3 |
      | MATCH (n:!Person) RETURN count(*) AS x | 4 |
      | MATCH (n:%) RETURN count(*) AS x | 9 |
      | MATCH ()-[r]->() RETURN count(r) AS x | 15 |
      | MATCH ()-[r:ATTENDED\|HOSTED]->() RETURN count(r) AS x | 8 |
      | MATCH ()-[r:!ATTENDED]->() RETURN count(r) AS x | 9 |
      | MATCH (a)-[r]-(b) RETURN count(*) AS x | 30 |
      | MATCH (a)--(b) RETURN count(DISTINCT a) AS x | 9 |
      | MATCH (a:Person)-[:ATTENDED]->(m)<-[:ATTENDED]-(b:Person) WHERE a.name < b.name RETURN count(*) AS x | 6 |
      | MATCH (a)-[:ATTENDED]->(m)<-[:ATTENDED]-(b) RETURN count(*) AS x | 12 |
      | MATCH (a {name: 'Ana Lopez'})-[:MET_WITH*1..2]->(b) RETURN collect(b.name) AS x | ['Bao Tran', 'Cem Kaya'] |
      | MATCH (a {name: 'Ana Lopez'})-[:MET_WITH*0..1]->(b) RETURN count(b) AS x | 2 |
      | MATCH (a {name: 'Ana Lopez'})-[:MET_WITH*]-(b) RETURN count(b) AS x | 4 |
      | MATCH (a {name: 'Eva Holm'})<-[:MET_WITH*3]-(b) RETURN b.name AS x | 'Bao Tran' |
      | MATCH (a {name: 'Ana Lopez'})-[r:MET_WITH*2]->(b) RETURN [e IN r \| e.date] AS x | ['2018-11-07', '2019-01-02'] |
      | MATCH (a {name: 'Ana Lopez'})-[:MET_WITH]->{2}(b) RETURN b.name AS x | 'Cem Kaya' |
      | MATCH (a {name: 'Ana Lopez'})((p)-[e:MET_WITH]->(q)){1,3}(b:Person) RETURN count(*) AS x | 3 |
      | MATCH (a {name: 'Ana Lopez'})((p)-[e:MET_WITH]->(q) WHERE e.date < '2020'){1,3}(b) RETURN max(size(e)) AS x | 2 |
      | MATCH p = shortestPath((a {name: 'Ana Lopez'})-[*]-(b {name: 'Eva Holm'})) RETURN length(p) AS x | 2 |
      | MATCH p = shortestPath((a {name: 'Ana Lopez'})-[:MET_WITH*]->(b {name: 'Eva Holm'})) RETURN length(p) AS x | 4 |
      | MATCH p = allShortestPaths((a {name: 'Ana Lopez'})-[*]-(b {name: 'Cem Kaya'})) RETURN count(p) AS x | 2 |
      | MATCH p = shortestPath((a {name: 'Ana Lopez'})-[:ATTENDED*]-(b {name: 'Eva Holm'})) RETURN [n IN nodes(p) \| n.name][1] AS x | '12th Harbour Meeting' |
      | MATCH p = SHORTEST 1 (a {name: 'Ana Lopez'})-[:MET_WITH]-+(b {name: 'Dia Rao'}) RETURN length(p) AS x | 3 |
      | MATCH p = (a)-[:HOSTED]->(m {name: '12th Harbour Meeting'}) RETURN [r IN relationships(p) \| type(r)] AS x | ['HOSTED'] |
      | OPTIONAL MATCH (n:Nothing) RETURN n AS x | null |
      | MATCH (a {name: 'Cem Kaya'}) OPTIONAL MATCH (a)-[:HOLDS_POSITION]->(o) RETURN o.name AS x | null |
      | MATCH (a:Person) OPTIONAL MATCH (a)-[:MEMBER_OF]->(o) RETURN count(o) AS x | 2 |
      | MATCH (a:Person) WHERE NOT (a)-[:MEMBER_OF]->() RETURN count(a) AS x | 3 |
      | MATCH (a:Person) WHERE EXISTS { (a)-[:ATTENDED {role: 'speaker'}]->() } RETURN count(a) AS x | 2 |
      | MATCH (a:Person) WHERE COUNT { (a)-[:ATTENDED]->() } > 1 RETURN a.name AS x | 'Bao Tran' |
      | MATCH (m:Meeting {name: '12th Harbour Meeting'}) RETURN size(COLLECT { MATCH (m)<-[:ATTENDED]-(p) RETURN p.name }) AS x | 3 |
      | MATCH (a {name: 'Bao Tran'}) RETURN size([(a)-[:ATTENDED]->(m) WHERE m.startDate > '2020' \| m.name]) AS x | 1 |
      | MATCH (a:Person) WHERE a.born IS NULL RETURN a.name AS x | 'Dia Rao' |
      | MATCH (a:Person) WHERE a.born = 1970 RETURN count(*) AS x | 2 |
      | MATCH (a:Person) WHERE 1960 < a.born < 1975 RETURN count(*) AS x | 3 |
      | MATCH (a:Person) WHERE a.name STARTS WITH 'B' OR a.name ENDS WITH 'Rao' RETURN count(*) AS x | 2 |
      | MATCH (a) WHERE a.name CONTAINS 'Harbour' RETURN count(*) AS x | 3 |
      | MATCH (a:Person) WHERE a.name =~ '(?i)^[ab].*' RETURN count(*) AS x | 2 |
      | MATCH (a:Person) WHERE a.country IN ['VN', 'DK'] RETURN count(*) AS x | 2 |
      | MATCH (a:Person) RETURN count(a.country) AS x | 4 |
      | MATCH (a:Person) RETURN count(DISTINCT a.born) AS x | 3 |
      | MATCH (a:Person) RETURN avg(a.score) AS x | 3.25 |
      | MATCH (a:Person) RETURN sum(a.score) AS x | 6.5 |
      | MATCH (a:Person) RETURN min(a.born) AS x | 1961 |
      | MATCH (a:Person) RETURN max(a.name) AS x | 'Eva Holm' |
      | MATCH (a:Person) WITH a ORDER BY a.born, a.name RETURN collect(a.name)[0..2] AS x | ['Ana Lopez', 'Bao Tran'] |
      | MATCH (a:Person) WITH a.born AS b, count(*) AS c WHERE c > 1 RETURN [b, c] AS x | [1970, 2] |
      | MATCH (a:Person) WITH a ORDER BY a.name DESC LIMIT 1 RETURN a.name AS x | 'Eva Holm' |
      | MATCH (a:Person) WITH a ORDER BY a.name SKIP 3 LIMIT 1 RETURN a.name AS x | 'Dia Rao' |
      | MATCH (a:Person)-[r:ATTENDED]->(m) WITH m, collect(r.role) AS roles RETURN max(size(roles)) AS x | 2 |
      | MATCH (m:Meeting) WHERE 'fish' IN m.topics RETURN m.name AS x | '12th Harbour Meeting' |
      | MATCH (m:Meeting) RETURN sum(size(m.topics)) AS x | 2 |
      | MATCH (m:Meeting) WHERE date(m.startDate) > date('2020-01-01') RETURN m.name AS x | '17th Harbour Meeting' |
      | MATCH (a:Meeting), (b:Meeting) WHERE a.startDate < b.startDate RETURN duration.inDays(date(a.startDate), date(b.startDate)).days AS x | 1628 |
      | MATCH (a {name: 'Ana Lopez'}) RETURN a {.name, .born} AS x | {born: 1961, name: 'Ana Lopez'} |
      | MATCH (a {name: 'Cem Kaya'}) RETURN properties(a) AS x | {born: 1985, name: 'Cem Kaya'} |
      | MATCH (a {name: 'Cem Kaya'}) RETURN a AS x | (:Person {born: 1985, name: 'Cem Kaya'}) |
      | MATCH (:Person {name: 'Ana Lopez'})-[r:MET_WITH]->() RETURN r AS x | [:MET_WITH {date: '2018-11-07'}] |
      | MATCH p = (:Organisation {name: 'Union of Harbours'})<-[:MEMBER_OF]-(:Official) RETURN p AS x | <(:Organisation {name: 'Union of Harbours'})<-[:MEMBER_OF]-(:Person:Official {born: 1961, country: 'PT', name: 'Ana Lopez'})> |
      | MATCH (a {name: 'Ana Lopez'}) RETURN a:Official AS x | true |
      | MATCH (a {name: 'Ana Lopez'}) RETURN size(labels(a)) AS x | 2 |
      | CALL db.labels() YIELD label RETURN count(label) AS x | 6 |
      | CALL { MATCH (n:Person) RETURN count(n) AS x } RETURN x | 5 |
      | MATCH (m:Meeting {name: '12th Harbour Meeting'}) CALL (m) { MATCH (m)<-[:ATTENDED]-(p) RETURN count(p) AS x } RETURN x | 3 |
      | MATCH (m:Meeting {name: '12th Harbour Meeting'}) CALL { WITH m MATCH (m)<-[:HOSTED]-(o) RETURN o.name AS x } RETURN x | 'Union of Harbours' |
      | MATCH (n:Agency) RETURN n.name AS x UNION MATCH (n:Agency) RETURN n.name AS x | 'Ministry of Fisheries' |
      | CALL { MATCH (n:Agency) RETURN n UNION ALL MATCH (n:Meeting) RETURN n } RETURN count(n) AS x | 3 |
      | MATCH (a:Official), (b:Official) WHERE a <> b RETURN count(*) AS x | 2 |
      | MATCH (a)-[:MET_WITH]->(b), (a)-[:ATTENDED]->(m)<-[:ATTENDED]-(b) RETURN count(*) AS x | 3 |
      | MATCH (a:Person) WHERE all(w IN split(a.name, ' ') WHERE size(w) > 2) RETURN count(*) AS x | 5 |
      | MATCH (a:Person) WITH collect(a) AS all UNWIND all AS a WITH a WHERE a.score > 3 RETURN a.name AS x | 'Eva Holm' |
      | MATCH (a:Person) RETURN percentileDisc(a.born, 0.5) AS x | 1970 |
      | MATCH (a:Person) RETURN stDevP(a.score) AS x | 0.75 |
      | MATCH (a) RETURN count(a.nothing) AS x | 0 |
