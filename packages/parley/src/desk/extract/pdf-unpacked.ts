/**
 * Whether a PDF unpacks to more than can be held: 20 MB of deflated spaces are 20 GB. PDF.js unpacks a stream whole, so the
 * streams are unpacked here before, each up to a bound and none kept. Some 300 MB a second; a PDF of text takes 10 ms.
 * Streams that are encrypted with an empty password cannot be looked into.
 */
import { inflateSync } from 'node:zlib';

const MOST_OF_ONE = 200_000_000; // the largest pictures have 150 MB
const MOST_OF_ALL = 500_000_000; // pictures left out: they are not unpacked for the text

export function unpacksTooLarge(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file[at - 1] === 0x64) continue; // endstream
    const dictionary = file.toString('latin1', Math.max(0, at - 600), at);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const times = own.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    if (times === 0) continue;
    const from = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + (file[at + 6] === 0x0a || file[at + 7] === 0x0a ? 1 : 0);
    const size = unpacked(file.subarray(from), times);
    if (size > MOST_OF_ONE) return true;
    if (!/\/Subtype\s*\/Image\b/.test(own)) total += size;
    if (total > MOST_OF_ALL) return true;
  }
  return false;
}

/** What is behind the stream is not read: deflated data says itself where it ends. */
function unpacked(packed: Uint8Array, times: number): number {
  try {
    const once = inflateSync(packed, { maxOutputLength: MOST_OF_ONE });
    return times > 1 ? Math.max(once.length, unpacked(once, times - 1)) : once.length;
  } catch (error) {
    // A stream that is broken, or not deflated after all, is PDF.js's to judge.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : 0;
  }
}
