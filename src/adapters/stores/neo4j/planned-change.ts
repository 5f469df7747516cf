// One change of the store, planned and projected; written in one transaction, the same at every attempt of the driver.
import type { ManagedTransaction } from 'neo4j-driver';
import type { CommitReport } from '../../../ports/graph-store.ts';
import type { GraphDelta } from '../../../projection/graph.ts';
import { STORE_NODE } from '../graph-model.ts';
import type { LedgerPlan } from '../ledger-plan.ts';
import { type Payloads, sendDelta } from './delta-writer.ts';
import type { LedgerMirror } from './ledger-mirror.ts';
import { payloadsOf } from './payloads.ts';
import * as statements from './statements.ts';
import { propertyMap } from './values.ts';

/** Another writer was there between our reading and our writing. */
export class StaleMirror extends Error {}

export class PlannedChange {
  readonly mirror: LedgerMirror;
  readonly isEmpty: boolean;
  private readonly plan: LedgerPlan;
  private readonly payloads: Payloads;
  private readonly delta: GraphDelta;
  /** The store's sequence that the change stands on. */
  private readonly sequence: bigint;

  /** The mirror shows the change from now on, and is nothing that can be used where writing it fails. */
  constructor(plan: LedgerPlan, mirror: LedgerMirror) {
    this.plan = plan;
    this.mirror = mirror;
    this.isEmpty =
      plan.put.length === 0 && plan.removed.length === 0 && plan.sources.size === 0 && plan.judgements === undefined;
    this.payloads = payloadsOf(plan);
    this.sequence = mirror.sequence;
    this.delta = mirror.apply(plan);
    if (!this.isEmpty) mirror.sequence++;
  }

  get report(): CommitReport {
    return this.plan.report;
  }

  /**
   * @param sent called when the server has all that it needs for now
   * @throws StaleMirror where the store has moved on
   */
  async write(tx: ManagedTransaction, sent: () => void): Promise<void> {
    const { plan, payloads } = this;
    const lock = tx.run<{ sequence: bigint }>(statements.LOCK, { properties: propertyMap(STORE_NODE.properties) });
    const { records } = await lock;
    if (records[0]?.get('sequence') !== this.sequence) throw new StaleMirror();
    const written = await sendDelta(tx, this.delta, payloads);
    sent();
    await written.done;
    const rows = [...plan.sources].flatMap(([id, sources]) => (payloads.has(id) ? [] : { id, sources }));
    if (rows.length > 0) await tx.run(statements.SET_SOURCES, { rows });
    if (plan.judgements !== undefined) await tx.run(statements.JUDGE, { judgements: JSON.stringify(plan.judgements) });
    await tx.run(statements.ADVANCE, { sequence: this.sequence + 1n });
  }
}
