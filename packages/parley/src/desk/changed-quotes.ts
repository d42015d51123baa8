import { parseYaml } from '@parley/core/case-file';
import type { AnchorReport } from './anchors.ts';
import { CASE_FILE } from './open-case.ts';

/**
 * `case.yaml` with the words of changed quotes brought up to date: only the quotes themselves are touched, everything
 * else — comments, order, layout — stays as it is. Orphans stay too.
 */
export function withChangedQuotes(
  text: string,
  report: AnchorReport,
): { readonly text: string; readonly changed: number } {
  const { yaml, value } = parseYaml(text, CASE_FILE);
  if (yaml === undefined) return { text, changed: 0 };
  const replacements: { start: number; end: number; words: string }[] = [];
  const seek = (node: unknown, path: readonly (string | number)[]): void => {
    if (Array.isArray(node)) return node.forEach((item, k) => seek(item, [...path, k]));
    if (typeof node !== 'object' || node === null) return;
    const { source, quote } = node as Record<string, unknown>;
    if (typeof source === 'string' && typeof quote === 'string') {
      const followed = report.quotes.find(
        (q) =>
          q.stored.source === source && q.outcome.kind === 'changed' && sameWords(q.stored.selector[0].exact, quote),
      );
      if (followed?.outcome.kind === 'changed') {
        const scalar = yaml.document.getIn([...path, 'quote'], true) as
          | { range?: [number, number, number] }
          | undefined;
        if (scalar?.range !== undefined)
          replacements.push({ start: scalar.range[0], end: scalar.range[1], words: followed.outcome.exact });
      }
      return;
    }
    for (const [key, inside] of Object.entries(node)) seek(inside, [...path, key]);
  };
  seek(value, []);
  let result = text;
  for (const { start, end, words } of replacements.toSorted((a, b) => b.start - a.start)) {
    // The lines of a block (`quote: |`) end with a line break that belongs to it.
    const lineEnd = result[end - 1] === '\n' ? '\n' : '';
    result = result.slice(0, start) + JSON.stringify(words) + lineEnd + result.slice(end);
  }
  return { text: result, changed: replacements.length };
}

const sameWords = (a: string, b: string): boolean => plainWords(a) === plainWords(b);
const plainWords = (text: string): string => text.replace(/[\s\p{P}]+/gu, ' ').trim();
