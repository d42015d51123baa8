/** Mistaken, damaged and hostile input through the front door: always a sentence with a place or advice, never a trace. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const PARLEY = fileURLToPath(new URL('../packages/parley/bin/parley.js', import.meta.url));

const CASE = `parley: 1
title: Two neighbours
as-of: 2025-05-15
sources:
  wire: { file: sources/wire.md, written: 2025-05-14 }
parties:
  north: { people: { anna: { name: Anna } } }
  south: {}
options:
  north: { withdraws: North withdraws }
  south: { withdraws: South withdraws }
happenings:
  truce: a truce
facts:
  quiet: north.withdraws and south.withdraws
issues:
  border: { values: [kept, moved] }
preconditions:
  p01: { holder: south, step: truce, needs: quiet, said: [{ source: wire, quote: no truce before the guns are quiet }] }
`;
const WIRE = 'The envoy of the south said there would be no truce before the guns are quiet, and left.\n';

let scratch = '';
let folder = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'parley-bad-'));
  folder = join(scratch, 'case');
  mkdirSync(join(folder, 'sources'), { recursive: true });
  writeFileSync(at('case.yaml'), CASE);
  writeFileSync(at('sources', 'wire.md'), WIRE);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

test('the case that the mistakes are put into is in order', () => {
  expect(run('check', folder)).toMatchObject({ status: 0, stderr: '' });
});

describe('a case with a problem: exit code 1, and where it is', () => {
  const many = 100_000;
  const bomb = Array.from('abcdefghi', (name, k) =>
    k === 0
      ? 'a: &a [x, x, x, x, x, x, x, x, x]\n'
      : `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefgh'[k - 1]}`)
          .join(', ')}]\n`,
  ).join('');

  test.each<[string, () => void, RegExp]>([
    [
      'YAML that does not close',
      () => edit('north: { withdraws: North withdraws }', 'north: { withdraws: [North'),
      /case\.yaml:11:\d+ {2}This is not valid YAML/,
    ],
    ['an empty file', () => writeCase(''), /case\.yaml:1:1 {2}There is nothing in this file/],
    [
      'an unknown name',
      () => edit('needs: quiet', 'needs: quite'),
      /case\.yaml:19:45 .*no option, happening, meeting or fact “quite”\. Did you mean “quiet”\?/,
    ],
    [
      'a condition of a hundred thousand brackets',
      () => edit('quiet: north', `noise: ${'('.repeat(9000)}\n  quiet: north`),
      /case\.yaml:15:\d+ .*nested more than 100 levels/,
    ],
    [
      'facts defined by one another',
      () => edit('facts:\n  quiet: north', 'facts:\n  calm: quiet\n  hush: calm\n  quiet: hush or north'),
      /case\.yaml:15:3 .*defined by one another: calm → quiet → hush → calm/,
    ],
    [
      'an id that stands twice',
      () => edit('  south: {}', '  south: {}\n  north: {}'),
      /case\.yaml:9:3 .*“north” is there twice \(first on line 7\)/,
    ],
    [
      'a status quo that cannot be',
      () =>
        edit(
          'happenings:',
          'impossible: [north.withdraws and not south.withdraws]\nstatus-quo: { north.withdraws: yes }\nhappenings:',
        ),
      /case\.yaml:12:14 .*status quo is impossible.*north\.withdraws: yes/s,
    ],
    ['a bomb of aliases', () => writeCase(bomb), /case\.yaml:2:8 .*aliases of this file cannot be expanded/],
    [
      'an alias within what it stands for',
      () => edit('parties:', 'parties: &all\n  east: { people: *all }'),
      /case\.yaml:7:19 .*stands within what it stands for/,
    ],
    [
      'a hundred thousand brackets',
      () => writeCase('['.repeat(many)),
      /case\.yaml:1:\d+ {2}This is nested more than 50 levels deep/,
    ],
    [
      'a file of 100 MB',
      () => truncateSync(at('case.yaml'), 100_000_000),
      /case\.yaml:1:1 {2}This file has 100\.0 MB; at most 1 MB are read/,
    ],
    [
      'a file that is not UTF-8',
      () =>
        writeCase(
          Buffer.concat([Buffer.from(CASE.slice(0, 20)), Buffer.from([0xff, 0xfe]), Buffer.from(CASE.slice(20))]),
        ),
      /case\.yaml:2:11 .*not valid UTF-8 \(first at byte 20\)/,
    ],
    [
      'a folder named case.yaml',
      () => (rmSync(at('case.yaml')), mkdirSync(at('case.yaml'))),
      /case\.yaml.*(?:not a file|folder)/,
    ],
    ['a pipe named case.yaml', () => (rmSync(at('case.yaml')), pipe(at('case.yaml'))), /case\.yaml.*not a file/],
    [
      'a case.yaml that is a link out of the folder',
      () => linkOut('case.yaml', CASE),
      /case\.yaml:1:1 .*outside the case folder/,
    ],
    [
      'a quote that is not there',
      () => edit('quote: no truce before the guns are quiet', 'quote: no truce until the guns are quiet'),
      /case\.yaml:19:\d+ .*not in source “wire”\. The nearest passage is: “no truce before the guns are quiet”/,
    ],
    [
      'a source that is not there',
      () => edit('file: sources/wire.md', 'file: sources/wires.md'),
      /case\.yaml:5:17 .*no file “sources\/wires\.md”/,
    ],
    [
      'a source outside by ../',
      () => outside('../secret.md'),
      /case\.yaml:5:17 .*“\.\.\/secret\.md” lies outside the case folder/,
    ],
    [
      'a source outside that is not there: whether it is, is not told',
      () => edit('file: sources/wire.md', 'file: ../nowhere.md'),
      /case\.yaml:5:17 .*“\.\.\/nowhere\.md” lies outside the case folder/,
    ],
    [
      'a source outside by ../ on the way',
      () => outside('sources/../../secret.md'),
      /case\.yaml:5:17 .*outside the case folder/,
    ],
    [
      'a source outside by its absolute path',
      () => outside(join(scratch, 'secret.md')),
      /case\.yaml:5:17 .*outside the case folder/,
    ],
    [
      'a source that is a link out of the folder',
      () => linkOut('sources/wire.md', WIRE),
      /case\.yaml:5:17 .*outside the case folder/,
    ],
    [
      'a sources folder that is a link out of the folder',
      () => (
        rmSync(at('sources'), { recursive: true }),
        symlinkSync(scratch, at('sources')),
        writeFileSync(join(scratch, 'wire.md'), WIRE)
      ),
      /case\.yaml:5:17 .*outside the case folder/,
    ],
    [
      'a source that is a link in a circle',
      () => (rmSync(at('sources/wire.md')), symlinkSync('wire.md', at('sources/wire.md'))),
      /case\.yaml:5:17 .*its links run in a circle/,
    ],
    [
      'a source that is a folder',
      () => edit('file: sources/wire.md', 'file: sources'),
      /case\.yaml:5:17 .*“sources” cannot be read: it is not a file/,
    ],
    [
      'a source that is a pipe',
      () => (rmSync(at('sources/wire.md')), pipe(at('sources/wire.md'))),
      /case\.yaml:5:17 .*cannot be read: it is not a file/,
    ],
    [
      'a source with a null byte in its name',
      () => edit('file: sources/wire.md', 'file: "sources/wire.md\\0"'),
      /case\.yaml:5:17 .*outside the case folder/,
    ],
    [
      'a source of 100 MB',
      () => truncateSync(at('sources/wire.md'), 100_000_000),
      /case\.yaml:5:17 .*100\.0 MB; at most 20 MB are read/,
    ],
    [
      'a source that is not UTF-8',
      () => writeFileSync(at('sources/wire.md'), Buffer.from([0x61, 0xc3, 0x28])),
      /case\.yaml:5:17 .*not valid UTF-8 \(first at byte 1\)/,
    ],
  ])('%s', (_, arrange, message) => {
    arrange();
    expectRefusal(1, message, 'check', folder);
  });

  test.each([
    ['check'],
    ['brief'],
    ['brief', '--html', 'out.html'],
    ['blocks'],
    ['changes', '--since', '2025-05-14'],
    ['export', '--as', 'dot', '-o', 'out.dot'],
  ])('whatever is asked of it: parley %s %s', (command, ...flags) => {
    edit('needs: quiet', 'needs: quite');
    expectRefusal(1, /case\.yaml:19:45 .*Did you mean “quiet”\?/, command, folder, ...flags);
    expect(readdirSync(scratch)).toEqual(['case']);
  });

  test('with --json the problems are data', () => {
    edit('needs: quiet', 'needs: quite');
    for (const command of ['check', 'brief', 'blocks']) {
      const { problems } = JSON.parse(run(command, folder, '--json').stdout) as { problems: unknown[] };
      expect(problems).toEqual([
        { code: 'unknown-name', file: 'case.yaml', line: 19, column: 45, message: expect.stringContaining('“quite”') },
      ]);
    }
  });

  test('many problems are told at once, and more than fifty counted', () => {
    edit('facts:', `facts:\n${Array.from({ length: 80 }, (_, k) => `  f${k}: nothing-${k}\n`).join('')}`);
    const { stderr } = expectRefusal(1, /… and 30 more\./, 'check', folder);
    expect(stderr.match(/There is no option/g)).toHaveLength(50);
  });

  test('three thousand quotes that are not in a source of a megabyte are told in seconds', () => {
    const word = (k: number): string => 'abcdefghij'.charAt(k % 10).repeat(2 + (k % 7)) + String(k % 1009);
    writeFileSync(at('sources/wire.md'), `${WIRE}${Array.from({ length: 150_000 }, (_, k) => word(k * 31)).join(' ')}`);
    const quotes = Array.from(
      { length: 3000 },
      (_, k) => `{ source: wire, quote: ${[1, 2, 3, 4, 5, 6].map((n) => word(k * n + 7 * n)).join(' ')} }`,
    );
    edit('facts:', `events:\n  e01: { what: everything, said: [${quotes.join(', ')}] }\nfacts:`);
    expectRefusal(1, /not in source “wire”.*… and 15\d more\./s, 'check', folder);
  });

  test('a case named by its case.yaml is told by that name', () => {
    edit('needs: quiet', 'needs: quite');
    const { stderr } = expectRefusal(1, /quite/, 'check', at('case.yaml'));
    expect(stderr.startsWith(`${at('case.yaml')}:19:45  `)).toBe(true);
  });
});

describe('wrong usage: exit code 2, and what to do', () => {
  test.each<[string, RegExp, string[]]>([
    ['a path that does not exist', /no case at .*nowhere.*parley new/s, ['check', 'nowhere']],
    ['a folder without a case', /no case\.yaml in .*sources.*parley new/s, ['check', 'case/sources']],
    ['a file that is no case', /wire\.md is not a case.*folder with a case\.yaml/s, ['check', 'case/sources/wire.md']],
    ['no command', /Usage: parley/, []],
    ['an unknown command', /unknown command 'chekc'.*--help/s, ['chekc', 'case']],
    ['an unknown option', /unknown option '--jsn'/, ['check', 'case', '--jsn']],
    ['an option without its value', /argument missing/, ['check', 'case', '--as-of']],
    ['a day in words', /“14 May 2025” is not a day.*--as-of 2025-05-14/s, ['check', 'case', '--as-of', '14 May 2025']],
    ['a day that does not exist', /there is no 30 in 2025-02/, ['brief', 'case', '--as-of', '2025-02-30']],
    ['a day without an end', /it has no end/, ['blocks', 'case', '--as-of', '2025-05-14/..']],
    ['a date-time without its offset', /needs its offset/, ['blocks', 'case', '--as-of', '2025-05-14T10:00']],
    [
      'a goal of an unknown name',
      /no “truse” in this case.*Did you mean “truce”/s,
      ['blocks', 'case', '--goal', 'truse'],
    ],
    [
      'a goal that stops short',
      /--goal truce and\n +\^ .*missing at the end/,
      ['blocks', 'case', '--goal', 'truce and'],
    ],
    [
      'an issue without a value as a goal',
      /“border” is an issue; say which value.*border = kept/s,
      ['blocks', 'case', '--goal', 'border'],
    ],
    [
      'an unknown value as a goal',
      /“mooved” is no value of border.*kept, moved/s,
      ['blocks', 'case', '--goal', 'border = mooved'],
    ],
    [
      'a goal of a hundred thousand brackets',
      /nested more than 100 levels/,
      ['blocks', 'case', '--goal', '('.repeat(100_000)],
    ],
    [
      'a goal of twenty thousand iff',
      /nested more than 100 levels/,
      ['blocks', 'case', '--goal', `truce${' iff truce'.repeat(12_000)}`],
    ],
    ['nothing to compare with', /--since DATE or --against REVISION.*parley changes --since/s, ['changes', 'case']],
    [
      'two things to compare with',
      /--since DATE or --against REVISION/,
      ['changes', 'case', '--since', '2025-05-14', '--against', 'HEAD'],
    ],
    ['a revision where there is no repository', /not in a git repository/, ['changes', 'case', '--against', 'HEAD']],
    ['a revision that is an option', /is not a revision/, ['changes', 'case', '--against=--output=x']],
    ['an unknown format', /no format “svg”.*dot, mermaid, graphml, annotations/s, ['export', 'case', '--as', 'svg']],
    ['no format', /required option/, ['export', 'case']],
    ['HTML into a folder', /cannot be written: it is a folder/, ['brief', 'case', '--html', 'case']],
    [
      'HTML below a file',
      /cannot be written: a part of its path is a file/,
      ['brief', 'case', '--html', 'case/case.yaml/brief.html'],
    ],
    ['HTML where no folder can be made', /cannot be written/, ['brief', 'case', '--html', '/proc/nowhere/brief.html']],
    ['a graph into a folder', /cannot be written: it is a folder/, ['export', 'case', '--as', 'dot', '-o', 'case']],
  ])('%s', (_, message, args) => {
    expectRefusal(2, message, ...args);
    expect(readdirSync(scratch)).toEqual(['case']);
  });

  test.each<[string, () => void, RegExp]>([
    ['a folder', () => mkdirSync(at('anchors.json')), /anchors\.json cannot be written: it is a folder/],
    [
      'a link',
      () => symlinkSync(join(scratch, 'elsewhere.json'), at('anchors.json')),
      /anchors\.json is a link, and nothing is written through links/,
    ],
  ])('anchors are not stored where %s is in the way', (_, arrange, message) => {
    arrange();
    expectRefusal(2, message, 'check', folder, '--anchor');
    expect(readdirSync(scratch)).toEqual(['case']);
  });
});

test('control characters of a case do not reach the terminal', () => {
  edit('title: Two neighbours', 'title: "Two \\e]0;owned\\a \\e[2J neighbours \\x9b31m"');
  for (const args of [['brief'], ['check'], ['blocks'], ['brief', '--md', '-'], ['export', '--as', 'dot']]) {
    const { status, stdout } = run(args[0]!, folder, ...args.slice(1));
    expect(status).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\0-\u0008\u000B-\u001F\u007F-\u009F]/);
  }
  edit('needs: quiet', 'needs: "quite \\e[2J"');
  expectRefusal(1, /case\.yaml:19/, 'check', folder);
});

// --- running ----------------------------------------------------------------------------------------------------------

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

function run(...args: string[]): Run {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [PARLEY, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, PARLEY_CACHE: 'off' },
  });
  return { status, stdout, stderr, seconds: (performance.now() - began) / 1000 };
}

/** Runs the command and checks what holds of every refusal. */
function expectRefusal(code: 1 | 2, message: RegExp, ...args: string[]): Run {
  const before = listing(folder);
  const result = run(...args);
  const said = result.stderr + result.stdout;
  expect(result.stderr).toMatch(message);
  expect(result.status).toBe(code);
  expect(said).not.toMatch(/\n\s+at .+:\d+:\d+/);
  expect(said).not.toContain('Something went wrong');
  // oxlint-disable-next-line no-control-regex
  expect(said).not.toMatch(/[\0-\u0008\u000B-\u001F\u007F-\u009F]/);
  expect(listing(folder)).toEqual(before);
  expect(result.seconds).toBeLessThan(10);
  return result;
}

/** Everything in a folder with what it holds; what is too large to read, with its size and time. */
function listing(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const path = join(root, name);
      const stat = lstatSync(path);
      if (stat.isSymbolicLink()) return `${name} → ${readlinkSync(path)}`;
      if (!stat.isFile() || stat.size > 1_000_000) return `${name} ${stat.mode} ${stat.size} ${stat.mtimeMs}`;
      return `${name} ${stat.mode} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    });
}

// --- arranging --------------------------------------------------------------------------------------------------------

function at(...parts: string[]): string {
  return join(folder, ...parts);
}

function writeCase(content: string | Buffer): void {
  writeFileSync(at('case.yaml'), content);
}

/** Replaces words of the case; they must be there. */
function edit(from: string, to: string): void {
  const text = readFileSync(at('case.yaml'), 'utf8');
  if (!text.includes(from)) throw new Error(`not in the case: ${from}`);
  writeCase(text.replace(from, () => to));
}

function pipe(path: string): void {
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
}

/** Makes a file of the case a link to one outside its folder. */
function linkOut(file: string, content: string): void {
  writeFileSync(join(scratch, 'outside'), content);
  rmSync(at(file));
  symlinkSync(join(scratch, 'outside'), at(file));
}

/** Names a file outside the folder as a source. It holds the quote, so that nothing else is wrong. */
function outside(path: string): void {
  writeFileSync(join(scratch, 'secret.md'), WIRE);
  edit('file: sources/wire.md', `file: ${path}`);
}
