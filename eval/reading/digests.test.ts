import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test.each(['a', 'b', 'c', 'd', 'e'])('digest %s is the one of the bundled case', (letter) => {
  const number = 108 + letter.charCodeAt(0) - 'a'.charCodeAt(0);
  expect(at(`development/${number}-istanbul-${letter}.txt`)).toBe(at(`../../cases/istanbul-2025/sources/${letter}.md`));
});
