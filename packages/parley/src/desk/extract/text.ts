/**
 * Text and Markdown: the text is the file, letter by letter; only what is not the account is marked. The title is the first
 * line if it is a heading, or a short line above longer ones that does not end as a sentence does.
 */
import { residue } from '@parley/core/reading';
import type { Extraction } from './extracted.ts';
import { refuse } from './refusal.ts';

const LONGEST_TITLE = 200;

export function extractText(text: string): Extraction {
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse({ code: 'no-text' });
  const setAside = residue(text).map(({ start, end, why }) => ({ start, end, why, inText: { start, end } }));
  const title = titleOf(text, setAside);
  return { kind: 'extracted', text, setAside, ...(title === undefined ? {} : { title }) };
}

function titleOf(text: string, setAside: readonly { start: number; end: number }[]): string | undefined {
  const opening = [...text.slice(0, 20_000).matchAll(/[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g)]
    .filter(({ index }) => !setAside.some(({ start, end }) => start < index + 1 && index < end))
    .map(({ 0: line }) => line.trim());
  const heading = opening.slice(0, 5).find((line) => /^#{1,2}\s+\S/.test(line));
  const [first, second] = opening;
  const isTitle =
    first !== undefined &&
    second !== undefined &&
    !/[.:;,]$/.test(first) &&
    !/^(?:[-*>|]|\d+[.)])\s/.test(first) &&
    second.length > first.length;
  const title = (heading ?? (isTitle ? first : undefined))?.replace(/^#+\s+/, '').replace(/\s+#+$/, '');
  return title !== undefined && title.length <= LONGEST_TITLE ? title : undefined;
}
