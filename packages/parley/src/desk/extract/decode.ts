/**
 * Bytes to text, or a refusal that says what is wrong and where. UTF-8 is checked strictly: a text with letters replaced
 * would not be the source. UTF-16 is read when it begins with a BOM. A BOM is kept, as one unit of the text (rule C6).
 */
import { refuse, type Refusal } from './refusal.ts';

export interface Decoded {
  readonly kind: 'decoded';
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/** A source may have at most this many bytes (design, “Safe”). */
export const MOST_BYTES = 20_000_000;

export function decode(bytes: Uint8Array, limit: number = MOST_BYTES): Decoded | Refusal {
  if (bytes.length > limit) return refuse({ code: 'too-large', size: bytes.length, limit, of: 'bytes' });
  const format = formatOf(bytes);
  if (format !== undefined) return refuse({ code: 'binary', byte: 0, format });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse({ code: 'binary', byte: zero });
  try {
    return {
      kind: 'decoded',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
    };
  } catch {
    const byte = firstInvalid(bytes);
    let line = 1;
    for (let i = 0; i < byte; i++) if (bytes[i] === 0x0a) line++;
    return refuse({ code: 'not-utf8', byte, line });
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded | Refusal {
  // Decoded leniently first, to say where it goes wrong: a half pair, or half a unit at the end.
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, bytes.length & ~1));
  const zero = text.indexOf('\0');
  if (zero >= 0) return refuse({ code: 'binary', byte: 2 * zero });
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { kind: 'decoded', text, encoding };
  } catch {
    return refuse({ code: 'not-utf16', byte: firstHalfPair(bytes, encoding === 'utf-16le') });
  }
}

function firstHalfPair(bytes: Uint8Array, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = view.getUint16(i, little);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = i + 3 < bytes.length ? view.getUint16(i + 2, little) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return i;
    i += 2;
  }
  return bytes.length - 1;
}

/** Offset of the first byte that no UTF-8 sequence has there (RFC 3629, §4). The length, if there is none. */
export function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return i;
    for (let k = 1; k <= more; k++) {
      const byte = bytes[i + k] ?? 0;
      // no overlong forms, no surrogates, nothing above U+10FFFF
      const least = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const most = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < least || byte > most) return i;
    }
    i += more + 1;
  }
  return bytes.length;
}

const FORMATS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'an archive or an office document'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
  ['7z\xbc\xaf', 'an archive'],
  ['Rar!', 'an archive'],
  ['\x7fELF', 'a program'],
  ['{\\rtf', 'an RTF document'],
];

const formatOf = (bytes: Uint8Array): string | undefined =>
  FORMATS.find(([magic]) => [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0)))?.[1];
