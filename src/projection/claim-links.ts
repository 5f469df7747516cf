// Claims by their ends, their facts and the posts they give, after linking.
import { isPostHeld } from './derived-kinds.ts';
import { type LinkedClaim, supportsFact } from './fact-edge.ts';

export class ClaimLinks {
  private readonly byId = new Map<string, LinkedClaim>();
  private readonly byRaw = new Map<string, Set<string>>();
  private readonly byFact = new Map<string, Set<string>>();
  private readonly postsByRaw = new Map<string, Set<string>>();

  get(id: string): LinkedClaim | undefined {
    return this.byId.get(id);
  }

  put(linked: LinkedClaim): void {
    const { claim } = linked;
    this.remove(claim.id);
    this.byId.set(claim.id, linked);
    for (const raw of [claim.subject, claim.object]) {
      addTo(this.byRaw, raw, claim.id);
      if (isPostHeld(claim)) addTo(this.postsByRaw, raw, claim.id);
    }
    if (supportsFact(linked)) addTo(this.byFact, linked.fact, claim.id);
  }

  remove(id: string): void {
    const linked = this.byId.get(id);
    if (linked === undefined) return;
    this.byId.delete(id);
    for (const raw of [linked.claim.subject, linked.claim.object]) {
      removeFrom(this.byRaw, raw, id);
      removeFrom(this.postsByRaw, raw, id);
    }
    removeFrom(this.byFact, linked.fact, id);
  }

  /** Claims with an end that documents give under this id. */
  of(raw: string): readonly LinkedClaim[] {
    return this.list(this.byRaw.get(raw));
  }

  /** Claims that someone holds or held a post, by the id of either end. */
  postsOf(raw: string): readonly LinkedClaim[] {
    return this.list(this.postsByRaw.get(raw));
  }

  supporting(fact: string): readonly LinkedClaim[] {
    return this.list(this.byFact.get(fact));
  }

  private list(ids: ReadonlySet<string> | undefined): readonly LinkedClaim[] {
    return ids === undefined ? [] : Array.from(ids, (id) => this.byId.get(id)!);
  }
}

export function addTo(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([member]));
  else set.add(member);
}

export function removeFrom(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  set?.delete(member);
  if (set?.size === 0) sets.delete(key);
}
