// The parts of the built product that the bench drives.
import type * as Stores from '../../../src/adapters/stores/open.ts';
import type * as Batches from '../../../src/ingest/batch-writer.ts';
import type * as Runs from '../../../src/ingest/run.ts';
import { builtUrl } from '../built/build.ts';

export type Built = Pick<typeof Stores, 'openStore'> &
  Pick<typeof Batches, 'BatchWriter'> &
  Pick<typeof Runs, 'ingest'>;

export async function builtParts(): Promise<Built> {
  const { openStore } = (await import(builtUrl('adapters/stores/open.js'))) as typeof Stores;
  const { BatchWriter } = (await import(builtUrl('ingest/batch-writer.js'))) as typeof Batches;
  const { ingest } = (await import(builtUrl('ingest/run.js'))) as typeof Runs;
  return { openStore, BatchWriter, ingest };
}
