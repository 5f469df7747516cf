// Reads e-mail: the newest message's own words, with subject, sender and date from its head.
import PostalMime from 'postal-mime';
import { parseHTML } from 'linkedom';
import { err, ok } from '../../domain/result.ts';
import { findDate } from '../../pipeline/02-clean/page-date.ts';
import type { FormatReader } from '../../ports/document-reader.ts';
import { htmlToText } from './html-text.ts';

const SIGNATURE = /\n-- \r?\n[\s\S]*$/u;
/** `On Monday, Ann Lee wrote:` and all that she wrote, which is another document. */
const QUOTED_REPLY = /\n(?:On .{5,120} wrote:|-{2,} ?(?:Original|Forwarded) Message ?-{2,})\s*\n[\s\S]*$/u;

function ownWords(text: string): string {
  return text
    .replace(/\r\n/gu, '\n')
    .replace(SIGNATURE, '')
    .replace(QUOTED_REPLY, '')
    .split('\n')
    .filter((line) => !/^>/u.test(line))
    .join('\n')
    .trim();
}

export const emlReader: FormatReader = {
  id: 'eml/1',
  async read(bytes) {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 }).catch(() => undefined);
    if (mail === undefined)
      return err({ reason: 'damaged', message: 'The message is damaged: save it again from the mail program.' });
    const html =
      mail.html === undefined
        ? ''
        : htmlToText(parseHTML(`<html><body>${mail.html}</body></html>`).document.documentElement);
    const body = ownWords(mail.text !== undefined && mail.text.trim() !== '' ? mail.text : html);
    const title = mail.subject?.replace(/^(?:(?:re|fwd?|aw|tr)\s*:\s*)+/iu, '').trim();
    const sentOn = mail.headers.find(({ key }) => key === 'date')?.value;
    const publishedOn = sentOn === undefined ? undefined : findDate(sentOn);
    const publisher = mail.from?.name;
    return ok({
      text: title === undefined || title === '' ? body : `${title}\n\n${body}`,
      mediaType: 'message/rfc822',
      ...(title !== undefined && title !== '' && { title }),
      ...(publisher !== undefined && publisher !== '' && { publisher }),
      ...(publishedOn !== undefined && { publishedOn }),
    });
  },
};
