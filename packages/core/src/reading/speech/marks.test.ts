import { describe, expect, test } from 'vitest';
import { paragraphs } from '../paragraphs.ts';
import { marked } from './marks.ts';

const inside = (text: string): string[] =>
  marked(text, paragraphs(text)).map(({ start, end }) => text.slice(start, end));

describe('quotation marks', () => {
  test.each([
    ['He said: “We are late.”', ['We are late.']],
    ['He said: "We are late."', ['We are late.']],
    ['He said: ‘We are late.’', ['We are late.']],
    ["He said: 'We are late.'", ['We are late.']],
    ['Er sagte: „Wir sind spät.“', ['Wir sind spät.']],
    ['Il dit : « Nous partons »', [' Nous partons ']],
    ['A “bridge”, then a “ferry”.', ['bridge', 'ferry']],
    ['("No," she said.)', ['No,']],
    ['“We agree," she said. “At last.”', ['We agree,', 'At last.']],
    ['"We agree,” she said. "At last."', ['We agree,', 'At last.']],
    ['“They call it "a farce." We do not.”', ['They call it "a farce." We do not.']],
  ])('%s', (text, words) => expect(inside(text)).toEqual(words));

  test('an apostrophe is none', () => {
    expect(inside("The dockers' union and the port's owner don't talk.")).toEqual([]);
    expect(inside('The dockers’ union and the port’s owner don’t talk.')).toEqual([]);
    expect(inside('‘The dockers’ union won’t move,’ she said.')).toEqual(['The dockers’ union won’t move,']);
  });

  test('marks within marks are part of the words', () => {
    expect(inside('“He called it ‘a raft’ and left,” she said.')).toEqual(['He called it ‘a raft’ and left,']);
  });

  test('a quotation goes on over paragraphs that repeat the opening mark', () => {
    const text = '“The ferry is old.\n\n“It leaks.\n\n“We want another,” he said. “Soon.”';
    expect(inside(text)).toEqual(['The ferry is old.\n\n“It leaks.\n\n“We want another,', 'Soon.']);
  });

  test('a mark that is never closed closes with the paragraph that it began, else with nothing', () => {
    expect(inside('“The ferry is old.\n\nNobody answered.')).toEqual(['The ferry is old.']);
    expect(inside('It is 5" wide and he said “so.\n\nNobody answered.')).toEqual([]);
  });

  test('a text of opening marks takes no longer than its length', () => {
    for (const mark of ['“', '„', '« ', '"a ', '‘a ', '”'])
      expect(marked(mark.repeat(200_000), [{ start: 0, end: mark.length * 200_000 }]).length).toBeLessThan(200_000);
  });
});
