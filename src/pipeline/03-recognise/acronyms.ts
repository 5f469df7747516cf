// Acronyms in brackets after a name: an alias of the name and a mention of their own.
import { type Draft, type Scan, claim, draftOf, nest } from './scan.ts';
import type { Word } from './words.ts';

/** `International Criminal Police Organisation (Interpol)`: what the brackets hold. */
export function acronymAfter(
  words: readonly Word[],
  to: number,
): { readonly index: number; readonly text: string } | undefined {
  const [open, inner, close] = [words[to], words[to + 1], words[to + 2]];
  if (open?.text !== '(' || inner === undefined || close === undefined) return undefined;
  let end = to + 2;
  while (words[end]?.isGlued === true && words[end]!.text !== ')' && end < to + 6) end++;
  if (words[end]?.text !== ')' || !inner.isCapital) return undefined;
  const text = words
    .slice(to + 1, end)
    .map((word) => word.text)
    .join('');
  return /^\p{Lu}[\p{L}\p{N}&+-]{1,14}$/u.test(text) && !/^(?:Photo|File|Video|AM|PM|Mr|Ms|Ret|Retd)$/.test(text)
    ? { index: to + 1, text }
    : undefined;
}

/** Gives each name that is followed by an acronym in brackets its `acronym`, and marks the acronym's own mention. */
export function findAcronyms(scan: Scan): void {
  scan.drafts.forEach((draft, at) => {
    if (draft.form !== 'name' || draft.kind === undefined || draft.kind === 'Person' || draft.to - draft.from < 2)
      return;
    if (draft.foundBy.startsWith('place.')) return;
    // A name inside another does not own the brackets after both.
    if (scan.drafts.some((other) => other.to === draft.to && other.outerFrom < draft.from && other.form === 'name'))
      return;
    const acronym = acronymAfter(scan.words, draft.to);
    if (acronym === undefined) return;
    const owner = bracketOwner(scan, draft);
    if (owner !== draft) {
      nest(scan, owner);
      if (scan.taken[acronym.index] === 0) claim(scan, acronymDraft(owner, acronym.index, acronym.text));
      return;
    }
    scan.drafts[at] = { ...draft, attributes: { ...draft.attributes, acronym: acronym.text } };
    if (scan.bodyAt.get(draft.outerFrom) === draft) scan.bodyAt.set(draft.outerFrom, scan.drafts[at]);
    if (scan.taken[acronym.index] === 0) claim(scan, acronymDraft(draft, acronym.index, acronym.text));
  });
}

/** `Permanent Council of the Organization of American States (OAS)`: the letters are those of the body that the lexicon knows. */
export function bracketOwner(scan: Scan, draft: Draft): Draft {
  for (let at = draft.from + 2; at < draft.to; at++) {
    const hit = scan.hitAt[at];
    if (hit?.entry.class !== 'organisation' || hit.to !== draft.to) continue;
    const { kind, name, form } = hit.entry;
    const attributes = { acronym: scan.words[draft.to + 1]!.text, ...(form ? { form } : {}) };
    return draftOf({ from: at, to: hit.to, kind, name, attributes, foundBy: 'body.lexicon/1' });
  }
  return draft;
}

export const acronymDraft = (draft: Draft, index: number, text: string): Draft =>
  draftOf({
    from: index,
    to: index + 1,
    kind: draft.kind,
    name: text,
    attributes: { acronymOf: draft.name },
    foundBy: 'name.acronym/1',
  });
