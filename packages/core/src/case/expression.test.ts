import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen, type When } from './dates.ts';
import { holds, type World } from './evaluate.ts';
import { formatExpression, isExpressionError, parseExpression, RESERVED, type Expression } from './expression.ts';
import type { Fact, Meeting } from './model.ts';

describe('C8 precedence: not, and, or, if … then, iff', () => {
  test.each([
    ['not a and b', '(not a) and b', 'not (a and b)'],
    ['not a or b', '(not a) or b', 'not (a or b)'],
    ['a or b and c', 'a or (b and c)', '(a or b) and c'],
    ['a and b or c', '(a and b) or c', 'a and (b or c)'],
    ['if a then b and c', 'if a then (b and c)', '(if a then b) and c'],
    ['if a or b then c', 'if (a or b) then c', 'a or (if b then c)'],
    ['if a then if b then c', 'if a then (if b then c)', 'if (if a then b) then c'],
    ['if a then b iff c', '(if a then b) iff c', 'if a then (b iff c)'],
    ['if a iff b then c', 'if (a iff b) then c', 'a iff (if b then c)'],
    ['a or b iff c', '(a or b) iff c', 'a or (b iff c)'],
    ['a and b iff c or a', '(a and b) iff (c or a)', '((a and b) iff c) or a'],
    ['not x = one', 'not (x = one)', 'x = one'],
    ['x != one or a', '(not x = one) or a', 'not (x = one or a)'],
    ['not x != one', 'x = one', 'x != one'],
    ['not declined(a) and b', '(not declined(a)) and b', 'not (declined(a) and b)'],
  ])('%s means %s', (text, meant, other) => {
    expect(truths(parsed(text))).toEqual(truths(parsed(meant)));
    // The other reading is another condition, so this could have come out differently.
    expect(truths(parsed(text))).not.toEqual(truths(parsed(other)));
  });

  test('iff joins from the left', () => {
    expect(parsed('a iff b iff c')).toMatchObject({ kind: 'iff', left: { kind: 'iff' }, right: { name: 'c' } });
  });

  test('yes, true, no and false are constants, in words and bare', () => {
    for (const yes of ['yes', 'true', true]) expect(parseExpression(yes)).toEqual({ kind: 'constant', value: true });
    for (const no of ['no', 'false', false]) expect(parseExpression(no)).toEqual({ kind: 'constant', value: false });
  });

  test('white space and line breaks part words and nothing else', () => {
    expect(truths(parsed('\n a\tand(b\n or  c)\r\n'))).toEqual(truths(parsed('a and (b or c)')));
    expect(bare(parsed('x!=one'))).toEqual(bare(parsed('x\n!=  one')));
  });

  test('a name has letters, digits, hyphens and at most one dot', () => {
    expect(parsed('united-states.leader-goes')).toMatchObject({ kind: 'name', name: 'united-states.leader-goes' });
    expect(parsed('2nd-round')).toMatchObject({ kind: 'name', name: '2nd-round' });
    expect(mistake('a.b.c').at).toBe(3);
  });

  test.each([...RESERVED].filter((word) => !['yes', 'no', 'true', 'false'].includes(word)))(
    'the word “%s” is no name',
    (word) => {
      expect(mistake(word)).toMatchObject({ reason: expect.any(String) });
      expect(mistake(`a and ${word}`).at).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('C2 what a condition can ask for', () => {
  test('at least so many of several', () => {
    expect(truths(parsed('at least 2 of (a, b, c)'))).toEqual(truths(parsed('a and b or a and c or b and c')));
    expect(truths(parsed('at least 1 of (a, b and c)'))).toEqual(truths(parsed('a or b and c')));
  });

  test('ever holds now or held before', () => {
    const e = parsed('ever(a and b)');
    const [now, before] = [worlds.find((w) => w.holds('a') && w.holds('b'))!, parsed('a and b')];
    expect(holds(e, now, definitions)).toBe(true);
    for (const world of worlds)
      expect(holds(e, world, definitions)).toBe(holds(before, world, definitions) || world.held(before));
  });

  test('before a date, and from it on', () => {
    const on = (today: string, text: string): boolean => holds(parsed(text), { ...worlds[0]!, today }, definitions);
    expect(on('2025-05-14', 'before 2025-05-15')).toBe(true);
    expect(on('2025-05-15', 'before 2025-05-15')).toBe(false);
    expect(on('2025-05-15', 'from 2025-05-15')).toBe(true);
    expect(on('2025-04-30', 'before 2025-05~')).toBe(true);
    expect(on('2025-05-01', 'from 2025-05~')).toBe(true);
  });

  test('a fact stands for its condition, can-meet for what a meeting needs', () => {
    expect(truths(parsed('fact'))).toEqual(truths(parsed('a or b')));
    expect(truths(parsed('can-meet(meeting)'))).toEqual(truths(parsed('b and c')));
    expect(truths(parsed('meeting'))).not.toEqual(truths(parsed('can-meet(meeting)')));
  });
});

describe('a condition is printed so that it reads the same', () => {
  test.each([
    ['(a and b) or c', 'a and b or c'],
    ['a and (b or c)', 'a and (b or c)'],
    ['((a)) and (not (b))', 'a and not b'],
    ['not (x = one)', 'x != one'],
    ['(if a then b) iff (b iff c)', 'if a then b iff (b iff c)'],
    ['at least 2 of ((a), (b or c), a)', 'at least 2 of (a, b or c, a)'],
    ['yes and true or false', 'yes and yes or no'],
    ['before   2025-05~ and ever((a))', 'before 2025-05~ and ever(a)'],
  ])('%s is printed as %s', (text, printed) => {
    expect(formatExpression(parsed(text))).toBe(printed);
  });

  test('whatever the condition, reading what was printed gives the same truth in all worlds', () => {
    fc.assert(
      fc.property(conditions, (e) => {
        const again = parsed(formatExpression(e));
        expect(truths(again)).toEqual(truths(e));
        expect(formatExpression(again)).toBe(formatExpression(e));
      }),
      { numRuns: 2000 },
    );
  });

  test('no bracket can be left out', () => {
    fc.assert(
      fc.property(conditions, (e) => {
        const text = formatExpression(e);
        for (const shorter of withoutOnePair(text)) {
          const read = parseExpression(shorter);
          expect(isExpressionError(read) || JSON.stringify(bare(read)) !== JSON.stringify(bare(parsed(text)))).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what cannot be read is told with its place', () => {
  test.each([
    ['', 0, 'missing at the end'],
    ['a and', 5, 'missing at the end'],
    ['and a', 0, 'cannot stand here'],
    ['a b', 2, 'join conditions with and, or'],
    ['a and if b then c', 6, 'cannot stand here'],
    ['(a or b', 7, 'not closed'],
    ['a or b)', 6, 'not expected'],
    ['if a b', 5, '`then`'],
    ['x =', 3, 'a value of x'],
    ['x = p.o', 4, 'a value of x'],
    ['x = = one', 4, 'a value of x'],
    ['declined a', 9, 'needs brackets'],
    ['declined(a or b)', 11, 'not closed'],
    ['declined(not)', 9, 'a name is expected'],
    ['ever a', 5, 'needs brackets'],
    ['can-meet(', 9, 'a name is expected'],
    ['at least 3 of (a, b)', 9, 'only 2 conditions'],
    ['at least two of (a, b)', 9, 'a whole number'],
    ['at least 2 (a, b)', 11, '`of`'],
    ['at most 2 of (a, b)', 3, 'at least 2 of'],
    ['a and Ukraine', 6, 'not “U”'],
    ['before', 6, 'a date is expected'],
    ['a and from 2025-02-30', 11, 'there is no 30 in 2025-02'],
    ['from 2025-05-16T10:00', 5, 'needs its offset'],
    ['a and †', 6, 'not “†”'],
  ])('%j at %i: %s', (text, at, reason) => {
    const found = mistake(text);
    expect(found.at).toBe(at);
    expect(found.reason).toContain(reason);
  });

  const words = fc.constantFrom(...RESERVED, ...'a b x one ( ) , = != 2 2025-05-15 “ A .'.split(' '));
  test.each([
    ['characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['bytes', fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCodePoint(...bytes))],
    ['words of the language', fc.array(words, { maxLength: 14 }).map((all) => all.join(' '))],
    ['words of the language without spaces', fc.array(words, { maxLength: 14 }).map((all) => all.join(''))],
  ])('random %s are read or refused, never more', (_, texts) => {
    let refused = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseExpression(text);
        if (!isExpressionError(read)) return;
        refused++;
        expect(read.at).toBeGreaterThanOrEqual(0);
        expect(read.at).toBeLessThanOrEqual(text.length);
        expect(read.length).toBeGreaterThan(0);
        expect(read.at + read.length).toBeLessThanOrEqual(Math.max(text.length, read.at + 1));
        expect(read.reason).toMatch(/[.?]$/);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

describe('C8 at most 100 levels of nesting', () => {
  const many = 100_000;
  test.each([
    ['open brackets', '('.repeat(many)],
    ['closed brackets', `${'('.repeat(many)}a${')'.repeat(many)}`],
    ['not', `${'not '.repeat(many)}a`],
    ['if', 'if '.repeat(many)],
    ['then', `${'if a then '.repeat(many)}a`],
    ['iff', `a${' iff a'.repeat(many)}`],
    ['ever', 'ever('.repeat(many)],
    ['at least', 'at least 1 of ('.repeat(many)],
  ])('a hundred thousand of “%s” are an error, and quickly so', (_, text) => {
    const began = performance.now();
    expect(mistake(text).reason).toContain('nested more than 100 levels deep');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each([
    ['brackets', (n: number) => `${'('.repeat(n)}a${')'.repeat(n)}`],
    ['not', (n: number) => `${'not '.repeat(n)}a`],
    ['iff', (n: number) => `a${' iff a'.repeat(n)}`],
  ])('fewer than a hundred %s are read', (_, text) => {
    expect(isExpressionError(parseExpression(text(98)))).toBe(false);
    expect(isExpressionError(parseExpression(text(102)))).toBe(true);
  });

  test('breadth is no depth: a hundred thousand joined by and', () => {
    expect(parsed(`a${' and a'.repeat(many)}`)).toMatchObject({ kind: 'and' });
  });
});

// --- reading ----------------------------------------------------------------------------------------------------------

function parsed(text: string): Expression {
  const read = parseExpression(text);
  if (isExpressionError(read)) throw new Error(`${text}: ${read.reason}`);
  return read;
}

function mistake(text: string): { at: number; length: number; reason: string } {
  const read = parseExpression(text);
  if (!isExpressionError(read)) throw new Error(`${text} was read as ${formatExpression(read)}`);
  return read;
}

/** The tree alone, without places. */
const bare = (e: Expression): unknown =>
  JSON.parse(JSON.stringify(e, (key, value: unknown) => (key === 'at' || key === 'valueAt' ? undefined : value)));

/** The text with one pair of brackets left out, for every pair that only groups. */
function withoutOnePair(text: string): string[] {
  const open: number[] = [];
  const results: string[] = [];
  for (let k = 0; k < text.length; k++) {
    if (text[k] === '(') open.push(k);
    if (text[k] !== ')') continue;
    const from = open.pop()!;
    if (/(declined|ever|can-meet|of )$/.test(text.slice(0, from))) continue;
    results.push(`${text.slice(0, from)} ${text.slice(from + 1, k)} ${text.slice(k + 1)}`);
  }
  return results;
}

// --- worlds -----------------------------------------------------------------------------------------------------------

const definitions = {
  facts: new Map([['fact', { that: parsed('a or b') } as Fact]]),
  meetings: new Map([['meeting', { when: parsed('b and c') } as Meeting]]),
};

/** All states of three propositions, one refusal, one issue and two days; what was before is each state turned round. */
const worlds: readonly World[] = Array.from({ length: 64 }, (_, bits) => worldOf(bits));

function worldOf(bits: number): World {
  const bit = (k: number): boolean => ((bits >> k) & 1) === 1;
  return {
    today: bit(5) ? '2025-05-14' : '2025-05-15',
    holds: (name) => (name === 'meeting' ? bit(0) !== bit(3) : bit('abc'.indexOf(name))),
    declined: () => bit(3),
    valuesOf: () => [bit(4) ? 'one' : 'two'],
    held: (e) => holds(e, { ...worldOf(63 - bits), held: () => false }, definitions),
  };
}

const truths = (e: Expression): boolean[] => worlds.map((world) => holds(e, world, definitions));

// --- random conditions ------------------------------------------------------------------------------------------------

const leaves: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'fact', 'meeting').map((name): Expression => ({ kind: 'name', name, at: 0 })),
  fc.boolean().map((value): Expression => ({ kind: 'constant', value })),
  fc.constantFrom('one', 'two').map((value): Expression => ({ kind: 'equals', issue: 'x', value, at: 0, valueAt: 0 })),
  fc.constant<Expression>({ kind: 'declined', name: 'a', at: 0 }),
  fc.constant<Expression>({ kind: 'can-meet', meeting: 'meeting', at: 0 }),
  fc
    .constantFrom('before' as const, 'from' as const)
    .map((relation): Expression => ({ kind: 'time', relation, date: readWhen('2025-05-15') as When })),
);

const { condition: conditions } = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaves,
    tie('condition').map((of): Expression => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): Expression => ({ kind, of })),
    fc
      .tuple(tie('condition'), tie('condition'))
      .map(([condition, consequence]): Expression => ({ kind: 'if', condition, consequence })),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]): Expression => ({ kind: 'iff', left, right })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .chain((of) => fc.nat(of.length).map((count): Expression => ({ kind: 'at-least', count, of }))),
    tie('condition').map((of): Expression => ({ kind: 'ever', of })),
  ),
}));
