// The summary of a build, to read and as JSON.
import type { IngestReport } from '../ingest/index.ts';
import type { StoreStats } from '../ports/graph-store.ts';
import { bold, counted, faint, oneLine } from './terminal.ts';

/** Longer lists are cut with their number; `--json` has them whole. */
const MOST_LINES = 20;

export function toSummary(report: IngestReport, stats: StoreStats): Readonly<Record<string, unknown>> {
  return { ...report, store: stats };
}

function countLine(counts: Readonly<Record<string, number>>): string {
  const most = Object.entries(counts).sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
  return most.map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}

function printList(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(bold(`${title}: ${lines.length}`));
  for (const line of lines.slice(0, MOST_LINES)) console.log(`  ${oneLine(line)}`);
  if (lines.length > MOST_LINES) console.log(faint(`  and ${lines.length - MOST_LINES} more (--json lists them all)`));
}

export function printReport(report: IngestReport, stats: StoreStats): void {
  const { added, unchanged, replaced } = report;
  console.log(
    `${bold(counted(stats.documents, 'document'))} in the store (${added} new, ${unchanged} unchanged${replaced > 0 ? `, ${replaced} replaced` : ''}), ${counted(stats.claims, 'claim')}`,
  );
  console.log(`Entities:  ${countLine(stats.entities)}`);
  console.log(`Relations: ${countLine(stats.relations)}`);
  if (report.sentencesUnread > 0) {
    console.log(`Sentences with a name that gave no claim: ${report.sentencesUnread} (${countLine(report.unread)})`);
  }
  printList('Skipped, no document of a supported format', report.skipped);
  printList(
    'Set aside',
    report.setAside.map(({ source, stage, reason, message }) => `${source} (${stage}, ${reason}): ${message}`),
  );
  if (report.interrupted) console.log('Interrupted: what was read is in the store; run the same command to go on.');
}
