/**
 * What is left of links to sources when an answer is copied as text: `.The Times+3AP News+3Financial Times+3`, glued to the
 * sentence or on lines of its own, and the raw marks of such answers.
 *
 * “Name+number” alone proves nothing (P5+1, ASEAN+3, C+3 compounds). It counts when names are stacked without a space, or
 * when the name is an outlet's and stands where no sentence goes on: glued to a full stop, or at the end of the line.
 * A name begins after a full stop or at the line's beginning; without either only a known outlet is taken, and otherwise
 * nothing before the plus. So no word of a sentence is set aside. O(length).
 */
import type { Span } from '../evidence/span.ts';
import { lines, type Line } from './lines.ts';
import { isOutlet, OUTLETS, outletAtEnd } from './outlets.ts';

const COUNT = /(?<=[\p{L}\p{N}.)’'])\+\d{1,2}(?!\d)/gu;
const COUNT_ALONE = /^\+\d{1,2}$/;
const LONGEST_NAME = 60;
const NAME =
  /^(?:(?:\p{Lu}|\p{Ll}{1,2}(?=[\p{Lu}\d]))[\p{L}\p{M}\p{N}.&’'/-]*|(?:[a-z0-9-]+\.)+[a-z]{2,12}|\d{1,3}(?= ))(?: (?:[\p{Lu}\d][\p{L}\p{M}\p{N}.&’'/-]*|of|the|and|on|for|in|to|de|du|des|la|le|les|el|di|del|della|der|&)){0,5}$/u;

const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME && (OUTLETS.has(text) || (NAME.test(text) && /\p{L}{3}/u.test(text)));

const MARKS = [
  /【\d+(?::\d+)?†[^】\n]{0,80}】/g,
  /:?contentReference\[oaicite:\d+\]\{index=\d+\}/g,
  /\[oai_citation[:_][^\]\n]{0,80}\](?:\([^)\s]{0,300}\))?/g,
  /\ue200cite(?:\ue202[^\ue200-\ue202\n]{1,60})+\ue201/g,
  /\bcite(?:turn\d{1,3}(?:search|news|view|fetch|academia|forecast)\d{1,3})+/g,
  /\((?:\[[^\]\n]{1,80}\]\(https?:\/\/[^)\s]{0,300}utm_source=[^)\s]{1,100}\)[,; ]{0,2})+\)/g,
];

export function citationResidue(text: string): Span[] {
  const all = lines(text);
  const result = all.flatMap((line) => inLine(line));
  for (const mark of MARKS)
    for (const { index, 0: found } of text.matchAll(mark)) result.push({ start: index, end: index + found.length });
  return [...result, ...onLinesOfTheirOwn(all)].sort((a, b) => a.start - b.start);
}

interface Count {
  readonly at: number;
  readonly end: number;
}

function inLine({ start, words: line }: Line): Span[] {
  const counts = [...line.matchAll(COUNT)].map(({ index, 0: found }): Count => ({
    at: index,
    end: index + found.length,
  }));
  const result: Span[] = [];
  for (let first = 0, last; first < counts.length; first = last + 1) {
    last = first;
    while (last + 1 < counts.length && stacks(line.slice(counts[last]!.end, counts[last + 1]!.at))) last++;
    const from = first === 0 ? 0 : counts[first - 1]!.end;
    const found = run(line, from, counts.slice(first, last + 1));
    if (found !== undefined) result.push({ start: start + found.start, end: start + found.end });
  }
  return result;
}

/** May this stand between two counts of one stack? With a space before it, only if it is an outlet's. */
const stacks = (between: string): boolean =>
  between.startsWith(' ') ? isName(between.slice(1)) && isOutlet(between.slice(1)) : isName(between);

function run(line: string, from: number, counts: readonly Count[]): Span | undefined {
  const { at, end } = { at: counts[0]!.at, end: counts.at(-1)!.end };
  const head = headBefore(line.slice(from, at));
  const stacked = counts.length > 1;
  const tail = tailAfter(line.slice(end), stacked);
  if (stacked) return { start: head === undefined ? at : from + head.at, end: end + tail };
  if (head === undefined || !isOutlet(head.name)) return undefined;
  const closes = end + tail === line.length;
  return closes || head.glued ? { start: from + head.at, end: end + tail } : undefined;
}

const STOP = /(?:[.!?…:;]["'”’»)\]]*)\u200b*(\s*)\u200b*$/;

/** The name that the text before a count ends with, if it is clear where it begins. */
function headBefore(text: string): { name: string; at: number; glued: boolean } | undefined {
  const near = Math.max(0, text.length - LONGEST_NAME - 1);
  const part = text.slice(near);
  const outlet = outletAtEnd(part);
  // From the left, so that the longest name wins: `.U.S. News+1`.
  for (let i = near === 0 ? 0 : 1; i < part.length; i++) {
    const before = text.slice(0, near + i);
    const stop = STOP.exec(before.slice(-8));
    if (before.trim() !== '' && stop === null) continue;
    const name = part.slice(i);
    const insideInitials = stop !== null && stop[1] === '' && /(?:^|\P{L})\p{L}\.$/u.test(before.slice(-3));
    if (isName(name) && (!insideInitials || OUTLETS.has(name)))
      return { name, at: near + i, glued: stop !== null && stop[1] === '' };
  }
  return outlet === undefined ? undefined : { name: outlet, at: text.length - outlet.length, glued: false };
}

/** Length of a last name without count, which runs to the end of the line: `+2SBS Australia`. */
const tailAfter = (text: string, stacked: boolean): number =>
  isName(text) && !/[.!?]$/.test(text) && (stacked || isOutlet(text)) ? text.length : 0;

/** `Reuters`, `+1`, `AP News`, `+3`: each on its own line. */
function onLinesOfTheirOwn(all: readonly Line[]): Span[] {
  const filled = all.filter(({ words }) => words !== '');
  const result: Span[] = [];
  for (let i = 1; i < filled.length; i++) {
    if (!COUNT_ALONE.test(filled[i]!.words)) continue;
    const first = i - 1;
    while (i + 2 < filled.length && isName(filled[i + 1]!.words) && COUNT_ALONE.test(filled[i + 2]!.words)) i += 2;
    const name = filled[first]!;
    const alone = isName(name.words) && (i > first + 1 || isOutlet(name.words));
    const outlet = alone ? name.words : outletAtEnd(name.words);
    if (outlet !== undefined) result.push({ start: name.end - outlet.length, end: filled[i]!.end });
  }
  return result;
}
