// Recognises what a page puts around a text: navigation, buttons, notices, credits, sign-offs.

/** Words of buttons and menus; a line that consists of nothing else is furniture. */
const BUTTONS =
  "home|politics|business|world|sports?|opinion|culture|travel|video|videos|photos?|multimedia|society|environment|economy|health|science|technology|tech|lifestyle|entertainment|search|menu|login|log ?in|log out|sign ?in|sign ?up|register|subscribe|subscribe now|newsletters?|print|print this page|share|share this( article| page| story)?|share on [a-z]+|tweet|facebook|twitter|x|linkedin|whatsapp|telegram|zalo|messenger|pinterest|reddit|instagram|youtube|tiktok|email|e-?mail|email this( article)?|e-?mail to a friend|send|save|bookmark|copy link|link copied|comments?|comments? ?\\(?\\d*\\)?|\\d+ comments?|leave a (comment|reply)|reply|font size|text size|[aA][-+]|decrease|increase|feedback|submit feedback|send feedback|contact( us)?|about( us)?|advertise( with us)?|advertisements?|sponsored|privacy( policy| notice)?|cookie(s| policy| settings| preferences)?|terms( of (service|use))?|terms (and|&) conditions|sitemap|site map|accessibility|back to top|top|next|previous|prev|older|newer|back|close|open|more|read more|see more|show more|load more|continue reading|listen|listen to (this )?article|play|pause|watch|live|rss|english|tiếng việt|français|español|русский|中文|skip to (main )?content|skip to navigation|toggle navigation|download|download pdf|pdf|view original|view source|accept( all)?( cookies)?|reject all|decline|manage (cookies|preferences)|ok|got it|loading|trending|most read|most popular|latest( news)?|breaking( news)?|top stories|editor'?s picks?|follow( us)?( on [a-z ]+)?|jobs|careers|help|faq|weather|games|crossword|puzzles|obituaries|classifieds|archive|photo gallery|slideshow|recommended|sponsored content|promoted";
const BUTTON = new RegExp(`^(?:${BUTTONS})[:.…»›>]*$`, 'iu');

/** A heading after which a page lists other articles. */
const OTHER_ARTICLES =
  /^(?:related (?:news|articles?|stories|topics|content|links|posts)|read (?:more|also|next)|see also|more (?:news|stories|from .{2,40}|on this (?:story|topic))|other news|latest news|most (?:read|viewed|popular)|you (?:may|might) (?:also )?like|recommended(?: for you)?|top stories|don.t miss|around the web|in other news|trending(?: now)?|editor.s picks?)[:.…]?$/iu;

const NOTICES: readonly RegExp[] = [
  /^(?:read (?:more|also|next)|see also|also read|related|more|watch|listen|tags?|keywords?|topics?|filed under|category|source|via|photo|photos|image|images|picture|video|credit|graphic|illustration|file photo)s?\s*:(?!.*[.!?]\s+\p{Lu}.*[.!?]$)/iu,
  /^(?:©|\(c\)|copyright\b)/iu,
  /\ball rights reserved\b/iu,
  /^(?:this|we|our) (?:site|website|page)?\s*(?:uses?|use) cookies\b|\bby (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:site|website)\b|\bcookie (?:policy|settings)\b/iu,
  /^(?:sign up|subscribe|register|click|tap) (?:here|for|to|now|today)\b/iu,
  /^(?:follow|join|like) us\b|^(?:get|receive) (?:the|our) (?:latest|daily|newsletter)/iu,
  /^(?:reporting|additional reporting|writing|editing|written|translated|compiled|edited|produced|reported) by\b.{0,200}$/iu,
  /^(?:reporting|writing) (?:and (?:editing|writing) )?by\b/iu,
  /^[Bb][Yy] (?:\p{Lu}[\p{L}.'’-]*\s?){1,5}(?:,.{0,60})?(?:\||$)/u,
  /^by (?:our |a )?(?:staff|correspondents?|diplomatic|political|special)\b.{0,60}$/iu,
  /^(?:for immediate release|embargoed until\b.*|press release|media contacts?:.*|notes? to editors?:?)$/iu,
  /^(?:\d+ )?min(?:ute)?s? read$|^\d+ (?:views?|shares?|likes?)$|^(?:views?|hits|reads?) ?: ?[\d,.]+$/iu,
  /^(?:page|p\.) ?\d+(?: ?(?:of|\/) ?\d+)?$|^- ?\d+ ?-$|^\d{1,3}$/iu,
  /^(?:\*{3,}|#{2,}|-{2,}|_{2,}|={3,}|~{3,}|[•·*]\s?[•·*]\s?[•·*])$/u,
  /^-?\s*(?:\(?ends?\)?|30|end of (?:text|statement|story))\s*-?$/iu,
  /^[–—-]\s*(?:ends?|30)\s*[–—-]$/iu,
  /^\(?\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){1,2}\)?$/u,
  /^\.\/\.$/u,
  /^(?:advertisement|advertising|story continues below|article continues (?:below|after))\b.{0,40}$/iu,
  /^(?:getty images|reuters|afp|ap photo|epa|xinhua|vna|shutterstock)(?:[/ ].{0,40})?$/iu,
  /^(?:https?:\/\/|www\.)\S+$/u,
  /^\[?(?:image|photo|video|embedded content|file photo|caption)\]?:?$/iu,
  /^(?:sent|shared) from my \p{L}+/iu,
];

const SEPARATOR = /\s*[|•·»›▪■]\s*|\s{3,}|\t+/u;

/** Three or more short phrases between bars, none of them a sentence: `Home | Politics | World`. */
function isNavigation(line: string): boolean {
  const parts = line.split(SEPARATOR).filter((part) => part !== '');
  const isPhrase = (part: string): boolean => part.split(/\s+/u).length <= 4 && !/[.!?]$/u.test(part);
  return (
    (parts.length >= 3 && parts.every(isPhrase) && /[|•·»›]/u.test(line)) || parts.every((part) => BUTTON.test(part))
  );
}

/** The longest cookie notices are shorter. */
const LONGEST_FURNITURE = 600;

/** @param line one line without outer white space */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST_FURNITURE) return false;
  return BUTTON.test(line) || isNavigation(line) || NOTICES.some((notice) => notice.test(line));
}

/** A lone acronym is the mark of an agency at the edge of a text, and an item of a list inside it. */
export function isAgencyMark(line: string): boolean {
  return /^\(?[\p{Lu}]{2,6}(?:[/-][\p{Lu}]{2,6})*\)?\.?(?:\/\.)?$/u.test(line);
}

const OUTLET =
  /\b(?:post|courier|times|news|herald|tribune|gazette|daily|journal|today|telegraph|guardian|chronicle|press|review|observer|mail|express|standard|globe|examiner|inquirer|bulletin|monitor|agency|online|wire|dispatch|echo|record|star|sun|mirror|independent|reporter|argus|sentinel|enquirer|weekly|newspaper|network|tv|radio|broadcasting)$/iu;

/** The name of the outlet above the headline: short, no sentence, called as outlets are. */
export function isMasthead(line: string): boolean {
  const words = line.split(/\s+/u);
  return words.length <= 5 && words.every((word) => /^\p{Lu}|^(?:of|the|and|&)$/u.test(word)) && OUTLET.test(line);
}

export function opensOtherArticles(line: string): boolean {
  return OTHER_ARTICLES.test(line);
}

/** A line that may be the headline of another article: short, no sentence. */
export function isHeadlineLike(line: string): boolean {
  return line.split(/\s+/u).length <= 22 && !/[.!?]["”’)]*$/u.test(line);
}

/** Credits of a picture inside or after a caption. */
export const PHOTO_CREDIT =
  /\s*[([](?:(?:file |illustrative |illustration )?(?:photos?|images?|pictures?|pic|credit|source|photo credit|photo by|illustration|video|graphic)\b\s*[:/–-]?\s*[^()[\]]{0,60}|(?:AFP|AP|Reuters|EPA|VNA|Xinhua|TASS|Yonhap|Kyodo)(?:[/ ][^()[\]]{0,30}(?:photo|images?))|illustrative (?:photo|image))[)\]]|\s*(?:—|–|-|\|)?\s*(?:Photo|Image|Picture|Photo credit|Credit|Photo by)s?\s*[:–]\s*[\p{L}/ .,&-]{2,50}$|\s+(?:[A-Z]{2,6}\/)?(?:VNA|VNS|AFP|AP|Reuters|EPA|Xinhua|TASS|Yonhap|Getty)(?:\/[\p{L}]+)?\s+(?:photo|images?)\b[^.]{0,20}$/giu;

/** What agencies put after the last word: `./.`, `(pvs/ji)`, `– VNA`. */
export const SIGN_OFF =
  /\s*\((?:\p{Ll}{2,4}\/){1,2}\p{Ll}{2,4}\)\s*$|(?<=[.!?”])\s*\/\s*[./-]*\s*(?:VNA|VNS|VOV)?\s*$|(?<=[.!?”])\s*[–—-]\s*(?:VNA|VNS|VNA\/VNS|TASS|Xinhua|Reuters|AFP|AP|NNT|BERNAMA)\s*(?:\.?\/[./-]*)?\s*$|(?<=[.!?”])\s*\((?:VNA|VNS|VOV|NNT|TASS|ANI|PTI|END|ENDS)\)\s*(?:\.?\/[./-]*)?\s*$|(?<=[.!?”])\s*(?:#{2,}|-?30-?|\*{3})\s*$/gu;

/** Who put words of their own into somebody's: `[the two sides - TASS]`. */
export const EDITORS_MARK =
  /\s*[–—-]\s*(?:(?:ITAR-)?TASS|Itar-Tass|Interfax|Sputnik|RIA Novosti|Xinhua|Ukrinform|Belta|Ed\.?|ed\.?|editor['’]s note)\.?(?=[)\]])/gu;
