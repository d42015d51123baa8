/** Random small cases for the tests of the forecast: two or three options, no bargaining, plain numbers. */
import { expect } from 'vitest';
import { readCase } from '../case/file.ts';
import { asKnownOn, type Case } from '../case/index.ts';
import { Rng } from '../maths/rng.ts';

export interface RandomCase {
  readonly yaml: string;
  readonly rounds: number;
}

export function randomCase(seed: number): RandomCase {
  const rng = new Rng(seed, 77);
  const below = (n: number): number => rng.below(n);
  const oneOf = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const chance = (): number => [0, 0.2, 0.5, 0.8, 1][below(5)]!;
  const rounds = 1 + below(3);
  const owners = oneOf([
    ['a', 'b'],
    ['a', 'a'],
    ['a', 'b', 'a'],
    ['a', 'b', 'b'],
    ['a', 'b', 'c'],
  ]);
  const options = owners.map((owner, k) => `${owner}.o${k}`);
  const parties = [...new Set(owners)];
  const happenings = Array.from({ length: below(3) }, (_, k) => `h${k}`);
  const names = [...options, ...happenings];
  const literal = (): string => {
    const name = oneOf(names);
    const kind = below(10);
    if (kind < 6) return name;
    if (kind < 8) return `not ${name}`;
    return name.includes('.') ? `declined(${name})` : `not ${name}`;
  };
  const condition = (): string => {
    const kind = below(8);
    if (kind < 3) return literal();
    if (kind < 5) return `(${literal()} and ${literal()})`;
    if (kind < 7) return `(${literal()} or ${literal()})`;
    return `if ${literal()} then ${literal()}`;
  };
  const plain = (): string => oneOf(names);
  const need = (): string =>
    oneOf([plain(), plain(), `${plain()} and ${plain()}`, `${plain()} or ${plain()}`, `not ${plain()}`]);
  const lines = ['parley: 1', 'as-of: 2025-01-01', `horizon: 2025-01-0${1 + rounds}`, 'parties: {'];
  lines.push(...parties.map((p) => `  ${p}: {},`), '}', 'options:');
  for (const p of parties) {
    lines.push(`  ${p}:`);
    owners.forEach((owner, k) => {
      if (owner !== p) return;
      const extra = oneOf(['', '', '', ', reversible: false', `, reopening: ${below(20)}`, ', visible: yes']);
      lines.push(`    o${k}: { text: x${extra} }`);
    });
  }
  if (happenings.length > 0) {
    lines.push('happenings:');
    for (const h of happenings)
      lines.push(`  ${h}: { text: x, rate: ${oneOf([0.1, 0.4, 0.9])}${below(4) === 0 ? ', reversible: yes' : ''} }`);
  }
  const settled = options.filter(() => below(4) === 0);
  if (settled.length > 0)
    lines.push(`status-quo: { ${settled.map((o) => `${o}: ${oneOf(['yes', 'no'])}`).join(', ')} }`);
  const steps = names.filter(() => below(2) === 0).slice(0, 2);
  if (steps.length > 0) {
    lines.push('preconditions:');
    steps.forEach((step, k) => {
      const timing = oneOf(['before', 'together', 'together', 'while']);
      const needs = need();
      lines.push(
        `  p${k}: { holder: ${parties[0]}, step: ${step}, needs: ${needs}, timing: ${timing}, firmness: ${oneOf([0.3, 0.7, 1])} }`,
      );
    });
  }
  if (below(4) === 0) lines.push(`impossible: [ ${oneOf(names)} and ${oneOf(names)} ]`);
  lines.push('preferences:');
  for (const p of parties) {
    const statements = Array.from({ length: 1 + below(3) }, () => {
      const that = below(8) === 0 ? `ever(${plain()})` : condition();
      return below(3) === 0 ? `{ that: ${JSON.stringify(that)}, weight: ${1 + below(4)} }` : JSON.stringify(that);
    });
    lines.push(
      `  ${p}: { statements: [${statements.join(', ')}], deal-share: ${oneOf([0, 0.5])}, rationality: ${oneOf([0, 0.02, 0.1])}, revision: ${chance()} }`,
    );
  }
  if (below(3) === 0)
    lines.push(
      `influences: { x: { when: ${JSON.stringify(condition())}, party: ${oneOf(parties)}, cost: ${below(30) - 10} } }`,
    );
  const last = `2025-01-0${1 + rounds}`;
  lines.push(
    'scenarios:',
    `  s0: { title: x, when: ${JSON.stringify(condition())}, by: ${last} }`,
    `  s1: { title: x, when: ${JSON.stringify(condition())}, at: ${last} }`,
    `  s2: { title: x, when: ${JSON.stringify(literal())}, by: ${last}, never: yes }`,
    `  s3: { title: x, when: ${JSON.stringify(condition())}, until: ${last} }`,
    '',
  );
  return { yaml: lines.join('\n'), rounds };
}

/** The case, or nothing where its status quo is impossible. */
export function caseOf(yaml: string): Case | undefined {
  const { case: given, problems } = readCase(yaml);
  if (problems.some((p) => p.code === 'impossible-status-quo')) return undefined;
  expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  return asKnownOn(given!, given!.asOf);
}
