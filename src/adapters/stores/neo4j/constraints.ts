// The constraints and indexes that the store relies on: made at the first start, checked at every start.
import { AppError } from '../../../domain/errors.ts';
import { DOCUMENT_LABEL, ENTITY_LABEL } from '../../../projection/graph.ts';
import { FULL_TEXT, INDEXED, STORE_LABEL, UNIQUE_LABELS } from '../graph-model.ts';
import type { Neo4jConnection } from './connection.ts';
import { HIDDEN } from './hidden.ts';

interface SchemaStatement {
  readonly name: string;
  readonly cypher: string;
}

/**
 * The property holds words that are folded by us beside those as written, so this analyser has capitals to lower only: "dang" and
 * "Đặng" both find Đặng. Neo4j's own folding analyser takes "To" for a stop word, which is a name.
 */
const ANALYZER = 'standard-no-stop-words';
const fullText = (name: string, label: string): SchemaStatement => ({
  name,
  cypher: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.${HIDDEN.words}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${ANALYZER}', \`fulltext.eventually_consistent\`: false}}`,
});

export const CONSTRAINTS: readonly SchemaStatement[] = [...UNIQUE_LABELS, STORE_LABEL].map((label) => ({
  name: `plenary_${label.toLowerCase()}_id`,
  cypher: `CREATE CONSTRAINT plenary_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
}));

const INDEXES: readonly SchemaStatement[] = [
  ...INDEXED.filter(({ property }) => property !== 'id').map(({ label, property }) => {
    const name = `plenary_${label.toLowerCase()}_${property.toLowerCase()}`;
    return { name, cypher: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})` };
  }),
  fullText(FULL_TEXT.names, ENTITY_LABEL),
  fullText(FULL_TEXT.texts, DOCUMENT_LABEL),
];

const INDEX_WAIT_SECONDS = 300;

/** @throws AppError Forbidden with the statement that an administrator should run */
export async function ensureConstraints(connection: Neo4jConnection): Promise<void> {
  await dropFormerIndexes(connection);
  const there = new Set([...(await names(connection, 'CONSTRAINTS')), ...(await names(connection, 'INDEXES'))]);
  const missing = [...CONSTRAINTS, ...INDEXES].filter(({ name }) => !there.has(name));
  for (const { cypher } of missing) {
    try {
      await connection.command(cypher);
    } catch (error) {
      if (error instanceof AppError && error.code === 'Forbidden')
        throw new AppError(
          'Forbidden',
          `The Neo4j user may not prepare the database: let an administrator run: ${cypher}`,
          {
            cause: error,
          },
        );
      throw error;
    }
  }
  if (missing.length > 0) await connection.command(`CALL db.awaitIndexes(${INDEX_WAIT_SECONDS})`);
}

/** Full-text indexes that an earlier Plenary made with another analyser are made again. */
async function dropFormerIndexes(connection: Neo4jConnection): Promise<void> {
  const rows = await connection.query<{ name: string }>(
    "SHOW FULLTEXT INDEXES YIELD name, options WHERE name IN $names AND options.indexConfig['fulltext.analyzer'] <> $analyzer RETURN name",
    { names: Object.values(FULL_TEXT), analyzer: ANALYZER },
  );
  for (const { name } of rows) await connection.command(`DROP INDEX ${name}`);
}

/** Without these a look-up by id would read the whole graph and two writers could make one node twice. */
export async function hasConstraints(connection: Neo4jConnection): Promise<boolean> {
  const there = new Set(await names(connection, 'CONSTRAINTS'));
  return CONSTRAINTS.every(({ name }) => there.has(name));
}

async function names(connection: Neo4jConnection, what: 'CONSTRAINTS' | 'INDEXES'): Promise<readonly string[]> {
  const rows = await connection.query<{ name: string }>(`SHOW ${what} YIELD name`);
  return rows.map(({ name }) => name);
}
