// What a page's text says about the document: headline, dateline, the day it was printed, who prints it.
import { findDateline } from './dateline.ts';
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

function findTitle(paragraphs: readonly string[]): string | undefined {
  const [first, second] = paragraphs;
  if (first === undefined || second === undefined || first.length > LONGEST_TITLE) return undefined;
  if (/[.;:]["”’)]*$/u.test(first) || findDateline(first) !== undefined) return undefined;
  return first;
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
    ...(dateline !== undefined && { dateline: dateline.text }),
  };
}
