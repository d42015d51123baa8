/**
 * Lines a page puts around an article: comment counts, sharing, advertisements, newsletters, cookies, copyright. Only whole
 * lines, compared without case and markup: “No comments were made by the ministry.” is a sentence and stays. O(length).
 *
 * English. A line is furniture by its wording, so an article's own line “Advertisement” is taken for one.
 */
import { fold } from '../evidence/fold.ts';
import type { Span } from '../evidence/span.ts';
import { lines } from './lines.ts';
import { bareWords } from './markers.ts';

const LONGEST = 400;
const SHORTEST = 4;

const LINES = new Set(
  `no comments|no comments yet|no comment yet|be the first to comment|leave a comment|leave a reply|leave a comment cancel reply|cancel reply|post a comment|add a comment
|write a comment|join the conversation|view comments|view all comments|show comments|comments|comments are closed|comments off
|related|related sources|related articles|related article|related stories|related story|related posts|related news|related topics|related content|related coverage|related links|related reading|related
|read more|read full article|read the full article|read the full story|read also|read next|up next|see also|more on this story|more on this topic|more from this section|more stories|more news|further reading
|continue reading|keep reading|show more|load more|load more comments|view more|see more|learn more|share|share this|share this article|share this story|share this post|share this page|share this:|share article
|copy link|link copied|tweet|print|print this page|print this article|email this article|save article|save for later|bookmark|gift article
|advertisement|advertising|advertisement.|sponsored|sponsored content|promoted content|paid content|story continues below advertisement|article continues below advertisement|article continues after advertisement
|article continues below|story continues below|scroll to continue|skip advertisement|remove ads|skip to content|skip to main content|skip to navigation|jump to content|back to top|to the top|return to top
|subscribe|subscribe now|subscribe today|subscribe for free|already a subscriber? log in|sign up|sign up now|sign in|log in|login|log out|register|newsletter|newsletters|follow us|follow
|most read|most popular|most viewed|trending|trending now|recommended|recommended for you|recommended stories|recommended articles|you may also like|you might also like|you may be interested in|more for you|from around the web
|editors' picks|editor's picks|top stories|latest news|latest stories|all rights reserved|privacy policy|privacy notice|cookie policy|cookie settings|cookie preferences|terms of use|terms of service|terms & conditions|terms and conditions
|accept|accept all|accept all cookies|accept cookies|reject all|manage preferences|manage cookies|manage consent|got it|listen to this article|listen to article|listen|loading|loading comments|click here|next article|previous article|previous post|next post
|hide caption|toggle caption|enlarge image|view gallery|open in app|get the app|download our app|about the author|report a typo|report an error|report this ad|contact us|about us`
    .split('|')
    .map((line) => line.trim()),
);

const PLACES =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tiktok|bluesky|mastodon|threads|email|e-mail|google news|messenger)';

const PATTERNS = new RegExp(
  [
    /^\(?\d{1,6}\)? (?:comments?|replies|shares|views|likes)$/,
    /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/,
    new RegExp(
      `^(?:(?:share|follow|like|post|tweet|send|find|join)(?: this)?(?: article| story)?(?: us)? )?(?:on|via|by|to) ${PLACES}(?:(?:,| and|,? &) ${PLACES})*$`,
    ),
    new RegExp(`^(?:${PLACES}[ ,|·/•]*){3,}$`),
    /^(?:©|copyright (?:©|\(c\)|\d{4})).{0,200}$/,
    /^.{0,120}\ball rights reserved\b.{0,60}$/,
    /^(?:read|see|watch|listen|hear)(?: more| also| next| related)(?: ?:| -|:) ?.{1,160}$/,
    /^related(?: articles?| stor(?:y|ies)| news| posts?)?: .{1,160}$/,
    /^(?:advertisement|sponsored|promoted)(?: [-|:] .{0,80}|: .{0,80})$/,
    /^(?:sign up|subscribe|register)(?: here| now| today)?(?: to| for| and).{0,160}\b(?:newsletters?|updates|alerts|e-?mails?|inbox|briefing|digest|podcast|channel)\b.{0,80}$/,
    /^get .{0,100}\b(?:delivered|straight|sent|direct(?:ly)?) (?:straight |directly )?to your (?:inbox|phone|e-?mail)\b.{0,60}$/,
    /^(?:tags?|filed under|posted in|categories|keywords|labels): .{1,160}$/,
    /^follow (?:us|our|the) .{0,60}\b(?:channel|on (?:facebook|twitter|x|telegram|instagram|whatsapp|youtube|google news|linkedin))\b.{0,40}$/,
    /^click here (?:to|for) .{1,100}$/,
    /^(?:please )?(?:enable|turn on) javascript.{0,120}$|^.{0,60}\brequires? javascript\b.{0,80}$/,
    /^your e-?mail address will not be published\b.{0,80}$/,
    /^(?:we (?:and our (?:\d+ )?partners )?(?:use|store|may use)|(?:this|our) (?:web)?site (?:uses|stores|may use)|by (?:continuing|clicking|using|browsing|accepting)|to (?:improve|give|provide|offer|ensure))\b(?!.*\b(?:said|told|says)\b).{0,200}\bcookies?\b.{0,200}$/,
    /^(?:photo(?:graph)?s?|picture|image|illustration|graphic|map|video|audio)(?: by| credit)?: .{1,160}$/,
    /^\(?(?:(?:editing|edited|translated|translation|compiled|writing|reporting) by|(?:additional|with) reporting (?:by|from)) .{1,160}\)?$/,
    /^(?:watch|listen|hear|see): .{1,120}\(\d{1,2}:\d\d\)$/,
    /^continued (?:on|from) page .{1,40}$/,
    /^(?:this|the) (?:article|story|report|interview|piece|page) (?:was |is |has been |originally |first |)(?:.{0,40}\b)?(?:published|appeared|appears|updated|amended|corrected|translated|reprinted)\b.{0,160}$/,
    /^(?:to )?unsubscribe\b.{0,120}$|^.{0,80}\bunsubscribe (?:here|at any time|from this)\b.{0,60}$/,
    /^(?:got|have|do you have) a (?:story|tip|news tip|question)\b.{0,160}$/,
    /^follow (?:our|the|all) live\b.{0,60}$|^live (?:updates|coverage|blog): .{1,120}$/,
    /^(?:to-?morrow|next week|coming up|also) (?:in|on) (?:this|our|the) (?:column|paper|page|programme|program|edition|series|issue)\b.{0,120}$/,
    /^(?:wire services|news agencies|agencies|staff and agencies|agencies and staff|from our (?:own )?correspondents?|by our (?:own )?correspondents?)$/,
    /^cookies (?:help|are used|allow) .{0,200}$/,
    /^by (?:continuing|clicking|using|browsing)\b.{0,120}\b(?:you agree|you accept|you consent)\b.{0,200}$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

export function pageFurniture(text: string): Span[] {
  const found: Span[] = [];
  let isList = false;
  const all = lines(text).filter(({ words }) => words !== '');
  for (const [k, { start, end, words }] of all.entries()) {
    const isOne =
      words.length >= SHORTEST &&
      words.length <= LONGEST &&
      (isFurniture(words) || (k >= all.length - LAST && k > 0 && isTail(words)));
    // what “More on this story” lists goes with it
    const isItem: boolean = isList && LISTED.test(words) && words.length <= LONGEST_ITEM && !/[.,;]["”’]?$/.test(words);
    if (isOne || isItem) found.push({ start, end });
    isList = isOne ? LISTS.test(words) : isItem;
  }
  return found;
}

/** At the end of an article a page asks for something or offers something else; elsewhere the same words may be the article's. */
const LAST = 3;
const LONGEST_TAIL = 110;
const TAIL =
  /^(?:pictures?|gallery|exclusive|in pictures|listen|podcast|quiz|interview|most (?:read|viewed|shared)|our standards|sudoku|crosswords?|puzzles?|weather|horoscopes?|download|subscribe|sign up|follow|join (?:us|our|the)|know something|have you been|were you|do you (?:know|have)|are you affected|call (?:us|our)|write to (?:us|our|the)|e-?mail (?:us|our)|this live|not for (?:release|publication)|embargoed|notes? (?:to|for) editors|for (?:further|more) information|press contacts?|media (?:contacts?|enquiries|inquiries)|about the author|with (?:reporting|contributions) (?:by|from)|correction|editor['’]s note)\b/i;
const isTail = (line: string): boolean => {
  const bare = bareWords(line).replace(/^[[(*]+/, '');
  return bare.length <= LONGEST_TAIL && TAIL.test(bare) && !/[.][)\]"”’]?$|\b(?:said|says|told)\b/.test(bare);
};

const LISTS =
  /\b(?:related|more on|more from|read (?:more|also|next)|see also|most (?:read|popular|viewed)|recommended|trending|top stories|latest)\b/i;
const LISTED = /^[-*•◦‣–] ?\S/;
const LONGEST_ITEM = 120;

export function isFurniture(line: string): boolean {
  const bare = foldSome(bareWords(line)).toLowerCase();
  const plain = bare.replace(/^[[(<«"]+|[\s:>»→.…\]")|*!+-]+$/g, '').trim();
  return (plain !== '' && LINES.has(plain) && !isSentence(bare)) || PATTERNS.test(bare);
}

/** Most lines have nothing to fold. */
const foldSome = (line: string): string => (/[^ -~]|''|--|  |`/.test(line) ? fold(line).text : line);

/** “Subscribe.” may be a button; “Comments.” at the end of a quotation, with a full stop, is a sentence. */
const isSentence = (bare: string): boolean =>
  /[^.]\.$/.test(bare) && bare.split(' ').length < 3 && !bare.startsWith('advert');
