// A process that commits numbered documents to Neo4j one by one and says each one that is acknowledged; made to be killed.
import { writeSync } from 'node:fs';
import { openStore } from '../../src/adapters/stores/open.ts';
import { numberedDocument } from './corpus.ts';

const [uri, user, password, count] = process.argv.slice(2) as [string, string, string, string];
const store = await openStore(uri, { user, password });
const known = new Set((await store.knownSources()).map(({ source }) => source));
for (let at = 0; at < Number(count); at++) {
  const commit = numberedDocument(at);
  if (known.has(commit.source)) continue;
  await store.commit([commit]);
  writeSync(1, `${commit.claims.document.id}\n`); // at once: a buffered word would be lost with the process
}
await store.close();
writeSync(1, 'done\n');
