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
let lookedAt = Number.NEGATIVE_INFINITY;
/** Whoever asks now will soon ask again, and should not wait for what only a change will need. */
const QUIET_MS = 100;
/** A smaller heap is collected in passing. */
const WORTH_TIDYING_BYTES = 256 * 2 ** 20;
/** To ask how much there is costs a part of a look-up. */
const LOOK_EVERY_MS = 1000;
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

/** So that the first change of a large graph need not wait for all that it needs. */
function warm(): void {
  if (keeper.warm()) {
    setImmediate(whenQuiet, warm);
    return;
  }
  isWarm = true;
  tidySoon();
}
if (writes) setImmediate(whenQuiet, warm);

/** Half of what a large graph was made with is garbage that has grown old; it goes once. */
function tidySoon(): void {
  if (isTidy || !isWarm || lastAsked - lookedAt < LOOK_EVERY_MS) return;
  lookedAt = lastAsked;
  isTidy = getHeapStatistics().used_heap_size >= WORTH_TIDYING_BYTES;
  if (isTidy) whenQuiet(tidy);
}

function tidy(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Does the work while nobody asks. */
function whenQuiet(work: () => void): void {
  if (isEnding) return;
  if (performance.now() - lastAsked < QUIET_MS) setTimeout(whenQuiet, QUIET_MS, work).unref();
  else work();
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
