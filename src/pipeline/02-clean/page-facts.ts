// What a page's text says about the document: headline, dateline, the day it was printed, who prints it.
import { findColonPlace, findDateline } from './dateline.ts';
import { isAgencyMark, isMasthead } from './furniture.ts';
import { markFurniture, splitLines } from './lines.ts';
import { joinParagraphs } from './paragraphs.ts';
import { readDateLine } from './page-date.ts';
import { stripMarkdown } from './markdown.ts';

export interface PageFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedOn?: string;
  readonly dateline?: string;
}

/** A date this far down may be anything; a dateline opens one of the first paragraphs. */
const LINES_WITH_DATE = 12;
const PARAGRAPHS_WITH_DATELINE = 5;
const LONGEST_TITLE = 250;

const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\ufeff\u200b]+/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

/** A symbol or a sort of document above the headline: `SC/15877`, `Press release | Oslo, 3 May 2021`. */
const KICKER =
  /^(?:\p{Lu}{1,6}(?:\/[\p{Lu}\d.()-]+)+|(?:press|news|media) (?:release|statement|note|briefing)|(?:official |joint )?(?:statement|readout|communiqu[eé]|announcement|news|world|politics|diplomacy))(?:\s*[|–—•·:-]\s*.{0,60})?$/iu;

/** `SECURITY COUNCIL` above a headline: a few words in capitals, all of which the text below has in small letters. */
function isLabel(line: string, below: string): boolean {
  if (KICKER.test(line)) return true;
  const words = line.toLowerCase().split(/\s+/u);
  const known = new Set(below.toLowerCase().match(/\p{L}+/gu));
  return !/\p{Ll}/u.test(line) && words.length <= 4 && words.every((word) => known.has(word));
}

/** The second line of a record's title. */
const RECORD = /^(?:(?:summary |verbatim |official )?(?:minutes|records?|proceedings|agenda)|report) (?:of|on)\b/iu;

const isHeadline = (line: string): boolean =>
  line.length <= LONGEST_TITLE && !/[.;:]["”’)]*$/u.test(line) && findDateline(line) === undefined;

function findTitle(all: readonly string[]): string | undefined {
  const [label, headline, text] = all;
  const isAbove =
    label !== undefined && headline !== undefined && text !== undefined && isLabel(label, `${headline} ${text}`);
  const paragraphs = isAbove && isHeadline(headline) ? all.slice(1) : all;
  const [first, second] = paragraphs;
  // Whose minutes they are stands in a line of its own.
  if (first !== undefined && second !== undefined && RECORD.test(second) && isHeadline(first) && isHeadline(second))
    return `${first}: ${second}`;
  return first !== undefined && second !== undefined && isHeadline(first) ? first : undefined;
}

/** The publisher of a page: a line with an agency's mark, else the agency of the dateline. */
function findPublisher(
  lines: readonly string[],
  agency: string | undefined,
  masthead: string | undefined,
): string | undefined {
  const copyright = lines.map(
    (line) =>
      /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[–-]\s*\d{4})?)?,?\s*(?:by )?(\p{Lu}[^.,|]{2,50})/iu.exec(
        line,
      )?.[1],
  );
  const source = lines.map((line) => /^(?:source|publisher)\s*:\s*(\p{Lu}[^.|]{1,50})$/iu.exec(line)?.[1]);
  const mark = lines.find((line) => isAgencyMark(line));
  return (
    tidy(
      source.find((found) => found !== undefined) ??
        masthead ??
        agency ??
        copyright.find((found) => found !== undefined) ??
        mark ??
        '',
    ) || undefined
  );
}

export function readPageFacts(raw: string, mediaType: string): PageFacts {
  const lines = markFurniture(splitLines(mediaType.startsWith('text/markdown') ? stripMarkdown(raw) : raw));
  const masthead = lines.find((line) => line.use === 'furniture' && isMasthead(tidy(line.text)));
  const written = lines.filter((line) => line.use !== 'gap').map((line) => tidy(line.text));
  const paragraphs = joinParagraphs(lines)
    .slice(0, PARAGRAPHS_WITH_DATELINE)
    .map(({ lines: own }) => tidy(own.map(({ text }) => text).join(' ')));
  const title = findTitle(paragraphs);
  const dateline = paragraphs.map(findDateline).find((found) => found !== undefined);
  const place =
    dateline?.text ??
    paragraphs
      .slice(0, 2)
      .map(findColonPlace)
      .find((found) => found !== undefined);
  const pageDate = written
    .slice(0, LINES_WITH_DATE)
    .map(readDateLine)
    .find((found) => found !== undefined);
  const publisher = findPublisher(written, dateline?.agency, masthead && tidy(masthead.text));
  const publishedOn = pageDate ?? dateline?.date;
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(place !== undefined && { dateline: place }),
  };
}
