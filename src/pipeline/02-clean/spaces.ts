// Puts in the spaces that got lost beside punctuation, ordinals and dates; words glued to words are glue.ts.
import { applyEdits, type MappedText } from './mapped-text.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Between these two contexts a reader expects a space; `where` is a plain look at whether a text can hold such a place. */
const MISSING: readonly { readonly where: RegExp; readonly between: readonly RegExp[] }[] = [
  {
    where: /[.!?)”,;]\p{L}/u,
    between: [
      /(?<=[\p{Ll})”’]{2}[.!?]|\p{Ll}\p{Ll}[.!?]”)(?=\p{Lu}[\p{Ll}\s’])/gu, // countries.The
      /(?<=(?:^|[^\p{L}.])\p{Lu}\.)(?=\p{Lu}\p{Ll}{2})/gu, // V.Putin
      /(?<=\b(?:\p{Lu}\.){2,})(?=\p{Lu}\p{Ll}{2})/gu, // U.S.Department
      /(?<=\b(?:St|Gen|Lt|Sen|Col|Maj|Dr|Mr|Mrs|Ms|Prof|Rep|Gov|Capt|Sgt|Assoc|Adm|Amb|Hon|Sr|Jr)\.)(?=\p{Lu})/gu, // St.Petersburg
      /(?<=\p{L}[,;]|\p{L}\)[,;]|”[,;]|,”)(?=\p{L})/gu, // progress,during
      /(?<=\p{Ll}[)”])(?=\p{L}{2})/gu, // (Interpol)and
      /(?<=\p{Lu}\))(?=\p{Ll}{2})/gu, // (SCO)held
    ],
  },
  {
    where: /\p{L}[(“]|:[\p{Lu}“]/u,
    between: [
      /(?<=\p{Ll}{3})(?=\((?!s\)|es\)|ren\)))/gu, // Organisation(Interpol)
      /(?<=\p{L}{2})(?=“)/gu, // said“We
      /(?<=\p{Ll}:)(?=[\p{Lu}“])/gu, // said:“We
    ],
  },
  {
    where: /\p{L}\d|\d\p{L}/u,
    between: [
      /(?<=\b\d{1,3}(?:st|nd|rd|th))(?=\p{Lu})/gu, // 12thInternational
      /(?<=\b\d{1,3}(?:st|nd|rd|th))(?=(?:meeting|session|summit|anniversary|conference|century|round|edition|time|and|of)\b)/gu,
      new RegExp(`(?<=\\b${MONTH})(?=\\d)`, 'gu'), // April24
      new RegExp(`(?<=\\b\\d{1,2})(?=${MONTH}\\b)`, 'gu'), // 24April
      /(?<=\b(?:19|20)\d\d)(?=(?:and|in|to|at|the|for|with|on|as|by|is|was|when|that|which|after)\b)/gu, // 2018and
      /(?<=\b(?:on|in|from|to|of|until|since|by|and|than)|\b(?:about|over|nearly|around|between))(?=\d{1,4}\b(?![%.,-]?\d))/gu, // in2018
    ],
  },
];

/** Addresses keep their full stops: a match inside one of these is left alone. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:com|org|net|gov|int|info|eu|vn|ru)\b\S*/giu;

export function putMissingSpaces(mapped: MappedText): MappedText {
  const { text } = mapped;
  const places = new Set<number>();
  for (const { where, between } of MISSING) {
    if (!where.test(text)) continue;
    for (const pattern of between) for (const { index } of text.matchAll(pattern)) places.add(index);
  }
  if (places.size === 0) return mapped;
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => [index, index + found.length] as const);
  const isInAddress = (at: number): boolean => addresses.some(([start, end]) => at > start && at < end);
  return applyEdits(
    mapped,
    [...places]
      .filter((at) => !isInAddress(at))
      .sort((one, other) => one - other)
      .map((at) => ({ start: at, end: at, insert: ' ' })),
  );
}
