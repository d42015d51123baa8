import { describe, expect, test } from 'vitest';
import { asKnownOn } from '../case/index.ts';
import { readCase } from '../case/read.ts';
import { accountsChance, judge, scoreOf, type Issued, type Outcome } from './track-record.ts';

const CASE = readCase(`parley: 1
title: Gate
as-of: 2025-05-15
horizon: 2025-05-31
sources:
  early: { file: a.txt, written: 2025-05-13 }
  late: { file: b.txt, written: 2025-05-15 }
parties: { east: {} }
options: { east: { opens: The gate is opened } }
scenarios:
  s01:
    title: The gate opens
    when: east.opens
    by: 2025-05-20
    likelihood:
      - { source: early, quote: slim, range: 0.1 to 0.3 }
      - { source: early, quote: remote, range: 0.0 to 0.2 }
      - { source: early, quote: who knows, range: not reported }
      - { source: late, quote: likely, range: 0.6 to 0.8 }
  s02: { title: It stays open, when: east.opens, at: 2025-05-31 }
  s03: { title: A new age, resolves: no }
`).case!;

const issued = (scenario: string, day: string, chance: number, more: Partial<Issued> = {}): Issued => ({
  case: 'gate',
  scenario,
  by: 'parley',
  issued: day,
  chance,
  ...more,
});

const judged = (forecasts: readonly Issued[], outcomes: Record<string, [Outcome, known: string]>) =>
  judge(
    forecasts,
    new Map([
      [
        'gate',
        {
          case: CASE,
          resolutions: new Map(Object.entries(outcomes).map(([id, [outcome, known]]) => [id, { outcome, known }])),
        },
      ],
    ]),
  );

describe('P11 what is scored', () => {
  test('a forecast issued before the outcome was known; on that day it is late', () => {
    const record = judged([issued('s01', '2025-05-15', 0.2), issued('s01', '2025-05-16', 0)], {
      s01: ['no', '2025-05-16'],
    });
    expect(record.map((f) => [f.fate, f.came])).toEqual([
      ['scored', false],
      ['late', undefined],
    ]);
  });

  test('P10 narratives never; annulled, ambiguous, open and unknown scenarios neither', () => {
    const day = '2025-05-14';
    const all = ['s01', 's02', 's03', 's04'].map((id) => issued(id, day, 0.5));
    expect(judged(all, { s01: ['annulled', '2025-05-20'], s03: ['yes', '2025-05-20'] }).map((f) => f.fate)).toEqual([
      'annulled',
      'open',
      'narrative',
      'unknown',
    ]);
    const score = scoreOf(judged(all, { s01: ['ambiguous', '2025-05-20'] }));
    expect(score).toMatchObject({ resolved: 0, brier: undefined, murphy: undefined });
    expect(score.unscored).toEqual({ open: 1, late: 0, annulled: 0, ambiguous: 1, narrative: 1, unknown: 1 });
  });

  test('what the clock says was written down when the answer was known is hindsight', () => {
    const record = judged(
      [
        issued('s01', '2025-05-14', 0.2, { recorded: '2025-05-14' }),
        issued('s01', '2025-05-15', 0.2, { recorded: '2026-01-01' }),
        issued('s01', '2025-05-15', 0.2),
      ],
      { s01: ['no', '2025-05-16'] },
    );
    expect(record.map((f) => f.hindsight)).toEqual([false, true, false]);
    expect(scoreOf(record).hindsight).toBe(1);
  });
});

describe('P11 references', () => {
  test('no change is what the same forecaster said last before; the first has none', () => {
    const record = judged(
      [
        issued('s01', '2025-05-15', 0.1),
        issued('s01', '2025-05-13', 0.4),
        issued('s01', '2025-05-14', 0.3, { by: 'Ada' }),
        issued('s02', '2025-05-14', 0.9),
        issued('s01', '2025-05-15', 0.05),
      ],
      { s01: ['no', '2025-05-20'], s02: ['no', '2025-06-01'] },
    );
    expect(record.map((f) => f.previous)).toEqual([0.4, undefined, undefined, undefined, 0.1]);
    const { skill } = scoreOf(record);
    expect(skill.noChange.count).toBe(2);
    expect(skill.noChange.skill).toBeCloseTo(1 - (0.01 + 0.0025) / (0.16 + 0.01), 12);
    expect(skill.fiftyFifty.count).toBe(5);
  });

  test('C4 the accounts’ words follow the day: the middle of each range, by account, then over accounts', () => {
    const on = (scenario: string, day: string): number | undefined =>
      accountsChance(asKnownOn(CASE, day).scenarios.get(scenario)!);
    expect(on('s01', '2025-05-12')).toBeUndefined();
    expect(on('s01', '2025-05-13')).toBeCloseTo((0.2 + 0.1) / 2, 12);
    expect(on('s01', '2025-05-15')).toBeCloseTo((0.15 + 0.7) / 2, 12);
    expect(on('s02', '2025-05-15')).toBeUndefined();
  });

  test('a scenario without words is left out of the comparison with the accounts', () => {
    const record = judged([issued('s01', '2025-05-14', 0.05), issued('s02', '2025-05-14', 0.9)], {
      s01: ['no', '2025-05-20'],
      s02: ['yes', '2025-06-01'],
    });
    const { skill } = scoreOf(record);
    expect(skill.accounts.count).toBe(1);
    expect(skill.accounts.skill).toBeCloseTo(1 - 0.0025 / 0.0225, 12);
  });
});
