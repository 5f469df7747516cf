// The country that a place is or lies in.
import type { AttributeValue } from '../../domain/claim.ts';
import type { Chain } from '../types.ts';

/** Undefined where the text does not tell. */
export const stateOf = ({ kind, name, attributes }: Chain): AttributeValue | undefined =>
  kind === 'Country' ? name : attributes['country'];
