// Relations that say who took part in an event; who was only invited did not.

export const TAKING_PART: readonly string[] = ['ATTENDED', 'HOSTED', 'CHAIRED'];
