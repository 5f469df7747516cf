// A batch that would break the graph is refused whole, before anything is written.
import { AppError } from '../../domain/errors.ts';
import type { DocumentCommit } from '../../ports/graph-store.ts';
import { structuralFaults } from '../../projection/audit.ts';

/** @throws AppError Unprocessable */
export function checkBatch(batch: readonly DocumentCommit[]): void {
  for (const { claims } of batch) {
    const faults = structuralFaults(claims);
    if (faults.length > 0)
      throw new AppError('Unprocessable', `Document ${claims.document.id} cannot be stored: ${faults[0]!}.`, {
        details: { document: claims.document.id, faults },
      });
  }
}
