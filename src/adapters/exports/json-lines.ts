// A selection as JSON Lines, for scripts: documents, entities, facts and claims, one object a line.
import type { ExportFormat } from './format.ts';
import type { ExportSource } from './source.ts';

const line = (content: object): string => `${JSON.stringify(content)}\n`;

async function* write(source: ExportSource): AsyncGenerator<string> {
  yield line({ format: 'plenary-selection/1' });
  for await (const document of source.documents()) yield line({ document });
  for await (const { labels, properties } of source.entities()) yield line({ entity: { labels, ...properties } });
  for await (const { type, source: from, target, properties } of source.facts())
    yield line({ fact: { type, source: from, target, ...properties } });
  for await (const { properties, subject, object, document } of source.claims())
    yield line({ claim: { ...properties, subject, object, document } });
}

export const jsonLines: ExportFormat = {
  name: 'jsonl',
  summary: 'JSON Lines: documents, entities, facts and claims of a selection, one object a line',
  files: [{ name: 'plenary.jsonl', mediaType: 'application/x-ndjson', write }],
};
