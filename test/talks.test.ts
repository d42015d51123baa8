/** `parley talks`, `parley tournament`, and negotiation domains of other programs, through the front door. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { listing, parley, ROOT, scratch } from './command.ts';

function said(...args: string[]): string {
  const { status, stdout, stderr } = parley(...args);
  expect({ args, status, stderr }).toMatchObject({ args, status: 0 });
  return stdout;
}
const data = <T>(...args: string[]): T => JSON.parse(said(...args, '--json')) as T;

const XML = `<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="sale">
<issue index="1" name="price"><item index="1" value="low"/><item index="2" value="middle"/><item index="3" value="high"/></issue>
<issue index="2" name="delivery"><item index="1" value="now"/><item index="2" value="later"/></issue>
</objective></utility_space></negotiation_template>`;
const profile = (
  price: readonly number[],
  delivery: readonly number[],
  weights = [0.75, 0.25],
  reserved = '0.3',
): string =>
  `<utility_space><objective index="0" name="sale">
<issue index="1" name="price">${['low', 'middle', 'high'].map((v, k) => `<item index="${k + 1}" value="${v}" evaluation="${price[k]}"/>`).join('')}</issue>
<issue index="2" name="delivery">${['now', 'later'].map((v, k) => `<item index="${k + 1}" value="${v}" evaluation="${delivery[k]}"/>`).join('')}</issue>
${weights.map((w, k) => `<weight index="${k + 1}" value="${w}"/>`).join('')}</objective><reservation value="${reserved}"/></utility_space>`;

/** A folder with a domain: a buyer and a seller. */
function sale(buyer = profile([4, 3, 0], [1, 0]), seller = profile([0, 3, 4], [0, 1], [0.75, 0.25])): string {
  const folder = join(scratch(), 'sale');
  mkdirSync(folder);
  for (const [name, text] of [
    ['domain', XML],
    ['buyer', buyer],
    ['seller', seller],
  ] as const)
    writeFileSync(join(folder, `${name}.xml`), text);
  return folder;
}

interface Session {
  agreement: number[] | null;
  agreed: string[] | null;
  step: number;
  offers: number;
  utilities: number[];
  parties: string[];
  issues: string[];
  ended: string;
  trace?: { party: string; act: string; values: string[] }[];
}

describe('talks', () => {
  test('the published session of two strategies: outcome, round, offers, utilities', () => {
    const found = data<Session>('talks', '--generate', 'R:10x10x10:1', '--first', 'boulware', '--second', 'conceder');
    expect(found).toMatchObject({ agreement: [1, 2, 7], step: 38, offers: 75 });
    for (const [p, u] of [0.97952078608796, 0.401692338520661].entries()) expect(found.utilities[p]).toBeCloseTo(u, 12);
  });

  test('the bundled case: the delegations agree on what they may settle, in words', () => {
    const text = said('talks', '--meeting', 'teams', '--trace');
    expect(text).toMatch(
      /The delegations meet\n {2}Ukraine \(boulware\), Russia \(conceder\); alternating offers, at most 100/,
    );
    expect(text).toMatch(
      /AGREEMENT .*\n {2}Humanitarian corridors +on agreed routes\n {2}Exchange of prisoners +all of them/,
    );
    expect(text).toMatch(/The deal is efficient/);
    expect(text).toMatch(/WHO CONCEDED WHEN[^]*Ukraine +100\.0 [▁-█]+ /);
    expect(text).toMatch(/OFFERS\n +round +who +Ukraine +Russia +what\n/);
    expect(data<Session>('talks', '--meeting', 'teams').issues).not.toContain('territory');
    expect(data<Session>('talks', '--rank', 'leader').issues).toContain('territory');
  });

  test('the same seed gives the same acts, another one others', () => {
    const play = (seed: string): string =>
      said(
        'talks',
        '--generate',
        'C:6x7:2',
        '--first',
        'random-walker',
        '--second',
        'micro',
        '--seed',
        seed,
        '--trace',
        '--json',
      );
    expect(play('3')).toBe(play('3'));
    expect(play('3')).not.toBe(play('4'));
  });

  test.each([['simultaneous'], ['monotonic'], ['single-text']])('--protocol %s', (protocol) => {
    const found = data<Session>('talks', '--domain', sale(), '--protocol', protocol, '--trace');
    expect(found.ended).toMatch(/^(agreement|deadline)$/);
    expect(found.trace!.length).toBeGreaterThan(0);
  });

  test('three parties, each with a strategy; a drawing of two', () => {
    const three = ['--generate', 'R:4x5:1', '--parties', '3'];
    expect(data<Session>('talks', ...three, '--strategies', 'linear,micro,boulware+ac-next').parties).toHaveLength(3);
    const file = join(scratch(), 'offers.svg');
    said('talks', '--domain', sale(), '--svg', file);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg [^]*class="party1"><polyline[^]*the agreement<\/text>\n<\/svg>\n$/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('a deadline by the clock', () => {
    const began = Date.now();
    const hard = ['--first', 'boulware+ac-const=9', '--second', 'boulware+ac-const=9'];
    const found = data<Session>('talks', '--generate', 'R:4x5:1', ...hard, '--seconds', '0.5', '--trace');
    expect(found).toMatchObject({ ended: 'deadline', agreement: null });
    expect(found.step).toBeGreaterThan(1000);
    expect(found.trace!.length).toBeLessThan(300_000);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test.each([
    [['--first', 'bulware'], /no strategy “bulware”\.\nDid you mean “boulware”/],
    [['--protocol', 'sao'], /no protocol “sao”\.\nDid you mean “saop”/],
    [['--rounds', '0'], /--rounds 0: a whole number from 1/],
    [['--seconds', 'soon'], /--seconds soon/],
    [['--meeting', 'teems'], /no meeting “teems” in this case\.\nDid you mean “teams”/],
    [['--generate', 'X:2x2:1'], /“X:2x2:1” is no domain that can be generated/],
    [['--generate', 'R:9999x9999x9999:1'], /999,700,029,999 outcomes; talks are played over at most 2,097,152/],
    [['--generate', `R:${Array(40).fill(9).join('x')}:1`], /about 1\.5e\+38 outcomes/],
    [['--strategies', 'micro'], /--strategies has 1 for 2 parties/],
    [['--protocol', 'monotonic', '--first', 'micro'], /prescribes what parties do/],
    [['--genius', 'no.xml', 'no.xml', 'no.xml'], /no\.xml: It cannot be read/],
  ])('%j is refused in words', (args, message) => {
    const { status, stdout, stderr } = parley('talks', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a tournament', () => {
  const LIST = ['--generate', 'R:10x10x10:1,C:5x8:2'];

  test('has a row for every session and a score with an interval for every strategy', () => {
    const file = join(scratch(), 'sessions.csv');
    const found = data<{ sessions: number; scores: { strategy: string; advantage: { interval: number[] } }[] }>(
      'tournament',
      ...LIST,
      '--strategies',
      'boulware,micro',
      '--rounds',
      '30',
      '--csv',
      file,
    );
    expect(found.sessions).toBe(16);
    expect(found.scores.map(({ advantage }) => advantage.interval.length)).toEqual([2, 2]);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(17);
    expect(lines[1]).toMatch(/^R:10x10x10:1,0,party 1,boulware,boulware,agreement,/);
    expect(said('tournament', ...LIST, '--strategies', 'boulware,micro')).toMatch(/strategy +advantage +95 % +utility/);
  });

  test('that is killed goes on where it stopped, and ends as one that was not', { timeout: 120_000 }, async () => {
    const args = ['tournament', ...LIST, '--repeat', '150', '--seed', '5', '--json'];
    const whole = said(...args);
    const file = join(scratch(), 'state');
    const sessions = (): number => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 3 : 0);
    const child = spawn(process.execPath, ['packages/parley/bin/parley.js', ...args, '--resume', file], {
      cwd: ROOT,
      stdio: 'ignore',
    });
    const ended = new Promise<NodeJS.Signals | null>((done) => child.on('exit', (_, signal) => done(signal)));
    while (sessions() < 100 && child.exitCode === null) await setTimeout(20);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const all = (JSON.parse(whole) as { sessions: number }).sessions;
    expect(sessions()).toBeGreaterThanOrEqual(100);
    expect(sessions()).toBeLessThan(all);
    expect(said(...args, '--resume', file)).toBe(whole);
    expect(sessions()).toBe(all);
    expect(said(...args, '--resume', file)).toBe(whole);
  });

  test('refuses a state that is of another tournament, or damaged', () => {
    const file = join(scratch(), 'state');
    const args = ['tournament', ...LIST, '--strategies', 'boulware,micro', '--resume', file];
    said(...args);
    const state = readFileSync(file, 'utf8');
    const refused = (message: RegExp, ...more: string[]): void => {
      const { status, stdout, stderr } = parley(...args, ...more);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
    };
    refused(/belongs to another tournament/, '--seed', '2');
    expect(readFileSync(file, 'utf8')).toBe(state);
    for (const [text, message] of [
      [state.slice(0, -20), /its end is missing, or something in it was changed/],
      [state.replace('[0,', '[1,'), /something in it was changed/],
      ['{}\n', /does not begin as the state of a tournament does/],
      ['', /does not begin as the state/],
    ] as const) {
      writeFileSync(file, text);
      refused(message);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test.each([
    [[], /Say what to negotiate about/],
    [['--generate', 'R:3x3:1', '--strategies', 'micro,micro'], /“micro” is in the tournament twice/],
    [['--generate', 'R:3x3:1', '--repeat', '1000000'], /128,000,000 sessions; at most 1,000,000/],
    [['--generate', 'R:3x3:1', '--protocol', 'monotonic'], /no protocol “monotonic” for tournaments/],
    [['--domains', 'docs'], /no domain below docs/],
    [['--domains', 'nowhere'], /no folder nowhere/],
  ])('%j is refused in words', (args, message) => {
    const { status, stderr } = parley('tournament', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('domains of other programs', () => {
  test('become cases that can be checked and talked over, and are written again', () => {
    const folder = join(scratch(), 'case');
    expect(said('import', sale(), folder)).toMatch(/2 parties, 2 issues, 6 possible deals/);
    said('check', folder);
    expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toMatch(/note: .*Scale of GENIUS/);
    const direct = data<Session>('talks', '--domain', sale());
    const back = data<Session>('talks', folder);
    expect(back.agreement).toEqual(direct.agreement);
    expect(back.utilities.map((u) => u / 100)).toEqual(direct.utilities.map((u) => expect.closeTo(u, 9) as number));
    for (const format of ['genius', 'geniusweb', 'negmas']) {
      const out = join(scratch(), format);
      said('export', folder, '--as', format, '-o', out);
      const again = data<Session>('talks', '--domain', out);
      // GeniusWeb can say a reserved value only by a deal of at least that worth, from which concessions are reckoned.
      const last = format === 'geniusweb' ? {} : { agreed: direct.agreed, step: direct.step };
      expect(again).toMatchObject({ issues: direct.issues, parties: direct.parties, ...last });
    }
  });

  test('are listed; what cannot be read is told, and the rest goes on', () => {
    const root = scratch();
    const write = (name: string, text: string): void => {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), text);
    };
    write('good/domain.xml', XML);
    write('good/a.xml', profile([4, 3, 0], [1, 0]));
    write('good/b.xml', profile([0, 3, 4], [0, 1]));
    write(
      'laughs/domain.xml',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><negotiation_template>&b;</negotiation_template>',
    );
    write('laughs/a.xml', profile([4, 3, 0], [1, 0]));
    write('games/config.txt', 'One,one,p\nTwo,two,p\n');
    write('games/scores_files/one.txt', '30,10\n0,70\n55\n');
    write('games/scores_files/two.txt', '0,40\n60,0\n40\n');
    write('odd/p.json', '{');
    const { status, stdout, stderr } = parley('import', '--catalogue', root, '--json');
    const found = JSON.parse(stdout) as {
      domains: Record<string, unknown>[];
      problems: { file: string; line: number }[];
    };
    expect(status).toBe(1);
    expect(found.domains).toMatchObject([
      { domain: 'games', format: 'llm-deliberation', outcomes: 4, issues: 2, parties: 2 },
      { domain: 'good', format: 'genius', outcomes: 6, issues: 2, parties: 2, complete: true },
    ]);
    expect(found.problems.map(({ file, line }) => [file.slice(root.length + 1), line])).toEqual([
      ['laughs/domain.xml', 1],
      ['odd', undefined],
    ]);
    expect(stderr).toMatch(/laughs\/domain\.xml:1 {2}A document type declaration is refused/);
  });

  test.each<[string, Parameters<typeof sale>, RegExp]>([
    [
      'a negative weight',
      [profile([4, 3, 0], [1, 0], [-0.5, 1.5])],
      /buyer\.xml:2 {2}buyer gives a negative weight \(-0\.5\) to issue “price”/,
    ],
    ['weights that are all zero', [profile([4, 3, 0], [1, 0], [0, 0])], /buyer\.xml.* All weights of buyer are 0/],
    [
      'a weight that is no number',
      [profile([4, 3, 0], [1, 0], [NaN, 1])],
      /buyer\.xml:4 {2}No number can be read here: weight/,
    ],
    [
      'a score that is none',
      [profile([4, 3, 0], [1, 0]).replace('evaluation="3"', '')],
      /buyer\.xml:2 {2}buyer gives no score to “middle” of issue “price”/,
    ],
    [
      'a reserved value that is none',
      [profile([4, 3, 0], [1, 0], [0.75, 0.25], 'much')],
      /buyer\.xml:4 {2}No number can be read here: reservation/,
    ],
    [
      'entities from elsewhere',
      [`<!DOCTYPE x SYSTEM "file:///etc/passwd">${profile([4, 3, 0], [1, 0])}`],
      /buyer\.xml:1 {2}A document type declaration is refused/,
    ],
  ])('with %s are told with file and line, and nothing is written', (_, files, message) => {
    const folder = sale(...files);
    const target = join(scratch(), 'case');
    const { status, stdout, stderr } = parley('import', folder, target);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(target)).toBe(false);
  });

  test('that cannot be read are nothing to talk over', () => {
    const folder = sale(profile([4, 3, 0], [1, 0], [-0.5, 1.5]));
    for (const args of [
      ['talks', '--domain', folder],
      ['tournament', '--domains', folder],
    ]) {
      const { status, stdout, stderr } = parley(...args);
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
      expect(stderr).toMatch(/buyer\.xml:2 {2}buyer gives a negative weight/);
    }
  });

  test('an issue without values; an outcome space that overflows; a case that is there', () => {
    const folder = sale();
    writeFileSync(join(folder, 'domain.xml'), XML.replace(/(?<=name="delivery">).*(?=<\/issue>)/, ''));
    expect(parley('import', folder, join(scratch(), 'case'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/domain\.xml:3 {2}There are no values in issue “delivery”/) as string,
    });
    const wide = join(scratch(), 'wide');
    mkdirSync(wide);
    const issues = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`i${i}`, { a: 0, b: 1 }]));
    const weights = Object.fromEntries(Object.keys(issues).map((name) => [name, 1 / 60]));
    const text = JSON.stringify({ reservationValue: 0, issueWeights: weights, issues });
    for (const name of ['a.json', 'b.json']) writeFileSync(join(wide, name), text);
    expect(parley('talks', '--domain', wide)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/a\.json {2}There are about 1\.2e\+18 outcomes/) as string,
    });
    const target = join(scratch(), 'case');
    said('import', sale(), target);
    const before = listing(target);
    expect(parley('import', sale(), target)).toMatchObject({ status: 2, stdout: '' });
    expect(listing(target)).toEqual(before);
  });
});
