// What linking knows of one entity over all documents that name it.
import type { EntityKind } from '../schema/index.ts';

export interface LinkProfile {
  readonly id: string;
  readonly family: EntityKind;
  readonly kind: EntityKind;
  /** Every name and alias that a document gives, sorted; acronyms among them. */
  readonly names: readonly string[];
  /** Folded, every value that a document gives, sorted. */
  readonly countries: readonly string[];
  readonly genders: readonly string[];
  /** Ordinals and document numbers: what tells the members of a series apart. */
  readonly numbers: readonly string[];
  /** ISO start dates, partial where unknown. */
  readonly dates: readonly string[];
  /** `role|id of the body`, of posts that it holds or held. */
  readonly posts: readonly string[];
  /** Documents that name it, live. */
  readonly documents: ReadonlyMap<string, unknown>;
}
