import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { nearest } from './nearest.ts';
import { prose, troublesome } from './random-text.twin.ts';
import { prepare } from './source.ts';

const SENTENCE =
  'Both governments confirmed on Monday that the delegations would meet in the old customs house beside the harbour, without journalists, and that nothing said there would be published before the end of the month.';
const filler = (times: number) =>
  'Ministers spoke about grain, gas, borders and schools; the weather stayed dry and few people came. '.repeat(times);

describe('the nearest passage', () => {
  test('of a short quote with a letter wrong', () => {
    const source = prepare(`${filler(3)}He called it ‘pure spectacle’ again. ${filler(3)}`);
    expect(nearest(source, 'pure spektacle')).toMatchObject({ exact: 'pure spectacle', distance: 1 });
  });

  test('of a long quote with words left out and others changed', () => {
    const source = prepare(filler(20) + SENTENCE + filler(20));
    const wrong = SENTENCE.replace('on Monday ', '').replace('old customs house', 'former customs building');
    expect(nearest(source, wrong)?.exact).toBe(SENTENCE.slice(0, -1) + '.');
  });

  test('does not cut words', () => {
    const source = prepare('the negotiations began');
    expect(nearest(source, 'the negotiation begun')?.exact).toBe('the negotiations began');
  });

  test('is none when nothing is similar', () => {
    expect(nearest(prepare(filler(20)), 'The envoy will travel tomorrow')).toBeUndefined();
    expect(nearest(prepare(''), 'words')).toBeUndefined();
    expect(nearest(prepare('words'), '')).toBeUndefined();
  });

  test('in a source too large to scan comes from its rarest words', () => {
    const source = prepare(filler(25_000) + SENTENCE + filler(1000));
    expect(source.text.length).toBeGreaterThan(2_000_000);
    const began = performance.now();
    expect(nearest(source, SENTENCE.replace('customs house', 'custom-house'))?.exact).toBe(SENTENCE);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('of a quote too long to scan for comes from its rarest words', () => {
    const long = Array.from({ length: 20 }, (_, i) => SENTENCE.replace('Monday', `day${i}`)).join(' ');
    const source = prepare(filler(50) + long + filler(50));
    expect(long.length).toBeGreaterThan(4000);
    expect(nearest(source, long.replace('day7', 'day77').replace('day12 ', ''))?.exact).toBe(long);
  });

  test('a source that repeats itself does not take forever', () => {
    const source = prepare('abcdefgh '.repeat(100_000));
    const began = performance.now();
    nearest(source, 'abcdxfgh '.repeat(20).trim());
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('properties', () => {
  test('a word replaced in the middle of a quote: the passage is found', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const passage = 'The old harbour master kept nine spare keys under a painted stone';
        const found = nearest(prepare(before + passage + '. ' + after), passage.replace('nine', 'eight'));
        expect(found?.exact).toBe(passage);
      }),
    );
  });

  test('nothing throws, and the passage is a slice of the source', () => {
    fc.assert(
      fc.property(troublesome, troublesome, (text, words) => {
        const found = nearest(prepare(text), words);
        if (found !== undefined) expect(found.exact).toBe(text.slice(found.start, found.end));
      }),
      { numRuns: 500 },
    );
  });
});
