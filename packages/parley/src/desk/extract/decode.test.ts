import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decode, firstInvalid } from './decode.ts';

const bytes = (...values: (string | number[])[]): Uint8Array =>
  Buffer.concat(values.map((value) => Buffer.from(value as string)));

describe('bytes become text', () => {
  test('UTF-8, with its BOM as one unit', () => {
    expect(decode(bytes('Erdoğan 😀'))).toEqual({ kind: 'decoded', text: 'Erdoğan 😀', encoding: 'utf-8' });
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'a'))).toMatchObject({ text: '\ufeffa' });
  });

  test('UTF-16 with a BOM, either way round', () => {
    const little = Buffer.from('\ufeffErdoğan 😀', 'utf16le');
    expect(decode(little)).toEqual({ kind: 'decoded', text: '\ufeffErdoğan 😀', encoding: 'utf-16le' });
    expect(decode(Buffer.from(little).swap16())).toMatchObject({ text: '\ufeffErdoğan 😀', encoding: 'utf-16be' });
  });

  test('nothing is an empty text', () => {
    expect(decode(new Uint8Array())).toMatchObject({ kind: 'decoded', text: '' });
  });
});

describe('bytes are refused, with the place', () => {
  test.each([
    ['a zero', bytes('text', [0], 'more'), { code: 'binary', byte: 4 }],
    ['a PDF', bytes('%PDF-1.7 and so on'), { code: 'binary', format: 'a PDF file' }],
    ['an office document', bytes('PK\x03\x04...'), { code: 'binary' }],
    ['a Latin-1 letter', bytes('one\ntwo caf', [0xe9], ' three'), { code: 'not-utf8', byte: 11, line: 2 }],
    ['an overlong form', bytes([0xc0, 0xaf]), { code: 'not-utf8', byte: 0 }],
    ['a surrogate', bytes('a', [0xed, 0xa0, 0x80]), { code: 'not-utf8', byte: 1 }],
    ['a sequence cut off', bytes('ab', [0xe2, 0x82]), { code: 'not-utf8', byte: 2 }],
    ['half a pair in UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x41, 0]), { code: 'not-utf16', byte: 4 }],
    ['half a unit in UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0x41]), { code: 'not-utf16', byte: 4 }],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), { code: 'binary' }],
  ])('%s', (_, given, expected) => {
    const refusal = decode(given);
    expect(refusal).toMatchObject({ kind: 'refused', ...expected });
    expect(refusal.kind === 'refused' && refusal.message).toMatch(/\w+.*\.$/);
  });

  test('a file over the limit', () => {
    expect(decode(new Uint8Array(11), 10)).toMatchObject({ kind: 'refused', code: 'too-large', size: 11, limit: 10 });
  });
});

test('property: random bytes are decoded exactly or refused at the first bad byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (given) => {
      const result = decode(given);
      if (result.kind === 'decoded' && result.encoding === 'utf-8')
        expect(Buffer.from(result.text)).toEqual(Buffer.from(given));
      const at = firstInvalid(given);
      const head = given.subarray(0, at);
      expect(Buffer.from(Buffer.from(head).toString()).equals(Buffer.from(head))).toBe(true);
      if (result.kind === 'refused' && result.code === 'not-utf8') expect(result.byte).toBe(at);
      if (result.kind === 'decoded' && result.encoding === 'utf-8') expect(at).toBe(given.length);
    }),
    { numRuns: 400 },
  );
});

test('property: any well-formed text comes back from its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0'));
      const result = decode(bytes('x', text));
      expect(result).toMatchObject({ kind: 'decoded', text: `x${text}` });
    }),
  );
});
