import { expect, test } from 'vitest';
import { cueForms } from './cue-verbs.ts';
import { forms } from './inflections.ts';

test.each([
  ['say', 'says said said saying'],
  ['deny', 'denies denied denied denying'],
  ['agree', 'agrees agreed agreed agreeing'],
  ['propose', 'proposes proposed proposed proposing'],
  ['stress', 'stresses stressed stressed stressing'],
  ['admit', 'admits admitted admitted admitting'],
  ['write', 'writes wrote written writing'],
  ['undertake', 'undertakes undertook undertaken undertaking'],
])('%s', (lemma, others) => {
  const { third, past, participle, gerund } = forms(lemma);
  expect([third, past, participle, gerund].join(' ')).toBe(others);
});

test('American and British spellings are both found', () => {
  for (const word of ['signaled', 'signalled', 'emphasized', 'emphasised']) expect(cueForms(word)).not.toEqual([]);
});
