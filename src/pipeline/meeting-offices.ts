// Offices of a meeting or committee: a country in brackets behind the name is the holder's, not the office's.

/** `Committee Chair Ann Lee (Peru)`: she is of Peru, and chairs the committee. */
export const OF_MEETING =
  /\b(?:chair|chairman|chairwoman|chairperson|co-chairs?|vice-chairs?|rapporteur|moderator|facilitator|co-facilitator|coordinator)$/i;
