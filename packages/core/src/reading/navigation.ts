/**
 * Lists of links: menus and breadcrumbs. Three or more lines that are nothing but a link; short lines, or short parts of a
 * line between bars or arrows, that hold a menu's words. Topics alone (“Economy”, “Climate”) may be the article's own
 * list, so among lines one word must be a page's (“Sign in”, “Newsletters”), and of a bar every part must be a menu's.
 *
 * O(length). English, with a few words of other languages' menus.
 */
import type { Span } from '../evidence/span.ts';
import { lines, type Line } from './lines.ts';
import { bareWords } from './markers.ts';

const FEWEST = 3;
const LONGEST_ITEM = 40;

const set = (list: string): ReadonlySet<string> => new Set(list.split('|').map((word) => word.trim()));

/** What only a page has. */
const PAGE = set(
  `home|homepage|live tv|crosswords|obituaries|columnists|search|menu|more|sections|about|about us|contact|contact us|help|faq|sitemap|site map|rss|login|log in|sign in|sign up|register|account|my account|subscribe|subscriptions|newsletters|newsletter
|advertise|careers|privacy|privacy policy|terms|terms of use|terms of service|cookies|cookie policy|accessibility|imprint|impressum|facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|tiktok|podcasts|videos|photos|latest news|jobs|shop
|archive|archives|editorials|puzzles|games|e-paper|english|deutsch|français|español|русский|українська|العربية|中文|türkçe`,
);

/** What a page's menu lists, and an article may too. */
const TOPICS = set(
  `world|news|latest|politics|business|economy|markets|sport|sports|opinion|opinions|culture|arts|entertainment|lifestyle|life|style|travel|health|science|technology|tech|climate|environment|education|weather|video|audio|live|tv|radio|store|magazine
|features|analysis|investigations|fact check|letters|topics|press|legal|africa|americas|asia|asia pacific|australia|europe|middle east|uk|us|u.s.|us & canada|war|local|national|international|regions|royals|money|property|cars|food|books|music|film|theatre`,
);

const LINK = /^(?:!?\[[^\]\n]{0,120}\]\([^)\n]{0,400}\)|<?https?:\/\/\S{1,400}>?)$/;
const LONGEST_LINK = 540;
const BETWEEN = /\s*[|·•›»>→/]\s+|\s+[|·•›»>→/]\s*/;
const BREADCRUMB = /^home\s*[›»>→/]/i;

export function navigation(text: string): Span[] {
  const result: Span[] = [];
  let block: Line[] = [];
  const close = () => {
    result.push(...menus(block));
    block = [];
  };
  for (const line of lines(text)) {
    if (line.words === '') continue; // menus are often spaced out
    if (isBar(line.words)) result.push({ start: line.start, end: line.end });
    else if (isItem(line.words)) {
      block.push(line);
      continue;
    }
    close();
  }
  close();
  return result.sort((a, b) => a.start - b.start);
}

function isBar(line: string): boolean {
  if (line.startsWith('|') || line.length > 400) return false;
  const parts = bareWords(line).split(BETWEEN).map(linkText);
  if (parts.length < (BREADCRUMB.test(line) ? 2 : FEWEST)) return false;
  return (
    parts.every((part) => part.length <= LONGEST_ITEM && !/[.!?,;:]$/.test(part)) &&
    (parts.every(isMenuWord) || (parts.some(isPageWord) && parts.filter(isMenuWord).length * 2 >= parts.length))
  );
}

const isItem = (line: string): boolean => {
  if (line.length > LONGEST_LINK) return false;
  const bare = bareWords(line);
  return LINK.test(bare) || (bare.length <= LONGEST_ITEM && bare.split(' ').length <= 5 && !/[.!?,;:”"]$/.test(bare));
};

const linkText = (item: string): string => (/^!?\[([^\]]*)\]\(/.exec(item)?.[1] ?? item).trim();
const menuWord = (item: string): string => linkText(bareWords(item)).toLowerCase();
const isPageWord = (item: string): boolean => PAGE.has(menuWord(item));
const isMenuWord = (item: string): boolean => PAGE.has(menuWord(item)) || TOPICS.has(menuWord(item));

/** The stretches of a block of short lines that are menus: links in a row, or lines from one menu word to another. */
function menus(block: readonly Line[]): Span[] {
  const result: Span[] = [];
  const put = (from: number, to: number) => result.push({ start: block[from]!.start, end: block[to]!.end });
  for (let i = 0; i < block.length; i++) {
    let links = i;
    while (links < block.length && LINK.test(bareWords(block[links]!.words))) links++;
    if (links - i >= FEWEST) {
      put(i, links - 1);
      i = links - 1;
      continue;
    }
    if (!isMenuWord(block[i]!.words)) continue;
    // As far as menu words go on with at most two other lines between them.
    let last = i;
    let found = 1;
    for (let j = i + 1; j < block.length && j - last <= FEWEST; j++) {
      if (!isMenuWord(block[j]!.words)) continue;
      last = j;
      found++;
    }
    const enough = last - i + 1 >= FEWEST && found >= 2 && found / (last - i + 1) >= 0.4;
    if (enough && block.slice(i, last + 1).some(({ words }) => isPageWord(words))) {
      put(i, last);
      i = last;
    }
  }
  return result;
}
