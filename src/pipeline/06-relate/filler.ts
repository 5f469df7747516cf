// What fills a role of a frame, and what the role wants.
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../types.ts';
import { takesFamily } from './families.ts';
import type { Family } from './frame.ts';
import type { Reading } from './reading.ts';

export interface Filler {
  readonly chain: number;
  readonly token: number;
  /** Set where the chain stands behind another word: `head of delegation`. */
  readonly role?: string;
}

export interface Wanted {
  readonly takes: readonly Family[];
  readonly group: boolean;
  readonly mixed?: boolean;
}

/** The chains of a mention that the role takes. */
export function matching(reading: Reading, mention: Mention, token: number, takes: readonly Family[]): Filler[] {
  const chains = reading.chainsOf(mention.id).filter((chain) => {
    const family = reading.familyOf(chain);
    return family !== undefined && takesFamily(takes, family);
  });
  return chains.map((chain) => ({ chain, token }));
}

/** Token of the mention that its other tokens hang on. */
export function headToken(doc: Doc, mention: Mention): number {
  const first = doc.tokenAt(mention.start);
  let token = first;
  for (let steps = 0; steps < 20; steps += 1) {
    const up = doc.head[token]!;
    if (up === token || doc.tokenStart[up]! < mention.outer.start || doc.tokenStart[up]! >= mention.outer.end)
      return token;
    token = up;
  }
  return token;
}
