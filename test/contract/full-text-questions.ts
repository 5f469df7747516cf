// Full-text searches of the demo corpus whose hits and scores must not depend on the store.
const names = (words: string): string =>
  `CALL db.index.fulltext.queryNodes('entity_names', '${words}') YIELD node, score RETURN node.name, round(score, 4) AS score ORDER BY score DESC, node.name`;
const texts = (words: string): string =>
  `CALL db.index.fulltext.queryNodes('document_texts', '${words}') YIELD node, score RETURN node.title, round(score, 4) AS score ORDER BY score DESC, node.title`;

export const FULL_TEXT_QUESTIONS: readonly string[] = [
  ...['To Lam', 'lam', 'Tô Lâm', 'ministry security', 'ministry AND security', '"public security"'].map(names),
  ...['minist* -security', 'patrushov~', 'lam~1', 'lam~0.5', 'p?tr*', 'vietnam^3 russia'].map(names),
  ...['(vietnam OR russia) AND NOT minister', 'a OR NOT lam', 'state-owned', 'St. Petersburg'].map(names),
  ...['security', 'Vietnam security meeting', '"To Lam"', '"the security council"', 'sanction*', 'sumit~'].map(texts),
  ...['U.S. nuclear', 'peace AND summit NOT moscow', 'nuclear OR (sanctions AND eu)'].map(texts),
  "CALL db.index.fulltext.queryNodes('entity_names', '*') YIELD node, score RETURN count(*), avg(score)",
  "CALL db.index.fulltext.queryNodes('entity_names', 'lam', {limit: 1}) YIELD node RETURN node.name",
  "CALL db.index.fulltext.queryNodes('entity_names', 'to lam') YIELD node, score WHERE score > 1 MATCH (node)-[:MET_WITH]-(o) RETURN node.name, o.name ORDER BY node.name, o.name",
  "CALL db.index.fulltext.queryNodes('document_texts', 'putin') YIELD node AS d MATCH (c:Claim)-[:IN]->(d) RETURN d.title, count(c) AS claims ORDER BY claims DESC, d.title",
];
