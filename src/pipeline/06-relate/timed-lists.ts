// Lists whose members each have a time of their own: `met Roe on Monday and Lee on Tuesday`.
import type { Mention } from '../types.ts';

const DAY =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\\s\\d{1,2})?|\\d{1,2}\\s\\p{Lu}\\p{Ll}+|today|yesterday|tomorrow|(?:week|month|year|day|morning|afternoon|evening|night))';
const TIME = `(?:on|in|at|last|this|next|earlier|later|the|a)?\\s?(?:(?:early|late|last|this|next|the|same|following|previous|earlier)\\s){0,2}${DAY}(?:\\s(?:morning|afternoon|evening|night|later|earlier|before|after))?`;
const BETWEEN = new RegExp(`^,?\\s+${TIME},?\\s+and\\s+(?:the\\s+)?$`, 'u');
const AFTER = new RegExp(`^,?\\s+${TIME}\\s*(?:[,.;]|$)`, 'u');

/** A time stands between the two and another behind the second: what is said of the first is said of both. */
export const isTimedList = (text: string, gap: string, next: Mention): boolean =>
  BETWEEN.test(gap) && AFTER.test(text.slice(next.outer.end, next.outer.end + 60));
