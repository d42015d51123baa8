import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAdded, type Additions } from './added.ts';
import { merge } from './into-case.ts';

const added = (text: string, additions: Additions): string => {
  const result = withAdded(text, additions);
  if (typeof result !== 'string') throw new Error(result.reason);
  return result;
};

describe('what is there stays, comment by comment', () => {
  test.each<[string, string, Additions, string]>([
    [
      'a row below the last of its section',
      'events:\n  e01: { what: One }   # the first\n\n# --- next ---\nissues: {}\n',
      { events: { e02: { what: 'Two' } } },
      'events:\n  e01: { what: One }   # the first\n  e02: { what: Two }\n\n# --- next ---\nissues: {}\n',
    ],
    [
      'a section that is not there',
      'parley: 1\nparties: {}   # none yet\n',
      { events: { e01: { what: 'One' } } },
      'parley: 1\nparties: {}   # none yet\n\nevents:\n  e01: { what: One }\n',
    ],
    [
      'rows of an empty section, whose comment stays on its line',
      'parties: {}   # none yet\n# more\n',
      { parties: { north: { name: 'North' } } },
      'parties:   # none yet\n  north: { name: North }\n# more\n',
    ],
    [
      'a section with nothing but comments in it',
      'events:\n  # e01: an example\nissues: {}\n',
      { events: { e01: { what: 'One' } } },
      'events:\n  e01: { what: One }\n  # e01: an example\nissues: {}\n',
    ],
    [
      'an alias in a map of one line',
      'parties:\n  north: { name: North, role: principal } # host?\n',
      { parties: { north: { aliases: ['the North'] } } },
      'parties:\n  north: { name: North, role: principal, aliases: [the North] } # host?\n',
    ],
    [
      'an alias among others, in either form of list',
      'a: { aliases: [x, y] }\nb:\n  aliases:\n    - x   # old\n    - y\n',
      { a: { aliases: ['z'] }, b: { aliases: ['z'] } },
      'a: { aliases: [x, y, z] }\nb:\n  aliases:\n    - x   # old\n    - y\n    - z\n',
    ],
    [
      'below a text of several lines',
      'events:\n  e01:\n    what: |\n      One\n      and more\n\nissues: {}\n',
      { events: { e02: { what: 'Two' } } },
      'events:\n  e01:\n    what: |\n      One\n      and more\n  e02: { what: Two }\n\nissues: {}\n',
    ],
    [
      'lines that end as they do on Windows',
      'events:\r\n  e01: { what: One }\r\n',
      { events: { e02: { what: 'Two' } } },
      'events:\r\n  e01: { what: One }\r\n  e02: { what: Two }\r\n',
    ],
    [
      'words that YAML would read otherwise',
      'events:\n  e01: { what: One }\n',
      { events: { e02: { what: 'no: “never”, he said', on: '2025-05-13', title: 'yes', text: '12' } } },
      'events:\n  e01: { what: One }\n  e02: { what: "no: “never”, he said", on: 2025-05-13, title: "yes", text: "12" }\n',
    ],
  ])('%s', (_, text, additions, expected) => {
    expect(added(text, additions)).toBe(expected);
  });

  test('a value is never overwritten, nor what stands for something elsewhere', () => {
    expect(withAdded('title: One\n', { title: 'Two' })).toMatchObject({ reason: expect.stringContaining('title') });
    expect(withAdded('a: &x { b: c }\nd: *x\n', { d: { e: 'f' } })).toMatchObject({
      reason: expect.stringContaining('alias'),
    });
  });
});

const CASES = join(import.meta.dirname, '../../../../../cases');
const texts = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => readFileSync(join(CASES, entry.name, 'case.yaml'), 'utf8'));

const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const row = fc.dictionary(
  fc.constantFrom('what', 'text', 'why', 'said'),
  fc.oneof(
    words,
    fc.array(words, { maxLength: 3 }),
    fc.array(fc.record({ source: words, quote: words }), { minLength: 1, maxLength: 2 }),
  ),
  { minKeys: 1 },
);
const section = fc.dictionary(fc.constantFrom('new-1', 'new-2', 'new-3'), row, { minKeys: 1 });

test('every case says what it said and what was added, and every line of it is still there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.dictionary(fc.constantFrom('events', 'positions', 'parties', 'happenings', 'of-its-own'), section, {
        minKeys: 1,
      }),
      (text, additions) => {
        const after = added(text, additions as Additions);
        const expected = parse(text) as Additions;
        for (const key of Object.keys(additions)) expected[key] ??= {};
        merge(expected, additions as Additions);
        expect(parse(after)).toEqual(expected);
        const lines = after.split('\n');
        let at = 0;
        for (const line of text.split('\n')) {
          // Only an empty section's own line may change.
          const found = lines.findIndex((one, k) => k >= at && (one === line || one === line.replace(/: *\{\}/, ':')));
          expect(found, `“${line}” is gone`).toBeGreaterThanOrEqual(0);
          at = found + 1;
        }
      },
    ),
    { numRuns: 40 },
  );
});
