// One change of the store in its transaction, the same at every attempt of the driver; the server has work while we project.
import type { ManagedTransaction } from 'neo4j-driver';
import { documentNode } from '../../../projection/claim-node.ts';
import type { GraphDelta, GraphNode } from '../../../projection/graph.ts';
import { STORE_NODE } from '../graph-model.ts';
import type { LedgerPlan } from '../ledger-plan.ts';
import { type Payloads, writeDelta } from './delta-writer.ts';
import type { LedgerMirror } from './ledger-mirror.ts';
import { payloadsOf } from './payloads.ts';
import * as statements from './statements.ts';
import { propertyMap } from './values.ts';

/** Another writer was there between our reading and our writing. */
export class StaleMirror extends Error {}

const NOTHING: GraphDelta = { removedEdges: [], removedNodes: [], putNodes: [], putEdges: [] };

export class PlannedChange {
  private readonly plan: LedgerPlan;
  private readonly mirror: LedgerMirror;
  private readonly payloads: Payloads;
  /** Nodes that need no projection, so that the server can write them while we project the rest. */
  private readonly newDocuments: readonly GraphNode[];
  private delta: GraphDelta | undefined;

  /** The mirror shows the change once it is written, and nothing that can be used where that failed. */
  constructor(plan: LedgerPlan, mirror: LedgerMirror) {
    this.plan = plan;
    this.mirror = mirror;
    this.payloads = payloadsOf(plan);
    this.newDocuments = plan.put.flatMap(({ claims }) =>
      mirror.digests.has(claims.document.id) ? [] : documentNode(claims),
    );
  }

  /** @throws StaleMirror where the store has moved on */
  async write(tx: ManagedTransaction): Promise<void> {
    const { plan, payloads, mirror } = this;
    const lock = tx.run<{ sequence: bigint }>(statements.LOCK, { properties: propertyMap(STORE_NODE.properties) });
    const documents = writeDelta(tx, { ...NOTHING, putNodes: this.newDocuments }, payloads);
    documents.catch(() => undefined); // awaited below; a store that has moved on is the better reason
    const { records } = await lock;
    if (records[0]?.get('sequence') !== mirror.sequence) throw new StaleMirror();
    this.delta ??= this.project();
    await writeDelta(tx, this.delta, payloads);
    await documents;
    const rows = [...plan.sources].flatMap(([id, sources]) => (payloads.has(id) ? [] : { id, sources }));
    if (rows.length > 0) await tx.run(statements.SET_SOURCES, { rows });
    if (plan.judgements !== undefined) await tx.run(statements.JUDGE, { judgements: JSON.stringify(plan.judgements) });
    await tx.run(statements.ADVANCE, { sequence: mirror.sequence + 1n });
  }

  private project(): GraphDelta {
    const written = new Set(this.newDocuments.map(({ key }) => key));
    const delta = this.mirror.apply(this.plan);
    return { ...delta, putNodes: delta.putNodes.filter(({ key }) => !written.has(key)) };
  }
}
