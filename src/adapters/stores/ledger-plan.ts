// What a batch does to the set of documents and their sources, decided before anything is written.
import type { DocumentClaims } from '../../domain/claim.ts';
import type { CommitReport, DocumentCommit, LinkJudgement } from '../../ports/graph-store.ts';
import { claimsDigest, claimsWithoutText } from './claims-json.ts';

export interface PlannedDocument {
  readonly claims: DocumentClaims;
  readonly json: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

export interface LedgerPlan {
  readonly report: CommitReport;
  readonly put: readonly PlannedDocument[];
  readonly removed: readonly string[];
  /** All that people decided, where that changes. */
  readonly judgements?: readonly LinkJudgement[];
  /** New source sets of documents that stay or come; sorted. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

export const NO_CHANGE: LedgerPlan = {
  report: { added: [], unchanged: [], removed: [] },
  put: [],
  removed: [],
  sources: new Map(),
};

export interface LedgerState {
  /** Digest by document. */
  readonly digests: ReadonlyMap<string, string>;
  /** Document by source. */
  readonly sources: ReadonlyMap<string, string>;
  /** Sources by document. */
  readonly sourcesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

export function planCommit(batch: readonly DocumentCommit[], state: LedgerState): LedgerPlan {
  const put = new Map<string, PlannedDocument>();
  const unchanged = new Set<string>();
  const moved = new Map<string, string>();
  for (const { claims, bytes, source } of batch) {
    const { id } = claims.document;
    const json = claimsWithoutText(claims);
    const digest = claimsDigest(json);
    if ((put.get(id)?.digest ?? state.digests.get(id)) !== digest) put.set(id, { claims, json, digest, bytes });
    else if (!put.has(id)) unchanged.add(id);
    moved.set(source, id);
  }
  return settle(state, put, [...unchanged], moved);
}

/** @param moved the document that each source leads to from now on; undefined where the source goes */
function settle(
  state: LedgerState,
  put: Map<string, PlannedDocument>,
  unchanged: readonly string[],
  moved: ReadonlyMap<string, string | undefined>,
): LedgerPlan {
  const touched = new Set<string>(put.keys());
  for (const [source, id] of moved) {
    const before = state.sources.get(source);
    if (before === id) continue;
    if (before !== undefined) touched.add(before);
    if (id !== undefined) touched.add(id);
  }
  const sources = new Map<string, string[]>();
  for (const id of touched) {
    const stay = [...(state.sourcesOf.get(id) ?? [])].filter((source) => !moved.has(source));
    const come = [...moved].flatMap(([source, to]) => (to === id ? source : []));
    sources.set(id, [...stay, ...come].sort());
  }
  const gone = [...sources].filter(([, left]) => left.length === 0).map(([id]) => id);
  for (const id of gone) {
    put.delete(id);
    sources.delete(id);
  }
  return {
    put: [...put.values()],
    removed: gone.filter((id) => state.digests.has(id)),
    sources,
    report: {
      added: [...put.keys()],
      unchanged: unchanged.filter((id) => !gone.includes(id)),
      removed: gone.filter((id) => state.digests.has(id)),
    },
  };
}

/** @returns undefined where the store has no such document, path or address */
export function planRemoval(reference: string, state: LedgerState): LedgerPlan | undefined {
  if (state.sources.has(reference)) return settle(state, new Map(), [], new Map([[reference, undefined]]));
  if (!state.digests.has(reference)) return undefined;
  const own = [...(state.sourcesOf.get(reference) ?? [])];
  return settle(state, new Map(), [], new Map(own.map((source) => [source, undefined])));
}

/** The smaller id is on the left; a later decision on a pair replaces the earlier one. */
export function planJudgement(judgement: LinkJudgement, before: readonly LinkJudgement[]): LedgerPlan {
  const [left, right] = [judgement.left, judgement.right].sort() as [string, string];
  const kept = before.filter((pair) => pair.left !== left || pair.right !== right);
  const judgements = [...kept, { ...judgement, left, right }].sort((a, b) =>
    a.left + a.right < b.left + b.right ? -1 : 1,
  );
  const report = { added: [], unchanged: [], removed: [] };
  return { report, put: [], removed: [], sources: new Map(), judgements };
}
