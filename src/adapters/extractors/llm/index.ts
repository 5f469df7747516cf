// A language model as a proposer: passage by passage within a budget, every proposal checked against text and schema.
import type { Claim, DocumentEntity } from '../../../domain/claim.ts';
import type { SourceDocument } from '../../../domain/document.ts';
import type { Span } from '../../../domain/span.ts';
import type { Proposals, Proposer, RejectedProposal } from '../../../ports/extractor.ts';
import { INSTRUCTIONS } from './answer.ts';
import { checkAnswer } from './check.ts';
import { askModel, type ModelEndpoint } from './client.ts';

export interface ModelProposerOptions extends ModelEndpoint {
  /** Tokens that one document may cost; where the endpoint does not count, four characters are taken for one. */
  readonly maxTokensPerDocument: number;
}

const CHARACTERS_PER_TOKEN = 4;

/** Passages are cut at paragraph ends below this length, so that a quote is easy to find and an answer short. */
const MAX_PASSAGE_CHARACTERS = 4_000;

export function modelProposer(options: ModelProposerOptions): Proposer {
  const proposer = `model:${options.model}/1`;
  return {
    async propose(source: SourceDocument): Promise<Proposals> {
      const entities = new Map<string, DocumentEntity>();
      const claims = new Map<string, Claim>();
      const rejected: RejectedProposal[] = [];
      let tokensLeft = options.maxTokensPerDocument;
      let complete = true;
      for (const passage of passagesOf(source.text)) {
        const text = source.text.slice(passage.start, passage.end);
        const asked = Math.ceil((INSTRUCTIONS.length + text.length) / CHARACTERS_PER_TOKEN);
        if (tokensLeft <= asked) {
          complete = false;
          break;
        }
        const { answer, tokens } = await askModel(options, text, tokensLeft - asked);
        if (answer === undefined) {
          complete = false;
          break;
        }
        tokensLeft -= tokens ?? asked + Math.ceil(JSON.stringify(answer).length / CHARACTERS_PER_TOKEN);
        const checked = checkAnswer(answer, source, passage, proposer);
        for (const [id, entity] of checked.entities) entities.set(id, mergeMentions(entities.get(id), entity));
        for (const claim of checked.claims) claims.set(claim.id, claim);
        rejected.push(...checked.rejected);
      }
      const byId = <T extends { readonly id: string }>(all: Iterable<T>): T[] =>
        [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      return {
        documentId: source.id,
        proposer,
        entities: byId(entities.values()),
        claims: byId(claims.values()),
        rejected,
        complete,
      };
    },
  };
}

/** Spans that cover the text, cut at line ends where there are any within the length. */
export function passagesOf(text: string): readonly Span[] {
  const passages: Span[] = [];
  for (let start = 0; start < text.length;) {
    const limit = Math.min(text.length, start + MAX_PASSAGE_CHARACTERS);
    const lineEnd = limit === text.length ? limit : text.lastIndexOf('\n', limit) + 1;
    const end = lineEnd > start ? lineEnd : limit;
    passages.push({ start, end });
    start = end;
  }
  return passages;
}

function mergeMentions(known: DocumentEntity | undefined, found: DocumentEntity): DocumentEntity {
  if (known === undefined) return found;
  const mentions = new Map([...known.mentions, ...found.mentions].map((mention) => [mention.start, mention]));
  return { ...known, mentions: [...mentions.values()].sort((a, b) => a.start - b.start) };
}
