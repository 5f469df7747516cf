// Proposals: something put forward, named by its gist in the infinitive, one for each comma-separated part.
import type { Span } from '../../domain/span.ts';
import type { Doc } from '../../language/doc.ts';
import { conjuncts, isVerb, lemmaOf } from './syntax.ts';

interface ProposalText {
  readonly gist: string;
  readonly span: Span;
}

const LONGEST = 300;
const TRAILING = /(?:[\s,;.]|\band\b|\bas well as\b|["”’])+$/;

/** The parts of a coordinated verb phrase: those after a comma stand alone, `exchanging and sharing` is one. */
export function proposalsIn(doc: Doc, verb: number): ProposalText[] {
  const verbs = conjuncts(doc, verb).filter((token) => isVerb(doc, token));
  const end = doc.subtree(verb).to;
  const groups: number[][] = [];
  for (const token of verbs) {
    const last = groups.at(-1);
    if (last === undefined || (opensPart(doc, token) && token - last[0]! > 2)) groups.push([token]);
    else last.push(token);
  }
  return groups.flatMap((group, at) => {
    const until = groups[at + 1]?.[0] ?? end;
    const text = proposalText(doc, group, until);
    return text === undefined ? [] : [text];
  });
}

function opensPart(doc: Doc, verb: number): boolean {
  return /[,;]\s*(?:and\s+)?$/.test(doc.text.slice(Math.max(0, doc.tokenStart[verb]! - 8), doc.tokenStart[verb]));
}

function proposalText(doc: Doc, verbs: readonly number[], until: number): ProposalText | undefined {
  const first = verbs[0]!;
  const start = doc.tokenStart[first]!;
  const raw = doc.text.slice(start, doc.tokenEnd[Math.max(first, until - 1)]);
  const end = start + raw.replace(TRAILING, '').length;
  if (end - start > LONGEST || end - start < 8) return undefined;
  return { gist: inInfinitive(doc, verbs, end), span: { start, end } };
}

/** `exchanging and sharing information` as `exchange and share information`. */
function inInfinitive(doc: Doc, verbs: readonly number[], end: number): string {
  let gist = '';
  let at = doc.tokenStart[verbs[0]!]!;
  for (const verb of verbs) {
    if (doc.tokenStart[verb]! >= end) break;
    gist += doc.text.slice(at, doc.tokenStart[verb]) + lemmaOf(doc, verb);
    at = doc.tokenEnd[verb]!;
  }
  return (gist + doc.text.slice(at, end)).replace(/\s+/g, ' ');
}
