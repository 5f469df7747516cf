// GEXF 1.3 for Gephi and other tools that draw: colours, positions, and dates on the timeline.
import { colourOf, fullDay, isSymmetric } from './appearance.ts';
import type { Plain } from '../../query/rows.ts';
import type { ExportFormat } from './format.ts';
import { scalar, type ExportEntity, type ExportFact, type ExportSource } from './source.ts';
import { xml } from './xml.ts';

const NODE_FIELDS = ['kind', 'aliases', 'country', 'startDate', 'endDate', 'documentCount', 'mentionCount'];
const EDGE_FIELDS = [
  'type',
  'role',
  'modality',
  'startDate',
  'endDate',
  'claimCount',
  'documentCount',
  'confidence',
  'symmetric',
];
const TYPES: Readonly<Record<string, string>> = {
  documentCount: 'integer',
  mentionCount: 'integer',
  claimCount: 'integer',
  confidence: 'double',
  symmetric: 'boolean',
};

const declaration = (owner: 'node' | 'edge', fields: readonly string[]): string =>
  `<attributes class="${owner}">${fields
    .map((field, at) => `<attribute id="${at}" title="${field}" type="${TYPES[field] ?? 'string'}"/>`)
    .join('')}</attributes>`;

function values(fields: readonly string[], properties: Readonly<Record<string, unknown>>): string {
  const present = fields.flatMap((field, at) => {
    const value = scalar(properties[field] as Plain | undefined, ' | ');
    return value === '' ? [] : [`<attvalue for="${at}" value="${xml(value)}"/>`];
  });
  return `<attvalues>${present.join('')}</attvalues>`;
}

function days({ startDate, endDate }: Readonly<Record<string, unknown>>): string {
  const [start, end] = [fullDay(startDate), fullDay(endDate) ?? fullDay(startDate)];
  return start === undefined ? '' : ` start="${start}" end="${end ?? start}"`;
}

function node(entity: ExportEntity, source: ExportSource): string {
  const { r, g, b } = colourOf(source.schema, entity.kind);
  const place = source.places.get(entity.id);
  const position =
    place === undefined ? '' : `<viz:position x="${place.x.toFixed(2)}" y="${place.y.toFixed(2)}" z="0"/>`;
  return `<node id="${entity.id}" label="${xml(entity.name)}"${days(entity.properties)}>${values(NODE_FIELDS, entity.properties)}<viz:color r="${r}" g="${g}" b="${b}"/>${position}</node>\n`;
}

/** All edges are directed, since NetworkX opens no graph of both sorts; what holds both ways says so in a field. */
function edge(fact: ExportFact): string {
  const label = xml(fact.type.toLowerCase().replaceAll('_', ' '));
  return `<edge id="${fact.id}" source="${fact.source}" target="${fact.target}" label="${label}" kind="${fact.type}"${days(fact.properties)}>${values(EDGE_FIELDS, { ...fact.properties, type: fact.type, symmetric: isSymmetric(fact.type) })}</edge>\n`;
}

async function* write(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>Plenary</creator></meta>\n<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n';
  yield `${declaration('node', NODE_FIELDS)}\n${declaration('edge', EDGE_FIELDS)}\n<nodes>\n`;
  for await (const entity of source.entities()) yield node(entity, source);
  yield '</nodes>\n<edges>\n';
  for await (const fact of source.facts()) yield edge(fact);
  yield '</edges>\n</graph>\n</gexf>\n';
}

export const gexf: ExportFormat = {
  name: 'gexf',
  summary: 'GEXF 1.3, for Gephi: colours, positions and a timeline',
  files: [{ name: 'plenary.gexf', mediaType: 'application/gexf+xml', write }],
};
