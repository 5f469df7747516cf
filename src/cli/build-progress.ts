// Shows how a build goes on: a bar on a terminal, a line a document in a pipe, nothing where only JSON is wanted.
import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import type { DocumentClaims } from '../domain/claim.ts';
import type { Outcome } from '../ingest/index.ts';
import { counted, oneLine } from './terminal.ts';

export interface Progress {
  start(files: number): void;
  show(outcome: Outcome): void;
  /** May be called twice. */
  end(): void;
}

const silent: Progress = { start: () => undefined, show: () => undefined, end: () => undefined };

export function describeOutcome(outcome: Outcome): string {
  const { source } = outcome;
  switch (outcome.state) {
    case 'extracted':
      return `read       ${source}: ${found(outcome.claims)}`;
    case 'unchanged':
      return `unchanged  ${source}`;
    case 'skipped':
      return `skipped    ${source}: no document of a supported format`;
    case 'set-aside':
      return `set aside  ${source} (${outcome.stage}, ${outcome.reason}): ${outcome.message}`;
  }
}

const found = ({ entities, claims }: DocumentClaims): string =>
  `${counted(entities.length, 'entity', 'entities')}, ${counted(claims.length, 'claim')}`;

const lines: Progress = {
  start: (files) => console.log(counted(files, 'file')),
  show: (outcome) => console.log(oneLine(describeOutcome(outcome))),
  end: () => undefined,
};

function makeBar(): Progress {
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total}  {document}',
      barsize: 24,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      linewrap: false,
      // The bar must not take Ctrl-C from the build.
      gracefulExit: false,
    },
    cliProgress.Presets.shades_classic,
  );
  let isRunning = false;
  return {
    start(files) {
      bar.start(files, 0, { document: '' });
      isRunning = true;
    },
    show: (outcome) => bar.increment(1, { document: oneLine(basename(outcome.source)) }),
    end() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}

export function makeProgress(isJson: boolean): Progress {
  if (isJson) return silent;
  return process.stdout.isTTY ? makeBar() : lines;
}
