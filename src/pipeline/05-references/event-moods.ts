// Which events a text only plans, proposes or demands: nobody can have been at one of those.
import { familyOf } from '../../schema/index.ts';
import { eventMood, isToldAsPast } from '../07-qualify/event-mood.ts';
import type { ModalityWords } from '../07-qualify/modality.ts';
import type { Mention } from '../types.ts';
import type { ChainTable, GrowingChain } from './chain-table.ts';
import { headToken } from './recency.ts';

export class EventMoods {
  readonly #table: ChainTable;
  readonly #words: ModalityWords;
  readonly #coming = new Map<number, boolean>();

  constructor(table: ChainTable, words: ModalityWords) {
    this.#table = table;
    this.#words = words;
  }

  /** Whether the mention may stand for the event; `isOwnNoun` where its head noun is in the event's name. */
  mayMean(mention: Mention, chain: GrowingChain, isOwnNoun: boolean): boolean {
    if (familyOf(chain.kind) !== 'Event' || this.#isComing(mention)) return true;
    const token = headToken(this.#table, mention);
    // `the summit is the largest yet` may speak of a summit to come; `attended the summit` may not.
    if (isOwnNoun && (token < 0 || !isToldAsPast(this.#table.text.doc, token))) return true;
    return chain.mentions.some((id) => !this.#isComing(this.#table.text.mentions[id]!));
  }

  #isComing(mention: Mention): boolean {
    const known = this.#coming.get(mention.id);
    if (known !== undefined) return known;
    const token = headToken(this.#table, mention);
    const isComing = token >= 0 && eventMood(this.#table.text.doc, token, this.#words) !== 'occurred';
    this.#coming.set(mention.id, isComing);
    return isComing;
  }
}
