// Reads feature files of the openCypher TCK: scenarios and outlines, as far as the TCK uses the language.

export interface Scenario {
  readonly feature: string;
  readonly name: string;
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  readonly text: string;
  readonly docString: string | undefined;
  readonly table: readonly (readonly string[])[];
}

interface Draft {
  readonly name: string;
  readonly steps: { text: string; docString: string | undefined; table: string[][] }[];
  readonly examples: string[][][];
}

/** Its steps come before those of every scenario of the feature. */
const BACKGROUND = 'Background';
const STEP = /^(?:Given|When|Then|And|But|\*) (.*)$/;

export function readFeature(text: string): readonly Scenario[] {
  const lines = text.split(/\r?\n/);
  const feature = /^Feature: (.*)$/.exec(lines.find((line) => line.startsWith('Feature:')) ?? '')?.[1] ?? '';
  const drafts = readDrafts(lines);
  const background = drafts.find(({ name }) => name === BACKGROUND)?.steps ?? [];
  return drafts
    .filter(({ name }) => name !== BACKGROUND)
    .flatMap((draft) => expand({ ...draft, steps: [...background, ...draft.steps] }, feature));
}

function readDrafts(lines: readonly string[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let table: string[][] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.trim();
    const draft = drafts.at(-1);
    const scenario = /^Scenario(?: Outline)?: (.*)$/.exec(line);
    const step = STEP.exec(line);
    if (line === 'Background:') {
      drafts.push({ name: BACKGROUND, steps: [], examples: [] });
    } else if (scenario) {
      drafts.push({ name: scenario[1]!, steps: [], examples: [] });
    } else if (line.startsWith('Examples:') && draft) {
      table = [];
      draft.examples.push(table);
    } else if (step && draft) {
      table = [];
      draft.steps.push({ text: step[1]!, docString: undefined, table });
    } else if (line === '"""' && draft) {
      const end = lines.findIndex((each, place) => place > at && each.trim() === '"""');
      const indent = lines[at]!.indexOf('"""');
      draft.steps.at(-1)!.docString = lines
        .slice(at + 1, end)
        .map((each) => each.slice(indent))
        .join('\n');
      at = end;
    } else if (line.startsWith('|')) {
      table?.push(readCells(line));
    }
  }
  return drafts;
}

/** In a cell, a backslash escapes a bar, a backslash, and n for a new line. */
const readCells = (line: string): string[] =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\([n|\\])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign)));

function expand({ name, steps, examples }: Draft, feature: string): readonly Scenario[] {
  if (examples.length === 0) return [{ feature, name, steps }];
  return examples.flatMap(([header = [], ...rows]) =>
    rows.map((row) => {
      const fill = (text: string): string =>
        header.reduce((filled, key, at) => filled.replaceAll(`<${key}>`, () => row[at]!), text);
      return {
        feature,
        name: `${name} (${row.join(', ')})`,
        steps: steps.map((step) => ({
          text: fill(step.text),
          docString: step.docString === undefined ? undefined : fill(step.docString),
          table: step.table.map((cells) => cells.map(fill)),
        })),
      };
    }),
  );
}
