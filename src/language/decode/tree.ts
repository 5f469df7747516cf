// The dependency tree of a range of tokens: edges of subtrees, sentence starts, and the undoing of lifted arcs.

/** spaCy gives up on non-projective edges after this many rounds. */
const MAX_ROUNDS = 11;

export interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Leftmost and rightmost token of each subtree; `heads` are local indexes, a root is its own head. */
export function subtreeEdges(heads: Int32Array): Edges {
  const left = new Int32Array(heads.length);
  for (let i = 0; i < left.length; i++) left[i] = i;
  const right = left.slice();
  for (let round = 0, isChanged = true; isChanged && round < MAX_ROUNDS; round++) {
    isChanged = false;
    const widen = (child: number): void => {
      const head = heads[child]!;
      if (left[child]! < left[head]!) {
        left[head] = left[child]!;
        isChanged = true;
      }
      if (right[child]! > right[head]!) {
        right[head] = right[child]!;
        isChanged = true;
      }
    };
    for (let i = 0; i < heads.length; i++) widen(i);
    for (let i = heads.length - 1; i >= 0; i--) widen(i);
  }
  return { left, right };
}

/** Marks the first token of every root's subtree. */
export function markSentenceStarts(heads: Int32Array, starts: Uint8Array): void {
  const { left } = subtreeEdges(heads);
  for (let i = 0; i < heads.length; i++) if (heads[i] === i) starts[left[i]!] = 1;
}

export const LIFTED = '||';

/**
 * Puts lifted arcs back: a token labelled `a||b` goes to the first descendant of its head, breadth first, that is a `b`.
 * `labels` and `heads` are changed in place.
 */
export function lowerLiftedArcs(heads: Int32Array, labels: string[], isSpace: (token: number) => boolean): void {
  if (!labels.some((label) => label.includes(LIFTED))) return;
  const tree = { heads, labels, isSpace, edges: subtreeEdges(heads), children: childLists(heads) };
  for (let token = 0; token < labels.length; token++) {
    const label = labels[token]!;
    if (!label.includes(LIFTED)) continue;
    const [own, wanted] = label.split(LIFTED) as [string, string];
    moveTo(tree.children, heads, token, findDescendant(tree, token, wanted));
    labels[token] = own;
  }
}

interface Tree {
  readonly heads: Int32Array;
  readonly labels: readonly string[];
  readonly edges: Edges;
  /** Dependents of each token in text order. */
  readonly children: number[][];
  readonly isSpace: (token: number) => boolean;
}

function childLists(heads: Int32Array): number[][] {
  const children = Array.from(heads, (): number[] => []);
  heads.forEach((head, child) => {
    if (head !== child) children[head]!.push(child);
  });
  return children;
}

function moveTo(children: number[][], heads: Int32Array, token: number, head: number): void {
  const old = children[heads[token]!]!;
  old.splice(old.indexOf(token), 1);
  const siblings = children[head]!;
  const after = siblings.findIndex((sibling) => sibling > token);
  siblings.splice(after < 0 ? siblings.length : after, 0, token);
  heads[token] = head;
}

function findDescendant({ heads, labels, edges, children, isSpace }: Tree, token: number, wanted: string): number {
  const start = heads[token]!;
  for (let level = [start]; level.length > 0;) {
    const next: number[] = [];
    for (const head of level) {
      for (const child of children[head]!) {
        // Like spaCy, look only between the edges that the tree had before any arc was lowered.
        if (child < edges.left[head]! || child > edges.right[head]!) continue;
        if (child === token || isSpace(child)) continue;
        if (labels[child] === wanted) return child;
        next.push(child);
      }
    }
    level = next;
  }
  return start;
}
