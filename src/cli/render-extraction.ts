// An extraction as a reader sees it: entities by kind, then each relation with its sentence.
import { relationSchema, isRelationType } from '../schema/index.ts';
import type { ExtractedRelation, Extraction } from './extraction-json.ts';
import { bold, faint, oneLine, terminalWidth, wrap } from './terminal.ts';

type Names = ReadonlyMap<string, string>;

export function renderExtraction(
  { document, entities, relations, contradicted, unread }: Extraction,
  text: string,
): string {
  const names: Names = new Map(entities.map((entity) => [String(entity['id']), oneLine(String(entity['name']))]));
  const described = Object.entries(document).map(([key, value]) => `${key}: ${oneLine(value)}`);
  const notRead = unread.map(({ start, end, reason }) => `  ${reason}: ${oneLine(text.slice(start, end))}`);
  return [
    described,
    section('Entities', entities.length, byKind(entities)),
    section('Relations', relations.length, inTextOrder(relations, names)),
    // Few texts deny anything; that there is none of the others is worth a line.
    ...(contradicted.length === 0
      ? []
      : [section('Denied or negated', contradicted.length, inTextOrder(contradicted, names))]),
    section('Not read', unread.length, notRead),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const section = (title: string, count: number, lines: readonly string[]): readonly string[] => [
  bold(`${title} (${count})`),
  ...lines,
];

const inTextOrder = (relations: readonly ExtractedRelation[], names: Names): string[] =>
  [...relations]
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    .flatMap((relation) => renderRelation(relation, names));

function byKind(entities: Extraction['entities']): string[] {
  const kinds = new Map<string, string[]>();
  for (const entity of entities) {
    const kind = String(entity['type']);
    const known = kinds.get(kind) ?? [];
    known.push(oneLine(String(entity['name'])));
    kinds.set(kind, known);
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, found]) => wrap(`${kind}: ${found.sort().join(' · ')}`, terminalWidth(), '  '));
}

function renderRelation(relation: ExtractedRelation, names: Names): string[] {
  const label = isRelationType(relation.type) ? relationSchema(relation.type).label : relation.type;
  const meant = [relation.modality, relation.polarity].filter((word) => word !== 'occurred' && word !== 'affirmed');
  const { role, startDate, endDate } = relation.attributes;
  const when = endDate === undefined ? startDate : `${String(startDate)} to ${String(endDate)}`;
  const qualifiers = [role, when, ...meant].filter((word) => word !== undefined).map(String);
  const source = relation.attributedTo === undefined ? '' : `, says ${oneLine(relation.attributedTo)}`;
  const head = `  ${names.get(relation.source) ?? '?'} ${label} ${names.get(relation.target) ?? '?'}`;
  const tail = qualifiers.length > 0 ? ` (${qualifiers.join(', ')})` : '';
  const quotes = relation.evidence.map(({ quote }) => faint(wrap(`“${quote}”`, terminalWidth(), '      ')));
  return [`${head}${tail}${source}`, ...quotes];
}
