// The version of the graph, asked of the store at most every so often and after each of our own commits.
import type { GraphStore } from '../ports/graph-store.ts';

/** How long another process's commit may stay unseen. */
const FRESH_MS = 1000;

export class GraphVersion {
  readonly #store: Pick<GraphStore, 'graphVersion'>;
  #known: Promise<string> | undefined;
  #version: string | undefined;
  #askedAt = 0;

  constructor(store: Pick<GraphStore, 'graphVersion'>) {
    this.#store = store;
  }

  current(): Promise<string> {
    const now = Date.now();
    if (this.#known === undefined || now - this.#askedAt > FRESH_MS) {
      this.#askedAt = now;
      const asked = this.#store.graphVersion();
      this.#known = asked;
      asked.then(
        (version) => {
          if (this.#known === asked) this.#version = version;
        },
        () => this.changed(),
      );
    }
    return this.#known;
  }

  /** The version where it is known without asking. */
  get known(): string | undefined {
    return Date.now() - this.#askedAt > FRESH_MS ? undefined : this.#version;
  }

  /** Call after a commit: the next question goes to the store. */
  changed(): void {
    this.#known = undefined;
    this.#version = undefined;
  }
}
