// How large a node is drawn; the layout makes room by the same rule.

/**
 * Pixels at the first picture: clamp(1.4 + 0.62·√degree, 1.4, 16). Larger where few nodes share the canvas. Where thousands
 * do, the small ones shrink so that they do not hide the communities, and hubs grow with all of their ties, not with the
 * root of their number, so that the eye finds them.
 */
export function radiusOf(degree: number, nodeCount: number): number {
  const usual = 1.4 + 0.62 * Math.sqrt(degree);
  if (nodeCount < CROWD) return Math.min(16, usual * (1 + 1.6 * (1 - nodeCount / CROWD)));
  const share = Math.sqrt(CROWD / nodeCount);
  return Math.min(LARGEST_IN_CROWD, Math.max(0.6, share * usual + (1 - share) * (0.085 * degree - 0.8)));
}

const CROWD = 2000;
/** Larger, hubs of one community would hide each other. */
const LARGEST_IN_CROWD = 9;
