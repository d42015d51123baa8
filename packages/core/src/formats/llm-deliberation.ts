/**
 * Score files of LLM-Deliberation (Abdelnabi et al. 2024): one line an issue with the points of its options, and a last
 * line with the points that the party needs. Points are on the party's own scale, usually up to 100; weights are 1. A
 * `config.txt` (`name,file,role,…`) gives the parties' names and order. Issues are A, B, …, their options A1, A2, …
 */
import type { Issue } from '../bargaining/index.ts';
import { distinct, Findings, imported, numberIn, stem, type Imported, type NamedText } from './negotiation.ts';

const MOST_ISSUES = 26;

export function importLlmDeliberation(scores: readonly NamedText[], config?: NamedText): Imported {
  const findings = new Findings();
  if (scores.length === 0) findings.errorsIn(config?.name ?? '')('no-profiles');
  const parties = orderedBy(config, scores, findings);
  let issues: readonly Issue[] | undefined;
  const utilities = parties.map(({ file: { name, text } }) => {
    const report = findings.errorsIn(name);
    const rows = text.split('\n').flatMap((line, n) => {
      if (line.trim() === '') return [];
      const numbers = line.split(',').map(numberIn);
      if (numbers.some(Number.isNaN)) report('not-a-number', { line: n + 1, detail: line.trim().slice(0, 80) });
      return [numbers];
    });
    const needed = rows.pop();
    if (needed?.length !== 1 || rows.length === 0 || rows.length > MOST_ISSUES)
      report('not-this-format', { detail: 'one line an issue and the points needed' });
    issues ??= rows.map((row, i) => {
      const letter = String.fromCodePoint('A'.codePointAt(0)! + i);
      return { name: letter, kind: 'categorical', values: row.map((_, v) => `${letter}${v + 1}`) };
    });
    if (rows.length !== issues.length || rows.some((row, i) => row.length !== issues![i]?.values.length))
      report('other-domain', { detail: 'other numbers of issues or options than the first file' });
    return { weights: rows.map(() => 1), scores: rows, reserved: needed?.[0] ?? NaN };
  });
  return imported(issues && { issues, parties: distinct(parties.map(({ name }) => name)), utilities }, findings);
}

function orderedBy(
  config: NamedText | undefined,
  scores: readonly NamedText[],
  findings: Findings,
): { name: string; file: NamedText }[] {
  if (config === undefined) return scores.map((file) => ({ name: stem(file.name), file }));
  return config.text.split('\n').flatMap((line, n) => {
    const [name, key] = line.split(',').map((part) => part.trim());
    if (name === undefined || name === '' || key === undefined) return [];
    const file = scores.find((candidate) => stem(candidate.name) === key);
    if (file !== undefined) return [{ name, file }];
    findings.errorsIn(config.name)('issue-missing', { line: n + 1, detail: `no scores of ${key}` });
    return [];
  });
}
