// The one value on which all agree.

/** The only value there is, however often; undefined for none or for several. */
export function only<Value>(values: Iterable<Value>): Value | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
