import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anchorQuote } from './anchor.ts';
import { fold } from './fold.ts';
import { prose, reset, troublesome } from './random-text.twin.ts';
import { prepare } from './source.ts';

const TEXT = `The envoy said: “We will come — but only if the president is there.” He called the offer ‘pure
spectacle’.  A second envoy said it was pure spectacle, too. Nobody answered…`;
const source = prepare(TEXT);

describe('a quote is anchored when its words are in the source', () => {
  test('whatever the quotation marks, dashes and spaces', () => {
    const anchor = anchorQuote(source, {
      quote: '"We will come - but only if the president is there." He called the offer \'pure spectacle\'',
    });
    expect(anchor).toMatchObject({ kind: 'found', start: 16, occurrences: 1, fitting: 1 });
    if (anchor.kind !== 'found') return;
    expect(anchor.exact).toBe(TEXT.slice(anchor.start, anchor.end));
    expect(anchor.exact.startsWith('“We will come —') && anchor.exact.endsWith('‘pure\nspectacle’')).toBe(true);
  });

  test('with what stands around it', () => {
    const anchor = anchorQuote(source, { quote: 'only if the president is there' });
    expect(anchor).toMatchObject({
      prefix: 'envoy said: “We will come — but ',
      suffix: '.” He called the offer ‘pure\nspe',
    });
  });

  test('case counts: a quote with another case is not in the source', () => {
    expect(anchorQuote(source, { quote: 'Only if the president is there' })).toMatchObject({
      kind: 'not-found',
      reason: 'absent',
      nearest: { exact: 'only if the president is there', distance: 1 },
    });
  });

  test('of several the first is taken, and their number told', () => {
    expect(anchorQuote(source, { quote: 'pure spectacle' })).toMatchObject({
      start: TEXT.indexOf('pure'),
      occurrences: 2,
      fitting: 2,
    });
  });

  test('prefix or suffix choose, with or without the space before the quote', () => {
    const second = TEXT.lastIndexOf('pure');
    for (const context of [
      { prefix: 'it was' },
      { prefix: 'it was ' },
      { suffix: ', too' },
      { prefix: 'said  it\nwas', suffix: ',' },
    ]) {
      expect(anchorQuote(source, { quote: 'pure spectacle', ...context }), JSON.stringify(context)).toMatchObject({
        kind: 'found',
        start: second,
        fitting: 1,
      });
    }
  });

  test('a context that fits no occurrence is an answer of its own', () => {
    expect(anchorQuote(source, { quote: 'pure spectacle', prefix: 'a case of' })).toMatchObject({
      kind: 'not-found',
      reason: 'context',
      occurrences: 2,
    });
  });

  test('words that are not there show the nearest passage, from word to word', () => {
    const anchor = anchorQuote(source, { quote: 'but only when the president is here' });
    expect(anchor).toMatchObject({
      kind: 'not-found',
      reason: 'absent',
      nearest: { exact: 'but only if the president is there' },
    });
  });

  test('nothing similar: no passage is shown', () => {
    expect(anchorQuote(source, { quote: 'grain corridor through the Black Sea ports' })).toEqual({
      kind: 'not-found',
      reason: 'absent',
      occurrences: 0,
    });
  });

  test('no words are no quote', () => {
    for (const quote of ['', '  \n', '\u200b'])
      expect(anchorQuote(source, { quote })).toMatchObject({ kind: 'not-found', reason: 'empty' });
  });
});

describe('properties', () => {
  const somewhere = fc.tuple(fc.nat(), fc.nat());
  const cut = (length: number, [a, b]: [number, number]): [number, number] => {
    const [x, y] = [a % (length + 1), b % (length + 1)];
    return x < y ? [x, y] : [y, x];
  };

  test('any slice of any text is anchored, where its words stand', () => {
    fc.assert(
      fc.property(fc.oneof(troublesome, prose), somewhere, (text, where) => {
        const [start, end] = cut(text.length, where);
        const quote = text.slice(start, end);
        fc.pre(fold(quote).text.trim() !== '');
        const anchor = anchorQuote(prepare(text), { quote });
        expect(anchor.kind).toBe('found');
        if (anchor.kind === 'found') {
          expect(anchor.exact).toBe(text.slice(anchor.start, anchor.end));
          expect(fold(anchor.exact).text).toContain(fold(quote).text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a quote set with other quotation marks, dashes and spaces is anchored at the same place', () => {
    fc.assert(
      fc.property(prose, somewhere, fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }), (text, where, choices) => {
        const whole = prepare(text);
        const [a, b] = cut(whole.folded.text.length, where);
        const quote = whole.folded.text.slice(a, b);
        fc.pre(quote.trim() !== '');
        const plain = anchorQuote(whole, { quote });
        expect(plain.kind).toBe('found');
        expect(anchorQuote(whole, { quote: reset(quote, choices) })).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test('the context an anchor reports finds it again', () => {
    fc.assert(
      fc.property(fc.oneof(troublesome, prose), somewhere, (text, where) => {
        const [start, end] = cut(text.length, where);
        const whole = prepare(text);
        const anchor = anchorQuote(whole, { quote: text.slice(start, end) });
        fc.pre(anchor.kind === 'found');
        if (anchor.kind !== 'found') return;
        const again = anchorQuote(whole, { quote: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix });
        expect(again).toMatchObject({ kind: 'found', exact: anchor.exact, start: anchor.start });
      }),
      { numRuns: 500 },
    );
  });

  test('whatever the source and the quote, nothing is thrown', () => {
    fc.assert(
      fc.property(troublesome, troublesome, troublesome, troublesome, (text, quote, prefix, suffix) => {
        anchorQuote(prepare(text), { quote, prefix, suffix });
      }),
      { numRuns: 500 },
    );
  });
});
