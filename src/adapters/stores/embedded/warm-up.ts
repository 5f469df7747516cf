// Gathers, a little at a time, what a change of a graph needs that came from a snapshot.
import { Projector } from '../../../projection/projector.ts';
import { canonicalJson } from '../claims-json.ts';
import type { LedgerReader, LedgerVersion } from './ledger-reader.ts';

/** Some hundredths of a second: a query may come between two steps. */
const STEP_DOCUMENTS = 5;

export class WarmUp {
  private readonly ledger: LedgerReader;
  private readonly snapshot: LedgerVersion;
  private readonly gathering = new Projector();
  private found = 0;
  private judged = canonicalJson([]);
  private sequence = 0;

  /** @param snapshot what it was drawn from */
  constructor(ledger: LedgerReader, snapshot: LedgerVersion) {
    this.ledger = ledger;
    this.snapshot = snapshot;
  }

  /** @returns whether there is more to do */
  step(): boolean {
    const page = this.ledger.changesAfter(this.sequence, {
      upTo: this.snapshot.sequence,
      documents: STEP_DOCUMENTS,
    });
    this.gathering.apply(page);
    const { digests } = this.snapshot;
    for (const { document, digest } of page.put) if (digests.get(document.id) === digest) this.found++;
    if (page.judgements !== undefined) this.judged = canonicalJson(page.judgements);
    this.sequence = page.sequence;
    return page.hasMore;
  }

  /** Undefined where what the snapshot was drawn from was changed or removed meanwhile: what it said before is gone. */
  projector(): Projector | undefined {
    const { digests, judged } = this.snapshot;
    return this.found === digests.size && this.judged === canonicalJson(judged) ? this.gathering : undefined;
  }
}
