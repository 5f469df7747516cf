// The thread that holds the graph of an embedded store, so that no query blocks the service.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { asAppError } from '../cypher-failure.ts';
import { openForReading } from './database.ts';
import { GraphKeeper } from './graph-keeper.ts';
import {
  stopPlace,
  type GraphAnswer,
  type GraphReply,
  type GraphRequest,
  type GraphRequestKind,
  type GraphThreadStart,
} from './graph-protocol.ts';

const port = parentPort!;
const { folder, writes, stops } = workerData as GraphThreadStart;
const keeper = new GraphKeeper(openForReading(folder), folder);
let isEnding = false;
let isWarm = !writes;
let isTidy = false;
let lastAsked = Number.NEGATIVE_INFINITY;
/** Whoever asks now will soon ask again, and should not wait for what only a change will need. */
const QUIET_MS = 100;
/** A smaller heap is collected in passing. */
const WORTH_TIDYING_BYTES = 256 * 2 ** 20;
/** Answers that are ready do not wait longer for those that are asked with them. */
const HOLD_MS = 1;

/** What was asked together is answered together, but for what takes long. */
port.on('message', (requests: readonly GraphRequest[]) => {
  let replies: GraphReply[] = [];
  let sentAt = performance.now();
  for (const request of requests) {
    replies.push(replyTo(request));
    lastAsked = performance.now();
    if (lastAsked - sentAt < HOLD_MS) continue;
    port.postMessage(replies);
    replies = [];
    sentAt = lastAsked;
  }
  if (replies.length > 0) port.postMessage(replies);
  if (isEnding) port.close();
  else tidySoon();
});

function replyTo(request: GraphRequest): GraphReply {
  const { ticket } = request;
  try {
    return { ticket, answer: answer(request) };
  } catch (error) {
    const { code, message, details } = asAppError(error);
    return { ticket, failure: { code, message, details } };
  }
}

/** While nobody asks, so that the first change of a large graph need not wait for all that it needs. */
function warm(): void {
  if (isEnding) return;
  if (isAskedNow()) setTimeout(warm, QUIET_MS).unref();
  else if (keeper.warm()) setImmediate(warm);
  else {
    isWarm = true;
    tidySoon();
  }
}
if (writes) setImmediate(warm);

/** Half of what a large graph was made with is garbage that has grown old; it goes once, while nobody asks. */
function tidySoon(): void {
  if (isTidy || !isWarm || getHeapStatistics().used_heap_size < WORTH_TIDYING_BYTES) return;
  isTidy = true;
  setTimeout(tidy, QUIET_MS).unref();
}

function tidy(): void {
  if (isEnding) return;
  if (isAskedNow()) {
    setTimeout(tidy, QUIET_MS).unref();
    return;
  }
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function isAskedNow(): boolean {
  return performance.now() - lastAsked < QUIET_MS;
}

function answer(request: GraphRequest): GraphAnswer<GraphRequestKind> {
  if (request.kind === 'close') {
    isEnding = true;
    keeper.close(request.save);
    return undefined;
  }
  keeper.sync();
  switch (request.kind) {
    case 'sync':
      return undefined;
    case 'read':
      return keeper.read({ ...request, cancel: placeOf(request.ticket) });
    case 'canonical':
      return keeper.canonical(request.ids);
    case 'version':
      return keeper.version();
    case 'judgements':
      return keeper.judgements();
  }
}

/** A view of the one place that stops this query. */
const placeOf = (ticket: number): Int32Array =>
  new Int32Array(stops.buffer, stopPlace(ticket) * Int32Array.BYTES_PER_ELEMENT, 1);
