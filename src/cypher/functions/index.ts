// The table of all functions. To add one, add an entry to the file of its group.
import { CONVERSION_FUNCTIONS } from './conversions.ts';
import { ENTITY_FUNCTIONS } from './entities.ts';
import { LIST_FUNCTIONS } from './lists.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { type FunctionDefinition, parseSignature } from './signature.ts';
import { STRING_FUNCTIONS } from './strings.ts';
import { TEMPORAL_FUNCTIONS } from './temporals.ts';

const ENTRIES = [
  ...ENTITY_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...TEMPORAL_FUNCTIONS,
];

const TABLE: ReadonlyMap<string, FunctionDefinition> = new Map(
  ENTRIES.map((entry) => {
    const parsed = parseSignature(entry.signature);
    return [parsed.name.toLowerCase(), { ...entry, parsed }];
  }),
);

/** Names are the same in upper and lower case. */
export const findFunction = (name: string): FunctionDefinition | undefined => TABLE.get(name.toLowerCase());

/** What Neo4j has and this interpreter has not: refused by name. */
const ELSEWHERE = ['point', 'distance', 'vector', 'linenumber', 'file', 'exists', 'load', 'tointlist'];

export const isKnownElsewhere = (name: string): boolean => ELSEWHERE.includes(name.toLowerCase().split(/[._]/)[0]!);
