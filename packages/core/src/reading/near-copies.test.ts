import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rng } from '../maths/index.ts';
import { NEAR_COPY, NearCopies, type NearCopy } from './near-copies.ts';

const REPORT = `Ferry talks resume after a week of silence

The harbour board and the crews of the Solvik ferries went back to the table on Thursday, eight days after the crews had
walked out over night shifts. The mediator, Agnes Rydell, said that neither side had moved far, but that both had brought
papers. “We have a page with four lines on it, and two of them are the same,” she told reporters outside the customs house.

The crews want a cap of five nights in a row. The board has offered seven, and more pay for the last two. Rydell wants an
answer by Monday, when the summer timetable has to go to print. Without it the islands will have one boat a day.`;

const SAME_EVENT = `Thursday saw another attempt to end the dispute that has left the outer islands short of bread. Crews and
employers met in the customs house for six hours. A cap on consecutive nights remains the sticking point, the mediator said;
she gave both sides until Monday. Islanders have begun to share small boats, and the grocer of Hall has run out of flour.`;

/** One word in `every` is another. */
const edited = (text: string, every: number): string =>
  text
    .split(' ')
    .map((word, k) => (k % every === every - 1 ? 'altered' : word))
    .join(' ');

/** Texts of few words, each after the first an edited one of those before it. */
const some = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 80 });
const edit = fc.record({ from: fc.nat(80), length: fc.nat(30), put: some, of: fc.nat(6), keeps: fc.nat(80) });
const versions = fc.tuple(some, fc.array(edit, { maxLength: 5 })).map(([first, edits]) => {
  const texts = [first];
  for (const { from, length, put, of, keeps } of edits) {
    const before = texts[of % texts.length]!;
    texts.push(before.toSpliced(from, length, ...put.slice(0, 10)).slice(0, 40 + keeps));
  }
  return texts;
});

describe('near-copies', () => {
  test('a copy with other typography, case and spacing shares everything', () => {
    const copies = new NearCopies();
    copies.add('wire', REPORT);
    const reset = REPORT.replace(/[“”]/g, '"').replace(/\s+/g, '  ').toUpperCase();
    expect(copies.add('paper', reset)).toEqual({ of: 'wire', share: 1 });
  });

  test('a copy with a new heading, a few words changed and a shortened end is one', () => {
    const copies = new NearCopies();
    copies.add('wire', REPORT);
    const body = REPORT.slice(REPORT.indexOf('The harbour'), REPORT.indexOf('Without it'));
    const copy = copies.add('paper', `Boats stay in port\n\n${body.replace('went back to', 'returned to')}`);
    expect(copy?.of).toBe('wire');
    expect(copy!.share).toBeGreaterThan(0.85);
  });

  test('an account of the same event by another writer is none', () => {
    const copies = new NearCopies();
    copies.add('wire', REPORT);
    expect(copies.add('own', SAME_EVENT)).toBeUndefined();
    expect(copies.copies().size).toBe(0);
  });

  test('a report that holds another among as many words of its own is no copy; the shorter one turns out to be', () => {
    const copies = new NearCopies();
    copies.add('brief', REPORT);
    expect(
      copies.add('long', `${SAME_EVENT} ${REPORT} ${edited(SAME_EVENT, 2)} ${edited(SAME_EVENT, 3)}`),
    ).toBeUndefined();
    expect(copies.copies()).toEqual(new Map([['brief', { of: 'long', share: 1 }]]));
  });

  test('a paragraph of a long report is one, reworded here and there', () => {
    const copies = new NearCopies();
    const long = Array.from({ length: 1_500 }, (_, k) => `w${(k * 7919) % 1_511}`).join(' ');
    copies.add('long', long);
    const paragraph = long.split(' ').slice(700, 850).join(' ');
    const copy = copies.add('brief', edited(paragraph, 15));
    expect(copy?.of).toBe('long');
    expect(copy!.share).toBeCloseTo(0.67, 1);
  });

  test('a copy of a copy is a copy, of the nearer one', () => {
    const copies = new NearCopies();
    const [first, second] = [edited(REPORT, 30), edited(edited(REPORT, 30), 23)];
    copies.add('wire', REPORT);
    copies.add('first', first);
    expect(copies.add('second', second)?.of).toBe('first');
    expect([...copies.copies().keys()]).toEqual(['first', 'second']);
  });

  test('very short texts: the same words are a copy, words that a report repeats are not', () => {
    const copies = new NearCopies();
    copies.add('wire', REPORT);
    expect(copies.add('heading', 'Ferry talks resume after a week of silence')).toBeUndefined();
    expect(copies.add('again', 'Ferry talks resume after a week of silence!')).toEqual({ of: 'heading', share: 1 });
    expect(copies.add('two words', 'Talks resume')).toBeUndefined();
    expect(copies.add('the same two', 'TALKS RESUME.')).toEqual({ of: 'two words', share: 1 });
    expect(copies.add('three', 'Talks resume again')).toBeUndefined();
  });

  test('texts without words are copies of nothing', () => {
    const copies = new NearCopies();
    for (const [k, text] of ['', ' \n', '—…', '\u0301\u0301'].entries())
      expect(copies.add(`${k}`, text)).toBeUndefined();
  });

  test('scripts without spaces, and those with marks that may be left out', () => {
    const copies = new NearCopies();
    copies.add('zh', '双方代表团星期四在港口城市重新开始谈判，但没有达成协议。调解人要求在下星期一之前得到答复。');
    expect(copies.add('zh 2', '双方代表团星期四在港口城市重新开始谈判，但没有达成协议。调解人要求得到答复。')?.of).toBe(
      'zh',
    );
    copies.add('he', 'הַשִּׂיחוֹת בֵּין הַצְּדָדִים יִתְחַדְּשׁוּ מָחָר');
    expect(copies.add('he 2', 'השיחות בין הצדדים יתחדשו מחר')).toEqual({ of: 'he', share: 1 });
  });

  test('words that stand in every text make no copies, and do not grow', () => {
    const rng = new Rng(5);
    const copies = new NearCopies();
    const foot = 'You read the morning edition of the harbour paper: write to us about what you have seen on the water';
    for (let k = 0; k < 200; k++) {
      const own = Array.from({ length: 120 }, () => `w${rng.below(5000)}`).join(' ');
      expect(copies.add(`${k}`, `${own} ${foot}`)).toBeUndefined();
    }
  });

  test('the same as the literal definition, over edited texts of few words', () => {
    let near = 0;
    fc.assert(
      fc.property(versions, (texts) => {
        const copies = new NearCopies();
        for (const [k, text] of texts.entries()) {
          const expected = literally(texts.slice(0, k), text);
          if (expected !== undefined) near++;
          expect(copies.add(`${k}`, text.join(' '))).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
    expect(near).toBeGreaterThan(100);
  });

  test('near-copies lead to one that is none, never in a circle', () => {
    fc.assert(
      fc.property(versions, (texts) => {
        const near = new NearCopies();
        for (const [k, text] of texts.entries()) near.add(`${k}`, text.join(' '));
        for (const id of near.copies().keys()) {
          const passed = new Set<string>();
          for (let at: string | undefined = id; at !== undefined; at = near.copies().get(at)?.of) {
            expect(passed).not.toContain(at);
            passed.add(at);
          }
        }
      }),
    );
  });

  test('20 MB is added within seconds', () => {
    const copies = new NearCopies();
    const rng = new Rng(3);
    const parts = Array.from({ length: 3_000 }, () => `w${rng.below(50_000)}`);
    const long = Array.from({ length: 1_100 }, (_, k) => `${parts.slice(k).join(' ')} ${k}`)
      .join(' ')
      .slice(0, 20_000_000);
    const began = performance.now();
    copies.add('long', long);
    copies.add('marks', `e${'\u0301'.repeat(10_000_000)}`);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

/** By sets of strings, every earlier text in turn. */
function literally(earlier: readonly (readonly string[])[], words: readonly string[]): NearCopy | undefined {
  const runs = (of: readonly string[]): Set<string> =>
    new Set(
      of.length < 5 ? (of.length === 0 ? [] : [of.join(' ')]) : of.slice(4).map((_, k) => of.slice(k, k + 5).join(' ')),
    );
  const own = runs(words);
  let best: NearCopy | undefined;
  for (const [k, text] of earlier.entries()) {
    const theirs = runs(text);
    const common = [...own].filter((run) => theirs.has(run)).length;
    const share = common / (own.size < 20 ? new Set([...own, ...theirs]).size : own.size);
    if (share >= NEAR_COPY && share > (best?.share ?? 0)) best = { of: `${k}`, share };
  }
  return best;
}
