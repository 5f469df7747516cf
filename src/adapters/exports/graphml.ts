// GraphML for yEd, NetworkX, igraph, Cytoscape and Gephi; colours and positions as plain attributes.
import { colourOf, isSymmetric } from './appearance.ts';
import type { Plain } from '../../query/rows.ts';
import type { ExportFormat } from './format.ts';
import { scalar, type ExportEntity, type ExportFact, type ExportSource } from './source.ts';
import { xml } from './xml.ts';

type Typed = readonly (readonly [name: string, type: 'string' | 'int' | 'double' | 'boolean'])[];

const NODE_KEYS: Typed = [
  ...(['label', 'kind', 'labels', 'aliases', 'country', 'startDate', 'endDate', 'color'] as const).map(
    (name) => [name, 'string'] as const,
  ),
  ...(['documentCount', 'mentionCount', 'r', 'g', 'b'] as const).map((name) => [name, 'int'] as const),
  ...(['x', 'y'] as const).map((name) => [name, 'double'] as const),
];
const EDGE_KEYS: Typed = [
  ...(['type', 'role', 'modality', 'startDate', 'endDate'] as const).map((name) => [name, 'string'] as const),
  ...(['claimCount', 'documentCount', 'independentSources'] as const).map((name) => [name, 'int'] as const),
  ['confidence', 'double'],
  ['symmetric', 'boolean'],
];

const declare = (owner: 'node' | 'edge', keys: Typed): string =>
  keys
    .map(([name, type]) => `<key id="${owner[0]}_${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');

function fields(owner: 'n' | 'e', keys: Typed, values: Readonly<Record<string, unknown>>): string {
  return keys
    .map(([name]) => [name, scalar(values[name] as Plain | undefined, ' | ')] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<data key="${owner}_${name}">${xml(value)}</data>`)
    .join('');
}

const hex = (part: number): string => part.toString(16).padStart(2, '0');

function node(entity: ExportEntity, source: ExportSource): string {
  const colour = colourOf(source.schema, entity.kind);
  const color = `#${hex(colour.r)}${hex(colour.g)}${hex(colour.b)}`;
  const place = source.places.get(entity.id);
  const values = { ...entity.properties, label: entity.name, labels: entity.labels, color, ...colour, ...place };
  return `<node id="${entity.id}">${fields('n', NODE_KEYS, values)}</node>\n`;
}

function edge(fact: ExportFact): string {
  const values = { ...fact.properties, type: fact.type, symmetric: isSymmetric(fact.type) };
  return `<edge id="${fact.id}" source="${fact.source}" target="${fact.target}">${fields('e', EDGE_KEYS, values)}</edge>\n`;
}

async function* write(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield `${declare('node', NODE_KEYS)}${declare('edge', EDGE_KEYS)}<graph id="plenary" edgedefault="directed">\n`;
  for await (const entity of source.entities()) yield node(entity, source);
  for await (const fact of source.facts()) yield edge(fact);
  yield '</graph>\n</graphml>\n';
}

export const graphml: ExportFormat = {
  name: 'graphml',
  summary: 'GraphML, for yEd, NetworkX, igraph, Cytoscape and Gephi',
  files: [{ name: 'plenary.graphml', mediaType: 'application/graphml+xml', write }],
};
