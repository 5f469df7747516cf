// The body of an office that a text gives without it: `the Secretary-General`, `the Chair of the Authority`, `the Spokesperson`.
import type { Span } from '../../domain/span.ts';
import { only } from './only.ts';
import type { Reading } from './reading.ts';
import { sentenceSpan } from './syntax.ts';

/** An office that each union of states has: where the text names one union only, its. */
export const SECRETARY_GENERAL = /^(?:deputy |assistant )?secretary[- ]general$/i;
const ORGANS = /\b(?:Council|Committee|Commission|Assembly|Court|Fund|Bank|Programme|Agency|Office|Mission)$/;

export function soleUnion(reading: Reading, { start }: Span): number | undefined {
  const unions = reading.chains.filter(
    ({ name, kind, attributes, inferred }) =>
      kind === 'Organisation' && attributes['form'] === 'intergovernmental' && !inferred && !ORGANS.test(name),
  );
  if (unions.length === 1) return unions[0]!.id;
  // `The Council of the Union received its report from the Secretary-General, Ann Lee`: of many unions the one just named.
  const { doc } = reading.text;
  const sentence = sentenceSpan(doc, doc.tokenAt(start));
  const here = unions.filter(({ mentions }) =>
    mentions.some((id) => reading.mentions[id]!.start >= sentence.start && reading.mentions[id]!.end <= start),
  );
  return only(here.map(({ id }) => id));
}

const OFFICE_OF = /^(?:[\p{L}-]+ ){1,3}of the (\p{Lu}\p{L}+)$/u;

/** `Chair of the Authority`: the one body of the text that is called so. */
export function calledBody(reading: Reading, role: string): number | undefined {
  const noun = OFFICE_OF.exec(role)?.[1];
  if (noun === undefined) return undefined;
  const called = new RegExp(`^${noun} of\\b|\\b${noun}$`, 'u');
  const bodies = reading.chains.filter(
    ({ id, name, inferred }) => !inferred && reading.familyOf(id) === 'body' && called.test(name),
  );
  return only(bodies.map(({ id }) => id));
}
