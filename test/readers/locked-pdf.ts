// Makes a PDF whose encryption dictionary does not open with the empty password.
import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { makePdf } from '../../scripts/corpus/make-pdf.ts';

export async function lockedPdf(sentence: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await makePdf({ title: 'Locked', pages: [[sentence]] }));
  const { context } = document;
  const digits = Array.from({ length: 32 }, (_, index) => ((index * 37 + 11) % 256).toString(16).padStart(2, '0'));
  const encryption = context.obj({ Filter: 'Standard', V: 1, R: 2, Length: 40, P: -4 });
  if (!(encryption instanceof PDFDict)) throw new Error('The encryption dictionary was not made.');
  encryption.set(PDFName.of('O'), PDFHexString.of(digits.join('')));
  encryption.set(PDFName.of('U'), PDFHexString.of([...digits].reverse().join('')));
  context.trailerInfo.Encrypt = encryption;
  context.trailerInfo.ID = context.obj([PDFHexString.of(digits.join('')), PDFHexString.of(digits.join(''))]);
  return document.save({ useObjectStreams: false });
}
