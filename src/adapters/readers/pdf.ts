// Reads PDF: the text page by page, with the map from offsets to pages.
import { getDocumentProxy } from 'unpdf';
import type { PageSpan } from '../../domain/document.ts';
import { err, ok } from '../../domain/result.ts';
import type { FormatReader, ReadFailure, ReadText } from '../../ports/document-reader.ts';
import { dropRunningLines, layOutPage, type TextPiece } from './pdf-lines.ts';

/** Longer files are books; each page costs memory while it is laid out. */
const MAX_PAGES = 2000;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const tidyTitle = (title: unknown): string | undefined => {
  // Word processors put file names and their own name there.
  if (
    typeof title !== 'string' ||
    !/\s/u.test(title.trim()) ||
    /\.(?:docx?|pdf|odt|indd)\b|^Microsoft|^untitled/iu.test(title)
  )
    return undefined;
  return title.trim();
};

async function readPages(pdf: PdfDocument): Promise<ReadText> {
  const pages: (readonly string[])[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(layOutPage(items.filter((item): item is TextPiece & (typeof items)[number] => 'str' in item)));
    page.cleanup();
  }
  let text = '';
  const spans: PageSpan[] = [];
  for (const [index, lines] of dropRunningLines(pages).entries()) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += lines.join('\n').trim();
    spans.push({ page: index + 1, start, end: text.length });
  }
  const { info } = await pdf.getMetadata();
  const title = tidyTitle((info as Readonly<Record<string, unknown>>)['Title']);
  return { text, mediaType: 'application/pdf', pages: spans, ...(title !== undefined && { title }) };
}

function failureOf(error: Error): ReadFailure {
  if (error.name === 'PasswordException') {
    return { reason: 'password-protected', message: 'The PDF has a password: save it without one.' };
  }
  return { reason: 'damaged', message: 'The PDF is damaged or cut short: fetch it again.' };
}

export const pdfReader: FormatReader = {
  id: 'pdf/1',
  async read(bytes) {
    let pdf: PdfDocument | undefined;
    try {
      // pdf.js takes the buffer over, and the caller keeps the bytes.
      pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, isEvalSupported: false });
      if (pdf.numPages > MAX_PAGES) {
        return err({ reason: 'too-large', message: `The PDF has more than ${MAX_PAGES} pages: split it.` });
      }
      return ok(await readPages(pdf));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return err(failureOf(error));
    } finally {
      await pdf?.loadingTask.destroy();
    }
  },
};
