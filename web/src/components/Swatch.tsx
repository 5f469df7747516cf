// The shape and colour of a kind, as the canvas draws it.
import { useExplorer } from './hooks.ts';
import type { Shape, Theme } from '../graph/appearance.ts';

/** Follows the page from light to dark by itself. */
export const inBothThemes = (colour: (theme: Theme) => string): string =>
  `light-dark(${colour('light')}, ${colour('dark')})`;

export function Swatch({ kind }: { readonly kind: string }) {
  const { appearance } = useExplorer();
  const colour = inBothThemes((theme) => appearance.colour(kind, theme));
  return (
    <svg class="swatch" viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true" focusable="false">
      {outline(appearance.shape(kind), colour)}
    </svg>
  );
}

function outline(shape: Shape, colour: string) {
  if (shape === 'square') return <rect x="-7.5" y="-7.5" width="15" height="15" style={{ fill: colour }} />;
  if (shape === 'diamond') return <path d="M0-10 10 0 0 10-10 0Z" style={{ fill: colour }} />;
  if (shape === 'triangle') return <path d="M0-9 9.5 7.5H-9.5Z" style={{ fill: colour }} />;
  if (shape === 'document') return <path d="M-7-9H3L7-5V9H-7Z" style={{ fill: colour }} />;
  if (shape === 'ringed')
    return (
      <g>
        <circle r="8.6" fill="none" style={{ stroke: colour }} stroke-width="2" />
        <circle r="5.4" style={{ fill: colour }} />
      </g>
    );
  return <circle r="8.5" style={{ fill: colour }} />;
}
