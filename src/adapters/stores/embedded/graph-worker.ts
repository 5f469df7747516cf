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
  if (request.kind !== 'close') return;
  isEnding = true;
  port.close();
});

/** Between requests, so that the first change of a large graph need not wait for all that it needs. */
function warm(): void {
  if (!isEnding && keeper.warm()) setImmediate(warm);
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
