// Where the explorer draws each entity: drawn once per graph version, in a thread of its own, so that no answer waits for it.
import { Piscina } from 'piscina';
import { decodeLayout, type GraphLayout } from '../adapters/layout/index.ts';
import { AppError } from '../domain/errors.ts';
import type { Drawing, Drawn } from './draw-picture.ts';

export interface Picture {
  readonly payload: Buffer;
  readonly layout: GraphLayout;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** A thread that nothing was asked of for this long gives its memory back. */
const IDLE_MS = 10_000;
/** How long a drawing may take after a stop was asked for; ending a thread inside SQLite would end the process. */
const PATIENCE_MS = 10_000;

/** The picture of the present graph; the first to ask waits for it. */
export class Pictures {
  readonly #store: Omit<Drawing, 'version'>;
  readonly #thread: Piscina;
  #drawn: { readonly version: string; readonly picture: Promise<Picture> } | undefined;

  constructor(store: Omit<Drawing, 'version'>) {
    this.#store = store;
    const isBuilt = import.meta.url.endsWith('.js');
    this.#thread = new Piscina({
      filename: new URL(isBuilt ? './draw-picture.js' : './draw-picture.ts', import.meta.url).href,
      ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS },
      ...(isBuilt ? {} : { execArgv: ['--import', import.meta.resolve('tsx')] }),
    });
  }

  of(version: string): Promise<Picture> {
    if (this.#drawn?.version === version) return this.#drawn.picture;
    const picture = this.#draw(version);
    this.#drawn = { version, picture };
    picture.catch(() => {
      if (this.#drawn?.version === version) this.#drawn = undefined;
    });
    return picture;
  }

  async stop(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([this.#drawn?.picture.catch(() => undefined), waited]);
    clearTimeout(timer);
    await this.#thread.destroy();
  }

  async #draw(version: string): Promise<Picture> {
    const drawn = (await this.#thread.run({ ...this.#store, version })) as Drawn;
    const layout = decodeLayout(drawn.layout);
    if (layout === undefined) throw new AppError('Bug', 'The drawing thread answered a layout that cannot be read.');
    return {
      payload: Buffer.from(drawn.payload.buffer, drawn.payload.byteOffset, drawn.payload.byteLength),
      layout,
      indexOf: new Map(layout.ids.map((id, index) => [id, index])),
    };
  }
}
