// Rounding a float to decimal places by its shortest decimal writing, as Java's BigDecimal does: 1.005 is 1.005.

export const ROUNDING_MODES = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

export function roundDecimal(value: number, places: number, mode: RoundingMode): number {
  if (!Number.isFinite(value) || places > 400) return value;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  // the number is `digits` × 10^-scale
  const scale = digits.length - 1 - Number(exponent);
  const dropped = scale - places;
  if (dropped <= 0) return value;
  const unit = 10n ** BigInt(Math.min(dropped, digits.length + 1));
  const whole = BigInt(digits) / unit;
  const rest = BigInt(digits) % unit;
  const rounded = roundsUp(whole, 2n * rest, unit, value < 0, mode) ? whole + 1n : whole;
  return Number(`${value < 0 ? '-' : ''}${rounded}e${-places}`);
}

/** Whether the magnitude grows, given twice the rest and the unit it is a part of. */
function roundsUp(whole: bigint, twiceRest: bigint, unit: bigint, negative: boolean, mode: RoundingMode): boolean {
  if (twiceRest === 0n) return false;
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !negative;
    case 'FLOOR':
      return negative;
    case 'HALF_UP':
      return twiceRest >= unit;
    case 'HALF_DOWN':
      return twiceRest > unit;
    case 'HALF_EVEN':
      return twiceRest === unit ? whole % 2n === 1n : twiceRest > unit;
  }
}
