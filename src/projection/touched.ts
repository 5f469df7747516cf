// What one change of the ledger touches, gathered first and drawn anew at its end.
import { addTo } from './claim-links.ts';

export class Touched {
  /** Ids as documents give them. */
  readonly raw = new Set<string>();
  /** Ids after linking, those before the change and those after it. */
  readonly entities = new Set<string>();
  readonly facts = new Set<string>();
  /** By entity after linking: the documents whose mentions of it may have changed. */
  readonly mentions = new Map<string, Set<string>>();

  mention(entity: string, document: string): void {
    addTo(this.mentions, entity, document);
  }
}
