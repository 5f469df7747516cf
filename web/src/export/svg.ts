// The picture as SVG: true shapes and text, to be edited or printed at any size.
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';
import { SHAPES } from '../graph/appearance.ts';
import { arcPoint } from '../stage/hit-lines.ts';
import { INK, PAPER } from '../stage/looks.ts';
import type { PlacedLabel } from '../stage/labels.ts';
import { captionOf, whatIsDrawn, type Caption, type Drawn, type DrawnNode } from './drawn.ts';

const LEGEND_HEIGHT = 56;
const DASHES = ['', ' stroke-dasharray="6 4"', ' stroke-dasharray="2 3"'];

export function pictureAsSvg(explorer: Explorer, today: Date): string {
  const { width, height } = explorer.stage!.sigma.getDimensions();
  const theme = currentTheme();
  const drawn = whatIsDrawn(explorer);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + LEGEND_HEIGHT}" width="${width}" height="${height + LEGEND_HEIGHT}" font-family="Inter, sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${PAPER[theme]}"/>`,
    ...lines(explorer, drawn),
    ...drawn.nodes.map((node) => shapeOf(explorer, node)),
    ...explorer.stage!.labels().map((label) => text(label, INK[theme], PAPER[theme])),
    legend(captionOf(explorer, today), height, INK[theme]),
    '</svg>',
  ].join('\n');
}

function lines(explorer: Explorer, drawn: Drawn): readonly string[] {
  const { model, stage } = explorer;
  return drawn.edges.map(({ line, style }) => {
    const a = stage!.pixel(model.lines.source[line]!);
    const b = stage!.pixel(model.lines.target[line]!);
    const look = `stroke="${style.color}" stroke-width="${style.size}"${DASHES[style.dash] ?? ''} fill="none"`;
    if (style.curve === 0) return `<path d="M${at(a.x)} ${at(a.y)}L${at(b.x)} ${at(b.y)}" ${look}/>`;
    // The middle of a quadratic curve lies halfway between its chord and its control point.
    const middle = arcPoint(a, b, style.curve, 0.5);
    const control = { x: 2 * middle.x - (a.x + b.x) / 2, y: 2 * middle.y - (a.y + b.y) / 2 };
    return `<path d="M${at(a.x)} ${at(a.y)}Q${at(control.x)} ${at(control.y)} ${at(b.x)} ${at(b.y)}" ${look}/>`;
  });
}

const at = (value: number): string => value.toFixed(1);

function shapeOf(explorer: Explorer, { node, x, y, style }: DrawnNode): string {
  const r = explorer.stage!.sigma.scaleSize(style.size);
  const place = `transform="translate(${at(x)} ${at(y)})" fill="${style.color}"`;
  const title = `<title>${escape(explorer.model.name(node))}</title>`;
  const n = (share: number): string => (share * r).toFixed(2);
  switch (SHAPES[style.shape]) {
    case 'square':
      return `<rect ${place} x="${n(-0.88)}" y="${n(-0.88)}" width="${n(1.76)}" height="${n(1.76)}">${title}</rect>`;
    case 'diamond':
      return `<path ${place} d="M0 ${n(-1.18)}L${n(1.18)} 0L0 ${n(1.18)}L${n(-1.18)} 0Z">${title}</path>`;
    case 'triangle':
      return `<path ${place} d="M0 ${n(-1.04)}L${n(1.1)} ${n(0.7)}L${n(-1.1)} ${n(0.7)}Z">${title}</path>`;
    case 'document':
      return `<rect ${place} x="${n(-0.72)}" y="${n(-0.95)}" width="${n(1.44)}" height="${n(1.9)}">${title}</rect>`;
    case 'ringed':
      return `<g ${place}>${title}<circle r="${n(0.64)}"/><circle r="${n(0.9)}" fill="none" stroke="${style.color}" stroke-width="${n(0.2)}"/></g>`;
    default:
      return `<circle ${place} r="${n(1)}">${title}</circle>`;
  }
}

function text(label: PlacedLabel, ink: string, paper: string): string {
  const weight = label.bold === true ? ' font-weight="600"' : '';
  return `<text x="${at(label.left)}" y="${at(label.middle + label.size / 3)}" font-size="${label.size}"${weight} fill="${ink}" stroke="${paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escape(label.text)}</text>`;
}

function legend({ title, kinds }: Caption, top: number, ink: string): string {
  let x = 16;
  const entries = kinds.map(({ label, colour }) => {
    const entry = `<circle cx="${x}" cy="${top + 40}" r="5" fill="${colour}"/><text x="${x + 10}" y="${top + 44}" fill="${ink}">${escape(label)}</text>`;
    x += label.length * 7 + 34;
    return entry;
  });
  return `<g><text x="16" y="${top + 20}" fill="${ink}">${escape(title)}</text>${entries.join('')}</g>`;
}

export function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
