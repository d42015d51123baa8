import { expect, test } from 'vitest';
import fc from 'fast-check';
import { alignedOffsets } from './alignment.ts';

test.each([
  ['said yes. He', 'said no. He', [5, 8], [5, 7]],
  ['only if he comes', 'and only if she comes', [0, 16], [4, 21]],
  ['abc', '', [0, 1, 3], [0, 0, 0]],
  ['', 'abc', [0], [3]],
])('%j beside %j', (a, b, offsets, expected) => {
  expect(alignedOffsets(a, b, offsets)).toEqual(expected);
});

test('texts too long to align are not', () => {
  expect(alignedOffsets('a'.repeat(5000), 'b'.repeat(5000), [1])).toBeUndefined();
});

test('property: equal texts align to themselves, and offsets stay in order', () => {
  const text = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const every = Array.from({ length: a.length + 1 }, (_, i) => i);
      expect(alignedOffsets(a, a, every)).toEqual(every);
      const places = alignedOffsets(a, b, every)!;
      expect([...places].sort((x, y) => x - y)).toEqual(places);
      expect(places.at(-1)).toBe(b.length);
    }),
  );
});
