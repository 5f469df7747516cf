// One good request for each operation; the suites over all routes fail where a route has none.
import { setTimeout as sleep } from 'node:timers/promises';
import { documentPage, factPage, job } from './answers.ts';
import { posted, type TestService } from './service.ts';
import { WORLD } from './world.ts';

export interface Example {
  readonly path: string;
  readonly init?: RequestInit;
  readonly status: number;
}

export interface KnownIds {
  readonly fact: string;
  readonly document: string;
  readonly job: string;
  /** Of a document that nothing else asks for. */
  readonly removable: string;
}

export const examples = ({ fact, document, job: jobId, removable }: KnownIds): Readonly<Record<string, Example>> => ({
  listEntities: { path: '/api/v1/entities?q=okafor&limit=5', status: 200 },
  getEntity: { path: `/api/v1/entities/${WORLD.dang}`, status: 200 },
  listNeighbours: { path: `/api/v1/entities/${WORLD.okafor}/neighbours?type=MET_WITH&type=ATTENDED`, status: 200 },
  listRelationships: { path: `/api/v1/relationships?entity=${WORLD.okafor}&other=${WORLD.dang}`, status: 200 },
  getRelationship: { path: `/api/v1/relationships/${fact}`, status: 200 },
  listEvidence: { path: `/api/v1/relationships/${fact}/evidence`, status: 200 },
  findPaths: { path: `/api/v1/paths?from=${WORLD.dang}&to=${WORLD.gothenburg}`, status: 200 },
  listMeetings: { path: '/api/v1/meetings?from=2024', status: 200 },
  getMeeting: { path: `/api/v1/meetings/${WORLD.forum}`, status: 200 },
  getTimeline: { path: '/api/v1/timeline', status: 200 },
  listCoAttendance: { path: `/api/v1/co-attendance?entity=${WORLD.okafor}`, status: 200 },
  listDocuments: { path: '/api/v1/documents', status: 200 },
  addDocument: { path: '/api/v1/documents', init: posted({ text: 'A new report.', name: 'new.txt' }), status: 202 },
  getDocument: { path: `/api/v1/documents/${document}`, status: 200 },
  removeDocument: { path: `/api/v1/documents/${removable}`, init: { method: 'DELETE' }, status: 204 },
  getJob: { path: `/api/v1/jobs/${jobId}`, status: 200 },
  listUnread: { path: '/api/v1/unread', status: 200 },
  getGraph: { path: '/api/v1/graph', status: 200 },
  getGraphPicture: { path: '/api/v1/graph/picture', status: 200 },
  getSchema: { path: '/api/v1/schema', status: 200 },
  getStats: { path: '/api/v1/stats', status: 200 },
  query: { path: '/db/plenary/query/v2', init: posted({ statement: 'MATCH (n:Person) RETURN n.name' }), status: 202 },
  exportGraph: { path: '/api/v1/exports/gexf', status: 200 },
});

/** Ids that only a running service knows. */
export async function knownIds({ get }: TestService, headers: Record<string, string> = {}): Promise<KnownIds> {
  const facts = await get(factPage, `/api/v1/relationships?entity=${WORLD.okafor}&other=${WORLD.dang}`, { headers });
  const documents = await get(documentPage, '/api/v1/documents', { headers });
  const added = await get(job, '/api/v1/documents', posted({ text: 'Another report.' }, headers), 202);
  while ((await get(job, `/api/v1/jobs/${added.id}`, { headers })).state !== 'done') await sleep(20);
  return { fact: facts.data[0]!.id, document: documents.data[0]!.id, job: added.id, removable: added.documentId! };
}
