// Makes a DOCX file out of paragraphs of our own: the smallest archive that Word and our reader take.
import { crc32, deflateRawSync } from 'node:zlib';

export interface DocxParagraph {
  readonly text: string;
  readonly style?: 'Heading1' | 'ListParagraph';
}

interface PackedEntry {
  readonly name: Buffer;
  readonly content: Buffer;
  readonly packed: Buffer;
}

/** 1 January 1980, midnight, in MS-DOS terms: archives of equal content have equal bytes. */
const DOS_DATE = 0x0021;

function headerOf(entry: PackedEntry, signature: number): Buffer {
  const isCentral = signature === 0x02014b50;
  const header = Buffer.alloc(isCentral ? 46 : 30);
  let at = header.writeUInt32LE(signature, 0);
  if (isCentral) at = header.writeUInt16LE(20, at);
  at = header.writeUInt16LE(20, at);
  at = header.writeUInt16LE(0x0800, at);
  at = header.writeUInt16LE(8, at);
  at = header.writeUInt16LE(0, at);
  at = header.writeUInt16LE(DOS_DATE, at);
  at = header.writeUInt32LE(crc32(entry.content), at);
  at = header.writeUInt32LE(entry.packed.length, at);
  at = header.writeUInt32LE(entry.content.length, at);
  header.writeUInt16LE(entry.name.length, at);
  return header;
}

/** A zip archive of named texts, byte for byte the same on every run. */
export function makeZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const entry = { name: Buffer.from(name), content: bytes, packed: deflateRawSync(bytes, { level: 9 }) };
    const central = headerOf(entry, 0x02014b50);
    central.writeUInt32LE(offset, 42);
    directory.push(central, entry.name);
    const local = [headerOf(entry, 0x04034b50), entry.name, entry.packed];
    parts.push(...local);
    offset += local.reduce((length, part) => length + part.length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(
    directory.reduce((length, part) => length + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function makeDocx(paragraphs: readonly DocxParagraph[]): Buffer {
  const body = paragraphs
    .map(({ text, style }) => {
      const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
      return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
    })
    .join('');
  return makeZip({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `${XML}<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style></w:styles>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  });
}
