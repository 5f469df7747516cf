// What linking knows of one entity over all documents that name it.
import type { EntityKind } from '../schema/index.ts';

export interface LinkProfile {
  readonly id: string;
  readonly family: EntityKind;
  readonly kind: EntityKind;
  /** Every name and alias that a document gives, sorted. */
  readonly names: readonly string[];
}
