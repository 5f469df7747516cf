// The canonical export: one JSON object a line, sorted, without a clock; equal graphs give equal bytes, from either store.
import type { DocumentClaims } from '../../domain/claim.ts';
import { AppError } from '../../domain/errors.ts';
import type { DocumentCommit, GraphStore, LinkJudgement } from '../../ports/graph-store.ts';
import { canonicalJson } from '../stores/claims-json.ts';
import { entityLines, factLines } from '../stores/graph-lines.ts';

const FORMAT = 'plenary-jsonl/1';

/**
 * Documents and what people decided are the truth, and all that an import needs; entities and facts follow from
 * them and are written for other readers. Sources and times of reading are not part of the graph.
 */
export async function* writeJsonl(store: GraphStore): AsyncIterable<string> {
  yield `${canonicalJson({ format: FORMAT })}\n`;
  for await (const { claims, bytes } of store.documents())
    yield `${canonicalJson({ bytes: Buffer.from(bytes).toString('base64'), document: claims })}\n`;
  for (const judgement of await store.judgements())
    if (judgement.outcome !== 'unsure') yield `${canonicalJson({ judgement })}\n`;
  for await (const line of entityLines(store)) yield `${line}\n`;
  for await (const line of factLines(store)) yield `${line}\n`;
}

export interface ImportedLine {
  readonly document?: DocumentCommit;
  readonly judgement?: LinkJudgement;
}

/** Entities and facts are passed over: the store derives them again. */
export async function* readJsonl(lines: AsyncIterable<string>): AsyncIterable<ImportedLine> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line === '') continue;
    const content = parseLine(line, number);
    if (number === 1) {
      if (content['format'] !== FORMAT) throw notOurs(1);
    } else if (typeof content['bytes'] === 'string') {
      const claims = content['document'] as DocumentClaims;
      const bytes = Uint8Array.from(Buffer.from(content['bytes'], 'base64'));
      yield { document: { claims, bytes, source: `import:${claims.document.id}` } };
    } else if (content['judgement'] !== undefined) yield { judgement: content['judgement'] as LinkJudgement };
  }
  if (number === 0) throw notOurs(1);
}

function parseLine(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(line);
    if (typeof content === 'object' && content !== null) return content as Readonly<Record<string, unknown>>;
  } catch {
    // the same to the user as any other line that is not ours
  }
  throw notOurs(number);
}

const notOurs = (line: number): AppError =>
  new AppError(
    'InvalidInput',
    `Line ${line} is not of a Plenary export: give a file that \`plenary export --format jsonl\` wrote.`,
  );
