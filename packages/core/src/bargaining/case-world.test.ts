import { expect, test } from 'vitest';
import { holds, parseExpression, isExpressionError } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { worldAt } from './case-world.ts';

const caseWith = (when: string, rest = '') => {
  const { case: given, problems } = readCase(`
parley: 1
parties: { one: {}, two: {} }
options: { one: { a: x, b: x }, two: { c: x, d: x } }
issues: { toll: { values: [none, low] }, posts: { kind: set, values: [hill, ford] } }
facts: { both: { that: one.a and two.c } }
meetings: { talks: { parties: [one, two], when: '${when}' }, other: { parties: [one, two], when: two.d } }
status-quo: { one.b: yes, two.d: no }
${rest}`);
  expect(problems).toEqual([]);
  return given!;
};

test.each([
  ['both and not one.b', 'one.a, two.c', 'one.b'],
  ['one.a or two.c', 'one.a', 'two.c'],
  ['at least 2 of (one.a, one.b, two.c)', 'one.a, one.b', 'two.c'],
  ['if one.b then two.c', 'two.c', 'one.a'],
  ['not (one.b and two.c) and not (one.b or one.a)', '', 'one.a, one.b, two.c'],
  ['one.a iff one.b', '', 'one.a, one.b'],
  ['not (if one.a then one.b)', 'one.a', 'one.b'],
  ['toll = low and posts = hill', 'toll = low, posts = hill', 'posts = ford, toll = none'],
  ['can-meet(other)', 'two.d, can-meet(other)', 'declined(two.d), one.a'],
  ['ever(one.a)', 'one.a', 'two.c'],
])(
  'M1 when a meeting with `when: %s` sits down, its `when` is brought about and nothing else',
  (when, true_, false_) => {
    const given = caseWith(when);
    const world = worldAt(given, 'talks');
    const ask = (condition: string): boolean => {
      const e = parseExpression(condition);
      if (isExpressionError(e)) throw new Error(condition);
      return holds(e, world, given);
    };
    const list = (text: string): string[] => (text === '' ? [] : text.split(', '));
    expect(list(true_).filter((c) => !ask(c))).toEqual([]);
    expect(list(false_).filter(ask)).toEqual([]);
    expect(ask('talks')).toBe(true);
  },
);

test('a meeting that nobody has called finds the case as it stands', () => {
  const given = caseWith('one.a');
  expect(worldAt(given, undefined).holds('one.a')).toBe(false);
});
