// Everything an engine says of some texts as one string, to compare runs, threads and browsers byte by byte.
import type { LanguageEngine } from '../../src/language/doc.ts';

export function transcribe(engine: LanguageEngine, texts: readonly string[]): string {
  const said = texts.map((text) => {
    const doc = engine.analyse(text, { domainEntities: true });
    const tokens = Array.from({ length: doc.length }, (_, i) => [
      doc.tokenStart[i],
      doc.tokenEnd[i],
      doc.tag(i),
      doc.pos(i),
      doc.morph(i),
      doc.lemma(i),
      doc.dep(i),
      doc.head[i],
    ]);
    return [tokens, doc.sentences, doc.entities, doc.domainEntities];
  });
  return JSON.stringify(said);
}
