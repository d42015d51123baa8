import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256, folderFiles } from '../store/files.ts';
import { checkCase } from './check.ts';
import { newCase } from './new-case.ts';
import { UsageError } from './usage.ts';

const TODAY = '2025-05-20';
const PAGE = `<!doctype html><html><head><title>Envoys meet &amp; part</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Envoys meet &amp; part</h1>
<p>The two envoys met in the customs house on Monday &mdash; for the first time in a year. They spoke for two hours.</p>
<p>&ldquo;Nothing moves before the guns are silent,&rdquo; the northern envoy said. Her counterpart replied that silence was a matter for the talks.</p>
<p>A further meeting is planned for Friday. Neither side would say who is going to lead its team, and the hosts did not expect a breakthrough.</p>
</article><footer>All rights reserved. Terms of use.</footer></body></html>`;

let folder: string;
const at = (...parts: string[]): string => join(folder, ...parts);
const article = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a new case', () => {
  test('takes articles in, is accepted by check, and offsets of what is set aside point into the original', async () => {
    const text =
      'Envoys meet\n# Envoys meet\nThe envoys met on Monday. They spoke for two hours .AP News+3Reuters+3\nNo comments\n';
    const page = Buffer.from(PAGE);
    const result = await newCase(at('case'), [article('one.txt', text), article('two.html', page)], TODAY);

    expect(result.case).toBe(at('case', 'case.yaml'));
    expect(result.sources.map((s) => [s.id, s.file, s.sha256])).toEqual([
      ['a', 'sources/one.txt', sha256(text)],
      ['b', 'sources/two.txt', sha256(page)],
    ]);
    expect(result.sources[0]!.setAside.map((s) => [s.why, text.slice(s.start, s.end).trim()])).toEqual([
      ['doubled title', '# Envoys meet'],
      ['citation residue', expect.stringContaining('AP News+3Reuters+3')],
      ['page furniture', 'No comments'],
    ]);
    const aside = result.sources[1]!.setAside.map((s) => PAGE.slice(s.start, s.end)).join('\n');
    expect(aside).toContain('Sport');
    expect(aside).not.toContain('guns');
    expect(readFileSync(at('case', 'sources/one.txt'), 'utf8')).toBe(text);
    expect(readFileSync(at('case', 'sources/two.html'))).toEqual(page);
    expect(readFileSync(at('case', 'sources/two.txt'), 'utf8')).toContain(
      '“Nothing moves before the guns are silent,” the northern envoy said.',
    );
    const spans = JSON.parse(readFileSync(at('case', 'sources/one.spans.json'), 'utf8')) as {
      sentences: { start: number; end: number; paragraph: number }[];
    };
    expect(spans.sentences.map((s) => text.slice(s.start, s.end))).toContain('The envoys met on Monday.');
    expect((await checkCase(folderFiles(at('case')))).problems).toEqual([]);
  });

  test('does not change when the same files are given again, whatever they are called', async () => {
    const one = article('one.txt', 'The envoys met on Monday.');
    const two = article('two.html', PAGE);
    await newCase(at('case'), [one, two], TODAY);
    const before = contents(at('case'));
    const again = await newCase(at('case'), [two, one, article('copy.txt', 'The envoys met on Monday.')], TODAY);
    expect(again.sources.map((s) => [s.id, s.known])).toEqual([
      ['b', true],
      ['a', true],
      ['a', true],
    ]);
    expect(contents(at('case'))).toEqual(before);
  });

  test('takes further articles in and keeps what was written by hand', async () => {
    await newCase(at('case'), [article('one.txt', 'The envoys met on Monday.')], TODAY);
    const file = at('case', 'case.yaml');
    const edited = readFileSync(file, 'utf8').replace(
      'parties: {}',
      'parties:\n  north: { name: Northland } # by hand\n',
    );
    writeFileSync(file, edited);
    await newCase(at('case'), [article('one.md', 'They parted on Tuesday.')], TODAY);
    const now = readFileSync(file, 'utf8');
    expect(now).toContain('north: { name: Northland } # by hand');
    expect(now).toContain('  b:\n    file: sources/one-2.md');
    expect((await checkCase(folderFiles(at('case')))).problems).toEqual([]);
  });

  test('may begin without any article', async () => {
    await newCase(at('case'), [], TODAY);
    expect((await checkCase(folderFiles(at('case')))).problems).toEqual([]);
    await newCase(at('case'), [article('one.txt', 'The envoys met on Monday.')], TODAY);
    expect((await checkCase(folderFiles(at('case')))).open?.sources.size).toBe(1);
  });
});

describe('nothing is written when an article', () => {
  const refused: [string, string | Uint8Array, string][] = [
    ['is binary', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x00]), 'PDF'],
    ['is not UTF-8', Buffer.from([0x54, 0x68, 0xff, 0xfe, 0x21]), 'UTF-8'],
    ['has no text', ' \n\t\n', 'No text'],
    ['nests a hundred thousand elements', `<html><body>${'<div>'.repeat(100_000)}x`, 'deep'],
  ];
  test.each(refused)('%s', async (_, content, said) => {
    const good = article('good.txt', 'The envoys met on Monday.');
    const bad = article(typeof content === 'string' && content.startsWith('<') ? 'bad.html' : 'bad.txt', content);
    const attempt = newCase(at('case'), [good, bad], TODAY);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(said);
    expect(existsSync(at('case'))).toBe(false);
  });

  test('is not there', async () => {
    await expect(newCase(at('case'), [at('nowhere.txt')], TODAY)).rejects.toThrow('There is no file');
    expect(existsSync(at('case'))).toBe(false);
  });

  test('is to be added to a case whose YAML is broken', async () => {
    await newCase(at('case'), [], TODAY);
    writeFileSync(at('case', 'case.yaml'), 'parties: {');
    const before = contents(at('case'));
    await expect(newCase(at('case'), [article('one.txt', 'The envoys met on Monday.')], TODAY)).rejects.toThrow(
      UsageError,
    );
    expect(contents(at('case'))).toEqual(before);
  });
});

const seeds = resolve(import.meta.dirname, '../../../../../shared/seeds');
describe.skipIf(!existsSync(seeds))('the five founding accounts (skipped where their folder is absent)', () => {
  test('give a case that check accepts, with the residue of each set aside at its true place', async () => {
    const files = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .toSorted();
    const result = await newCase(
      at('case'),
      files.map((name) => join(seeds, name)),
      TODAY,
    );
    expect((await checkCase(folderFiles(at('case')))).problems).toEqual([]);
    const aside = result.sources.map((source, k) => {
      const text = readFileSync(join(seeds, files[k]!), 'utf8');
      return source.setAside.map((s) => [s.why, text.slice(s.start, s.end).trim()]);
    });
    expect(aside[0]).toEqual([]);
    expect(aside[1]).toEqual([]);
    expect(aside[2]).toEqual([['page furniture', 'Related Sources:']]);
    expect(aside[3]!.map(([why]) => why)).toEqual(Array.from({ length: 4 }, () => 'citation residue'));
    expect(aside[3]![0]![1]).toContain('The Times+3AP News+3Financial Times+3');
    expect(aside[3]![1]![1]).toContain('euronews+2The Times+2Financial Times+2SBS Australia');
    expect(aside[4]).toEqual([
      ['doubled title', '# Ukraine-Russia Peace Talks: A High-Stakes Diplomatic Gamble'],
      ['page furniture', 'No comments'],
    ]);
  });
});

function contents(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => [
      join(entry.parentPath, entry.name),
      sha256(readFileSync(join(entry.parentPath, entry.name))),
    ]),
  );
}
