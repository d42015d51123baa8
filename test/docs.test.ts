/**
 * The documentation, executed: links and anchors lead somewhere, example cases are valid, commands run, rule ids in test
 * titles exist and every rule of the case and the engine is tested, and the README shows the brief as it is.
 * `REFRESH=1 npx vitest run test/docs.test.ts` writes the brief into the README anew.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDiagnostic } from '@parley/core/case';
import { readCase } from '@parley/core/case-file';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PARLEY = join(ROOT, 'packages', 'parley', 'bin', 'parley.js');
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : filesUnder(path, ending);
    }
    return entry.name.endsWith(ending) ? [path] : [];
  });
const shown = (path: string): string => relative(ROOT, path);
const pages = filesUnder(ROOT, '.md');

interface Block {
  /** What stands after the fence: `sh`, `yaml case`. */
  readonly info: string;
  readonly text: string;
}

const FENCED = /^(`{3,})([^\n`]*)\n([^]*?)^\1[ \t]*$/gm;
const blocksOf = (page: string): Block[] =>
  [...readFileSync(page, 'utf8').matchAll(FENCED)].map(([, , info, text]) => ({ info: info!.trim(), text: text! }));

// --- links ------------------------------------------------------------------------------------------------------------

const prose = (page: string): string => readFileSync(page, 'utf8').replace(FENCED, '');

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of prose(page).matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)) {
    const words = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    let unique = anchor;
    for (let k = 1; anchors.has(unique); k++) unique = `${anchor}-${k}`;
    anchors.add(unique);
  }
  return anchors;
}

function linksOf(page: string): string[] {
  const text = prose(page).replace(/`[^`\n]*`/g, '');
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target]) => target!);
  const references = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target]) => target!);
  return [...inline, ...references].filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

function isBroken(page: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const target = path === '' ? page : resolve(dirname(page), decodeURIComponent(path));
  if (!existsSync(target)) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(decodeURIComponent(anchor));
}

describe('links', () => {
  test.each(pages.map(shown))('of %s lead somewhere', (name) => {
    const page = join(ROOT, name);
    expect(linksOf(page).filter((link) => isBroken(page, link))).toEqual([]);
  });
});

// --- example cases ----------------------------------------------------------------------------------------------------

function problemsOf(text: string): string[] {
  const { problems, warnings } = readCase(text);
  return [...problems, ...warnings].map(renderDiagnostic);
}

const guides = pages.filter((page) => blocksOf(page).some(({ info }) => /^yaml (?:case|part)$/.test(info)));

describe('example cases', () => {
  test.each(guides.map(shown))('%s: every whole case is read without problems', (name) => {
    for (const { info, text } of blocksOf(join(ROOT, name)))
      if (info === 'yaml case') expect(problemsOf(text), text).toEqual([]);
  });

  test.each(guides.map(shown))('%s: the parts together are a case without problems', (name) => {
    const parts = blocksOf(join(ROOT, name)).filter(({ info }) => info === 'yaml part');
    if (parts.length > 0) expect(problemsOf(parts.map(({ text }) => text).join('\n'))).toEqual([]);
  });
});

// --- commands ---------------------------------------------------------------------------------------------------------

const ARTICLES = {
  'one.txt': `Gate stays shut

The town of East keeps its gate shut until West has paid for the repair of the bridge. West answers that it pays nothing before the gate is open.
`,
  'two.html': `<!doctype html>
<html><head><title>Engineers to meet</title></head><body><nav><a href="/">Home</a></nav><article><h1>Engineers to meet</h1>
<p>West is ready to send its engineers, its council said on Friday. An agreed inspection of the bridge could be enough for both towns, people on both sides of the river say, though neither council has said so in public.</p>
<p>The toll is another matter. Only the mayors can settle it.</p></article></body></html>
`,
};

const scratch: string[] = [];
afterAll(() => scratch.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with the articles and, under git, the bundled cases: what a page's commands may name. */
function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-docs-'));
  scratch.push(folder);
  mkdirSync(join(folder, 'articles'));
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, 'articles', name), text);
  cpSync(join(ROOT, 'cases'), join(folder, 'cases'), { recursive: true });
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=docs', '-c', 'user.email=docs@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init');
  git('add', '.');
  git('-c', 'commit.gpgsign=false', 'commit', '-m', 'Cases');
  return folder;
}

/** What the tour tells the reader to do by hand: rows in place of the empty sections of a new case. */
function writeRows(folder: string, rows: string): void {
  const file = join(folder, 'my-case', 'case.yaml');
  const without = readFileSync(file, 'utf8').replace(/^(?:parties|options): \{\}$/gm, '');
  writeFileSync(file, `${without}\n${rows}`);
}

const COMMAND = /^npx parley\b/;
const commandPages = pages.filter(
  (page) =>
    /^(?:README\.md|docs\/)/.test(shown(page)) &&
    blocksOf(page).some(({ info, text }) => info === 'sh' && /^npx parley\b/m.test(text)),
);

describe('commands', () => {
  test.each(commandPages.map(shown))('of %s run, one after the other', (name) => {
    const blocks = blocksOf(join(ROOT, name));
    const folder = workplace();
    // A page that makes no case of its own works on the one it shows.
    const example = blocks.find(({ info }) => info === 'yaml case');
    if (example !== undefined) {
      mkdirSync(join(folder, 'my-case'));
      writeFileSync(join(folder, 'my-case', 'case.yaml'), example.text);
    }
    for (const { info, text } of blocks) {
      if (info === 'yaml tour') writeRows(folder, text);
      if (info !== 'sh') continue;
      for (const line of text.split('\n').filter((l) => COMMAND.test(l))) {
        const { status, stdout, stderr } = spawnSync(
          'sh',
          ['-c', line.replace(COMMAND, `"${process.execPath}" "${PARLEY}"`)],
          { cwd: folder, encoding: 'utf8' },
        );
        expect(status, `${line}\n${stdout}${stderr}`).toBe(0);
        // A warning in a guide would be a mistake of the guide, but a source that was just taken in has no date yet.
        expect(stderr, line).not.toMatch(/Something went wrong/);
      }
    }
  });

  test('the tour finds what the README says it finds', () => {
    const folder = workplace();
    const run = (...args: string[]): string =>
      execFileSync(process.execPath, [PARLEY, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    run('new', 'my-case', 'articles/one.txt', 'articles/two.html');
    writeRows(folder, blocksOf(join(ROOT, 'README.md')).find(({ info }) => info === 'yaml tour')!.text);
    const report = JSON.parse(run('blocks', 'my-case', '--json')) as { cycles: { exits: unknown[] }[] };
    expect(report.cycles.map((cycle) => cycle.exits.length)).toEqual([3]);
  });
});

// --- rules ------------------------------------------------------------------------------------------------------------

const RULE = String.raw`[CBMUP]\d+(?![\w+])`;

const written = new Set(
  [...readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8').matchAll(new RegExp(`^#{2,4} (${RULE})`, 'gm'))].map(
    ([, id]) => id!,
  ),
);

/** Titles of tests and groups in a file, also behind `.each(…)`. */
const TITLE =
  /\b(?:test|it|describe)(?:\.\w+)*(?:\((?:[^()]|\([^()]*\))*\))?\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g;

/** The rules a title begins with: `B2`, `B2, B3`, `C4 and C9`, `B2–B4`. */
function rulesIn(title: string): string[] {
  const [head] = new RegExp(`^(?:${RULE}(?:\\s*(?:,|/|and|–)\\s*)?)*`).exec(title)!;
  return [...head.matchAll(new RegExp(`(${RULE})(?:\\s*–\\s*[CBMUP]?(\\d+))?`, 'g'))].flatMap(([, from, to]) => {
    const first = Number(from!.slice(1));
    return Array.from({ length: Math.max(1, Number(to ?? first) - first + 1) }, (_, k) => `${from![0]}${first + k}`);
  });
}

const titles = filesUnder(ROOT, '.test.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(TITLE)].map(([, a, b, c]) => ({
    file: shown(file),
    title: a ?? b ?? c ?? '',
  })),
);

describe('rules', () => {
  test('a test title that begins with a rule names one that exists', () => {
    const unknown = titles.filter(({ title }) => rulesIn(title).some((id) => !written.has(id)));
    expect(unknown).toEqual([]);
  });

  const tested = new Set(titles.flatMap(({ title }) => rulesIn(title)));
  const expected = [
    ...Array.from({ length: 9 }, (_, k) => `C${k + 1}`),
    ...Array.from({ length: 10 }, (_, k) => `B${k + 1}`),
  ];

  test.each(expected)('%s is written down and named by the title of a test', (id) => {
    expect(written.has(id)).toBe(true);
    expect(tested.has(id), `no test title begins with ${id}`).toBe(true);
  });
});

// --- the brief in the README ------------------------------------------------------------------------------------------

const TRANSCRIPT = /(<!-- brief:start -->\n```text\n)([^]*?)(```\n<!-- brief:end -->)/;
const LINES = 45;

test('the README shows the beginning of the brief as it is', () => {
  const file = join(ROOT, 'README.md');
  const readme = readFileSync(file, 'utf8');
  // Not a terminal, so 100 columns and no colours.
  const brief = execFileSync(process.execPath, [PARLEY, 'brief'], { cwd: ROOT, encoding: 'utf8' });
  const beginning = `${brief.split('\n').slice(0, LINES).join('\n').trimEnd()}\n`;
  if (process.env['REFRESH'] !== undefined)
    writeFileSync(
      file,
      readme.replace(TRANSCRIPT, (_whole, start, __, end) => `${start}${beginning}${end}`),
    );
  expect(TRANSCRIPT.exec(readFileSync(file, 'utf8'))?.[2]).toBe(beginning);
});
