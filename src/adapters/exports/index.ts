// The export formats; a new one is a file and a line here.
import { csv } from './csv.ts';
import { cypherScript } from './cypher-script.ts';
import { followTheMoney } from './follow-the-money.ts';
import type { ExportFormat } from './format.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonLines } from './json-lines.ts';
import { jsonLd } from './json-ld.ts';
import { neo4jCsv } from './neo4j-csv.ts';

export type { ExportFile, ExportFormat } from './format.ts';
export type { Selection } from './selection.ts';
export { ExportSource, type Place } from './source.ts';

export const FORMATS: readonly ExportFormat[] = [
  ...[gexf, graphml, csv, neo4jCsv],
  ...[jsonLines, jsonLd, followTheMoney, cypherScript],
];
