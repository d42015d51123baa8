import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from './model.ts';
import type { Diagnostic } from './diagnostics.ts';
import { readCase, type Reading } from './read.ts';

const BUNDLED = readFileSync(new URL('../../../../cases/istanbul-2025/case.yaml', import.meta.url), 'utf8');

/** A case without mistakes; the tests below put mistakes into it. */
const GOOD = `parley: 1
title: Two neighbours
as-of: 2025-05-15
horizon: 2025-06-30
ranks: [envoy, minister]
sources:
  wire: { file: sources/wire.md, written: 2025-05-14, reliability: B2 }
parties:
  north:
    people: { anna: { name: Anna, rank: minister } }
  south: { role: [principal, host], people: { ben: { name: Ben, rank: envoy } } }
options:
  north: { withdraws: North withdraws, talks: { text: North talks, reversible: no } }
  south: { withdraws: South withdraws, talks: South talks }
happenings:
  truce: { text: a truce, rate: 0.1 to 0.3 }
facts:
  quiet: north.withdraws and south.withdraws
impossible:
  - north.withdraws and declined(north.talks)
status-quo: { north.talks: yes }
preconditions:
  p01: { holder: south, step: truce, needs: quiet, firmness: 0.2 to 0.4, said: [{ source: wire, quote: first quiet }] }
  p02: { holder: [north, south], step: border = moved, needs: not truce, timing: together }
relaxations:
  r01: { of: p01, needs: north.withdraws, cost: 0.1 }
meetings:
  summit: { when: north.talks and south.talks, heads: { north: anna, south: ben } }
issues:
  border: { values: [kept, moved], needs: minister }
positions:
  q01: { party: north, issue: border, value: moved }
events:
  e01: { on: 2025-05-12, what: South refuses, who: ben, sets: { south.talks: no } }
  e02: { what: South comes round, after: e01, sets: { south.talks: yes } }
scenarios:
  s01: { title: A truce, when: truce, by: 2025-06-01, likelihood: [{ source: wire, quote: hardly, range: 0.1 to 0.3 }] }
`;

test('a file without mistakes gives a case', () => {
  const reading = readCase(GOOD);
  expect(reading.problems).toEqual([]);
  expect(reading.warnings).toEqual([]);
  expect(caseOf(GOOD)).toMatchObject({ title: 'Two neighbours', asOf: '2025-05-15', horizon: '2025-06-30' });
});

test('the bundled case gives a case, without a warning', () => {
  expect(readCase(BUNDLED)).toMatchObject({ problems: [], warnings: [], case: { asOf: '2025-05-15' } });
});

test('line ends and a byte-order mark make no difference', () => {
  const whole = JSON.stringify(caseOf(GOOD), withMaps);
  expect(JSON.stringify(caseOf(GOOD.replaceAll('\n', '\r\n')), withMaps)).toBe(whole);
  expect(JSON.stringify(caseOf(`\uFEFF${GOOD}`), withMaps)).toBe(whole);
});

describe('all mistakes of a file are told at once, each at its words', () => {
  const mistaken = edited(
    ['parley: 1', 'parley: 2'],
    ['title: Two neighbours', 'titel: Two neighbours'],
    ['2025-06-30', '2025-06-31'],
    ['reliability: B2', 'reliability: G7'],
    ['reversible: no', 'reversable: no'],
    ['rate: 0.1 to 0.3', 'rate: 0.1 to 3'],
    ['and south.withdraws\nimpossible', 'and south.withdrws\nimpossible'],
    ['firmness: 0.2 to 0.4', 'firmness: 0.4 to 0.2'],
    ['source: wire, quote: first', 'source: wier, quote: first'],
    ['step: border = moved', 'step: border = movd'],
    ['timing: together', 'timing: togther'],
    ['of: p01', 'of: p10'],
    ['heads: { north: anna', 'heads: { north: ana'],
    ['needs: minister', 'needs: ministre'],
    ['who: ben', 'who: bne'],
    ['what: South comes round', 'waht: South comes round'],
    ['when: truce', 'when: truce and'],
    ['range: 0.1 to 0.3', 'range: soon'],
  );
  const found = readCase(mistaken);

  test.each([
    ['wrong-value', '2', 'Possible are: 1'],
    ['unknown-key', 'titel', 'Did you mean “title”?'],
    ['date', '2025-06-31', 'there is no 31 in 2025-06'],
    ['wrong-type', 'G7', 'An Admiralty code such as B2'],
    ['unknown-key', 'reversable', 'Did you mean “reversible”?'],
    ['quantity', '0.1 to 3', 'a chance lies between 0 and 1'],
    ['unknown-name', 'south.withdrws', 'Did you mean “south.withdraws”?'],
    ['quantity', '0.4 to 0.2', 'write `0.2 to 0.4`'],
    ['unknown-name', 'wier', 'Did you mean “wire”?'],
    ['unknown-name', 'movd', 'Did you mean “moved”?'],
    ['wrong-value', 'togther', 'Did you mean “together”?'],
    ['unknown-name', 'p10', 'Did you mean “p01”?'],
    ['unknown-name', 'ana', 'Did you mean “anna”?'],
    ['unknown-name', 'ministre', 'Did you mean “minister”?'],
    ['unknown-name', 'bne', 'Did you mean “ben”?'],
    ['unknown-key', 'waht', 'Did you mean “what”?'],
    ['missing-key', 'e02', '“what” is missing'],
    ['expression-syntax', undefined, 'missing at the end'],
    ['quantity', 'soon', 'write a number'],
  ])('%s at %s: %s', (code, words, advice) => {
    const here = found.problems.filter((d) => d.code === code && (words === undefined || covered(d).startsWith(words)));
    expect(here).toHaveLength(1);
    expect(here[0]!.message).toContain(advice);
    expectInside(here[0]!, mistaken);
  });

  test('and nothing else', () => {
    expect(found.problems).toHaveLength(19);
    expect(found.case).toBeUndefined();
  });

  test('in the order of the file', () => {
    const places = found.problems.map((d) => d.place.line * 1000 + d.place.column);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('the places are the same with Windows line ends', () => {
    const place = ({ place: { line, column, length } }: Diagnostic): string => `${line}:${column}+${length}`;
    expect(readCase(mistaken.replaceAll('\n', '\r\n')).problems.map(place)).toEqual(found.problems.map(place));
  });

  test('several keys that cannot stand in one row are told one by one', () => {
    const problems = problemsOf(edited(['of: p01', 'foo: 1, of: p01, bar: 2']));
    expect(problems.map((d) => [d.code, covered(d)])).toEqual([
      ['unknown-key', 'foo'],
      ['unknown-key', 'bar'],
    ]);
  });

  test('a mistake in a row does not make others of what names the row', () => {
    expect(problemsOf(edited(['truce: { text: a truce,', 'truce: { txt: a truce,'])).map((d) => d.code)).toEqual([
      'missing-key',
      'unknown-key',
    ]);
  });
});

describe('a place points into the words of a condition', () => {
  test.each([
    ['plain', '  quiet: north.withdraws and sooth.withdraws'],
    ['quoted', '  quiet: "north.withdraws and sooth.withdraws"'],
    ['quoted after a space', "  quiet:    'north.withdraws and sooth.withdraws'"],
    ['in a row of its own', '  quiet: { that: north.withdraws and sooth.withdraws }'],
    ['as a block on one line', '  quiet: >-\n    north.withdraws and sooth.withdraws'],
  ])('%s', (_, line) => {
    const [problem] = problemsOf(edited(['  quiet: north.withdraws and south.withdraws', line]));
    expect(problem).toMatchObject({ code: 'unknown-name' });
    expect(covered(problem!)).toBe('sooth.withdraws');
  });

  test('where lines are folded, at least at its beginning', () => {
    const text = edited([
      '  quiet: north.withdraws and south.withdraws',
      '  quiet: north.withdraws\n    and sooth.withdraws',
    ]);
    expect(problemsOf(text)).toMatchObject([{ code: 'unknown-name', place: { line: 18, column: 10 } }]);
  });
});

describe('C1 every id stands for one thing', () => {
  test.each([
    ['a key that stands twice', ['horizon: 2025-06-30', 'title: Again'], 'title', 'first on line 2'],
    ['a row that stands twice', ['  p02:', '  p01:'], 'p01', 'first on line 23'],
    ['a fact named as a happening', ['  quiet: north', '  truce: north'], 'truce', 'first as a happening'],
    ['a person of two parties', ['people: { ben:', 'people: { anna:'], 'anna', 'first among the people of north'],
    ['a person named as a party', ['people: { ben:', 'people: { north:'], 'north', 'first as a party'],
    [
      'a value that stands twice',
      ['values: [kept, moved]', 'values: [kept, moved, kept]'],
      '[kept, moved, kept]',
      'first in this list',
    ],
    ['two numbers alike', ['when: north.talks and south.talks', 'id: i01'], 'i01', 'first as the id of'],
  ])('%s', (_, replacement, words, first) => {
    const text = edited(replacement as [string, string]).replace(
      'issues:\n  border: {',
      'issues:\n  border: { id: i01,',
    );
    const problem = problemsOf(text).find((d) => d.code === 'duplicate-id');
    expect(problem?.message).toContain(first);
    expect(covered(problem!)).toBe(words);
    expectInside(problem!, text);
  });

  test.each([
    ['rows of `impossible`', 'impossible:\n  - { id: one, that: quiet }\n  - { id: one, that: truce }\n'],
    [
      'a row of `impossible` with the number of another',
      'impossible:\n  - { id: impossible-2, that: quiet }\n  - truce\n',
    ],
  ])('%s', (_, rows) => {
    const text = GOOD.replace(/impossible:\n.*\n/, rows);
    expect(problemsOf(text)).toMatchObject([{ code: 'duplicate-id', place: { line: 21 } }]);
  });

  test('statements, whoever makes them', () => {
    const text = `${GOOD}preferences:\n  north: { statements: [{ id: quiet-first, that: quiet }] }\n  south: { statements: [truce, { id: quiet-first, that: quiet }] }\n`;
    expect(problemsOf(text)).toMatchObject([{ code: 'duplicate-id', message: expect.stringContaining('quiet-first') }]);
  });

  test.each(['Upper', '-x', 'x_y', 'x y', 'ä', '__proto__'])('“%s” is no id', (id) => {
    const problems = problemsOf(edited(['  p02:', `  ${id}:`]));
    expect(problems).toMatchObject([{ code: 'not-an-id', place: { line: 24, column: 3 } }]);
  });

  test.each(['constructor', 'tostring', 'hasownproperty', 'prototype', 'valueof'])(
    '“%s” is an id like any other',
    (id) => {
      expect(readCase(edited(['  p02:', `  ${id}:`])).case?.preconditions.has(id)).toBe(true);
    },
  );

  test.each(['and', 'declined', 'before', 'yes'])('C8 “%s” names nothing that a condition can ask for', (word) => {
    expect(problemsOf(edited(['  quiet: north', `  ${word}: north`])).map((d) => d.code)).toContain('reserved-word');
    expect(problemsOf(edited(['withdraws: South', `${word}: South`])).map((d) => d.code)).toContain('reserved-word');
  });
});

describe('C2 names stand for what they are', () => {
  test.each([
    ['an issue without a value', ['needs: not truce', 'needs: not border'], 'issue-without-value', 'border = kept'],
    ['a party as a condition', ['needs: not truce', 'needs: north'], 'wrong-kind-of-name', 'is a party'],
    ['a happening with a value', ['needs: not truce', 'needs: truce = yes'], 'wrong-kind-of-name', 'is a happening'],
    [
      'a happening that is declined',
      ['needs: not truce', 'needs: declined(truce)'],
      'wrong-kind-of-name',
      'an option is expected',
    ],
    [
      'can-meet of no meeting',
      ['needs: not truce', 'needs: can-meet(truce)'],
      'wrong-kind-of-name',
      'a meeting is expected',
    ],
    ['a fact as a step', ['step: truce', 'step: quiet'], 'ambiguous-step', 'a fact is not taken by anybody'],
    ['two steps at once', ['step: truce', 'step: truce or summit'], 'ambiguous-step', 'a step is one option'],
    ['an option of nobody', ['step: truce', 'step: east.talks'], 'unknown-name', 'There is no option'],
    [
      'a weight of nothing',
      ['positions:', 'influences: { i: { weight: { bordre: 1 } } }\npositions:'],
      'unknown-name',
      'Did you mean “border”?',
    ],
    ['a signal of nothing', ['who: ben,', 'who: ben, signals: { p09.firmness: 2 },'], 'unknown-name', 'p09.firmness'],
    [
      'a ratifier that is no party',
      ['positions:', 'ratifiers: { senate: { of: north, accepts-if: truce } }\npositions:'],
      'unknown-name',
      'There is no party “senate”',
    ],
  ])('%s', (_, replacement, code, advice) => {
    const text = edited(replacement as [string, string]);
    const [problem] = problemsOf(text);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(advice);
    expectInside(problem!, text);
  });
});

describe('C2 facts rest on something else in the end', () => {
  test.each([
    ['itself', 'quiet: not quiet', 'quiet → quiet'],
    ['one another', 'quiet: calm\n  calm: not quiet or truce', 'quiet → calm → quiet'],
    ['one another, in the order they are used', 'a: c\n  b: a\n  c: b', 'a → c → b → a'],
    ['ever', 'quiet: ever(quiet)', 'quiet → quiet'],
    ['what a meeting needs', 'quiet: can-meet(talks)', 'quiet → talks → quiet'],
    ['what a meeting needs that needs another', 'quiet: can-meet(more)', 'quiet → more → talks → quiet'],
  ])('a fact defined by %s is an error', (_, facts, way) => {
    const text = edited(
      ['  quiet: north.withdraws and south.withdraws', `  ${facts}`],
      ['  summit: {', '  talks: { when: quiet }\n  more: { when: can-meet(talks) }\n  summit: {'],
      ['needs: quiet', 'needs: truce'],
    ).replace('when: quiet }', /^[abc]:/.test(facts) ? 'when: truce }' : 'when: quiet }');
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ code: 'fact-cycle', place: { line: 18, column: 3 } });
    expect(problem!.message).toContain(`${way}.`);
  });

  test('meetings that wait for one another to be possible are an error too', () => {
    const text = edited(['  summit: {', '  one: { when: can-meet(two) }\n  two: { when: can-meet(one) }\n  summit: {']);
    expect(problemsOf(text)).toMatchObject([
      { code: 'fact-cycle', message: expect.stringContaining('one → two → one') },
    ]);
  });

  test('that a meeting has taken place is no definition of it', () => {
    const text = edited(
      ['  summit: { when: north.talks', '  summit: { when: fresh and north.talks'],
      ['  quiet:', '  fresh: not summit\n  quiet:'],
    );
    expect(problemsOf(text)).toEqual([]);
  });

  test('a chain of facts may be a hundred long', () => {
    const chain = (length: number): string =>
      edited([
        '  quiet: north',
        `${Array.from({ length: length - 1 }, (_, k) => `  f${k}: f${k + 1}\n`).join('')}  f${length - 1}: truce\n  quiet: north`,
      ]);
    expect(problemsOf(chain(100))).toEqual([]);
    expect(problemsOf(chain(101))).toMatchObject([
      { code: 'definition-depth', message: expect.stringContaining('“f0”') },
    ]);
    expect(problemsOf(chain(20_000))).toMatchObject([{ code: 'definition-depth' }]);
  });
});

describe('C3 a status quo that cannot be is an error', () => {
  test('told at the rule, with what makes it so', () => {
    const text = edited(['status-quo: { north.talks: yes }', 'status-quo: { north.withdraws: yes, north.talks: no }']);
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ code: 'impossible-status-quo' });
    expect(covered(problem!)).toBe('north.withdraws and declined(north.talks)');
    expect(problem!.message).toContain('north.withdraws: yes, north.talks: no');
  });

  test('also when events made it so, and not when they only plan to', () => {
    const events = (kind: string): string =>
      edited([
        'events:',
        `events:\n  e00: { what: both, kind: ${kind}, sets: { north.withdraws: yes, north.talks: no } }`,
      ]);
    expect(problemsOf(events('happened'))).toMatchObject([{ code: 'impossible-status-quo' }]);
    expect(problemsOf(events('plan'))).toEqual([]);
  });
});

describe('C9 which of two settings came last must be known', () => {
  const twice = (first: string, second: string): string =>
    edited([
      / {2}e01[^]*?\nscenarios/.exec(GOOD)![0],
      `  e01: { what: no, ${first} sets: { south.talks: no } }\n  e02: { what: yes, ${second} sets: { south.talks: yes } }\nscenarios`,
    ]);

  test('a disputed order is an error', () => {
    const [problem] = problemsOf(twice('after: e02,', 'after: e01,'));
    expect(problem).toMatchObject({ code: 'order-of-settings' });
    expect(problem!.message).toContain('south.talks');
  });

  test('an order that nobody tells is a warning', () => {
    const reading = readCase(twice('', ''));
    expect(reading.problems).toEqual([]);
    expect(reading.warnings).toMatchObject([{ code: 'order-unknown', severity: 'warning' }]);
  });

  test.each([
    ['dates', 'on: 2025-05-10,', 'on: 2025-05-11,'],
    ['a claim', '', 'after: e01,'],
    ['dates, though a claim contradicts them,', 'on: 2025-05-10, after: e02,', 'on: 2025-05-11,'],
  ])('%s settle it', (_, first, second) => {
    expect(readCase(twice(first, second))).toMatchObject({ problems: [], warnings: [] });
  });

  test('a third one is not overlooked: it may have come before the first or after the last', () => {
    const text = twice('on: 2025-05-10,', 'on: 2025-05-11,').replace(
      'events:',
      'events:\n  e00: { what: no, sets: { south.talks: no } }',
    );
    expect(readCase(text).warnings).toMatchObject([
      { code: 'order-unknown', message: expect.stringContaining('e00 and e02') },
    ]);
  });

  test('the same setting twice needs no order', () => {
    expect(readCase(twice('', '').replace('south.talks: yes }', 'south.talks: no }'))).toMatchObject({
      problems: [],
      warnings: [],
    });
  });

  test('a horizon before the as-of date is an error', () => {
    expect(problemsOf(edited(['2025-06-30', '2025-05-14']))).toMatchObject([
      { code: 'disagreeing-dates', place: { line: 4, column: 10 } },
    ]);
  });
});

describe('C4 a source without a date', () => {
  test('counts as known, with a warning at its name', () => {
    const reading = readCase(edited([', written: 2025-05-14', '']));
    expect(reading.problems).toEqual([]);
    expect(reading.warnings.map((d) => [d.code, covered(d)])).toEqual([['source-undated', 'wire']]);
  });
});

describe('C7 positions give values of their issue', () => {
  test.each([
    ['value: moved', 'value: mooved', 'Did you mean “moved”?'],
    ['issue: border', 'issue: bordre', 'Did you mean “border”?'],
    ['party: north, issue', 'party: [north, suoth], issue', 'Did you mean “south”?'],
  ])('%s written as %s', (good, bad, advice) => {
    expect(problemsOf(edited([good, bad]))).toMatchObject([
      { code: 'unknown-name', message: expect.stringContaining(advice) },
    ]);
  });

  test('not reported is a position', () => {
    expect(caseOf(edited(['value: moved', 'value: not reported'])).positions.get('q01')?.value).toBe('not-reported');
  });

  test('an issue of one value has one at the outset', () => {
    const list = edited(['values: [kept, moved],', 'values: [kept, moved], status-quo: [kept, moved],']);
    expect(problemsOf(list)).toMatchObject([{ code: 'wrong-type', message: expect.stringContaining('One value') }]);
    expect(problemsOf(list.replace('border: {', 'border: { kind: set,'))).toEqual([]);
  });
});

describe('a file that is no case at all', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from('bcdefghi', (name, k) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[k]}`).join(', ')}]`),
  ].join('\n');
  test.each([
    ['nothing', '', 'empty-case', 1, 1],
    ['blank lines', '\n\n  \n', 'empty-case', 1, 1],
    ['comments only', '# nothing yet\n', 'empty-case', 1, 1],
    ['null', '~\n', 'empty-case', 1, 1],
    ['a word', 'hello', 'wrong-type', 1, 1],
    ['a list', '\n- parley\n', 'wrong-type', 2, 1],
    ['two documents', `${GOOD}---\n${GOOD}`, 'yaml-syntax', 38, 1],
    ['a hundred thousand documents', '---\n'.repeat(100_000), 'yaml-syntax', 2, 1],
    ['an open bracket', 'parley: [1', 'yaml-syntax', 1, 11],
    ['a tab', 'parley: 1\n\ttitle: x', 'yaml-syntax', 2, 1],
    ['a bomb of aliases', bomb, 'yaml-alias', 2, 8],
    ['a bomb after words that look like aliases', `title: Q&A *now\n${bomb}`, 'yaml-alias', 3, 8],
    ['an alias of nothing', 'title: *nothing\n', 'yaml-alias', 1, 8],
    ['an alias within what it stands for', 'parties: &all\n  north: *all\n', 'yaml-alias', 2, 10],
    ['a hundred thousand open brackets', '['.repeat(100_000), 'yaml-depth', 1, 105],
    ['a hundred thousand closed brackets', '['.repeat(100_000) + ']'.repeat(100_000), 'yaml-depth', 1, 105],
    ['a hundred thousand maps', '{a: '.repeat(100_000), 'yaml-depth', 1, 414],
    ['a hundred thousand lists', `${'- '.repeat(100_000)}x`, 'yaml-depth', 1, 208],
    ['a hundred thousand keys', '? '.repeat(100_000), 'yaml-depth', 1, 208],
    ['a hundred thousand tags', `${'!!a '.repeat(100_000)}x`, 'yaml-syntax', 1, 5],
    [
      'ever deeper lines',
      Array.from({ length: 1400 }, (_, k) => `${' '.repeat(k)}a:`).join('\n'),
      'yaml-depth',
      104,
      105,
    ],
  ])(
    '%s',
    (_, text, code, line, column) => {
      const reading = readCase(text);
      expect(reading.case).toBeUndefined();
      expect(reading.problems[0]).toMatchObject({ code, place: { line, column } });
      expectInside(reading.problems[0]!, text);
    },
    10_000,
  );
});

describe('a large file is read or refused in seconds', () => {
  const many = (count: number, row: (k: number) => string): string =>
    Array.from({ length: count }, (_, k) => row(k)).join('');
  const short = GOOD.replace(/events:\n(.*\n)*scenarios:\n.*\n/, '');
  test.each<[string, string, 'a case' | 'problems']>([
    ['5 000 events', `${short}events:\n${many(5000, (k) => `  e${k}: { what: x }\n`)}`, 'a case'],
    [
      '5 000 events on different days',
      `${short}events:\n${many(5000, (k) => `  e${k}: { what: x, on: ${1000 + (k % 1000)}-0${1 + (k % 9)}-1${k % 10} }\n`)}`,
      'a case',
    ],
    [
      '5 000 events that set one option to and fro',
      `${short}events:\n${many(5000, (k) => `  e${k}: { what: x, sets: { south.talks: ${k % 2 === 0 ? 'no' : 'yes'} } }\n`)}`,
      'a case',
    ],
    [
      '5 000 events, each after the last',
      `${short}events:\n${many(5000, (k) => `  e${k}: { what: x, after: e${Math.max(0, k - 1)}, sets: { south.talks: ${k % 2 === 0 ? 'no' : 'yes'} } }\n`)}`,
      'a case',
    ],
    ['20 000 facts', `${GOOD.replace('  quiet:', `${many(20_000, (k) => `  f${k}: truce\n`)}  quiet:`)}`, 'a case'],
    [
      '5 000 unknown names',
      `${GOOD.replace('  quiet:', `${many(5000, (k) => `  f${k}: g${k}\n`)}  quiet:`)}`,
      'problems',
    ],
    [
      '20 000 rows of the wrong kind',
      `${GOOD.replace('relaxations:', `${many(20_000, (k) => `  x${k}: 1\n`)}relaxations:`)}`,
      'problems',
    ],
    ['20 000 unknown keys', many(20_000, (k) => `x${k}: 1\n`) + GOOD, 'problems'],
    ['20 000 times one key', many(20_000, () => 'title: x\n') + GOOD, 'problems'],
    [
      'one mistaken row, a hundred times by alias',
      `${GOOD.replace('relaxations:', `  x: &x { ${many(5000, (k) => `k${k}: 1, `)} }\n${many(99, (k) => `  x${k}: *x\n`)}relaxations:`)}`,
      'problems',
    ],
  ])('%s', (_, text, outcome) => {
    expect(text.length).toBeLessThan(1_000_000);
    const began = performance.now();
    const reading = readCase(text);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(reading.case === undefined ? 'problems' : 'a case').toBe(outcome);
    expect(reading.problems.length).toBeLessThanOrEqual(250);
  });
});

describe('whatever the file, there is a case, or a problem with a place in it', () => {
  function check(text: string): Reading {
    const reading = readCase(text);
    expect(reading.problems.length > 0).toBe(reading.case === undefined);
    for (const problem of [...reading.problems, ...reading.warnings]) expectInside(problem, text);
    return reading;
  }

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void check(new TextDecoder().decode(bytes))),
      { numRuns: 1000 },
    );
  });

  test('random characters of YAML', () => {
    const signs = fc.constantFrom(
      ...Array.from('[]{}:,-?!&*|>\'"%@`# \n\tab1'),
      'parley: 1\n',
      'parties: ',
      '\n  ',
      '- ',
      ': ',
      '&a ',
      '*a ',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => void check(parts.join(''))),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['a small case', GOOD, 300],
    ['the bundled case', BUNDLED, 15],
  ])('%s with characters deleted, put in or exchanged', (_, text, numRuns) => {
    let refused = 0;
    fc.assert(
      fc.property(mutations(text), (mutated) => {
        if (check(mutated).case === undefined) refused++;
      }),
      { numRuns },
    );
    // Enough of them break the file for the above to be put to the test.
    expect(refused).toBeGreaterThan(numRuns / 5);
  });
});

// --- reading ----------------------------------------------------------------------------------------------------------

/** The good case with words replaced; every replacement must find its words. */
function edited(...replacements: [from: string, to: string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the case: ${from}`);
    return text.replace(from, () => to);
  }, GOOD);
}

const problemsOf = (text: string): Reading['problems'] => readCase(text).problems;

function caseOf(text: string): Case {
  const reading = readCase(text);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}

const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

/** The words that a problem points at. */
const covered = ({ place: { lineText, column, length } }: Diagnostic): string =>
  lineText.slice(column - 1, column - 1 + length);

function expectInside({ place }: Diagnostic, text: string): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const line = lines[place.line - 1]?.replace(/\r$/, '');
  expect(line).toBeDefined();
  expect(place.lineText).toBe(line);
  expect(place.column).toBeGreaterThanOrEqual(1);
  // One beyond the last character: where something is missing.
  expect(place.column - 1 + place.length).toBeLessThanOrEqual(line!.length + (place.length === 0 ? 1 : 0));
}

function mutations(text: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  const change = fc.oneof(
    fc.tuple(at, fc.integer({ min: 1, max: 8 })).map(
      ([k, n]) =>
        (t: string) =>
          t.slice(0, k) + t.slice(k + n),
    ),
    fc
      .tuple(
        at,
        fc.oneof(
          fc.string({ maxLength: 4 }),
          fc.constantFrom('\n', '  ', '{', ']', '"', ': ', '- ', '&x ', '*x', '---\n', '\0', '\uD800'),
        ),
      )
      .map(
        ([k, words]) =>
          (t: string) =>
            t.slice(0, k) + words + t.slice(k),
      ),
    fc.tuple(at, at).map(([a, b]) => (t: string) => {
      const [i, j] = [Math.min(a, b, t.length), Math.min(Math.max(a, b), t.length)];
      return i === j ? t : t.slice(0, i) + (t[j] ?? '') + t.slice(i + 1, j) + (t[i] ?? '') + t.slice(j + 1);
    }),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((t, apply) => apply(t), text));
}
