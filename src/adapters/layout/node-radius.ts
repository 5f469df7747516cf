// How large a node is drawn; the layout makes room by the same rule.

/**
 * Pixels at the first picture: clamp(1.4 + 0.62·√degree, 1.4, 16). Larger where few nodes share the canvas, smaller where
 * thousands do: discs that fill the picture hide the communities that it is there to show.
 */
export function radiusOf(degree: number, nodeCount: number): number {
  const base = Math.min(16, Math.max(1.4, 1.4 + 0.62 * Math.sqrt(degree)));
  if (nodeCount >= 2000) return base * Math.sqrt(2000 / nodeCount);
  return Math.min(16, base * (1 + 1.6 * (1 - nodeCount / 2000)));
}
