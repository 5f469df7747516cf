// What fills a role of a frame, and what the role wants.
import type { Family } from './frame.ts';

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
