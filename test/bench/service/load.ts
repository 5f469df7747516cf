// Load for the service benchmark: as fast as answers come (closed loop), or at a fixed rate whatever comes back (open loop).
import { Agent, request } from 'node:http';

export interface LoadReport {
  /** Good answers a second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers 429 and 503. */
  readonly refused: number;
}

const CONNECTIONS = 32;

function send(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const call = request(address, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    call.once('error', () => resolve(0));
    call.end();
  });
}

class Tally {
  readonly #times: number[] = [];
  #refused = 0;

  note(status: number, ms: number): void {
    if (status === 200) this.#times.push(ms);
    else if (status === 429 || status === 503) this.#refused += 1;
  }

  report(seconds: number): LoadReport {
    const sorted = this.#times.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99), refused: this.#refused };
  }
}

export async function closedLoop(address: (at: number) => string, seconds: number): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const tally = new Tally();
  const end = performance.now() + seconds * 1000;
  let at = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      tally.note(await send(address(at++), agent), performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  agent.destroy();
  return tally.report(seconds);
}

/** Times count from when a request was due, so that a stall is not left out of them. */
export async function openLoop(
  address: (at: number) => string,
  perSecond: number,
  seconds: number,
): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const tally = new Tally();
  const began = performance.now();
  const waiting: Promise<void>[] = [];
  for (let at = 0; at < perSecond * seconds; at++) {
    const due = began + (at / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    waiting.push(send(address(at), agent).then((status) => tally.note(status, performance.now() - due)));
  }
  await Promise.all(waiting);
  agent.destroy();
  return tally.report((performance.now() - began) / 1000);
}
