// The thread that holds the graph of an embedded store, so that no query blocks the service.
import { parentPort, workerData } from 'node:worker_threads';
import { asAppError } from '../cypher-failure.ts';
import { openForReading } from './database.ts';
import { GraphKeeper } from './graph-keeper.ts';
import type { GraphAnswer, GraphReply, GraphRequest, GraphRequestKind, GraphThreadOptions } from './graph-protocol.ts';

const port = parentPort!;
const { folder, writes } = workerData as GraphThreadOptions;
const keeper = new GraphKeeper(openForReading(folder), folder);
let isEnding = false;
let lastAsked = Number.NEGATIVE_INFINITY;
/** Whoever asks now will soon ask again, and should not wait for what only a change will need. */
const QUIET_MS = 100;

port.on('message', (request: GraphRequest) => {
  const { ticket } = request;
  let reply: GraphReply;
  try {
    reply = { ticket, answer: answer(request) };
  } catch (error) {
    const { code, message, details } = asAppError(error);
    reply = { ticket, failure: { code, message, details } };
  }
  port.postMessage(reply);
  lastAsked = performance.now();
  if (request.kind !== 'close') return;
  isEnding = true;
  port.close();
});

/** While nobody asks, so that the first change of a large graph need not wait for all that it needs. */
function warm(): void {
  if (isEnding) return;
  if (performance.now() - lastAsked < QUIET_MS) setTimeout(warm, QUIET_MS).unref();
  else if (keeper.warm()) setImmediate(warm);
}
if (writes) setImmediate(warm);

function answer(request: GraphRequest): GraphAnswer<GraphRequestKind> {
  if (request.kind === 'close') {
    keeper.close(request.save);
    return undefined;
  }
  keeper.sync();
  switch (request.kind) {
    case 'sync':
      return undefined;
    case 'read':
      return keeper.read(request);
    case 'canonical':
      return keeper.canonical(request.ids);
    case 'version':
      return keeper.version();
    case 'judgements':
      return keeper.judgements();
  }
}
