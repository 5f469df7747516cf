// Reads web pages: the article without the page around it, and what the page's metadata says.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { err, ok, type Result } from '../../domain/result.ts';
import type { FormatReader, ReadFailure, ReadText } from '../../ports/document-reader.ts';
import { decodeText } from './decode.ts';
import { readHtmlFacts } from './html-facts.ts';
import { htmlToText } from './html-text.ts';

/** Parts of a page that are never the article, for pages on which Readability finds none. */
const AROUND_THE_TEXT =
  'nav, header nav, footer, aside, form, script, style, noscript, template, iframe, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="dialog"], [class*="cookie"], [id*="cookie"], [class*="share"], [class*="related"], [class*="advert"], [class*="newsletter"], [class*="breadcrumb"], [class*="comment"]';
/** Less than this is a teaser or a notice that Readability took for the article. */
const LEAST_ARTICLE_SHARE = 0.3;
const DECLARED_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu;
/** Readability and the parser walk deep trees by recursion. */
const DEEPEST_NESTING = 1500;

function decodeHtml(bytes: Uint8Array): string {
  const declared = DECLARED_CHARSET.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  const decoded = decodeText(bytes);
  if (decoded.charset !== 'windows-1252' || declared === undefined) return decoded.text;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return decoded.text;
    throw error;
  }
}

function nestsTooDeep(html: string): boolean {
  let depth = 0;
  for (const { 1: slash } of html.matchAll(
    /<(\/?)(?:div|span|section|article|table|tr|td|ul|ol|li|b|i|em|strong|blockquote|font|a)\b/giu,
  )) {
    depth += slash === '/' ? -1 : 1;
    if (depth > DEEPEST_NESTING) return true;
  }
  return false;
}

function readArticle(html: string): string {
  const whole = parseHTML(html).document;
  for (const part of whole.querySelectorAll(AROUND_THE_TEXT)) part.remove();
  const plain = htmlToText(whole.documentElement);
  const article = new Readability(parseHTML(html).document, { charThreshold: 140 }).parse();
  const content = article?.content;
  if (typeof content !== 'string') return plain;
  const text = htmlToText(parseHTML(`<html><body>${content}</body></html>`).document.documentElement);
  return text.length >= LEAST_ARTICLE_SHARE * plain.length ? text : plain;
}

/** The headline stands above the article once, however many times the page prints it. */
function withTitle(title: string | undefined, text: string): string {
  if (title === undefined) return text;
  const opening = text.slice(0, title.length * 2 + 200);
  return opening.includes(title) ? text : `${title}\n\n${text}`;
}

export function readHtml(html: string): Result<ReadText, ReadFailure> {
  if (nestsTooDeep(html))
    return err({ reason: 'damaged', message: 'The page nests its elements too deeply: save its text instead.' });
  const facts = readHtmlFacts(parseHTML(html).document);
  return ok({ ...facts, text: withTitle(facts.title, readArticle(html)), mediaType: 'text/html' });
}

export const htmlReader: FormatReader = {
  id: 'html/1',
  read: (bytes) => Promise.resolve(readHtml(decodeHtml(bytes))),
};
