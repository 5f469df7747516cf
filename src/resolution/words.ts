// Words of names that carry no identity, and those that change it.

/** Between the names of a person, in many languages: their absence makes nobody another person. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le el al ul bin ibn bint ben ter ten zu zum af av e y i'.split(' '),
);

/** Before or after a person's name. Extraction takes most of them off; aliases may still have them. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady hon honourable honorable he hm hrh excellency his her ' +
    'gen general lt lieutenant maj major col colonel capt captain sgt admiral adm marshal brig brigadier sr senior ' +
    'president minister premier chancellor secretary ambassador senator sen governor mayor judge justice king queen ' +
    'prince princess sheikh sheik sultan emir ayatollah imam comrade prime foreign deputy vice acting former jr'
  ).split(' '),
);

/** In names of bodies, events and texts: order and grammar, not identity. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'the of for and on in at to a an by with between among de la le du des und fur der die das e y'.split(' '),
);

/** One person is the head, the other the second: their names may agree, they are two. */
export const SECOND_ROLE = /\b(deputy|vice|assistant|under|sub|first deputy|alternate|acting)\b/;

/** Spelled out so that `St. Petersburg` and `Saint Petersburg` are one. */
export const EXPANSIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  mt: 'mount',
  ft: 'fort',
  intl: 'international',
  govt: 'government',
  dept: 'department',
  min: 'ministry',
  natl: 'national',
  assn: 'association',
  org: 'organization',
  organisation: 'organization',
  organisations: 'organizations',
  defence: 'defense',
  centre: 'center',
  programme: 'program',
  labour: 'labor',
  cooperation: 'cooperation',
};
