// The name on the node: what a reader would write, without article, title or possessive, and the other forms as aliases.
import type { Chain, RelatedText } from '../types.ts';
import { describedEventName } from './event-name.ts';

/** A heading in capitals is written as a name is. */
const calm = (name: string): string =>
  /\p{Ll}/u.test(name) || !/\p{Lu}{4,}.*\s/u.test(name)
    ? name
    : name
        .toLowerCase()
        .replace(/(?<![\p{L}\d'’])(?!(?:of|the|for|and|on|in|to)\b)\p{L}/gu, (letter) => letter.toUpperCase())
        .replace(/(?<!\p{L})(?:Un|Eu|Au|Us|Uk)(?!\p{L})/gu, (acronym) => acronym.toUpperCase());

const tidy = (name: string, keepsArticle = false): string =>
  calm(name)
    .replace(/\s+/g, ' ')
    .replace(keepsArticle ? /^$/ : /^(?:the|a|an)\s+/i, '')
    .replace(/['’?]s$/u, '')
    .replace(/^([^“]*)“([^”]*)$/u, '$1$2')
    .replace(/^[\s"“”'‘’,;:-]+|[\s"“”‘,;:-]+$/gu, '')
    .trim();

/** Every alias is one that the text shows, or the lexicon's name for what it shows. */
export function displayNames(
  chain: Chain,
  text: RelatedText,
): { readonly name: string; readonly aliases: readonly string[] } {
  const described = describedEventName(chain, text);
  // The article belongs to `The Hague`, not to `the Kremlin`.
  const name = tidy(described ?? chain.name, chain.kind === 'City');
  const aliases = new Set<string>();
  // `bilateral meeting` still finds the event; `meeting` alone would find every one.
  if (described !== undefined && chain.name.includes(' ')) aliases.add(tidy(chain.name));
  for (const alias of chain.aliases) aliases.add(tidy(alias));
  for (const id of chain.mentions) {
    const mention = text.mentions[id];
    // The mention of a body that a post implies is the person who holds it.
    if (mention?.form !== 'name' || (chain.inferred && mention.kind === 'Person')) continue;
    const shown = text.clean.text.slice(mention.start, mention.end);
    if (mention.kind !== 'Country' || !/\.$/.test(shown)) aliases.add(tidy(shown));
    const outer = text.clean.text.slice(mention.outer.start, mention.outer.end);
    if (mention.kind !== 'Person' && outer !== shown) aliases.add(tidy(outer));
  }
  aliases.delete(name);
  aliases.delete('');
  return { name, aliases: [...aliases].sort() };
}
