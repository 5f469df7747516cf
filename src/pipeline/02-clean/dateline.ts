// The place (and agency) line that opens a news report: `Hanoi (VNA) –`, `MOSCOW, January 21. /TASS/.`, `TBILISI, Georgia (AP) _`.
import { findDate } from './page-date.ts';

export interface Dateline {
  /** The words as they stand, without the dash. */
  readonly text: string;
  readonly place?: string;
  readonly agency?: string;
  /** ISO, partial where the year is missing. */
  readonly date?: string;
  /** Length of the dateline with its dash and the space after it. */
  readonly length: number;
}

const PLACE = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}";
const PLACES = `${PLACE}(?:/${PLACE})?(?:, ?${PLACE}){0,2}`;
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DATE = `(?:${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${MONTH}(?:,? \\d{4})?)`;
const AGENCY =
  '(?:\\p{Lu}[\\p{L}.&-]*(?:[ /](?:of |for |and )?\\p{Lu}[\\p{L}.&-]*){0,3}|\\p{Lu}{2,6}(?:/\\p{Lu}{2,6})*)';
/** Without a place only an agency that is known as one: `NATO – the alliance – said` is no dateline. */
const KNOWN_AGENCY =
  '(?:NDO|VNA|VNS|VOV|VGP|SGGP|VTV|TASS|ITAR-TASS|AP|AFP|UPI|PTI|ANI|IANS|KCNA|KUNA|SPA|WAM|QNA|IRNA|ISNA|MNA|TNA|BTA|PAP|DPA|EFE|ANSA|Xinhua|Reuters|Yonhap|Kyodo|Antara|Bernama|Interfax|Ukrinform|Anadolu)';
/** Words in capitals that a newspaper puts before a colon. */
const LABEL =
  'BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|VIDEO|PHOTOS?|OPINION|ANALYSIS|EXPLAINER|FACTBOX|INTERVIEW|REPORT|LIVE|READ|NOTE|SOURCE|NEWS|WORLD|CORRECTION|STATEMENT|SUBJECT|TITLE|DATE|FROM|MORE|ALSO|PRESS|REMARKS|QUESTION|ANSWER|MODERATOR';
const DASH = '\\s*(?:[–—−_]|--?|:)\\s*';

const named = (source: string): RegExp => new RegExp(`^${source}`, 'u');

/** Most specific first; each ends where the report begins. */
const FORMS: readonly RegExp[] = [
  // MOSCOW, January 21. /TASS/.  KYIV, April 3 /Ukrinform/.
  // GENEVA, Switzerland, January 8, 2014/African Press Organization (APO)/ —
  named(
    `(?<place>${PLACES}),? (?<date>${DATE})[.,]?\\s*[/(](?<agency>${AGENCY})(?: \\(\\p{Lu}+\\))?[/)][.,]?(?:${DASH}|\\s+)`,
  ),
  // Hanoi (VNA) – / TBILISI, Georgia (AP) _ / Hanoi, Nov. 4 (VNA) - / Hanoi, (VNA) -
  named(`(?<place>${PLACES}),?(?: (?<date>${DATE}))?,? ?\\((?<agency>${AGENCY})\\)${DASH}`),
  named(`(?<place>${PLACES}),?(?: (?<date>${DATE}))?,? ?\\((?<agency>${KNOWN_AGENCY}(?:[/.]${KNOWN_AGENCY})*)\\)\\s+`),
  // ISLAMABAD, (UrduPoint / Pakistan Point News - 13th Apr, 2025)
  named(
    `(?<place>${PLACES}),? ?\\((?<agency>${AGENCY})(?: / ${AGENCY}){0,2} [-–] (?<date>\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})\\)(?:${DASH})?\\s*`,
  ),
  // ASTANA. KAZINFORM – / BAKU. APA.
  named(`(?<place>\\p{Lu}{3,}(?:[ -]\\p{Lu}{2,}){0,2})[.,] (?<agency>\\p{Lu}{3,12})(?:${DASH}|\\.\\s+)`),
  // Jeddah, SPA -- / Hanoi, VNA –
  named(`(?<place>${PLACE}), (?<agency>${KNOWN_AGENCY})\\s*(?:[–—−]|--?)\\s+`),
  // NDO/VNA – / VNA – / VOV.VN - / (VNA) -
  named(`\\(?(?<agency>${KNOWN_AGENCY}(?:[/.]${KNOWN_AGENCY})*)\\)?\\s*(?:[–—−_]|--?)\\s*`),
  // GENEVA, Nov 4 – / SEOUL, Nov. 22 (Yonhap) is above / LONDON, 4 November 2021 -
  named(`(?<place>${PLACES}),? \\(?(?<date>${DATE})\\)?\\.?${DASH}`),
  // GENEVA – / ANKARA/ISTANBUL — : capitals only, a common word would be a sentence.
  named(`(?<place>\\p{Lu}{3,}(?:[ /.-]\\p{Lu}{2,}){0,3}(?:, (?:\\p{Lu}[\\p{L}.]+)){0,2})\\s*[–—−_-]{1,2}\\s+`),
];

// ISLAMABAD: / NEW DELHI:
const COLON = new RegExp(`^((?!(?:${LABEL})\\b)\\p{Lu}{4,}(?:[ -]\\p{Lu}{2,}){0,2}): (?=["“‘']?\\p{Lu}\\p{Ll})`, 'u');

/** Words in capitals before a colon: a place, or in a transcript whoever speaks; they stay in the text. */
export const findColonPlace = (paragraph: string): string | undefined => COLON.exec(paragraph)?.[1];

/** `NATO – the alliance of thirty states – met`: a second dash closes what the first one opened. */
function isParenthesis(opening: string, dateline: string): boolean {
  return (
    /\s[–—-]\s$/u.test(dateline) && !dateline.includes('(') && /^[^.]*\s[–—-]\s/u.test(opening.slice(dateline.length))
  );
}

/** A byline without a name on the same line. */
const CREDIT =
  /^By (?:Our|A|Our Own|Our Staff|Staff) (?:Special |Staff |Foreign )?(?:Correspondents?|Reporters?|Writers?)[,.]?\s+(?=\p{Lu}{2})/u;

/** The dateline that a paragraph begins with. */
export function findDateline(paragraph: string): Dateline | undefined {
  const credit = CREDIT.exec(paragraph)?.[0].length ?? 0;
  const found = credit === 0 ? undefined : openingDateline(paragraph.slice(credit));
  return found === undefined ? openingDateline(paragraph) : { ...found, length: found.length + credit };
}

function openingDateline(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, 120);
  for (const pattern of FORMS) {
    const match = pattern.exec(opening);
    if (match === null || !/^["“‘'(]?[\p{L}\d]/u.test(paragraph.slice(match[0].length))) continue;
    if (isParenthesis(opening, match[0])) continue;
    const { place, agency, date } = match.groups ?? {};
    const iso = date === undefined ? undefined : findDate(date);
    return {
      text: match[0].replace(/[\s–—−_:-]+$/u, ''),
      ...(place !== undefined && { place }),
      ...(agency !== undefined && { agency }),
      ...(iso !== undefined && { date: iso }),
      length: match[0].length,
    };
  }
  return undefined;
}
