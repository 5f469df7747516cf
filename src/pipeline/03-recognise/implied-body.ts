// The ministry or department that a post implies: `Minister of Justice`, `Fuel and Energy Minister`.
import type { Post } from '../types.ts';
import type { PostNoun } from './vocabulary.ts';

/** The words of a role, cut at its noun. */
export interface RoleParts {
  readonly noun: PostNoun;
  /** Grade and portfolio before the noun. */
  readonly rank: string;
  /** `of Public Security`, `for Trade`. */
  readonly complement: string;
}

/** `Senate President Roe`: who presides over a chamber is named with it. */
export const OF_CHAMBER = /^Senate (?:President|Chair|Speaker)/;

/** The ministry of a minister, where the text names no body. */
export function impliedBody(role: RoleParts): Post['impliedBody'] {
  const { noun, rank, complement } = role;
  // `Secretary of State for Defence` heads no State Department; an under-secretary `for` something no department.
  // `Parliamentary Under-Secretary of State`: a British minister, of whichever department.
  if (/\b(?:parliamentary|permanent)\b/i.test(rank) && complement.startsWith('of State')) return undefined;
  if (noun.impliedBody !== undefined && OF_CHAMBER.test(noun.role)) return { name: noun.impliedBody, kind: 'Agency' };
  if (noun.impliedBody !== undefined && noun.role === 'Secretary of State')
    return !complement.startsWith('for ') || /^(?:under|assistant|deputy)\b/i.test(rank)
      ? { name: noun.impliedBody, kind: 'Agency' }
      : undefined;
  // `Minister of State for Defence` serves in the Ministry of Defence.
  const ofState = noun.role === 'Minister of State' ? /^for (?!the )(.+)$/.exec(complement)?.[1] : undefined;
  if (ofState !== undefined) return { name: `Ministry of ${ofState}`, kind: 'Agency' };
  if (!/(?<!Prime )Minister$/.test(noun.role) && !/Secretary$/.test(noun.role)) return undefined;
  const isBelowHead = /\b(?:under|assistant)/i.test(`${rank} ${noun.role}`) || /^Under/.test(noun.role);
  if (/ecretary$/.test(noun.role) && isBelowHead && !complement.startsWith('of ')) return undefined;
  // A `secretary for` heads a part of a ministry, or an office of that name.
  if (noun.role === 'Secretary' && rank === '' && complement.startsWith('for ')) return undefined;
  // A cabinet secretary heads a ministry, as in Kenya.
  const word = /Minister$/.test(noun.role) || /\bcabinet$/i.test(rank) ? 'Ministry' : 'Department';
  const after = complement.replace(/^(?:of|for) /, '').split(/ for /)[0]!;
  // `First Secretary of the Embassy`: the one who works there heads no department.
  if (
    /^(?:the )?(?:embassy|mission|consulate|high commission|council|committee|commission|board|party|union)\b/i.test(
      after,
    )
  )
    return undefined;
  if (after !== '') return { name: `${word} of ${after}`, kind: 'Agency' };
  const portfolio = rank
    .replace(
      /\b(?:deputy|vice|assistant|first|senior|state|permanent|acting|prime|chief|cabinet|principal|standing|under|associate|special|executive|private|joint|union|parliamentary)\b ?/gi,
      '',
    )
    .trim();
  if (portfolio === '' || word === 'Department') return undefined;
  return { name: `Ministry of ${ministryName(portfolio)}`, kind: 'Agency' };
}

const ministryName = (portfolio: string): string => {
  const capital = portfolio.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (capital === 'Interior') return 'the Interior';
  return /^(?:Foreign|External|Home|Internal|Religious|Veterans|Social)$/.test(capital)
    ? `${capital} Affairs`
    : capital.replace(/(?<= )(?:And|Of|The|For)(?= )/g, (small) => small.toLowerCase());
};
