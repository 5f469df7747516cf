// Each format is read by what its bytes are, with what it says about itself.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/adapters/readers/index.ts';
import { makeDocx } from '../../scripts/corpus/make-docx.ts';
import { makePdf } from '../../scripts/corpus/make-pdf.ts';
import type { SourceDocument } from '../../src/domain/document.ts';

const BODY =
  'The ministers of the two countries met on Tuesday in the capital and talked about the harbour and the fishing rights.';
const MORE =
  'They will meet again in June, at the invitation of the hosts, and have asked their experts for a text until then.';

async function read(content: string | Uint8Array, name: string): Promise<SourceDocument> {
  const result = await readDocument(Buffer.from(content), name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('readDocument', () => {
  it('gives the text of a plain file character for character', async () => {
    const text = `\ufeffMinisters meet\r\n\r\n${BODY}\r\n\u00a0${MORE}\r\n`;
    expect((await read(text, 'a.txt')).text).toBe(text);
  });

  it('reads Latin-1 and says so', async () => {
    const document = await read(Buffer.from(`${BODY} The attaché left Malmö. ${MORE}`, 'latin1'), 'a.txt');
    expect(document.text).toContain('attaché left Malmö');
    expect(document.mediaType).toBe('text/plain; charset=windows-1252');
  });

  it('reads UTF-16 with and without a mark', async () => {
    const text = `${BODY} The attaché left.`;
    expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le'), 'a.txt')).text).toBe(`\ufeff${text}`);
    expect((await read(Buffer.from(text, 'utf16le'), 'a.txt')).text).toBe(text);
  });

  it('is not misled by words that begin like a magic number', async () => {
    expect((await read(`BMW said on Monday that it agrees. ${BODY}`, 'a.txt')).reader).toBe('txt/1');
    expect((await read(`MZUNGU is the title of the book. ${BODY}`, 'a')).reader).toBe('txt/1');
  });

  it('decodes a long text whose sample ends inside a character', async () => {
    const text = `${'a'.repeat(8191)}é ${BODY}`;
    expect((await read(text, 'a.txt')).text).toBe(text);
  });

  it('gives equal bytes one id, whatever they are called', async () => {
    expect((await read(BODY, 'a.txt')).id).toBe((await read(BODY, 'b.txt')).id);
  });

  it('reads Markdown with its front matter', async () => {
    const document = await read(
      `---\ntitle: Harbour talks\ndate: 2019-04-03\nsource: Harbour Post\n---\n\n# Harbour talks\n\n${BODY}\n`,
      'a.md',
    );
    expect(document).toMatchObject({
      reader: 'md/1',
      title: 'Harbour talks',
      publishedOn: '2019-04-03',
      publisher: 'Harbour Post',
      language: 'en',
    });
  });

  it('reads the article of a web page and leaves the page out', async () => {
    const page = `<!doctype html><html lang="en"><head><title>Harbour talks | Harbour Post</title>
      <meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2019-04-03T08:00:00Z">
      <script>alert("no")</script></head><body><nav><a>Home</a><a>World</a></nav><div class="cookie-banner">We use cookies.</div>
      <article><h1>Harbour talks</h1><p>${BODY}</p><p>${MORE}</p><p>${BODY.replace('Tuesday', 'Friday')}</p></article>
      <aside class="related"><h2>Related</h2><a>Cat rescued</a></aside><footer>© Harbour Post</footer></body></html>`;
    const document = await read(page, 'page');
    expect(document).toMatchObject({
      reader: 'html/1',
      mediaType: 'text/html',
      title: 'Harbour talks',
      publisher: 'Harbour Post',
      publishedOn: '2019-04-03',
    });
    expect(document.text).toContain(`Harbour talks\n\n${BODY}\n\n${MORE}`);
    expect(document.text).not.toMatch(/cookies|Cat rescued|alert|World/u);
  });

  it('reads a page that is no article', async () => {
    const document = await read(`<html><body><p>${BODY}</p><ul><li>one</li><li>two</li></ul></body></html>`, 'a.html');
    expect(document.text).toBe(`${BODY}\n\n- one\n\n- two`);
  });

  it('reads a PDF with its pages, without the running foot', async () => {
    const bytes = await makePdf({
      title: 'Harbour talks',
      pages: [[BODY, MORE], [BODY.replace('Tuesday', 'Friday')]],
      foot: 'Harbour Post, page',
    });
    const document = await read(bytes, 'a.bin');
    expect(document).toMatchObject({ reader: 'pdf/1', mediaType: 'application/pdf', title: 'Harbour talks' });
    expect(document.text.replace(/\n(?!\n)/gu, ' ')).toContain(BODY);
    expect(document.text).not.toContain('page 1');
    expect(document.pages?.map(({ page }) => page)).toEqual([1, 2]);
    const [first, second] = document.pages!;
    expect(document.text.slice(first!.start, first!.end)).toContain('Tuesday');
    expect(document.text.slice(second!.start, second!.end)).toMatch(/^The ministers[\s\S]*Friday/u);
  });

  it('reads a Word document, headings and lists in order', async () => {
    const bytes = makeDocx([{ text: 'Harbour talks', style: 'Heading1' }, { text: BODY }, { text: MORE }]);
    const document = await read(bytes, 'a.txt');
    expect(document.reader).toBe('docx/1');
    expect(document.title).toBe('Harbour talks');
    expect(document.text).toBe(`Harbour talks\n\n${BODY}\n\n${MORE}`);
  });

  it('reads a message: subject, sender, date and own words', async () => {
    const mail = [
      'Message-ID: <1@example.org>',
      'From: "Harbour Ministry" <press@example.org>',
      'Date: Wed, 3 Apr 2019 23:30:00 -0700',
      'Subject: Re: =?utf-8?Q?Harbour_talks_in_Malm=C3=B6?=',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      BODY.replace('harbour and', 'harbour=20=\r\nand'),
      '',
      MORE,
      '',
      '-- ',
      'Press office',
    ].join('\r\n');
    const document = await read(mail, 'message');
    expect(document).toMatchObject({
      reader: 'eml/1',
      title: 'Harbour talks in Malmö',
      publisher: 'Harbour Ministry',
      publishedOn: '2019-04-03',
    });
    expect(document.text).toBe(`Harbour talks in Malmö\n\n${BODY}\n\n${MORE}`);
  });

  it('reads a message that has HTML only', async () => {
    const mail = `From: a@example.org\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>${BODY}</p><p>${MORE}</p>\r\n`;
    expect((await read(mail, 'message.eml')).text).toBe(`Talks\n\n${BODY}\n\n${MORE}`);
  });
});
