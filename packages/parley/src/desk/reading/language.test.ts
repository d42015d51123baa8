import { expect, test } from 'vitest';
import { otherThanEnglish } from './language.ts';

test.each([
  [
    'The envoys of both sides met on Tuesday and said that they would come back as soon as their leaders agreed.',
    undefined,
  ],
  [
    'Die Gesandten beider Seiten trafen sich am Dienstag und sagten, dass sie bald mit einer Antwort wiederkommen.',
    'German',
  ],
  [
    'Les envoyés des deux parties se sont rencontrés mardi et ont dit que la réponse ne serait pas donnée avant jeudi.',
    'French',
  ],
  ['Посланники встретились во вторник и сказали, что скоро вернутся с ответом своих правительств.', 'Cyrillic letters'],
  ['اجتمع المبعوثون يوم الثلاثاء وقالوا إنهم سيعودون قريبا مع رد حكوماتهم على الاقتراح.', 'Arabic letters'],
  ['Envoys meet', undefined],
])('%j', (text, expected) => {
  expect(otherThanEnglish(text)).toBe(expected);
});

test('an English account may quote another language', () => {
  const text =
    'The minister, who had come from the north, said: “Wir sind bereit und wir werden nicht gehen.” He did not say what that meant, and his aides would not say it for him.';
  expect(otherThanEnglish(text)).toBeUndefined();
});
