// Load for the service benchmark: as fast as answers come (closed loop), or at a fixed rate whatever comes back (open loop).
import { connect, type Socket } from 'node:net';

export interface LoadReport {
  /** Good answers a second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers 429 and 503. */
  readonly refused: number;
  /** Refusals without Retry-After, answers of any other status, connections that broke. */
  readonly faults: number;
}

/** Path of the next request; asked for when there is a connection for it. */
export type NextPath = () => string;

const FEW_CONNECTIONS = 32;
const HEAD_END = Buffer.from('\r\n\r\n');

interface Answered {
  readonly status: number;
  readonly saysWhen: boolean;
}

/** One connection with one request at a time: Node's own client costs more than the service that is measured. */
class Connection {
  readonly #base: URL;
  #socket!: Socket;
  #answer: ((answered: Answered) => void) | undefined;
  #arrived: Buffer = Buffer.alloc(0);
  #broken = false;

  constructor(base: URL) {
    this.#base = base;
    this.open();
  }

  open(): void {
    const socket = connect(Number(this.#base.port), this.#base.hostname).setNoDelay();
    this.#socket = socket;
    this.#broken = false;
    socket.on('data', (part) => this.#take(part));
    const lost = (): void => {
      if (socket === this.#socket) this.#break();
    };
    socket.on('error', lost).on('close', lost);
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  ask(path: string): Promise<Answered> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      if (this.#broken) this.#end({ status: 0, saysWhen: false });
      else this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.#base.host}\r\n\r\n`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(part: Buffer): void {
    this.#arrived = this.#arrived.length === 0 ? part : Buffer.concat([this.#arrived, part]);
    const headEnd = this.#arrived.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#arrived.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#arrived.length < headEnd + HEAD_END.length + length) return;
    this.#arrived = Buffer.alloc(0);
    this.#end({ status: Number(head.slice(9, 12)), saysWhen: /\r\nretry-after: \d/i.test(head) });
  }

  #end(answered: Answered): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(answered);
  }

  #break(): void {
    this.#broken = true;
    this.#end({ status: 0, saysWhen: false });
  }
}

class Tally {
  readonly #times: number[] = [];
  #refused = 0;
  #faults = 0;

  note({ status, saysWhen }: Answered, ms: number): void {
    if (status === 200) this.#times.push(ms);
    else if ((status === 429 || status === 503) && saysWhen) this.#refused += 1;
    else this.#faults += 1;
  }

  report(seconds: number): LoadReport {
    const sorted = this.#times.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      perSecond: sorted.length / seconds,
      ...{ p50: at(0.5), p99: at(0.99) },
      ...{ refused: this.#refused, faults: this.#faults },
    };
  }
}

/** @param connections each asks again as soon as it is answered */
export async function closedLoop(
  url: string,
  path: NextPath,
  seconds: number,
  connections = FEW_CONNECTIONS,
): Promise<LoadReport> {
  const tally = new Tally();
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async (): Promise<void> => {
    const connection = new Connection(new URL(url));
    while (performance.now() < end && !connection.isBroken) {
      const asked = performance.now();
      tally.note(await connection.ask(path()), performance.now() - asked);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return tally.report((performance.now() - began) / 1000);
}

/** As the load tools have them: opened before the clock starts; a request that finds none free waits, and its wait counts. */
export const OPEN_LOOP_CONNECTIONS = 256;

/** Between two looks at the clock it sleeps: a core that only spins takes a fifth of the speed of the one beside it. */
const PACE_MS = 1;

/** Times count from when a request was due, so that a stall is not left out of them. */
export async function openLoop(url: string, path: NextPath, perSecond: number, seconds: number): Promise<LoadReport> {
  const tally = new Tally();
  const base = new URL(url);
  const connections = Array.from({ length: OPEN_LOOP_CONNECTIONS }, () => new Connection(base));
  for (const connection of connections) await connection.ask('/healthz');
  const free = [...connections];
  const due: number[] = [];
  const serve = async (connection: Connection): Promise<void> => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      // One that lay idle for seconds was closed, as servers do.
      if (connection.isBroken) connection.open();
      tally.note(await connection.ask(path()), performance.now() - next);
    }
    free.push(connection);
  };
  const running: Promise<void>[] = [];
  const began = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let sent = 0; sent < total;) {
    const behind = Math.min(total, Math.floor(((performance.now() - began) * perSecond) / 1000));
    for (; sent < behind; sent++) {
      due.push(began + (sent / perSecond) * 1000);
      const connection = free.pop();
      if (connection !== undefined) running.push(serve(connection));
    }
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
  await Promise.all(running);
  const took = (performance.now() - began) / 1000;
  for (const connection of connections) connection.close();
  return tally.report(took);
}
