// Proposals: something put forward, named by its gist in the infinitive, one for each comma-separated part.
import type { Span } from '../../domain/span.ts';
import type { Doc } from '../../language/doc.ts';
import { conjuncts, dependents, isVerb, lemmaOf, lower } from './syntax.ts';

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
  const subject = verbs.length > 1 ? [] : dependents(doc, first, 'nsubjpass');
  const start = doc.tokenStart[subject.length === 1 ? doc.subtree(subject[0]!).from : first]!;
  const raw = doc.text.slice(start, doc.tokenEnd[Math.max(first, until - 1)]);
  const end = start + raw.replace(TRAILING, '').length;
  if (end - start > LONGEST || end - start < 8) return undefined;
  const gist = subject.length === 1 ? inActive(doc, first, subject[0]!, end) : inInfinitive(doc, verbs, end);
  return { gist, span: { start, end } };
}

/** `that a centre be set up in Lima` as `set up a centre in Lima`. */
function inActive(doc: Doc, verb: number, subject: number, end: number): string {
  const { from, to } = doc.subtree(subject);
  const particle = dependents(doc, verb, 'prt').find((token) => token === verb + 1);
  const thing = doc.text.slice(doc.tokenStart[from], doc.tokenEnd[to - 1]);
  const rest = doc.text.slice(doc.tokenEnd[particle ?? verb], end);
  const words = [lemmaOf(doc, verb), ...(particle === undefined ? [] : [lower(doc, particle)]), thing];
  return (words.join(' ') + rest).replace(/\s+/g, ' ');
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
