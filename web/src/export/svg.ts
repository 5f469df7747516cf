// The picture as SVG: true shapes and text, to be edited or printed at any size.
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';
import { SHAPES, type Theme } from '../graph/appearance.ts';
import { bendOf } from '../stage/hit-lines.ts';
import { DASHES, INK, isDrawn, PAPER } from '../stage/looks.ts';
import type { PlacedLabel } from '../stage/labels.ts';
import { haloOf, labelInk, leaderLook, plateOf } from '../stage/overlay.ts';
import { CAPTION_MARGIN, CAPTION_TITLE, captionOf, MARKS, type Caption } from './caption.ts';
import { whatIsDrawn, type DrawnEdge, type DrawnNode } from './drawn.ts';

const DASH_ATTRIBUTES = DASHES.map((dash) => (dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`));

export function pictureAsSvg(explorer: Explorer, today: Date): string {
  const { width, height } = explorer.stage!.sigma.getDimensions();
  const theme = currentTheme();
  const { nodes, edges, chosen } = whatIsDrawn(explorer);
  // What a bundle stands for is not drawn one by one; what the reader looks at lies above what steps back.
  const [strong, plain] = parted(
    edges.filter(({ style }) => isDrawn(style)),
    ({ style }) => style.isStrong,
  );
  const [bright, other] = parted(nodes, ({ style }) => style.highlighted);
  const shapes = (each: readonly DrawnNode[]): readonly string[] => each.map((node) => shapeOf(explorer, node));
  const caption = captionOf(explorer, today, width);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + caption.height}" width="${width}" height="${height + caption.height}" font-family="Inter, sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${PAPER[theme]}"/>`,
    ...ground(explorer),
    ...lines(explorer, plain),
    ...shapes(other),
    ...lines(explorer, strong),
    ...shapes(bright),
    ...chosen.map((node) => ring(explorer, node, theme)),
    ...explorer.stage!.labels().map((label) => text(label, theme)),
    legend(caption, height, theme),
    '</svg>',
  ].join('\n');
}

function parted<Each>(all: readonly Each[], isFirst: (each: Each) => boolean): readonly [Each[], Each[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

function lines({ model, stage }: Explorer, edges: readonly DrawnEdge[]): readonly string[] {
  const ordered = [...edges].sort((a, b) => a.style.zIndex - b.style.zIndex);
  return ordered.map(({ line, style }) => {
    const a = stage!.pixel(model.lines.source[line]!);
    const b = stage!.pixel(model.lines.target[line]!);
    const width = stage!.sigma.scaleSize(style.size);
    const look = `stroke="${style.color}" stroke-width="${width.toFixed(2)}"${DASH_ATTRIBUTES[style.dash]!} fill="none"`;
    const bend = bendOf(a, b, style.curve);
    const way = style.curve === 0 ? 'L' : `Q${at(bend.x)} ${at(bend.y)} `;
    return `<path d="M${at(a.x)} ${at(a.y)}${way}${at(b.x)} ${at(b.y)}" ${look}/>`;
  });
}

const at = (value: number): string => value.toFixed(1);

function shapeOf(explorer: Explorer, { node, x, y, style }: DrawnNode): string {
  const radius = explorer.stage!.sigma.scaleSize(style.size);
  const title = `<title>${escape(explorer.model.name(node))}</title>`;
  const place = `transform="translate(${at(x)} ${at(y)})" fill="${style.color}"`;
  const n = (share: number): string => (share * radius).toFixed(2);
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

/** Around what the reader has chosen. */
function ring(explorer: Explorer, { x, y, style }: DrawnNode, theme: Theme): string {
  const radius = explorer.stage!.sigma.scaleSize(style.size) + 4;
  return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="none" stroke="${INK[theme]}" stroke-width="2.2"/>`;
}

/** Hulls and bundles: what the nodes stand on. */
function ground(explorer: Explorer): readonly string[] {
  const under = explorer.stage!.ground();
  if (under === undefined) return [];
  const { coats, strands, projection } = under;
  return [
    ...strands.map(
      ({ x1, y1, x2, y2, colour, width }) =>
        `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${colour}" stroke-width="${at(width)}" stroke-linecap="round"/>`,
    ),
    ...coats.map(({ outline, colour, width }) => {
      const corners = outline.map((point) => `${at(projection.x(point))} ${at(projection.y(point))}`);
      return `<path d="M${corners.join('L')}Z" fill="${colour}" stroke="${colour}" stroke-width="${at(width)}" stroke-linejoin="round"/>`;
    }),
  ];
}

/** Every line has the width it was measured with, so that another typeface overlaps nothing either. */
function text(label: PlacedLabel, theme: Theme): string {
  const { leader, size, bold } = label;
  const { colour, width: thin } = leaderLook(theme);
  const line =
    leader === undefined
      ? ''
      : `<path d="M${at(leader.x1)} ${at(leader.y1)}L${at(leader.x2)} ${at(leader.y2)}" stroke="${colour}" stroke-width="${thin}"/>`;
  const look = `font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${labelInk(label, theme)}" stroke="${haloOf(label, theme)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  const lines = label.lines.map(
    ({ text: words, left, middle, width }) =>
      `<tspan x="${at(left)}" y="${at(middle + size / 3)}" textLength="${at(width)}" lengthAdjust="spacingAndGlyphs">${escape(words)}</tspan>`,
  );
  return `${line}${plate(label, theme)}<text ${look}>${lines.join('')}</text>`;
}

function plate(label: PlacedLabel, theme: Theme): string {
  const below = plateOf(label, theme);
  if (below === undefined) return '';
  const { left, top, right, bottom, round, colour, opacity, rim } = below;
  return `<rect x="${at(left)}" y="${at(top)}" width="${at(right - left)}" height="${at(bottom - top)}" rx="${round}" fill="${colour}" fill-opacity="${opacity}"${rim === undefined ? '' : ` stroke="${rim}"`}/>`;
}

function legend({ title, entries }: Caption, top: number, theme: Theme): string {
  const ink = INK[theme];
  const drawn = entries.map(({ label, colour, shape, dash, x, y, textX }) => {
    const [left, middle] = [x, top + y];
    const mark =
      shape === undefined
        ? `<path d="M${at(left - 8)} ${at(middle)}h22" stroke="${ink}" stroke-width="1.6"${DASH_ATTRIBUTES[dash]!}/>`
        : `<path d="${MARKS[shape]}" fill="${colour}" fill-rule="evenodd" transform="translate(${at(left)} ${at(middle)})"/>`;
    return `${mark}<text x="${at(textX)}" y="${at(middle + 4)}" fill="${ink}">${escape(label)}</text>`;
  });
  return `<g><text x="${CAPTION_MARGIN}" y="${top + CAPTION_TITLE}" fill="${ink}">${escape(title)}</text>${drawn.join('')}</g>`;
}

export function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
