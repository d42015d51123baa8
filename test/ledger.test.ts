/** `parley ledger`, `score` and `debrief` through the front door. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderFiles } from '../packages/parley/src/store/files.ts';
import { addToLedger } from '../packages/parley/src/store/ledger.ts';
import { BUNDLED, bundledCopy, json, listing, output, parley, ROOT } from './command.ts';

interface Line {
  by: string;
  issued: string;
  scenarios: Record<string, number>;
}
interface Ledger {
  lines: Line[];
  head: string;
  warnings: { code: string; line: number }[];
}
interface Numbers {
  resolved: number;
  brier: number | null;
  log: number | 'Infinity' | null;
  murphy: { reliability: number; resolution: number; uncertainty: number } | null;
  skill: Record<'fiftyFifty' | 'noChange' | 'accounts', number | null>;
  compared: Record<'fiftyFifty' | 'noChange' | 'accounts', number>;
  hindsight: number;
  unscored: Record<string, number>;
}
interface Scores extends Numbers {
  forecasters: Record<string, Numbers>;
  cases: (Numbers & { case: string })[];
  scenarios: {
    scenario: string;
    outcome: string | null;
    forecasters: Record<string, { first: number; last: number }>;
  }[];
}

/** A copy of the bundled case without a ledger. */
function emptyLedger(): { folder: string; file: string } {
  const folder = bundledCopy();
  const file = join(folder, 'ledger.jsonl');
  if (existsSync(file)) writeFileSync(file, '');
  return { folder, file };
}

/** Many forecasts at once, without a command for each. */
function add(folder: string, ...forecasts: { by: string; day: string; scenario: string; chance: number }[]): void {
  const entries = forecasts.map(({ by, day, scenario, chance }) => ({
    by,
    issued: day,
    recorded: '2026-01-01T00:00:00.000Z',
    case: 'c0ffee',
    version: '0.1.0',
    scenarios: { [scenario]: chance },
  }));
  expect(addToLedger(folder, folderFiles(folder), entries)).toMatchObject({ lines: entries });
}

describe('a person’s forecast', () => {
  test('is added, listed and part of a chain that checks', () => {
    const { folder, file } = emptyLedger();
    output('ledger', 'add', 's01', '0.05', folder, '--by', 'Ada', '--as-of', '2025-05-14');
    output('ledger', 'add', 's02a', '60%', folder, '--by', 'Bo');
    const { lines, head } = json<Ledger>('ledger', folder);
    expect(lines.map(({ by, issued, scenarios }) => ({ by, issued, scenarios }))).toEqual([
      { by: 'Ada', issued: '2025-05-14', scenarios: { s01: 0.05 } },
      // Without a day, the case's own.
      { by: 'Bo', issued: '2025-05-15', scenarios: { s02a: 0.6 } },
    ]);
    expect(json<Ledger>('ledger', folder, '--as-of', '2025-05-14').lines).toHaveLength(1);
    expect(json('ledger', 'check', folder)).toEqual({ lines: 2, head, problems: [], warnings: [] });
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  });

  test.each([
    [['s04', '0.5', '--by', 'Ada'], /narrative/],
    [['s01', '-0.1', '--by', 'Ada'], /./],
    [['s01', '0.5'], /--by/],
    [['s01', '0.5', '--by', 'Ada', '--as-of', 'soon'], /not a day/],
  ])('%j is refused and nothing is written', (words, message) => {
    const { folder } = emptyLedger();
    const before = listing(folder);
    const [scenario, chance, ...flags] = words;
    const { status, stderr } = parley('ledger', 'add', scenario!, chance!, folder, ...flags);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/Something went wrong/);
    expect(listing(folder)).toEqual(before);
  });

  test('is never written into a read-only folder', () => {
    const { folder } = emptyLedger();
    const before = listing(folder);
    chmodSync(folder, 0o555);
    const { status, stderr } = parley('ledger', 'add', 's01', '0.5', folder, '--by', 'Ada');
    chmodSync(folder, 0o755);
    expect([status, listing(folder)]).toEqual([2, before]);
    expect(stderr).toMatch(/read-only.*\nCopy the case/);
  });
});

describe('several processes at once', () => {
  const MODULE = (name: string): string => pathToFileURL(join(ROOT, 'packages', 'parley', 'dist', 'store', name)).href;
  /** A process that adds `count` lines as fast as it can and says so after each. */
  const writer = (folder: string, by: string, count: number) =>
    spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { addToLedger } from '${MODULE('ledger.js')}';
        import { folderFiles } from '${MODULE('files.js')}';
        const [folder, by, count] = process.argv.slice(1);
        for (let k = 0; k < Number(count); k++) {
          const entry = { by, issued: '2025-05-15', case: 'c0ffee', version: '0.1.0', scenarios: { s01: k / 1000 } };
          const added = addToLedger(folder, folderFiles(folder), [entry]);
          if ('kind' in added) throw new Error(JSON.stringify(added));
          process.stdout.write('.');
        }`,
        folder,
        by,
        String(count),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
  const ended = async (child: ReturnType<typeof writer>): Promise<unknown> => (await once(child, 'exit'))[0];

  test('two that add twenty lines each lose none and break no link', async () => {
    const { folder } = emptyLedger();
    expect(await Promise.all(['Ada', 'Bo'].map(async (by) => ended(writer(folder, by, 20))))).toEqual([0, 0]);
    const { lines } = json<Ledger>('ledger', folder);
    for (const by of ['Ada', 'Bo'])
      expect(lines.filter((line) => line.by === by).map((line) => line.scenarios['s01'])).toEqual(
        Array.from({ length: 20 }, (_, k) => k / 1000),
      );
    expect(json<{ lines: number }>('ledger', 'check', folder)).toMatchObject({ lines: 40, problems: [] });
  });

  test('one that is killed in mid-run keeps nobody else waiting, and what it had added stays', async () => {
    const { folder } = emptyLedger();
    const [victim, other] = [writer(folder, 'Ada', 100_000), writer(folder, 'Bo', 200)];
    let added = 0;
    victim.stdout.on('data', (dots: Buffer) => {
      added += dots.length;
      if (added >= 30) victim.kill('SIGKILL');
    });
    await ended(victim);
    expect(await ended(other)).toBe(0);
    const { lines } = json<Ledger>('ledger', folder);
    expect(lines.filter((line) => line.by === 'Bo')).toHaveLength(200);
    expect(lines.filter((line) => line.by === 'Ada').length).toBeGreaterThanOrEqual(added);
    expect(json('ledger', 'check', folder)).toMatchObject({ problems: [], warnings: [] });
  });
});

describe('a ledger that does not fit', () => {
  const three = (): { folder: string; file: string } => {
    const made = emptyLedger();
    add(made.folder, ...[0.1, 0.2, 0.3].map((chance) => ({ by: 'Ada', day: '2025-05-14', scenario: 's01', chance })));
    return made;
  };

  test('tampered: the line and what does not fit; nothing is scored, added or rewritten', () => {
    const { folder, file } = three();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"s01":0.2', '"s01":0.02'));
    const before = listing(folder);
    const checked = parley('ledger', 'check', folder);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toMatch(/ledger\.jsonl:2:1 {2}This line of the ledger was changed/);
    for (const words of [
      ['score', folder],
      ['ledger', folder],
      ['debrief', folder],
    ]) {
      const { status, stdout } = parley(...words, '--json');
      expect([status, (JSON.parse(stdout) as { problems: { code: string; line: number }[] }).problems]).toMatchObject([
        1,
        [{ code: 'ledger-changed', line: 2 }],
      ]);
    }
    const { status, stderr } = parley('ledger', 'add', 's01', '0.5', folder, '--by', 'Ada');
    expect(status).toBe(2);
    expect(stderr).toMatch(/does not fit from line 2 on/);
    expect(listing(folder)).toEqual(before);
  });

  test('torn in mid-write: told, the good lines kept, and the next entry puts the rest aside', () => {
    const { folder, file } = three();
    appendFileSync(file, '{"previous":"ab');
    expect(json<Ledger>('ledger', folder)).toMatchObject({
      lines: [{}, {}, {}],
      warnings: [{ code: 'ledger-torn', line: 4 }],
    });
    const { status, stderr } = parley('score', folder);
    expect(status).toBe(0);
    expect(stderr).toMatch(/ledger\.jsonl:4:1 {2}warning: The last line of the ledger breaks off/);
    expect(parley('ledger', 'add', 's01', '0.4', folder, '--by', 'Ada').stderr).toMatch(/torn/);
    expect(json<Ledger>('ledger', folder)).toMatchObject({ lines: [{}, {}, {}, {}], warnings: [] });
    expect(listing(folder).filter((name) => name.startsWith('ledger.jsonl.torn-'))).toHaveLength(1);
  });
});

describe('P11 the score of the bundled case', () => {
  // What came: s01 no (16 May), s02a yes (16 May), s02b no (2 June), s08 yes (2 June), s10-eu yes (20 May).
  const forecasts = [
    { by: 'Ada', day: '2025-05-14', scenario: 's01', chance: 0.3, came: 0 },
    { by: 'Ada', day: '2025-05-15', scenario: 's01', chance: 0.05, came: 0, previous: 0.3 },
    { by: 'Ada', day: '2025-05-15', scenario: 's02a', chance: 0.6, came: 1 },
    { by: 'Ada', day: '2025-05-15', scenario: 's02b', chance: 0.3, came: 0 },
    { by: 'Bo', day: '2025-05-15', scenario: 's08', chance: 0.9, came: 1 },
    { by: 'Bo', day: '2025-05-15', scenario: 's10-eu', chance: 0.6, came: 1 },
    { by: 'Bo', day: '2025-05-15', scenario: 's01', chance: 0.3, came: 0 },
  ];
  const mean = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const brier = (list: { chance: number; came: number }[]): number => mean(list.map((f) => (f.chance - f.came) ** 2));
  /** Middles of the ranges in case.yaml, an account's own averaged first: s01 e (slim, skeptical) and a (refusal). */
  const accounts: Record<string, number> = {
    s01: ((0.085 + 0.15) / 2 + 0.5) / 2,
    s02a: 0.35,
    s02b: 0.35,
    s08: 0.85,
  };

  let folder: string;
  let score: Scores;
  beforeAll(() => {
    ({ folder } = emptyLedger());
    // The last was issued when the answer was known: not scored.
    add(folder, ...forecasts, { by: 'Ada', day: '2025-05-16', scenario: 's01', chance: 0 });
    score = json<Scores>('score', folder);
  });

  test('Brier and log score', () => {
    expect(score.resolved).toBe(7);
    expect(score.brier).toBeCloseTo(brier(forecasts), 12);
    expect(score.log).toBeCloseTo(mean(forecasts.map((f) => -Math.log(f.came === 1 ? f.chance : 1 - f.chance))), 12);
    expect(score.unscored).toMatchObject({ late: 1, open: 0 });
    // They were written down in 2026.
    expect(score.hindsight).toBe(7);
  });

  test('Murphy’s terms over the distinct chances 0.05, 0.3, 0.6 and 0.9', () => {
    // 0.3 was said three times and never came, 0.6 twice and came twice; 3 of 7 came.
    const base = 3 / 7;
    const { reliability, resolution, uncertainty } = score.murphy!;
    expect(reliability).toBeCloseTo((0.05 ** 2 + 3 * 0.3 ** 2 + 2 * 0.4 ** 2 + 0.1 ** 2) / 7, 12);
    expect(resolution).toBeCloseTo((4 * base ** 2 + 3 * (1 - base) ** 2) / 7, 12);
    expect(uncertainty).toBeCloseTo(base * (1 - base), 12);
    expect(Math.abs(reliability - resolution + uncertainty - score.brier!)).toBeLessThan(1e-9);
  });

  test('skill against fifty-fifty, no change and the accounts’ words', () => {
    expect(score.skill.fiftyFifty).toBeCloseTo(1 - brier(forecasts) / 0.25, 12);
    expect(score.compared.noChange).toBe(1);
    expect(score.skill.noChange).toBeCloseTo(1 - 0.05 ** 2 / 0.3 ** 2, 12);
    // On 14 May e and a had been written, on which the words for s01 rest, so both days compare alike.
    const spoken = forecasts.filter((f) => accounts[f.scenario] !== undefined);
    expect(score.compared.accounts).toBe(spoken.length);
    const reference = brier(spoken.map((f) => ({ chance: accounts[f.scenario]!, came: f.came })));
    expect(score.skill.accounts).toBeCloseTo(1 - brier(spoken) / reference, 12);
  });

  test('by forecaster, by scenario, and over several cases', () => {
    expect(score.forecasters['Bo']!.brier).toBeCloseTo(brier(forecasts.filter((f) => f.by === 'Bo')), 12);
    expect(score.scenarios.find((s) => s.scenario === 's01')).toMatchObject({
      outcome: 'no',
      forecasters: { Ada: { first: 0.3, last: 0.05 }, Bo: { first: 0.3, last: 0.3 } },
    });
    const other = emptyLedger().folder;
    add(other, { by: 'Ada', day: '2025-05-15', scenario: 's01', chance: 1 });
    const both = json<Scores>('score', folder, other);
    expect(both.resolved).toBe(8);
    expect(both.brier).toBeCloseTo((7 * score.brier! + 1) / 8, 12);
    // A certainty that failed.
    expect([both.log, both.cases.map((c) => c.resolved)]).toEqual(['Infinity', [7, 1]]);
    expect(output('score', other)).toMatch(/∞/);
    // A case that is named twice counts once.
    expect(json<Scores>('score', folder, `${folder}/`, join(folder, 'case.yaml')).resolved).toBe(7);
  });

  test('as of an earlier day what was not known then is open', () => {
    const early = json<Scores>('score', folder, '--as-of', '2025-05-16');
    expect(early.resolved).toBe(4);
    expect(early.unscored).toMatchObject({ open: 3, late: 1 });
  });

  test('without outcomes everything is open; with broken ones the mistake is told with its place', () => {
    const { folder: copy } = emptyLedger();
    add(copy, { by: 'Ada', day: '2025-05-15', scenario: 's01', chance: 0.2 });
    const file = join(copy, 'outcomes.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('s01: { outcome: no', 's01: { outcome: maybe'));
    const broken = parley('score', copy);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/outcomes\.yaml:\d+:19 {2}“maybe” cannot stand here/);
    writeFileSync(file, 'parley: 1\nsources: {}\nevents: {}\nresolutions: {}\n');
    expect(json<Scores>('score', copy)).toMatchObject({
      resolved: 0,
      brier: null,
      murphy: null,
      skill: { fiftyFifty: null, noChange: null, accounts: null },
      unscored: { open: 1 },
    });
  });

  test('the debrief tells what was known, forecast and came; --hide-outcome leaves out what came', () => {
    const page = output('debrief', folder);
    expect(page).toMatch(
      /WHAT WAS KNOWN ON 15 MAY 2025[^]*WHAT WAS FORECAST[^]*s01 [^]*5(?:\.0)? % [^]*no, 16 May[^]*WHAT HAPPENED/,
    );
    for (const format of [[], ['--md', '-'], ['--html', '-'], ['--json']]) {
      const hidden = output('debrief', folder, '--hide-outcome', ...format);
      expect(hidden).not.toMatch(/Dolmabahçe Palace for about|17th package|What came|WHAT HAPPENED|Brier|"outcome"/);
      expect(hidden).toMatch(/Ada/);
    }
    const early = output('debrief', folder, '--as-of', '2025-05-14', '--hide-outcome');
    expect(early).toMatch(/s01 .*30 %/);
    expect(early).not.toMatch(/will not come/);
    const html = output('debrief', folder, '--html', '-');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<link|src=|https?:/);
  });
});

test('P11 no other command reads what happened later', () => {
  const folder = bundledCopy();
  writeFileSync(join(folder, 'outcomes.yaml'), 'resolutions: [');
  for (const words of [['brief'], ['blocks'], ['check'], ['ledger']]) expect(parley(...words, folder).status).toBe(0);
  expect(parley('ledger', 'add', 's01', '0.5', folder, '--by', 'Ada').status).toBe(0);
  expect(parley('debrief', folder, '--hide-outcome').status).toBe(0);
  expect(parley('debrief', folder).status).toBe(1);
});

test('the bundled case’s own ledger, where there is one, fits', () => {
  expect(parley('ledger', 'check', BUNDLED).status).toBe(0);
});
