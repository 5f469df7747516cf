// What a document's node holds in Neo4j beside the graph that users see: its bytes, text, claims and sources.
import { indexedWords } from '../full-text/words.ts';
import type { LedgerPlan } from '../ledger-plan.ts';
import type { Payloads } from './delta-writer.ts';
import { HIDDEN } from './hidden.ts';

export function payloadsOf({ put, sources }: LedgerPlan): Payloads {
  return new Map(
    put.map(({ claims, json, digest, bytes }) => {
      const { id, text, title = '' } = claims.document;
      const hidden = {
        [HIDDEN.bytes]: asInt8(bytes),
        [HIDDEN.claims]: json,
        [HIDDEN.digest]: digest,
        [HIDDEN.sources]: sources.get(id) ?? [],
        [HIDDEN.text]: JSON.stringify(text),
        [HIDDEN.words]: indexedWords(`${title} ${text}`).join(' '),
      };
      return [id, hidden] as const;
    }),
  );
}

/** As the driver takes byte arrays. */
export const asInt8 = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
