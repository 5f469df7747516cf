// Gathers what is extracted into batches and commits them in order; while one is written, the next is gathered and planned.
import type { CommitReport, DocumentCommit, GraphStore } from '../ports/graph-store.ts';

/** One transaction holds at most so many documents: a power cut loses no more than the two that are at work. */
const BATCH_DOCUMENTS = 50;
/** And at most so many bytes, so that a folder of long reports does not fill the memory. */
const BATCH_BYTES = 32 * 1024 * 1024;

export class BatchWriter {
  private batch: DocumentCommit[] = [];
  private bytes = 0;
  private lastWrite: Promise<void> = Promise.resolve();
  private readonly store: GraphStore;
  private readonly onCommit: (report: CommitReport, documents: number) => void;

  constructor(store: GraphStore, onCommit: (report: CommitReport, documents: number) => void) {
    this.store = store;
    this.onCommit = onCommit;
  }

  /** @throws what writing an earlier batch threw */
  async add(commit: DocumentCommit): Promise<void> {
    this.batch.push(commit);
    this.bytes += commit.bytes.length;
    if (this.batch.length >= BATCH_DOCUMENTS || this.bytes >= BATCH_BYTES) await this.send();
  }

  /** When it is done, all is committed. */
  async flush(): Promise<void> {
    if (this.batch.length > 0) await this.send();
    await this.lastWrite;
  }

  /** Waits for the batch before: two are at work at most. */
  private async send(): Promise<void> {
    const [batch, before] = [this.batch, this.lastWrite];
    this.batch = [];
    this.bytes = 0;
    this.lastWrite = this.write(batch);
    this.lastWrite.catch(() => undefined); // thrown where it is awaited
    await before;
  }

  private async write(batch: readonly DocumentCommit[]): Promise<void> {
    this.onCommit(await this.store.commit(batch), batch.length);
  }
}
