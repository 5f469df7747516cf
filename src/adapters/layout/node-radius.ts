// How large a node is drawn; the layout makes room by the same rule.

/**
 * Pixels at the first picture: clamp(1.4 + 0.62·√degree, 1.4, 16). Larger where few nodes share the canvas. Where thousands
 * do, the small ones shrink so that they do not hide the communities, and the hubs less, so that the eye finds them.
 */
export function radiusOf(degree: number, nodeCount: number): number {
  const rank = 0.62 * Math.sqrt(degree);
  if (nodeCount < 2000) return Math.min(16, (1.4 + rank) * (1 + 1.6 * (1 - nodeCount / 2000)));
  const share = Math.sqrt(2000 / nodeCount);
  return Math.min(16, 1.1 * share + rank * share ** (1 - Math.min(0.5, Math.sqrt(degree) / 24)));
}
