/**
 * Words reduced so that two writers' sentences can be compared: lower case, no marks, plural and past endings off, words
 * that carry nothing left out. Coarse on purpose: `meeting` and `meet` are one, and a few that are not are one too.
 */
import { folded } from '../names/fold.ts';
import { sameThings } from './same-things.ts';

export { folded };

const STOP = new Set(
  `a an the this that these those and or but nor so yet for of in on at by to from with without into onto over under about
  as than then there here it its he his him she her hers they their them we our us i my me you your who whom whose which
  what when where why how is are was were be been being am do does did done has have had having will would shall should can
  could may might must not no any some all each every both either neither other another such own same more most less least
  very too also just only even still already again ever never now today yesterday tomorrow not’t n’t if unless until while
  because since after before during between among against within per mr mrs ms dr sir say said says saying tell told tells
  ask asked one two first last new old up down out off through across along around s t re ve ll`.split(/\s+/),
);

export function stem(word: string): string {
  const plain = folded(word).replace(/['’]s?$/, '');
  if (plain.length <= 3) return plain;
  const cut = plain
    .replace(/ies$/, 'y')
    .replace(/(ss|us|is)$/, '$1\u0000')
    .replace(/s$/, '')
    .replace('\u0000', '')
    .replace(/(ation|ations)$/, '')
    .replace(/(ing|ed)$/, '');
  const short = cut.length < 3 ? plain : cut;
  return short.replace(/(.)\1$/, '$1').replace(/e$/, '');
}

const SAME = sameThings(stem);

/** One word for what writers call by several. */
export function thing(word: string): string {
  const reduced = stem(word);
  return SAME.get(reduced) ?? reduced;
}

const WORD = /[\p{L}\p{N}]+(?:[’'.-]?[\p{L}\p{N}]+)*/gu;

/** The carrying words of a stretch, reduced, once each. */
export function terms(words: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of words.matchAll(WORD)) {
    if (STOP.has(word.toLowerCase())) continue;
    const reduced = thing(word);
    if (reduced.length > 1) found.add(reduced);
  }
  return found;
}

export function inCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let n = 0;
  for (const one of a) if (b.has(one)) n++;
  return n;
}
