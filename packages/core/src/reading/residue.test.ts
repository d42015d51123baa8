import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { doubledTitle } from './doubled-title.ts';
import { navigation } from './navigation.ts';
import { residue } from './residue.ts';
import { sentences } from './sentences.ts';

const words = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('a doubled title', () => {
  test.each([
    ['Peace talks begin\n# Peace Talks Begin\nThe text.', ['# Peace Talks Begin']],
    ['# Peace talks begin\nBy A. Writer\nPeace talks begin\nThe text.', ['Peace talks begin']],
    ['Peace talks “begin” | The Daily Example\nPeace talks "begin"\nThe text.', ['Peace talks "begin"']],
    ['Peace talks – day one\nPeace talks – day two', []],
    ['Peace talks begin\nPeace talks begin on Friday.', []],
    ['Nobody was there.\nNobody was there.', []],
    ['No\nNo', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text, doubledTitle(text))).toEqual(expected);
  });
});

describe('navigation', () => {
  test.each([
    ['Home | World | Politics | Business\nThe text.', ['Home | World | Politics | Business']],
    ['World · Politics · Business', ['World · Politics · Business']],
    ['Home > World > Ukraine', ['Home > World > Ukraine']],
    [
      'Menu\nHome\nWorld\nUkraine war\nOpinion\nSign in\nThe delegations met on Friday.',
      ['Menu\nHome\nWorld\nUkraine war\nOpinion\nSign in'],
    ],
    ['- [One](/1)\n- [Two](/2)\n- [Three](/3)\n\nThe text.', ['- [One](/1)\n- [Two](/2)\n- [Three](/3)']],
    [
      'https://a.example\nhttps://b.example\nhttps://c.example',
      ['https://a.example\nhttps://b.example\nhttps://c.example'],
    ],
  ])('%j', (text, expected) => {
    expect(words(text, navigation(text))).toEqual(expected);
  });

  test.each([
    'The talks covered:\n- Economy\n- Climate\n- Health\n- Energy',
    '- Ukraine\n- Russia\n- Turkey\n- Europe',
    '| party | position |\n| --- | --- |\n| Home | World |',
    'Kyiv | Moscow | Istanbul',
    'War and peace\nWar\nWhat next',
    'See [the offer](https://a.example) for more.',
    'He said yes / no / perhaps.',
  ])('is not: %j', (text) => {
    expect(navigation(text)).toEqual([]);
  });
});

const PAGE = `Home | News | World | Sign in
Envoys meet in the customs house | The Daily Example
# Envoys meet in the customs house
Advertisement
The envoys met for two hours. Nobody spoke to the press .Reuters+1AP News+2
“No comments,” said one of them.
Read more: Who is who at the talks
They agreed on one thing: to meet again.The Daily Example+1Some Radio
No comments
© 2025 The Daily Example`;

test('a page copied as text: the account remains, sentence by sentence', () => {
  const aside = residue(PAGE);
  expect(words(PAGE, sentences(PAGE, aside))).toEqual([
    'Envoys meet in the customs house | The Daily Example',
    'The envoys met for two hours.',
    'Nobody spoke to the press .',
    '“No comments,” said one of them.',
    'They agreed on one thing: to meet again.',
  ]);
  expect(new Set(aside.map(({ why }) => why))).toEqual(
    new Set(['navigation', 'doubled title', 'page furniture', 'citation residue']),
  );
});

test('prose has no residue', () => {
  const prose = `The ministry made no comments. Read more closely, the offer was a refusal.

The P5+1 and ASEAN+3 formats were named as models. Home was far; the world watched, and business went on.

Share prices fell. “Advertisement,” he called the offer, and subscribed to none of it.`;
  expect(residue(prose)).toEqual([]);
});

test('property: in order, apart, inside the text, whatever it is', () => {
  const line = fc.constantFrom(
    ...PAGE.split('\n'),
    '\n',
    'Home',
    'Sign in',
    'World',
    '+3',
    'Reuters',
    '[a](b)',
    '😀',
    '\ufeff',
    'x'.repeat(500),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(line, { maxLength: 20 }).map((all) => all.join('\n')),
        fc.string({ unit: 'binary', maxLength: 300 }),
      ),
      (text) => {
        let last = 0;
        for (const { start, end } of residue(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 400 },
  );
});

const SEEDS = join(import.meta.dirname, '../../../../../shared/seeds');

describe.skipIf(!existsSync(SEEDS))(
  'the founding accounts (skipped without ../shared/seeds beside the repository)',
  () => {
    const seed = (name: string) => readFileSync(join(SEEDS, name), 'utf8');

    test.each([
      ['000_e9e04abbd706f48d.txt', []],
      ['001_8d5a9b1879ca2c6b.txt', []],
      ['002_6c6529c9d9be14ea.txt', [['page furniture', 'Related Sources:']]],
      [
        '003_1229be7e347b4fd0.txt',
        [
          ['citation residue', 'The Times+3AP News+3Financial Times+3'],
          ['citation residue', 'euronews+2The Times+2Financial Times+2SBS Australia'],
          ['citation residue', 'AP News+1Financial Times+1'],
          ['citation residue', 'AP News+1Financial Times+1'],
        ],
      ],
      [
        '004_f75b52be0f7df1cf.txt',
        [
          ['doubled title', '# Ukraine-Russia Peace Talks: A High-Stakes Diplomatic Gamble'],
          ['page furniture', 'No comments'],
        ],
      ],
    ])('%s: exactly its residue is set aside', (name, expected) => {
      const text = seed(name);
      expect(residue(text).map(({ start, end, why }) => [why, text.slice(start, end)])).toEqual(expected);
    });

    test('their sentences end where sentences end', () => {
      for (const name of [
        '000_e9e04abbd706f48d.txt',
        '001_8d5a9b1879ca2c6b.txt',
        '002_6c6529c9d9be14ea.txt',
        '003_1229be7e347b4fd0.txt',
        '004_f75b52be0f7df1cf.txt',
      ]) {
        const text = seed(name);
        const all = words(text, sentences(text, residue(text)));
        expect(all.length).toBeGreaterThan(10);
        for (const sentence of all) expect(/[.?!:”"*]$/.test(sentence) || sentence.length < 90, sentence).toBe(true);
        expect(all).not.toContainEqual(expect.stringMatching(/\+\d|No comments/));
      }
    });
  },
);
