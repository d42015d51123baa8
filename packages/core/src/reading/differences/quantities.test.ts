import { describe, expect, test } from 'vitest';
import { quantities } from './quantities.ts';

const read = (text: string): string[] =>
  quantities(text).map(({ value, unit, of }) => `${value} ${unit}${of === undefined ? '' : ` of ${of}`}`);

describe('quantities', () => {
  test('in figures and in words', () => {
    expect(read('It sent 1,200 dockers and twenty-six engineers.')).toEqual(['1200 docker', '26 engineer']);
    expect(read('It costs $3.5 billion or 40 million crowns.')).toEqual(['3500000000 dollar', '40000000 crown']);
  });
  test('with what they measure', () => {
    expect(read('a full 30-day cease-fire')).toEqual(['30 day of ceasefire']);
    expect(read('a truce of sixty days')).toEqual(['60 day of ceasefire']);
    expect(read('at least 400 cubic metres a second')).toEqual(['400 cubic metr a second']);
  });
  test('no ordinals, times, years and shares', () => {
    expect(read('On the 4th, at 10:30, in May 2031, two thirds of the 12 were there.')).toEqual([]);
  });
  test('a part is marked', () => {
    expect(quantities('a further nineteen prisoners')[0]?.isPart).toBe(true);
  });
});
