// Reads Word documents: paragraphs, headings and lists in order; what Word hides is left out.
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { err, ok } from '../../domain/result.ts';
import type { FormatReader } from '../../ports/document-reader.ts';
import { htmlToText } from './html-text.ts';
import { openZip } from './zip.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const docxReader: FormatReader = {
  id: 'docx/1',
  async read(bytes) {
    const archive = openZip(bytes);
    if (!archive.ok) return archive;
    if (!archive.value.some(({ name }) => name === 'word/document.xml')) {
      return err({ reason: 'damaged', message: 'The file holds no Word document: save it again as DOCX.' });
    }
    let html: string;
    try {
      ({ value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { ignoreEmptyParagraphs: true }));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return err({ reason: 'damaged', message: 'The Word document cannot be read: open it and save it again.' });
    }
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    return ok({ text: htmlToText(document.documentElement), mediaType: MEDIA_TYPE });
  },
};

/** Word encrypts the whole archive into an OLE container; older Word files are such containers as well. */
export const oleReader: FormatReader = {
  id: 'ole/1',
  read(bytes) {
    const marker = Buffer.from('EncryptedPackage', 'utf16le');
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker);
    return Promise.resolve(
      isEncrypted
        ? err({ reason: 'password-protected', message: 'The document has a password: save it without one.' })
        : err({ reason: 'unsupported-format', message: 'The format is not supported: save the document as DOCX.' }),
    );
  },
};
