// What cannot be read is set aside with a reason that says what to do.
import { describe, expect, it } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { MAX_BYTES, readDocument } from '../../src/adapters/readers/index.ts';
import { makeDocx, makeZip } from '../../scripts/corpus/make-docx.ts';
import { lockedPdf } from './locked-pdf.ts';
import { makePdf } from '../../scripts/corpus/make-pdf.ts';

const SENTENCE = 'The ministers of the two countries met on Tuesday in the capital and talked about the harbour.';
const VIETNAMESE =
  'Bộ trưởng Bộ Công an đã có buổi làm việc với các đại biểu của nhiều nước và tổ chức quốc tế tại hội nghị, trong đó nhấn mạnh việc hợp tác là cần thiết cho an ninh của khu vực.';

async function reasonFor(content: string | Uint8Array, name: string): Promise<string | undefined> {
  const result = await readDocument(Buffer.from(content), name);
  return result.ok ? undefined : result.error.reason;
}

describe('readDocument sets aside', () => {
  it('an empty file', async () => {
    expect(await reasonFor('', 'a.txt')).toBe('empty');
  });

  it('a file of white space', async () => {
    expect(await reasonFor(' \n\n\t', 'a.txt')).toBe('no-text');
  });

  it('a file of zeros', async () => {
    expect(await reasonFor(new Uint8Array(4096), 'a.txt')).toBe('no-text');
  });

  it('a file that is larger than the limit', async () => {
    expect(await reasonFor(new Uint8Array(MAX_BYTES + 1).fill(97), 'a.txt')).toBe('too-large');
  });

  it('random bytes', async () => {
    expect(
      await reasonFor(
        Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 256),
        'a.txt',
      ),
    ).toBe('unsupported-format');
  });

  it('a PDF with a password', async () => {
    expect(await reasonFor(await lockedPdf(SENTENCE), 'a.pdf')).toBe('password-protected');
  });

  it('a PDF that was cut short', async () => {
    const whole = await makePdf({ title: 'Cut', pages: [[SENTENCE]] });
    expect(await reasonFor(whole.subarray(0, 120), 'a.pdf')).toBe('damaged');
  });

  it('a scanned PDF: pages without text', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(await reasonFor(await document.save(), 'a.pdf')).toBe('no-text');
  });

  it('a Word document that was cut short', async () => {
    const whole = makeDocx([{ text: SENTENCE }]);
    expect(await reasonFor(whole.subarray(0, whole.length / 2), 'a.docx')).toBe('damaged');
  });

  it('an archive that unpacks beyond all measure', async () => {
    const bomb = makeZip({ 'word/document.xml': Buffer.alloc(120 * 1024 * 1024, 32) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reasonFor(bomb, 'a.docx')).toBe('expands-too-much');
  });

  it('a Word document with a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]);
    expect(await reasonFor(container, 'a.docx')).toBe('password-protected');
  });

  it.each([
    ['a.json', '{"a": [1, 2, 3]}'],
    ['noname', '{"a": [1, 2, 3]}'],
    ['a.yaml', 'a: 1\nb: 2\n'],
    ['a.csv', 'a,b\n1,2\n'],
    ['a.ts', 'export const a = 1;\n'],
    ['a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a.rtf', '{\\rtf1 The ministers met.}'],
  ])('%s as not supported', async (name, content) => {
    expect(await reasonFor(content, name)).toBe('unsupported-format');
  });

  it.each([
    ['Vietnamese', VIETNAMESE],
    ['Russian', 'Министры двух стран встретились во вторник в столице и обсудили вопросы гавани и рыболовства.'],
    [
      'French',
      'Les ministres des deux pays se sont réunis mardi dans la capitale et ont parlé du port et des droits de pêche avec les experts.',
    ],
    ['Chinese', '两国部长星期二在首都会晤，讨论了港口和渔业权问题，并同意在六月再次会晤。'],
  ])('a text in %s', async (language, text) => {
    const result = await readDocument(Buffer.from(text), 'a.txt');
    expect(result).toMatchObject({ ok: false, error: { reason: 'language-not-supported' } });
    expect(result.ok ? '' : result.error.message).toContain(language);
  });

  it('a page that nests without end', async () => {
    const page = `<html><body>${'<div>'.repeat(50_000)}${SENTENCE}${'</div>'.repeat(50_000)}</body></html>`;
    expect(await reasonFor(page, 'a.html')).toBe('damaged');
  });

  it('and takes a PDF for a PDF, whatever it is called', async () => {
    expect(await reasonFor(await makePdf({ title: 'Named wrongly', pages: [[SENTENCE]] }), 'a.txt')).toBeUndefined();
  });
});
