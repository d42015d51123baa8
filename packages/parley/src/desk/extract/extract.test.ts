import { describe, expect, test } from 'vitest';
import { extract } from './extract.ts';

const file = (name: string, text: string) => extract({ name, bytes: Buffer.from(text) });

describe('a file is read by what it is', () => {
  test.each([
    ['page.html', '<p>They met.</p>', 'They met.'],
    ['PAGE.HTM', '<p>They met.</p>', 'They met.'],
    ['saved', '<!DOCTYPE html>\n<p>They met.</p>', 'They met.'],
    ['saved.txt', '\ufeff<!-- saved from the web -->\n<HTML><body><p>They met.</p>', 'They met.'],
    ['note.md', '<html> is a tag', '<html> is a tag'],
    ['note.txt', 'They met, 5 < 6.', 'They met, 5 < 6.'],
  ])('%s', async (name, text, expected) => {
    expect(await file(name, text)).toMatchObject({ kind: 'extracted', text: expected });
  });

  test('what cannot be decoded is refused', async () => {
    expect(await extract({ name: 'a.html', bytes: new Uint8Array([60, 112, 62, 0xff]) })).toMatchObject({
      kind: 'refused',
      code: 'not-utf8',
      byte: 3,
    });
  });
});
