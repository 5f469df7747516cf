// The explorer's questions to the service, one function each.
import type { DecodedGraph } from '../../../src/adapters/layout/payload.ts';
import { decodeGraphPayload } from '../../../src/adapters/layout/decode-payload.ts';
import { runQuery } from './query.ts';
import { address, ask, askJson } from './request.ts';
import type {
  DocumentSummary,
  DocumentText,
  Entity,
  EntityDetails,
  Evidence,
  Fact,
  FactPath,
  FoundDocument,
  GraphSchema,
  Job,
  MeetingSummary,
  NeighbourPage,
  Page,
} from './types.ts';

const API = 'api/v1';
/** Look-ups answer with what occurred unless asked; the panels show all and say how each is meant. */
export const ALL_MODALITIES = ['occurred', 'planned', 'proposed', 'demanded', 'conditional'] as const;

export async function loadGraph(): Promise<DecodedGraph> {
  const response = await ask(`${API}/graph/picture`, { headers: { Accept: 'application/octet-stream' } });
  const unpacked = response.body!.pipeThrough(new DecompressionStream('gzip'));
  return decodeGraphPayload(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

export const loadSchema = (): Promise<GraphSchema> => askJson(`${API}/schema`);

export const searchEntities = (q: string, signal: AbortSignal): Promise<Page<Entity>> =>
  askJson(address(`${API}/entities`, { q, limit: 12 }), { signal });

export const loadEntity = (id: string): Promise<EntityDetails> => askJson(`${API}/entities/${id}`);

export const loadNeighbours = (id: string, cursor?: string): Promise<NeighbourPage> =>
  askJson(address(`${API}/entities/${id}/neighbours`, { modality: ALL_MODALITIES, limit: 200, cursor }));

export const loadFactsBetween = (entity: string, other: string): Promise<Page<Fact>> =>
  askJson(address(`${API}/relationships`, { entity, other, modality: ALL_MODALITIES, limit: 100 }));

export const loadEvidence = (fact: string, cursor?: string): Promise<Page<Evidence>> =>
  askJson(address(`${API}/relationships/${fact}/evidence`, { cursor }));

export const loadDocument = (id: string): Promise<DocumentText> => askJson(`${API}/documents/${id}`);

export const loadDocuments = (): Promise<Page<DocumentSummary>> =>
  askJson(address(`${API}/documents`, { limit: 1000 }));

export const searchDocuments = (q: string, signal: AbortSignal): Promise<Page<FoundDocument>> =>
  askJson(address(`${API}/documents`, { q, limit: 6 }), { signal });

export const loadTimeline = (entity: string): Promise<Page<Fact>> =>
  askJson(address(`${API}/timeline`, { entity, modality: ALL_MODALITIES, limit: 200 }));

export const loadPaths = (from: string, to: string): Promise<{ data: readonly FactPath[]; cut: boolean }> =>
  askJson(address(`${API}/paths`, { from, to, maxHops: 6, limit: 8, modality: ALL_MODALITIES }));

/** More meetings than these are a question for the console. */
export const MOST_MEETINGS = 5000;

/** Page by page; a reader of thousands waits for some. */
export async function loadMeetings(): Promise<readonly MeetingSummary[]> {
  const meetings: MeetingSummary[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<MeetingSummary> = await askJson(address(`${API}/meetings`, { kind: 'Event', limit: 500, cursor }));
    meetings.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && meetings.length < MOST_MEETINGS);
  return meetings;
}

/** The whole id of a node that a large graph's payload knows by a prefix. */
export async function wholeId(prefix: string): Promise<string> {
  if (prefix.length === 64) return prefix;
  const statement = 'MATCH (e:Entity) WHERE e.id STARTS WITH $prefix RETURN e.id AS id LIMIT 1';
  const answer = await askJson<{ data: { values: readonly (readonly string[])[] } }>('db/plenary/query/v2', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ statement, parameters: { prefix } }),
  });
  return answer.data.values[0]?.[0] ?? prefix;
}

export const sendDocument = (file: File): Promise<Job> =>
  askJson(address(`${API}/documents`, { name: file.name }), {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });

export const loadJob = (id: string): Promise<Job> => askJson(`${API}/jobs/${id}`);

const POST_STATUSES = `
MATCH (:Entity {id: $id})<-[:SUBJECT]-(c:Claim {predicate: 'HOLDS_POSITION', polarity: 'affirmed'})-[:IN]->(d:Document)
WHERE c.status IS NOT NULL
RETURN c.fact, c.status, max(coalesce(c.startDate, d.publishedOn)) AS latest ORDER BY coalesce(latest, ''), c.status`;

/** Which claims call a post current, former or incoming: fact, status, and the latest date that goes with it. */
export async function loadPostStatuses(id: string): Promise<readonly PostStatus[]> {
  const { values } = await runQuery(POST_STATUSES, { id }, new AbortController().signal);
  return values as unknown as readonly PostStatus[];
}

export type PostStatus = readonly [fact: string, status: string, latest: string | null];

const BACKING = `
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity), (c)-[:IN]->(d:Document)
WHERE ($document IS NULL OR d.id = $document) AND ($publisher IS NULL OR d.publisher = $publisher)
RETURN DISTINCT s.id, o.id, c.predicate`;

/** What one document, or all of one publisher, say: subject, object and relation of each claim. */
export async function loadBacking(
  document: string | undefined,
  publisher: string | undefined,
): Promise<readonly (readonly [string, string, string])[]> {
  const parameters = { document: document ?? null, publisher: publisher ?? null };
  const { values } = await runQuery(BACKING, parameters, new AbortController().signal);
  return values as unknown as readonly (readonly [string, string, string])[];
}
