// The thread that holds the graph of an embedded store, so that no query blocks the service.
import { parentPort, workerData } from 'node:worker_threads';
import { asAppError } from '../cypher-failure.ts';
import { openForReading } from './database.ts';
import { GraphKeeper } from './graph-keeper.ts';
import type { GraphAnswer, GraphReply, GraphRequest, GraphRequestKind } from './graph-protocol.ts';

const port = parentPort!;
const keeper = new GraphKeeper(openForReading((workerData as { readonly folder: string }).folder));

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
  if (request.kind === 'close') port.close();
});

function answer(request: GraphRequest): GraphAnswer<GraphRequestKind> {
  if (request.kind === 'close') {
    keeper.close();
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
