// What a picture needs to be understood later: what shapes and lines mean, how much it shows, and when it was made.
import type { Shape } from '../graph/appearance.ts';
import { MODALITY_WORDS } from '../components/words.ts';
import { dashOf } from '../stage/looks.ts';
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';

export const CAPTION_FONT = '12px Inter, system-ui, sans-serif';
export const CAPTION_MARGIN = 16;
/** Pixels from the lower rim of the picture to the foot of the title. */
export const CAPTION_TITLE = 20;
const FIRST_ROW = 40;
const ROW = 20;

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** Outlines of the shapes around 0/0, filled by the even-odd rule. */
export const MARKS: Readonly<Record<Shape, string>> = {
  circle: circle(6),
  ringed: circle(6) + circle(4.8) + circle(3.8),
  square: 'M-5.2-5.2H5.2V5.2H-5.2Z',
  diamond: 'M0-7 7 0 0 7-7 0Z',
  triangle: 'M0-6.3 6.6 4.9H-6.6Z',
  document: 'M-4.8-6.3H2.1L4.8-3.5V6.3H-4.8Z',
};

interface Entry {
  readonly label: string;
  readonly colour: string;
  /** Undefined for a kind of line. */
  readonly shape: Shape | undefined;
  readonly dash: number;
}

/** Placed: the middle of its mark, from the lower left corner of the picture, and where its words begin. */
interface PlacedEntry extends Entry {
  readonly x: number;
  readonly y: number;
  readonly textX: number;
}

export interface Caption {
  readonly title: string;
  readonly entries: readonly PlacedEntry[];
  readonly height: number;
}

export function captionOf(explorer: Explorer, today: Date, width: number): Caption {
  const scene = explorer.scene();
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = CAPTION_FONT;
  const entries: PlacedEntry[] = [];
  let [x, y] = [CAPTION_MARGIN + 8, FIRST_ROW];
  for (const entry of [...groupsIn(explorer), ...meaningsIn(explorer)]) {
    const mark = entry.shape === undefined ? 20 : 12;
    const needs = context.measureText(entry.label).width + mark;
    if (x + needs > width - CAPTION_MARGIN && x > CAPTION_MARGIN + 8) [x, y] = [CAPTION_MARGIN + 8, y + ROW];
    entries.push({ ...entry, x, y, textX: x + mark });
    x += needs + 22;
  }
  const day = today.toISOString().slice(0, 10);
  return {
    title: `Plenary · ${scene.nodeCount} entities, ${scene.lineCount} relations · ${day}`,
    entries,
    height: y + 16,
  };
}

function groupsIn(explorer: Explorer): readonly Entry[] {
  const { model, appearance } = explorer;
  const { visible } = explorer.scene();
  const present = new Set<string>();
  for (let node = 0; node < model.size; node++) if (visible[node] === 1) present.add(model.kind(node));
  return appearance.groups.flatMap(({ title, kinds }) => {
    const kind = kinds.find((each) => present.has(each.kind))?.kind;
    if (kind === undefined) return [];
    return [{ label: title, colour: appearance.colour(kind, currentTheme()), shape: appearance.shape(kind), dash: 0 }];
  });
}

function meaningsIn(explorer: Explorer): readonly Entry[] {
  const { model } = explorer;
  const { lineVisible } = explorer.scene();
  const present = new Set<string>();
  for (let line = 0; line < model.lines.count; line++) if (lineVisible[line] === 1) present.add(model.modality(line));
  return [...present].map((modality) => ({
    label: MODALITY_WORDS[modality] ?? modality,
    colour: '',
    shape: undefined,
    dash: dashOf(modality),
  }));
}
