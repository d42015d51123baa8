/** Random texts for properties: made of what folding cares about, of words, and of anything. */
import fc from 'fast-check';

const marks =
  'aeg. \n\t\'"`‘’“”«»-–—…\u00ad\u200b\u200d\u0301\u0306\u0316\u0344\u1112\u1161\u11ab\u09c7\u09be\u037e\u1fef\ufe0f\u2000';

export const troublesome: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...marks),
      fc.constantFrom('\r\n', '--', "''", '😀', '👩\u200d🚀', '\ud800', '\udc00', '𝅗𝅥', '\u{e0100}', '\u{1d165}'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const word = fc.constantFrom(
  ...'Kyiv Moscow Putin Zelenskyy Erdoğan Istanbul ceasefire talks delegation minister said would not come until the a of to “never” ‘pure spectacle’ U.S. — 30-day'.split(
    ' ',
  ),
);

/** Prose-like: words, sentence ends, line breaks. */
export const prose: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '.\n', '…\u00a0')), {
    minLength: 1,
    maxLength: 80,
  })
  .map((pairs) => pairs.flat().join(''));

/** The same words, set otherwise: what folding undoes. */
export function reset(words: string, choices: readonly number[]): string {
  const ways: Record<string, readonly string[]> = {
    "'": ['‘', '’', '′', '`'],
    '"': ['“', '”', '«', "''", '‘’'],
    '-': ['–', '—', '‑', '−', '--'],
    ' ': ['\u00a0', '  ', '\n', '\r\n  ', '\u2009', ' \u200b'],
    '...': ['…'],
  };
  let i = 0;
  return words.replace(/\.\.\.|['"\- ]/g, (unit) => {
    const choice = choices[i++ % choices.length]!;
    const options = [unit, ...ways[unit]!];
    return options[choice % options.length]!;
  });
}
