// How long a movement of the picture takes: not at all for those who asked for less motion.

const LONGEST_MOTION_MS = 400;

export const motionMs = (): number =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : LONGEST_MOTION_MS;
