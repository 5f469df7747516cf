// Keeps the graph in step with the stored documents: the same set of documents gives the same graph, in whatever steps it came.
import type { Claim } from '../domain/claim.ts';
import type { LinkJudgement } from '../domain/judgement.ts';
import { Linker } from '../resolution/linker.ts';
import type { LinkProfile } from '../resolution/profile.ts';
import { ClaimLinks } from './claim-links.ts';
import { claimNode, documentNode } from './claim-node.ts';
import { DeltaBuilder } from './delta-builder.ts';
import { isPostHeld, makesOfficials } from './derived-kinds.ts';
import { attributeOf, entityNode, kindOf } from './entity-node.ts';
import { EntityTally, mergedTally } from './entity-tally.ts';
import { factEdge, factOf, type LinkedClaim } from './fact-edge.ts';
import { CLAIM_LABEL, DOCUMENT_LABEL, ENTITY_LABEL, type GraphDelta, type GraphEdge } from './graph.ts';
import type { LedgerEntry } from './ledger.ts';
import { postOf, profileOf } from './link-profile.ts';
import { MENTIONED_IN, mentionEdge, mentionKey } from './mention-edge.ts';
import { SourceGroups } from './near-identical.ts';
import { Touched } from './touched.ts';

export interface LedgerChange {
  readonly put: readonly LedgerEntry[];
  /** Document ids. */
  readonly removed: readonly string[];
  /** All that people decided, where that changed. */
  readonly judgements?: readonly LinkJudgement[];
}

interface DrawnEntity {
  readonly labels: readonly string[];
  /** Whether a post there makes an official. */
  readonly makes: boolean;
}

export class Projector {
  private readonly entries = new Map<string, LedgerEntry>();
  private readonly tallies = new Map<string, EntityTally>();
  private readonly linker = new Linker();
  private readonly sources = new SourceGroups();
  private readonly links = new ClaimLinks();
  private readonly drawnFacts = new Map<string, Pick<GraphEdge, 'type' | 'source' | 'target'>>();
  private readonly drawnEntities = new Map<string, DrawnEntity>();
  private readonly drawnMentions = new Map<string, Set<string>>();

  apply({ put, removed, judgements }: LedgerChange): GraphDelta {
    const delta = new DeltaBuilder();
    const touched = new Touched();
    const entries = new Map(put.map((entry) => [entry.document.id, entry]));
    for (const id of [...removed, ...entries.keys()]) this.takeOut(id, touched, delta);
    for (const entry of entries.values()) this.putIn(entry, touched, delta);
    const moved = this.relink(touched, judgements);
    for (const entry of entries.values()) this.linkClaims(entry, touched, delta);
    for (const raw of moved)
      for (const linked of this.links.of(raw))
        if (!entries.has(linked.document)) this.moveClaim(linked, touched, delta);
    this.drawFacts(touched, delta);
    this.drawEntities(touched, delta);
    this.drawMentions(touched, delta);
    return delta.build();
  }

  /** The entity that a document's entity became, and that look-ups by its id should find. */
  canonicalOf(id: string): string | undefined {
    return this.linker.canonicalOf(id);
  }

  /** What people decided, and the pairs that wait for a decision. */
  judgements(): readonly LinkJudgement[] {
    return this.linker.judgements();
  }

  private takeOut(id: string, touched: Touched, delta: DeltaBuilder): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.entries.delete(id);
    for (const other of this.sources.remove(id)) this.touchFactsOf(other, touched);
    for (const { id: raw } of entry.entities) {
      const canonical = this.linker.canonicalOf(raw)!;
      this.tallies.get(raw)!.remove(id);
      touched.raw.add(raw);
      touched.mention(canonical, id);
      this.drawnMentions.get(canonical)?.delete(id);
    }
    for (const claim of entry.claims) {
      touched.facts.add(this.links.get(claim.id)!.fact);
      this.links.remove(claim.id);
      delta.removeNode(claim.id, CLAIM_LABEL);
      if (isPostHeld(claim)) this.tallies.get(claim.subject)!.posts.remove(postOf(claim));
    }
    delta.removeNode(id, DOCUMENT_LABEL);
  }

  private putIn(entry: LedgerEntry, touched: Touched, delta: DeltaBuilder): void {
    const { id } = entry.document;
    this.entries.set(id, entry);
    for (const other of this.sources.add(id, entry.sketch)) this.touchFactsOf(other, touched);
    for (const entity of entry.entities) {
      const tally = this.tallies.get(entity.id) ?? new EntityTally(entity);
      this.tallies.set(entity.id, tally);
      tally.add(id, entity);
      touched.raw.add(entity.id);
    }
    for (const claim of entry.claims) if (isPostHeld(claim)) this.tallies.get(claim.subject)!.posts.add(postOf(claim));
    delta.putNode(documentNode(entry));
  }

  private touchFactsOf(document: string, touched: Touched): void {
    for (const { id } of this.entries.get(document)?.claims ?? []) {
      const linked = this.links.get(id);
      if (linked !== undefined) touched.facts.add(linked.fact);
    }
  }

  /** Runs linking over what changed. @returns the ids that belong to another entity now */
  private relink(touched: Touched, judgements: readonly LinkJudgement[] | undefined): Iterable<string> {
    const changes = new Map<string, LinkProfile | undefined>();
    for (const raw of touched.raw) {
      const canonical = this.linker.canonicalOf(raw);
      if (canonical !== undefined) touched.entities.add(canonical);
      const tally = this.tallies.get(raw)!;
      if (tally.mentions.size === 0) this.tallies.delete(raw);
      changes.set(raw, tally.mentions.size === 0 ? undefined : profileOf(tally));
    }
    const moves = this.linker.update(changes, judgements);
    for (const [raw, from] of moves) if (from !== undefined) this.touchEntity(from, raw, touched);
    for (const raw of [...touched.raw, ...moves.keys()]) {
      const canonical = this.linker.canonicalOf(raw);
      if (canonical === undefined) continue;
      if (moves.has(raw)) this.touchEntity(canonical, raw, touched);
      else touched.entities.add(canonical);
    }
    return moves.keys();
  }

  private touchEntity(canonical: string, raw: string, touched: Touched): void {
    touched.entities.add(canonical);
    for (const document of this.tallies.get(raw)?.mentions.keys() ?? []) touched.mention(canonical, document);
  }

  private linkClaims(entry: LedgerEntry, touched: Touched, delta: DeltaBuilder): void {
    for (const { id } of entry.entities) touched.mention(this.linker.canonicalOf(id)!, entry.document.id);
    for (const claim of entry.claims) {
      const linked = this.linkedClaim(claim, entry.document.id, entry.document.publishedOn);
      this.links.put(linked);
      touched.facts.add(linked.fact);
      delta.putNode(claimNode(claim, linked.fact));
      delta.putEdge(claimEdge('IN', claim.id, linked.document));
      delta.putEdge(claimEdge('SUBJECT', claim.id, linked.subject));
      delta.putEdge(claimEdge('OBJECT', claim.id, linked.object));
    }
  }

  private moveClaim(old: LinkedClaim, touched: Touched, delta: DeltaBuilder): void {
    const { claim } = old;
    const linked = this.linkedClaim(claim, old.document, old.publishedOn);
    if (isPostHeld(claim)) touched.entities.add(linked.subject);
    if (linked.subject === old.subject && linked.object === old.object) return;
    this.links.put(linked);
    touched.facts.add(old.fact).add(linked.fact);
    delta.putNode({ ...claimNode(claim, linked.fact), formerLabels: [CLAIM_LABEL] });
    for (const [type, from, to] of [
      ['SUBJECT', old.subject, linked.subject],
      ['OBJECT', old.object, linked.object],
    ] as const) {
      if (from === to) continue;
      delta.removeEdge(claimEdge(type, claim.id, from));
      delta.putEdge(claimEdge(type, claim.id, to));
    }
  }

  private linkedClaim(claim: Claim, document: string, publishedOn: string | undefined): LinkedClaim {
    const subject = this.linker.canonicalOf(claim.subject)!;
    const object = this.linker.canonicalOf(claim.object)!;
    return { claim, document, publishedOn, subject, object, fact: factOf(claim, subject, object) };
  }

  private drawFacts(touched: Touched, delta: DeltaBuilder): void {
    for (const fact of touched.facts) {
      const drawn = this.drawnFacts.get(fact);
      const claims = this.links.supporting(fact);
      if (claims.length > 0) {
        const edge = factEdge(claims, (documents) => this.sources.count(documents), drawn === undefined);
        this.drawnFacts.set(fact, { type: edge.type, source: edge.source, target: edge.target });
        delta.putEdge(edge);
      } else if (drawn !== undefined) {
        this.drawnFacts.delete(fact);
        delta.removeEdge({ key: fact, ...drawn });
      }
    }
  }

  private drawEntities(touched: Touched, delta: DeltaBuilder): void {
    for (const key of touched.entities) {
      const members = this.linker.membersOf(key);
      const makes = members.length > 0 && this.makesOfficials(key);
      if (makes === (this.drawnEntities.get(key)?.makes ?? false)) continue;
      for (const raw of members) for (const { subject } of this.links.postsOf(raw)) touched.entities.add(subject);
    }
    for (const key of touched.entities) {
      const members = this.linker.membersOf(key);
      if (members.length === 0) {
        if (this.drawnEntities.delete(key)) delta.removeNode(key, ENTITY_LABEL);
        continue;
      }
      const former = this.drawnEntities.get(key)?.labels;
      const node = entityNode({
        key,
        referents: members.filter((member) => member !== key),
        tally: this.tallyOf(key),
        documentCount: this.documentCount(members),
        isOfficial: this.isOfficial(members),
      });
      this.drawnEntities.set(key, { labels: node.labels, makes: this.makesOfficials(key) });
      delta.putNode(former === undefined ? node : { ...node, formerLabels: former });
    }
  }

  private drawMentions(touched: Touched, delta: DeltaBuilder): void {
    for (const [entity, documents] of touched.mentions) {
      const drawn = this.drawnMentions.get(entity) ?? new Set<string>();
      for (const document of documents) {
        const members = this.linker
          .membersOf(entity)
          .flatMap((raw) => this.tallies.get(raw)!.mentions.get(document) ?? []);
        if (members.length > 0) {
          delta.putEdge(mentionEdge(entity, document, members, !drawn.has(document)));
          drawn.add(document);
        } else if (drawn.delete(document)) {
          const key = mentionKey(entity, document);
          delta.removeEdge({ key, type: MENTIONED_IN, source: entity, target: document });
        }
      }
      if (drawn.size > 0) this.drawnMentions.set(entity, drawn);
      else this.drawnMentions.delete(entity);
    }
  }

  private tallyOf(canonical: string): EntityTally {
    return mergedTally(this.linker.membersOf(canonical).map((raw) => this.tallies.get(raw)!));
  }

  private documentCount(members: readonly string[]): number {
    if (members.length === 1) return this.tallies.get(members[0]!)!.mentions.size;
    return new Set(members.flatMap((raw) => [...this.tallies.get(raw)!.mentions.keys()])).size;
  }

  private makesOfficials(canonical: string): boolean {
    const tally = this.tallyOf(canonical);
    return makesOfficials(kindOf(tally), (name) => attributeOf(tally, name));
  }

  private isOfficial(members: readonly string[]): boolean {
    return members.some((raw) =>
      this.links.postsOf(raw).some(({ claim, object }) => claim.subject === raw && this.makesOfficials(object)),
    );
  }
}

function claimEdge(type: 'SUBJECT' | 'OBJECT' | 'IN', claim: string, target: string): GraphEdge {
  return { key: `${type}:${claim}`, type, source: claim, target, properties: [], created: true };
}
