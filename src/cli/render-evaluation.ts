// The figures of an evaluation as tables, and its errors with their sentences.
import type { DocumentScore, Evaluation, ExtractionError, Figures } from '../evaluation/index.ts';
import { MEASURES } from '../evaluation/index.ts';
import { bold, faint, oneLine, terminalWidth, wrap } from './terminal.ts';

const NAMES: Readonly<Record<(typeof MEASURES)[number], string>> = {
  entities_typed: 'entities',
  entities_untyped: 'entities, any kind',
  relations_strict: 'relations',
  relations_soft: 'relations, by evidence',
  relations_untyped: 'relations, any type',
};

const row = (name: string, { p, r, f1, tp, fp, fn }: Figures): string =>
  `${name.padEnd(24)} ${p.toFixed(3)}  ${r.toFixed(3)}  ${f1.toFixed(3)}  ${String(tp).padStart(5)} ${String(fp).padStart(5)} ${String(fn).padStart(5)}`;

const head = (title: string): string => bold(`${title.padEnd(24)} P      R      F1     right wrong missed`);

function sumTypes(
  docs: readonly DocumentScore[],
): readonly (readonly [string, { tp: number; gold: number; predicted: number }])[] {
  const sums = new Map<string, { tp: number; gold: number; predicted: number }>();
  for (const doc of docs) {
    for (const [type, counts] of Object.entries(doc.relations_by_type)) {
      const sum = sums.get(type) ?? { tp: 0, gold: 0, predicted: 0 };
      sums.set(type, {
        tp: sum.tp + counts.tp,
        gold: sum.gold + counts.gold,
        predicted: sum.predicted + counts.predicted,
      });
    }
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
}

function sumKinds(docs: readonly DocumentScore[]): readonly (readonly [string, Figures])[] {
  const sums = new Map<string, [number, number, number]>();
  for (const doc of docs) {
    for (const [kind, { tp, fp, fn }] of Object.entries(doc.by_type)) {
      const [right, wrong, missed] = sums.get(kind) ?? [0, 0, 0];
      sums.set(kind, [right + tp, wrong + fp, missed + fn]);
    }
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, [tp, fp, fn]]) => {
      const p = tp + fp > 0 ? tp / (tp + fp) : 0;
      const r = tp + fn > 0 ? tp / (tp + fn) : 0;
      return [kind, { tp, fp, fn, p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 }];
    });
}

export function printEvaluation({ micro, docs }: Evaluation): void {
  console.log(head(`${docs.length} documents`));
  for (const measure of MEASURES) console.log(row(NAMES[measure], micro[measure]));
  console.log(`\n${head('Entities by kind')}`);
  for (const [kind, figures] of sumKinds(docs)) console.log(row(kind, figures));
  console.log(`\n${bold(`${'Relations by type'.padEnd(24)} right  annotated  given`)}`);
  for (const [type, { tp, gold, predicted }] of sumTypes(docs)) {
    console.log(
      `${type.padEnd(24)} ${String(tp).padStart(5)}  ${String(gold).padStart(9)}  ${String(predicted).padStart(5)}`,
    );
  }
  const { provenance, duplicates, negatives } = micro;
  console.log(
    `\nEvidence at the right place: ${provenance.n} of ${provenance.of}. Entities twice: ${duplicates.n} of ${duplicates.of}. Negatives violated: ${negatives.n} of ${negatives.of}.`,
  );
}

export function printErrors(errors: readonly ExtractionError[]): void {
  let doc = '';
  for (const error of errors) {
    if (error.doc !== doc) console.log(`\n${bold(oneLine(error.doc))}`);
    doc = error.doc;
    console.log(`  ${error.kind.padEnd(15)}  ${oneLine(error.what)}`);
    if (error.sentence !== undefined) console.log(faint(wrap(error.sentence, terminalWidth(), '                   ')));
  }
}
