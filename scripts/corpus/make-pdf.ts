// Makes a PDF out of paragraphs of our own, set in lines as a printer would, the same bytes on every run.
import { PDFDocument, StandardFonts, type PDFFont } from 'pdf-lib';

export interface PdfContent {
  readonly title: string;
  /** Paragraphs of each page. */
  readonly pages: readonly (readonly string[])[];
  /** Printed at the foot of every page with its number. */
  readonly foot?: string;
}

const PAGE = { width: 595, height: 842, left: 72, top: 770, measure: 451 } as const;
const SIZE = 11;
const LEADING = 14;
/** Dates inside the file come from here and not from a clock. */
const MADE_ON = new Date(Date.UTC(2020, 0, 1));

function breakLines(text: string, font: PDFFont, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > PAGE.measure) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

export async function makePdf(content: PdfContent): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(content.title);
  document.setCreationDate(MADE_ON);
  document.setModificationDate(MADE_ON);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const [index, paragraphs] of content.pages.entries()) {
    const page = document.addPage([PAGE.width, PAGE.height]);
    let y: number = PAGE.top;
    const opening = index === 0 ? [content.title] : [];
    for (const [place, paragraph] of [...opening, ...paragraphs].entries()) {
      const size = index === 0 && place === 0 ? 16 : SIZE;
      for (const line of breakLines(paragraph, font, size)) {
        page.drawText(line, { x: PAGE.left, y, size, font });
        y -= size + (LEADING - SIZE);
      }
      y -= LEADING;
    }
    if (content.foot !== undefined) {
      page.drawText(`${content.foot} ${index + 1}`, { x: PAGE.left, y: 40, size: 9, font });
    }
  }
  return document.save({ useObjectStreams: false });
}
