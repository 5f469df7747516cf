// `Welcoming Roe, the president said`: the comma after the guest closes what opens the sentence, and the office is the host's.

/** The word before the guest. */
export const GUEST_OPENING = /^(?:welcom|receiv|greet|meet|congratulat|thank|address|host|brief|join)ing$/i;
