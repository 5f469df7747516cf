// What sets apart the things that are named by a head noun: events and instruments.
import type { PhraseTrie } from './gazetteer.ts';
import type { HeadNoun } from './vocabulary.ts';
import type { Scan } from './scan.ts';

export interface HeadedClass {
  readonly heads: PhraseTrie<HeadNoun>;
  readonly gazetteerClass: 'event' | 'instrument';
  /** Lower-case words that may precede the head in a description. */
  readonly modifiers: ReadonlySet<string>;
  /** Prepositions that open the subject of a name: `Law on X`, `Meeting of X`. */
  readonly links: ReadonlySet<string>;
  /** `call on X`, `visit of X`: what follows is a participant. */
  hasNoSubject(head: HeadNoun): boolean;
  /** True where a lower-case head with these words before it is a name all the same. */
  isNamedLower(scan: Scan, from: number, headFrom: number, headTo: number, head: HeadNoun): boolean;
}
