// Generated from graph-schema/ by `npm run schema:generate`; do not edit.
export type EntityKind =
  | 'Person' | 'Official'
  | 'Organisation' | 'Agency' | 'Delegation' | 'Media'
  | 'Place' | 'Country' | 'City' | 'Region' | 'Facility'
  | 'Event' | 'Meeting' | 'Visit' | 'Call' | 'Ceremony' | 'Incident'
  | 'Instrument' | 'Agreement' | 'Communique' | 'Statement' | 'Law' | 'Resolution' | 'Strategy'
  | 'Proposal' | 'Topic';
export type RelationType =
  | 'ATTENDED' | 'HOSTED' | 'CHAIRED' | 'MET_WITH' | 'SPOKE_WITH' | 'HOLDS_POSITION' | 'REPRESENTS' | 'MEMBER_OF'
  | 'PART_OF' | 'PROPOSED' | 'STATED' | 'DISCUSSED' | 'ADDRESSES' | 'TOOK_PLACE_IN' | 'SIGNED' | 'ADOPTED' | 'ISSUED'
  | 'VISITED' | 'APPOINTED' | 'INVITED' | 'SANCTIONED' | 'ARRESTED' | 'SUPPORTS' | 'RESPONSIBLE_FOR';
