// A small invented world as document commits: three reports on meetings, with a denial, a plan and accents in names.
import type { Claim, DocumentClaims, DocumentEntity } from '../../../src/domain/claim.ts';
import { claimId, documentId, entityId } from '../../../src/domain/ids.ts';
import { foldName } from '../../../src/domain/names.ts';
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import { familyOf, relationSchema, type EntityKind, type RelationType } from '../../../src/schema/index.ts';

interface Named {
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

interface Stated extends Partial<
  Pick<Claim, 'role' | 'modality' | 'polarity' | 'startDate' | 'endDate' | 'attributedTo'>
> {
  readonly relation: RelationType;
  readonly source: string;
  readonly target: string;
  /** Must stand in the text. */
  readonly quote: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Report {
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly text: string;
  readonly entities: readonly Named[];
  readonly claims: readonly Stated[];
}

export const idOf = (kind: EntityKind, name: string): string => entityId(familyOf(kind), foldName(name));

function entityOf(named: Named, text: string): DocumentEntity {
  const mentions: { start: number; end: number; quote: string }[] = [];
  for (let at = text.indexOf(named.name); at >= 0; at = text.indexOf(named.name, at + 1))
    mentions.push({ start: at, end: at + named.name.length, quote: named.name });
  return {
    id: idOf(named.kind, named.name),
    kind: named.kind,
    name: named.name,
    key: foldName(named.name),
    aliases: [...(named.aliases ?? [])].sort(),
    attributes: named.attributes ?? {},
    mentions,
  };
}

function claimOf(stated: Stated, document: string, text: string, ids: ReadonlyMap<string, string>): Claim {
  const start = text.indexOf(stated.quote);
  if (start < 0) throw new Error(`The quote does not stand in the text: ${stated.quote}`);
  const [source, target] = [ids.get(stated.source), ids.get(stated.target)];
  if (source === undefined || target === undefined) throw new Error(`Unknown end in: ${stated.quote}`);
  const isTurned = relationSchema(stated.relation).symmetric && target < source;
  const [subject, object] = isTurned ? [target, source] : [source, target];
  const end = start + stated.quote.length;
  const { role, startDate, endDate, attributedTo } = stated;
  return {
    id: claimId({ document, predicate: stated.relation, subject, object, start, end }),
    predicate: stated.relation,
    subject,
    object,
    ...(role === undefined ? {} : { role }),
    ...(startDate === undefined ? {} : { startDate, datePrecision: 'day' as const }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(attributedTo === undefined ? {} : { attributedTo }),
    attributes: stated.attributes ?? {},
    modality: stated.modality ?? 'occurred',
    polarity: stated.polarity ?? 'affirmed',
    confidence: 0.9,
    rule: 'test.written/1',
    evidence: { start, end, quote: stated.quote },
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

export function commitOf(report: Report): DocumentCommit {
  const { text, title, publisher, publishedOn } = report;
  const bytes = Buffer.from(text, 'utf8');
  const id = documentId(bytes);
  const entities = report.entities.map((named) => entityOf(named, text));
  const ids = new Map(entities.map((entity) => [entity.name, entity.id]));
  const claims: DocumentClaims = {
    document: { id, mediaType: 'text/plain', reader: 'txt/1', text, title, publisher, publishedOn, language: 'en' },
    extractor: 'test/1',
    entities: [...entities].sort(byId),
    claims: report.claims.map((stated) => claimOf(stated, id, text, ids)).sort(byId),
    unread: [{ start: 0, end: Math.min(9, text.length), reason: 'no-frame' }],
  };
  return { claims, bytes, source: `/desk/${title}.txt` };
}

const DANG: Named = {
  kind: 'Person',
  name: 'Đặng Thị Hòa',
  aliases: ['Minister Hòa'],
  attributes: { country: 'Vietnam' },
};
const OKAFOR: Named = { kind: 'Person', name: 'Ruth Okafor', attributes: { country: 'Nigeria' } };
const LINDQVIST: Named = { kind: 'Person', name: 'Mara Lindqvist', attributes: { country: 'Sweden' } };
const FORUM: Named = {
  kind: 'Meeting',
  name: '12th Harbour Forum',
  attributes: { ordinal: 12, startDate: '2024-03-05', endDate: '2024-03-06', datePrecision: 'day' },
};
const SECOND_FORUM: Named = {
  kind: 'Meeting',
  name: '13th Harbour Forum',
  attributes: { ordinal: 13, startDate: '2025-03-04' },
};
const MINISTRY: Named = { kind: 'Agency', name: 'Ministry of Ports', attributes: { country: 'Vietnam' } };
const GOTHENBURG: Named = { kind: 'City', name: 'Gothenburg' };
const DREDGING: Named = { kind: 'Topic', name: 'dredging rules' };
const COMMUNIQUE: Named = { kind: 'Communique', name: 'Harbour Communiqué' };

export const REPORTS: readonly Report[] = [
  {
    title: 'Harbour Forum opens',
    publisher: 'The Quay',
    publishedOn: '2024-03-06',
    text: [
      'GOTHENBURG. Đặng Thị Hòa, head of the Ministry of Ports, met Ruth Okafor on 5 March 2024.',
      'Both attended the 12th Harbour Forum in Gothenburg, which Mara Lindqvist chaired.',
      'The 12th Harbour Forum discussed dredging rules and adopted the Harbour Communiqué.',
      'Mara Lindqvist is to meet Ruth Okafor in May.',
    ].join('\n'),
    entities: [DANG, OKAFOR, LINDQVIST, FORUM, MINISTRY, GOTHENBURG, DREDGING, COMMUNIQUE],
    claims: [
      {
        relation: 'HOLDS_POSITION',
        source: DANG.name,
        target: MINISTRY.name,
        role: 'head',
        quote: 'Đặng Thị Hòa, head of the Ministry of Ports',
        attributes: { status: 'current' },
      },
      {
        relation: 'MET_WITH',
        source: DANG.name,
        target: OKAFOR.name,
        startDate: '2024-03-05',
        quote: 'Đặng Thị Hòa, head of the Ministry of Ports, met Ruth Okafor on 5 March 2024.',
      },
      {
        relation: 'ATTENDED',
        source: DANG.name,
        target: FORUM.name,
        startDate: '2024-03-05',
        endDate: '2024-03-06',
        quote: 'Both attended the 12th Harbour Forum in Gothenburg',
      },
      {
        relation: 'ATTENDED',
        source: OKAFOR.name,
        target: FORUM.name,
        startDate: '2024-03-05',
        endDate: '2024-03-06',
        quote: 'Both attended the 12th Harbour Forum',
      },
      { relation: 'CHAIRED', source: LINDQVIST.name, target: FORUM.name, quote: 'which Mara Lindqvist chaired' },
      {
        relation: 'TOOK_PLACE_IN',
        source: FORUM.name,
        target: GOTHENBURG.name,
        quote: 'the 12th Harbour Forum in Gothenburg',
      },
      {
        relation: 'DISCUSSED',
        source: FORUM.name,
        target: DREDGING.name,
        quote: 'The 12th Harbour Forum discussed dredging rules',
      },
      { relation: 'ADOPTED', source: FORUM.name, target: COMMUNIQUE.name, quote: 'adopted the Harbour Communiqué' },
      {
        relation: 'MET_WITH',
        source: LINDQVIST.name,
        target: OKAFOR.name,
        modality: 'planned',
        startDate: '2024-05',
        quote: 'Mara Lindqvist is to meet Ruth Okafor in May.',
      },
    ],
  },
  {
    title: 'A talk on the quay',
    publisher: 'Coast Daily',
    publishedOn: '2024-03-07',
    text: [
      'On 5 March, Đặng Thị Hòa and Ruth Okafor met for an hour, according to organisers.',
      'Ruth Okafor sat down with Mara Lindqvist on April 23.',
      'A spokesman denied that Đặng Thị Hòa met Mara Lindqvist.',
    ].join('\n'),
    entities: [DANG, OKAFOR, LINDQVIST],
    claims: [
      {
        relation: 'MET_WITH',
        source: DANG.name,
        target: OKAFOR.name,
        startDate: '2024-03-05',
        attributedTo: 'organisers',
        quote: 'On 5 March, Đặng Thị Hòa and Ruth Okafor met for an hour',
      },
      {
        relation: 'MET_WITH',
        source: OKAFOR.name,
        target: LINDQVIST.name,
        startDate: '--04-23',
        quote: 'Ruth Okafor sat down with Mara Lindqvist on April 23.',
      },
      {
        relation: 'MET_WITH',
        source: DANG.name,
        target: LINDQVIST.name,
        polarity: 'denied',
        quote: 'denied that Đặng Thị Hòa met Mara Lindqvist',
      },
    ],
  },
  {
    title: 'One year on',
    publisher: 'The Quay',
    publishedOn: '2025-03-05',
    text: 'Ruth Okafor and Mara Lindqvist attended the 13th Harbour Forum in Gothenburg on 4 March 2025.',
    entities: [OKAFOR, LINDQVIST, SECOND_FORUM, GOTHENBURG],
    claims: [
      {
        relation: 'ATTENDED',
        source: OKAFOR.name,
        target: SECOND_FORUM.name,
        startDate: '2025-03-04',
        quote: 'Ruth Okafor and Mara Lindqvist attended the 13th Harbour Forum',
      },
      {
        relation: 'ATTENDED',
        source: LINDQVIST.name,
        target: SECOND_FORUM.name,
        startDate: '2025-03-04',
        quote: 'Mara Lindqvist attended the 13th Harbour Forum',
      },
      {
        relation: 'TOOK_PLACE_IN',
        source: SECOND_FORUM.name,
        target: GOTHENBURG.name,
        quote: 'the 13th Harbour Forum in Gothenburg',
      },
    ],
  },
];

export const WORLD = {
  dang: idOf('Person', DANG.name),
  okafor: idOf('Person', OKAFOR.name),
  lindqvist: idOf('Person', LINDQVIST.name),
  forum: idOf('Meeting', FORUM.name),
  secondForum: idOf('Meeting', SECOND_FORUM.name),
  ministry: idOf('Agency', MINISTRY.name),
  gothenburg: idOf('City', GOTHENBURG.name),
} as const;
