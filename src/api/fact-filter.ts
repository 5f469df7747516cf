// How look-ups take the parameters of a list of facts.

/** Plain look-ups show what occurred unless they are asked for more. */
const meantOr = (asked: readonly string[]): readonly string[] => (asked.length === 0 ? ['occurred'] : asked);

export const factFilter = <Q extends { readonly type: readonly string[]; readonly modality: readonly string[] }>({
  type,
  modality,
  ...rest
}: Q) => ({ ...rest, types: type, modalities: meantOr(modality) });
