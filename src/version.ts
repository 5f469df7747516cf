// The version of this package, as package.json says it.
import { readFileSync } from 'node:fs';

const description: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export const VERSION = (description as { readonly version: string }).version;
