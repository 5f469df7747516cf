// A process that commits numbered documents one by one and says each one that is acknowledged; made to be killed.
import { writeSync } from 'node:fs';
import { openDatabase, prepareFolder } from '../../src/adapters/stores/embedded/database.ts';
import { Truth } from '../../src/adapters/stores/embedded/truth.ts';
import { numberedDocument } from './corpus.ts';

const [folder, count] = process.argv.slice(2) as [string, string];
prepareFolder(folder, true);
const truth = new Truth(openDatabase(folder));
const known = new Set(truth.knownSources().map(({ source }) => source));
for (let at = 0; at < Number(count); at++) {
  const commit = numberedDocument(at);
  if (known.has(commit.source)) continue;
  truth.commit([commit]);
  writeSync(1, `${commit.claims.document.id}\n`); // at once: a buffered word would be lost with the process
}
truth.close();
writeSync(1, 'done\n');
