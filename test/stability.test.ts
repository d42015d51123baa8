/** `parley stability` through the front door. */
import { readdirSync, readFileSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parley, ROOT, scratch } from './command.ts';

const CASES = join(ROOT, 'cases');
const caseAt = (name: string): string => join(CASES, name);

interface Report {
  states: number;
  statusQuo: number | null;
  concepts: Record<string, { equilibria: number[]; stable: Record<string, number[]> }>;
  names: Record<string, string[]>;
  [more: string]: unknown;
}

const report = (...args: string[]): Report => {
  const { status, stdout, stderr } = parley('stability', ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Report;
};

function written(yaml: string): string {
  const folder = join(scratch(), 'case');
  mkdirSync(folder);
  writeFileSync(join(folder, 'case.yaml'), yaml);
  return folder;
}

const DILEMMA = `parley: 1
parties: { one: {}, two: {} }
options: { one: { defects: One defects }, two: { defects: Two defects } }
preferences:
  one: { ranking: [1, 0, 3, 2] }
  two: { ranking: [2, 0, 3, 1] }
`;

describe('as data', () => {
  test('states as decimals and names, verdicts by concept and decision maker', () => {
    expect(report(written(DILEMMA))).toMatchObject({
      states: 4,
      concepts: {
        nash: { equilibria: [3], stable: { one: [1, 3], two: [2, 3] } },
        gmr: { equilibria: [0, 3] },
        smr: { equilibria: [0, 3] },
        seq: { equilibria: [0, 3] },
        sseq: { equilibria: [0, 3] },
        sim: { equilibria: [0, 3] },
      },
      names: { 0: [], 3: ['one.defects', 'two.defects'] },
    });
  });

  test('every published conflict has the equilibria of its expected.json', () => {
    const folders = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'expected.json')));
    expect(folders.length).toBeGreaterThan(10);
    for (const folder of folders.slice(0, 3)) {
      const expected = JSON.parse(readFileSync(join(CASES, folder, 'expected.json'), 'utf8')) as {
        states: number;
        equilibria: Record<string, number[]>;
      };
      const found = report(caseAt(folder));
      expect(found.states).toBe(expected.states);
      for (const [concept, equilibria] of Object.entries(expected.equilibria))
        expect([folder, concept, found.concepts[concept]!.equilibria]).toEqual([folder, concept, equilibria]);
    }
  });

  test('--concept keeps to some', () => {
    expect(Object.keys(report(written(DILEMMA), '--concept', 'seq', '--concept', 'nash').concepts).toSorted()).toEqual([
      'nash',
      'seq',
    ]);
  });

  test('--inverse counts the rankings of Syria and Iraq: 240, 384, 384 and 300 of 720', () => {
    const asked = ['nash', 'seq', 'gmr', 'smr'].flatMap((concept) => ['--concept', concept]);
    const { inverse } = report(
      caseAt('syria-iraq-1975'),
      '--inverse',
      '1',
      '--party',
      'syria',
      ...asked,
    ) as unknown as {
      inverse: { parties: { concepts: { concept: string; rankings: { met: number; all: number } }[] }[] };
    };
    expect(inverse.parties[0]!.concepts.map((c) => [c.concept, c.rankings.met, c.rankings.all])).toEqual([
      ['nash', 240, 720],
      ['seq', 384, 720],
      ['gmr', 384, 720],
      ['smr', 300, 720],
    ]);
  });

  test('--coalition keeps what its parts could do alone: the equilibrium jump of Elmira', () => {
    const { coalitions } = report(caseAt('elmira'), '--coalition', 'moe,uniroyal') as unknown as {
      coalitions: { members: string[]; improvements: { from: number; to: number }[]; equilibria: { nash: number[] } }[];
    };
    expect(coalitions[0]).toMatchObject({ members: ['moe', 'uniroyal'], equilibria: { nash: [8, 21] } });
    expect(coalitions[0]!.improvements).toContainEqual({ from: 18, to: 21 });
  });

  test('--from and --explain tell the way and the reasons', () => {
    const way = report(written(DILEMMA), '--from', '0', '--explain', 'YY') as unknown as {
      from: { state: number; paths: { to: number; moves: unknown[]; improvements: { party: string }[] }[] };
      explain: { state: number; parties: { party: string; concepts: { verdict: string }[] }[] };
    };
    expect(way.from.paths[0]).toMatchObject({ to: 3, improvements: [{ party: 'one' }, { party: 'two' }] });
    expect(way.explain).toMatchObject({ state: 3, parties: [{ party: 'one' }, { party: 'two' }] });
    expect(way.explain.parties[0]!.concepts.map((c) => c.verdict)).toEqual(['stable', 'stable', 'stable']);
  });
});

describe('other eyes and other wishes', () => {
  test('--mixed: each party by a concept of its own', () => {
    expect(report(written(DILEMMA), '--mixed', 'one=nash,two=gmr')['mixed']).toEqual({
      concepts: { one: 'nash', two: 'gmr' },
      equilibria: [3],
    });
  });

  test('--seek: the least change that makes several states stable at once', () => {
    const { seek } = report(written(DILEMMA), '--seek', '0,3', '--concept', 'nash') as unknown as {
      seek: { parties: { party: string; concepts: { hopeless: boolean }[] }[] };
    };
    // Whatever one of them prefers, the other still defects against a partner who does not.
    expect(seek.parties.map((p) => p.concepts[0]!.hopeless)).toEqual([true, true]);
    const now = report(written(DILEMMA), '--seek', '0,3', '--concept', 'seq') as unknown as {
      seek: { parties: { concepts: { swaps: number }[] }[] };
    };
    expect(now.seek.parties.map((p) => p.concepts[0]!.swaps)).toEqual([0, 0]);
  });

  test('perceptions: what each expects, and what surprises it', () => {
    const yaml = `${DILEMMA}perceptions: { q1: { by: one, of: two, ranking: [0, 2, 1, 3] } }\n`;
    const { hypergame } = report(written(yaml), '--concept', 'nash') as unknown as {
      hypergame: { equilibria: number[]; expected: Record<string, number[]>; surprises: unknown[] }[];
    };
    expect(hypergame[0]).toMatchObject({
      equilibria: [3],
      expected: { one: [1], two: [3] },
      surprises: [{ state: 3, surprised: ['one'] }],
    });
  });

  test('--robust: exchanges of neighbours', () => {
    const { robust } = report(written(DILEMMA), '--robust', '--concept', 'nash') as unknown as {
      robust: { draws: number; exchanges: { tried: number; flips: { party: string; lost: number[] }[] } };
    };
    expect(robust.draws).toBe(1);
    expect(robust.exchanges.tried).toBe(6);
    expect(robust.exchanges.flips.filter((flip) => flip.lost.includes(3)).map((flip) => flip.party)).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('for people', () => {
  test('the bundled case: one state is stable by all five concepts, and the reasons are said', () => {
    const { status, stdout } = parley('stability');
    expect(status).toBe(0);
    expect(stdout).toMatch(/EQUILIBRIA \(12\)/);
    expect(stdout).toMatch(/57429 {3}● {4}● {4}● {4}● {4}● {4}1 ↑ +as now, \+ European sanctions/);
    expect(stdout).toMatch(/Russia stays: its best other move, without Moscow's offer of talks, is worse for it/);
    expect(stdout).toMatch(/Putin's journey stays no \(declined\)/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('--csv writes a line a state', () => {
    const { stdout } = parley('stability', written(DILEMMA), '--csv', '-');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^state,name,one\.defects,two\.defects,rank one,rank two,nash one,/);
    expect(lines[4]).toMatch(/^3,,Y,Y,/);
  });

  test('the brief has a section', () => {
    expect(parley('brief').stdout).toMatch(/WHAT IS STABLE\n.*nobody can do better alone/);
  });
});

describe('what is wrong is told with its place', () => {
  test.each([
    ['a state that is not ranked', '[1, 0, 3, 2]', '[1, 0, 3]', /case\.yaml:5:10 {2}A state is not ranked: 2\./],
    ['a state that is none', '[1, 0, 3, 2]', '[1, 0, 3, 7]', /case\.yaml:5:29 {2}“7” is not a state of this case/],
    ['a state ranked twice', '[1, 0, 3, 2]', '[1, 0, 3, 1, 2]', /case\.yaml:5:29 {2}State 1 is ranked twice/],
    ['an option of nobody', 'two: { defects', 'too: { defects', /case\.yaml:3:\d+ {2}There is no party “too”/],
  ])('%s', (_, from, to, message) => {
    const { status, stdout, stderr } = parley('stability', written(DILEMMA.replace(from, to)));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('an impossible state that is ranked twice', () => {
    const yaml = DILEMMA.replace('preferences:', 'impossible: [one.defects and two.defects]\npreferences:').replaceAll(
      '3,',
      '3, 3,',
    );
    const { status, stderr } = parley('stability', written(yaml));
    expect(status).toBe(1);
    expect(stderr.match(/State 3 is impossible in this case/g)).toHaveLength(4);
  });

  test('rules that leave no possible state', () => {
    const yaml = DILEMMA.replace('preferences:', 'impossible: [one.defects, not one.defects]\npreferences:');
    const { status, stderr } = parley('stability', written(yaml));
    expect(status).toBe(1);
    expect(stderr).toMatch(/case\.yaml:4:\d+ {2}No state is possible: every combination of options is ruled out/);
  });

  test('a day for a case in which nothing has a date', () => {
    const { status, stderr } = parley('stability', written(DILEMMA), '--as-of', '2025-05-14');
    expect(status).toBe(2);
    expect(stderr).toMatch(/Nothing in this case has a date/);
  });

  test('more than 30 options', () => {
    const options = Array.from({ length: 31 }, (_, k) => `    a${k}: option ${k}`).join('\n');
    const yaml = `parley: 1\nparties: { one: {} }\noptions:\n  one:\n${options}\npreferences: { one: { statements: [one.a0] } }\n`;
    const { status, stderr } = parley('stability', written(yaml));
    expect(status).toBe(1);
    expect(stderr).toMatch(/case\.yaml:35:\d+ {2}The options that are still open come to 31; .*at most 30/);
  });

  test.each([
    ['a coalition with an unknown member', ['--coalition', 'one,too'], /no decision maker “too”.*\nDid you mean “two”/],
    ['a member twice', ['--coalition', 'one,one'], /“one” is in the coalition twice/],
    ['an unknown concept', ['--concept', 'nsah'], /no stability concept “nsah”/],
    ['a state that is none', ['--explain', '4'], /State 4 is not possible/],
    ['no state at all', ['--from', 'peace'], /“peace” is not a state/],
  ])('%s', (_, args, message) => {
    const { status, stderr } = parley('stability', written(DILEMMA), ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('a conflict that does not fit is refused with what would fit', () => {
    const options = Array.from({ length: 28 }, (_, k) => `a${k}: option ${k}`).join(', ');
    const yaml = `parley: 1\nparties: { one: {}, two: {} }\noptions: { one: { ${options} }, two: { b: b } }\npreferences: { one: { statements: [one.a0] }, two: { statements: [two.b] } }\n`;
    const { status, stderr } = parley('stability', written(yaml));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /536,870,912 states.*needs about .* MB, the limit is .* MB\.\nWhat would fit: about \d+ open options fewer/,
    );
  });
});
