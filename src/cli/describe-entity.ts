// An entity as a reader wants it in a terminal: who it is, its posts, its relations by type, each with its sentence.
import type { EntityDetails } from '../query/entities.ts';
import type { ClaimView } from '../query/evidence.ts';
import type { Neighbour, Neighbours } from '../query/relationships.ts';
import type { Plain } from '../query/rows.ts';
import type { Fact } from '../query/shapes.ts';
import { isRelationType, relationSchema } from '../schema/index.ts';
import { readableTime } from './readable-time.ts';
import { bold, faint, oneLine, terminalWidth, wrap } from './terminal.ts';

export interface EntityPicture {
  readonly details: EntityDetails;
  readonly neighbours: Neighbours;
  readonly claims: ReadonlyMap<string, readonly ClaimView[]>;
  /** Sentences for each relation. */
  readonly quotes: number;
}

export function describeEntity(picture: EntityPicture): string {
  const { details, neighbours } = picture;
  const groups = new Map<string, Neighbour[]>();
  for (const entry of neighbours.entries) {
    const heading = headingOf(entry, details.id);
    groups.set(heading, [...(groups.get(heading) ?? []), entry]);
  }
  const sections = [...groups].map(([heading, entries]) => describeGroup(heading, entries, picture));
  const left = neighbours.hasMore ? [faint('There are more relations; raise --limit to see them.')] : [];
  if (sections.length === 0) left.push(faint('No relations of this kind; --all shows planned and proposed ones too.'));
  return [describeHead(details), ...sections, ...left].join('\n\n');
}

const SHOWN_APART = new Set(['startDate', 'endDate', 'datePrecision', 'date']);

function describeHead({ name, kind, aliases, attributes, counts }: EntityDetails): string {
  const time = readableTime(textOf(attributes['startDate']), textOf(attributes['endDate']));
  const further = Object.entries(attributes)
    .filter(([attribute]) => !SHOWN_APART.has(attribute))
    .map(([attribute, value]) => `${attribute}: ${scalarText(value)}`);
  const lines = [[bold(oneLine(name)), kind, ...(time === '' ? [] : [time])].join('  ·  ')];
  if (further.length > 0) lines.push(wrap(further.join('; '), terminalWidth(), '  '));
  if (aliases.length > 0) lines.push(wrap(`also: ${aliases.join(', ')}`, terminalWidth(), '  '));
  const number = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  lines.push(faint(`  ${number(counts.relationships, 'relation')}, named in ${number(counts.documents, 'document')}`));
  return lines.join('\n');
}

const scalarText = (value: Plain): string =>
  typeof value === 'object'
    ? JSON.stringify(value)
        .replace(/[[\]"]/g, '')
        .replaceAll(',', ', ')
    : String(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function headingOf({ fact }: Neighbour, self: string): string {
  if (!isRelationType(fact.type)) return fact.type;
  const { label, inverse } = relationSchema(fact.type);
  return fact.source.id === self ? label : inverse;
}

function describeGroup(heading: string, entries: readonly Neighbour[], picture: EntityPicture): string {
  const title = bold(heading.charAt(0).toUpperCase() + heading.slice(1));
  return [title, ...entries.map((entry) => describeNeighbour(entry, picture))].join('\n');
}

function describeNeighbour({ entity, fact }: Neighbour, { claims, quotes }: EntityPicture): string {
  const notes = [
    fact.role,
    statusOf(fact),
    readableTime(fact.startDate, fact.endDate),
    fact.modality === 'occurred' ? null : fact.modality,
  ];
  const shown = notes.filter((note): note is string => note !== null && note !== '').map(oneLine);
  const head = `  ${oneLine(entity.name)}${shown.length === 0 ? '' : faint(` (${shown.join('; ')})`)}`;
  const own = claims.get(fact.id) ?? [];
  const evidence = own.slice(0, quotes).map(describeClaim);
  const more = own.length > quotes ? [faint(`      and ${own.length - quotes} more`)] : [];
  return [head, ...evidence, ...more].join('\n');
}

const statusOf = (fact: Fact): string | null => textOf(fact.attributes['status']);

function describeClaim({ quote, document, polarity, attributedTo }: ClaimView): string {
  const width = terminalWidth();
  const sayer = attributedTo === null ? [] : [`according to ${attributedTo}`];
  const origin = [
    ...sayer,
    document.title ?? `untitled document ${document.id.slice(0, 12)}`,
    document.publisher,
    document.publishedOn,
  ];
  const said = origin
    .filter((part): part is string => part !== null)
    .map(oneLine)
    .join(', ');
  const denial = polarity === 'affirmed' ? '' : `[${polarity}] `;
  return `${wrap(`${denial}“${quote}”`, width, '      ')}\n${faint(wrap(`— ${said}`, width, '      '))}`;
}
