// The nouns for whoever does elsewhere what the other does here: `his Turkish counterpart`, `her Peruvian colleague`.

/** At the end of a role or a mention. */
export const COUNTERPART = /\b(?:counterpart|colleague|opposite number)$/i;

/** At the end of a mention of several. */
export const COUNTERPARTS = /\b(?:counterparts|colleagues|opposite numbers)$/i;

/** Anywhere in the titles before a name. */
export const HAS_COUNTERPART = /\b(?:counterpart|colleague|opposite number)\b/i;
