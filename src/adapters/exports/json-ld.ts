// JSON-LD: entities in schema.org, claims as Web Annotations on their documents, provenance in PROV.
import { SCHEMA } from '../../schema/index.ts';
import { strings, text } from '../../query/shapes.ts';
import type { ExportFormat } from './format.ts';
import type { ExportClaim, ExportEntity, ExportFact, ExportSource } from './source.ts';

/** Written into the file: no reader has to fetch it. */
const CONTEXT = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  plenary: 'urn:plenary:term:',
  name: 'schema:name',
  alternateName: 'schema:alternateName',
  startDate: 'schema:startDate',
  endDate: 'schema:endDate',
  subject: { '@id': 'rdf:subject', '@type': '@id' },
  predicate: { '@id': 'rdf:predicate', '@type': '@id' },
  object: { '@id': 'rdf:object', '@type': '@id' },
  derivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  body: { '@id': 'oa:hasBody', '@type': '@id' },
  target: 'oa:hasTarget',
  source: { '@id': 'oa:hasSource', '@type': '@id' },
  selector: 'oa:hasSelector',
  exact: 'oa:exact',
  start: 'oa:start',
  end: 'oa:end',
  attributedTo: 'prov:wasAttributedTo',
  generatedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
};

const entityIri = (id: string): string => `urn:plenary:entity:${id}`;
const documentIri = (id: string): string => `urn:sha256:${id}`;
const factIri = (id: string): string => `urn:plenary:fact:${id}`;

const kindAlignment = new Map(SCHEMA.entities.map((entity) => [entity.kind, entity.alignments['schemaOrg']]));
const relationAlignment = new Map(
  SCHEMA.relations.map((relation) => [relation.type, relation.alignments['schemaOrg']]),
);

/** Only a single term is an address; a list of candidates is for people. */
const asTerm = (alignment: string | undefined): string | undefined =>
  alignment !== undefined && /^\w+$/.test(alignment) ? `schema:${alignment}` : undefined;

const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

function entityNode({ id, kind, name, properties }: ExportEntity): object {
  const aliases = strings(properties['aliases']);
  return known({
    '@id': entityIri(id),
    '@type': [asTerm(kindAlignment.get(kind)) ?? 'schema:Thing', `plenary:${kind}`],
    name,
    alternateName: aliases.length === 0 ? null : aliases,
    startDate: text(properties['startDate']),
    endDate: text(properties['endDate']),
    'plenary:country': text(properties['country']),
  });
}

function factNode({ id, type, source, target, properties }: ExportFact): object {
  return known({
    '@id': factIri(id),
    '@type': ['rdf:Statement', 'prov:Entity'],
    subject: entityIri(source),
    predicate: asTerm(relationAlignment.get(type)) ?? `plenary:${type}`,
    'plenary:type': type,
    object: entityIri(target),
    startDate: text(properties['startDate']),
    endDate: text(properties['endDate']),
    'plenary:role': text(properties['role']),
    'plenary:modality': text(properties['modality']),
  });
}

function claimNode({ properties, document }: ExportClaim): object {
  const selector = [
    { '@type': 'oa:TextQuoteSelector', exact: text(properties['quote']) },
    { '@type': 'oa:TextPositionSelector', start: properties['start'], end: properties['end'] },
  ];
  return known({
    '@id': `urn:plenary:claim:${text(properties['id']) ?? ''}`,
    '@type': ['oa:Annotation', 'prov:Entity'],
    body: factIri(text(properties['fact']) ?? ''),
    target: { '@type': 'oa:SpecificResource', source: documentIri(document), selector },
    derivedFrom: documentIri(document),
    generatedBy: `urn:plenary:rule:${encodeURIComponent(text(properties['rule']) ?? '')}`,
    attributedTo: text(properties['attributedTo']),
    'plenary:polarity': text(properties['polarity']),
    'plenary:modality': text(properties['modality']),
  });
}

async function* nodes(source: ExportSource): AsyncGenerator<object> {
  for await (const entity of source.entities()) yield entityNode(entity);
  for await (const fact of source.facts()) yield factNode(fact);
  for await (const document of source.documents())
    yield known({
      '@id': documentIri(text(document['id']) ?? ''),
      '@type': ['schema:CreativeWork', 'prov:Entity'],
      name: text(document['title']),
      'schema:publisher': text(document['publisher']),
      'schema:datePublished': text(document['publishedOn']),
      'schema:inLanguage': text(document['language']),
    });
  for await (const claim of source.claims()) yield claimNode(claim);
}

async function* write(source: ExportSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`;
  let separator = '';
  for await (const node of nodes(source)) {
    yield separator + JSON.stringify(node);
    separator = ',\n';
  }
  yield '\n]}\n';
}

export const jsonLd: ExportFormat = {
  name: 'json-ld',
  summary: 'JSON-LD in schema.org, PROV and Web Annotation terms',
  files: [{ name: 'plenary.jsonld', mediaType: 'application/ld+json', write }],
};
