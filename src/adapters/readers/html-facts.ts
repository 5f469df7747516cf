// What a page's metadata says: Open Graph, Dublin Core, JSON-LD, <time>, <title>.
import { findDate } from '../../pipeline/02-clean/page-date.ts';
import type { ReadText } from '../../ports/document-reader.ts';

type HtmlFacts = Pick<ReadText, 'title' | 'publisher' | 'publishedOn' | 'language'>;

const TITLES = ['meta[property="og:title"]', 'meta[name="dc.title"]', 'meta[name="twitter:title"]'];
const PUBLISHERS = [
  'meta[property="og:site_name"]',
  'meta[name="dc.publisher"]',
  'meta[name="publisher"]',
  'meta[name="application-name"]',
];
const DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="dc.date"]',
  'meta[name="dc.date.issued"]',
  'meta[name="DC.date.issued"]',
  'meta[name="parsely-pub-date"]',
];

const tidy = (text: string | null | undefined): string | undefined => {
  const trimmed = text?.replace(/\s+/gu, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
};

function meta(document: Document, selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    const content = tidy(document.querySelector(selector)?.getAttribute('content'));
    if (content !== undefined) return content;
  }
  return undefined;
}

/** Fields of the first JSON-LD object that is an article; broken JSON-LD is common and says nothing. */
function readLinkedData(document: Document): Readonly<Record<string, unknown>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script.textContent);
    } catch {
      continue;
    }
    const graph = (parsed as { '@graph'?: unknown } | null)?.['@graph'];
    const objects = [parsed, ...(Array.isArray(graph) ? (graph as unknown[]) : [])].flat();
    for (const object of objects) {
      const type = (object as { '@type'?: unknown } | null)?.['@type'];
      if (/Article|Report|Posting/u.test(JSON.stringify(type ?? ''))) return object as Record<string, unknown>;
    }
  }
  return {};
}

const textField = (value: unknown): string | undefined => (typeof value === 'string' ? tidy(value) : undefined);

export function readHtmlFacts(document: Document): HtmlFacts {
  const linked = readLinkedData(document);
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? tidy(headings[0]?.textContent) : undefined;
  const title =
    heading ??
    textField(linked['headline']) ??
    meta(document, TITLES) ??
    tidy(document.querySelector('title')?.textContent.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/u, ''));
  const publisher =
    textField((linked['publisher'] as { name?: unknown } | undefined)?.name) ?? meta(document, PUBLISHERS);
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  const publishedOn = findDate(textField(linked['datePublished']) ?? meta(document, DATES) ?? time ?? '');
  const language = tidy(document.documentElement.getAttribute('lang'));
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(language !== undefined && { language }),
  };
}
