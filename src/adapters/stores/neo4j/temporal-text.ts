// Temporal values of the driver as Cypher's toString() prints them, so that both stores answer the same text.

/** The driver writes seconds always, fractions in nine digits, six digits of a year before Christ, and the T of a duration without a time. */
export function temporalText(printed: string): string {
  if (/^-?P/.test(printed))
    return printed
      .replace(/\.(\d*?)0*S$/, (_all, digits: string) => (digits === '' ? 'S' : `.${digits}S`))
      .replace(/T$/, '');
  return printed
    .replace(/^-00(\d{4}-)/, '-$1')
    .replace(/(:\d\d:\d\d)\.(\d+?)0*(?=$|[Z+\-[])/, (_all, clock: string, digits: string) =>
      digits === '0' ? clock : `${clock}.${digits}`,
    )
    .replace(/(\d\d:\d\d):00(?=$|[Z+\-[])/, '$1');
}
