// Which entities of different documents are one: level 1 is equal ids, level 2 judges the pairs that share a block.
import type { LinkJudgement } from '../domain/judgement.ts';
import { blockKeys } from './blocking.ts';
import { clustersOf } from './clusters.ts';
import { judge } from './judge.ts';
import type { LinkProfile } from './profile.ts';

/** A function of the set of profiles and of what people decided; the order of the changes leaves no trace. */
export class Linker {
  private readonly profiles = new Map<string, LinkProfile>();
  private readonly keys = new Map<string, readonly string[]>();
  private readonly blocks = new Map<string, Set<string>>();
  /** Judged pairs, each under both of its ids. */
  private readonly pairs = new Map<string, Map<string, LinkJudgement>>();
  private readonly clusters = new Map<string, readonly string[]>();
  /** What people decided, by `left right`. */
  private decided = new Map<string, LinkJudgement>();

  /** @returns the ids whose canonical id changed, came or went, with what it was before */
  update(
    changes: ReadonlyMap<string, LinkProfile | undefined>,
    decisions?: readonly LinkJudgement[],
  ): ReadonlyMap<string, string | undefined> {
    const affected = new Set(changes.keys());
    for (const id of changes.keys()) this.forget(id, affected);
    if (decisions !== undefined) this.decide(decisions, affected);
    for (const profile of changes.values()) if (profile !== undefined) this.enlist(profile);
    for (const [id, profile] of changes) if (profile !== undefined) this.judgeAgainstBlocks(id, affected);
    return this.cluster(affected);
  }

  canonicalOf(id: string): string | undefined {
    return this.clusters.get(id)?.[0];
  }

  /** In id order; none where the id is not canonical. */
  membersOf(canonical: string): readonly string[] {
    const cluster = this.clusters.get(canonical);
    return cluster?.[0] === canonical ? cluster : [];
  }

  /** What people decided, and the pairs that wait for a decision; in order of their ids. */
  judgements(): readonly LinkJudgement[] {
    const open: LinkJudgement[] = [];
    for (const [id, pairs] of this.pairs)
      for (const pair of pairs.values())
        if (pair.left === id && pair.outcome === 'unsure' && !this.isSettled(pair)) open.push(pair);
    return [...this.decided.values(), ...open].sort((a, b) =>
      pairKey(a.left, a.right) < pairKey(b.left, b.right) ? -1 : 1,
    );
  }

  private isSettled({ left, right }: LinkJudgement): boolean {
    return this.decided.has(pairKey(left, right)) || this.clusters.get(left) === this.clusters.get(right);
  }

  private forget(id: string, affected: Set<string>): void {
    for (const member of this.clusters.get(id) ?? []) affected.add(member);
    for (const [other, { outcome }] of this.pairs.get(id) ?? []) {
      this.pairs.get(other)?.delete(id);
      if (outcome === 'same') affected.add(other);
    }
    this.pairs.delete(id);
    for (const key of this.keys.get(id) ?? []) {
      const block = this.blocks.get(key);
      block?.delete(id);
      if (block?.size === 0) this.blocks.delete(key);
    }
    this.keys.delete(id);
    this.profiles.delete(id);
  }

  private enlist(profile: LinkProfile): void {
    const keys = blockKeys(profile);
    this.profiles.set(profile.id, profile);
    this.keys.set(profile.id, keys);
    for (const key of keys) this.blocks.set(key, (this.blocks.get(key) ?? new Set<string>()).add(profile.id));
  }

  private judgeAgainstBlocks(id: string, affected: Set<string>): void {
    const profile = this.profiles.get(id)!;
    for (const key of this.keys.get(id)!)
      for (const other of this.blocks.get(key)!) {
        if (other === id || this.pairs.get(id)?.has(other) === true) continue;
        const judgement = judge(profile, this.profiles.get(other)!);
        this.keep(id, other, judgement);
        if (judgement.outcome === 'same') affected.add(other);
      }
  }

  private keep(id: string, other: string, judgement: LinkJudgement): void {
    for (const [one, two] of [
      [id, other],
      [other, id],
    ] as const) {
      const pairs = this.pairs.get(one) ?? new Map<string, LinkJudgement>();
      this.pairs.set(one, pairs.set(two, judgement));
    }
  }

  private decide(decisions: readonly LinkJudgement[], affected: Set<string>): void {
    const decided = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision]));
    for (const [key, { left, right, outcome }] of [...this.decided, ...decided])
      if (this.decided.get(key)?.outcome !== outcome || decided.get(key)?.outcome !== outcome)
        affected.add(left).add(right);
    this.decided = decided;
  }

  /** The word of a person goes before ours. */
  private outcomeOf(left: string, right: string): LinkJudgement['outcome'] | undefined {
    return (this.decided.get(pairKey(left, right)) ?? this.pairs.get(left)?.get(right))?.outcome;
  }

  private cluster(affected: ReadonlySet<string>): ReadonlyMap<string, string | undefined> {
    const moves = new Map<string, string | undefined>();
    const before = new Map<string, string | undefined>();
    const same = this.sameByMember();
    const done = new Set<string>();
    for (const start of affected) {
      for (const member of [start, ...(this.clusters.get(start) ?? [])]) {
        if (!before.has(member)) before.set(member, this.canonicalOf(member));
      }
    }
    for (const start of before.keys()) {
      if (done.has(start) || !this.profiles.has(start)) continue;
      const component = this.componentOf(start, same);
      const pairs = [...component].flatMap((id) => [...same(id)].filter((pair) => pair.left === id));
      for (const id of component) {
        done.add(id);
        if (!before.has(id)) before.set(id, this.canonicalOf(id));
      }
      const clusters = clustersOf([...component], pairs, (a, b) => this.outcomeOf(a, b) === 'different');
      for (const cluster of clusters) for (const id of cluster) this.clusters.set(id, cluster);
    }
    for (const [id, canonical] of before) {
      if (!this.profiles.has(id)) this.clusters.delete(id);
      if (canonical !== this.canonicalOf(id)) moves.set(id, canonical);
    }
    return moves;
  }

  private componentOf(start: string, same: (id: string) => Iterable<LinkJudgement>): ReadonlySet<string> {
    const component = new Set([start]);
    for (const id of component) for (const { left, right } of same(id)) component.add(left === id ? right : left);
    return component;
  }

  /** `same` pairs of an entity, ours and people's. */
  private sameByMember(): (id: string) => readonly LinkJudgement[] {
    const decidedSame = new Map<string, LinkJudgement[]>();
    for (const decision of this.decided.values()) {
      if (decision.outcome !== 'same' || !this.profiles.has(decision.left) || !this.profiles.has(decision.right))
        continue;
      for (const id of [decision.left, decision.right])
        decidedSame.set(id, [...(decidedSame.get(id) ?? []), { ...decision, score: 2 }]);
    }
    return (id) => [
      ...(decidedSame.get(id) ?? []),
      ...[...(this.pairs.get(id)?.values() ?? [])].filter(
        ({ left, right, outcome }) => outcome === 'same' && !this.decided.has(pairKey(left, right)),
      ),
    ];
  }
}

const pairKey = (left: string, right: string): string => (left < right ? `${left} ${right}` : `${right} ${left}`);
