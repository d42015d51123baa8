/**
 * One block of Philox4x32-10 (Salmon, Moraes, Dror & Shaw, SC'11), written so that nothing is allocated: simulations ask
 * for millions of blocks. Multiplication of 32-bit words goes by halves, all in whole numbers of 32 bits.
 */
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** Writes the four words of the block, as signed numbers; counter and key as any numbers that stand for 32 bits. */
export function philoxInto(
  words: Int32Array,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
): void {
  let c0 = counter0 | 0;
  let c1 = counter1 | 0;
  let c2 = counter2 | 0;
  let c3 = counter3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    // High words of c0 · 0xd2511f53 and c2 · 0xcd9e8d57.
    const aHigh = c0 >>> 16;
    const aLow = c0 & 0xffff;
    const aMiddle = (Math.imul(aHigh, 0x1f53) + (Math.imul(aLow, 0x1f53) >>> 16)) | 0;
    const aCross = (Math.imul(aLow, 0xd251) + (aMiddle & 0xffff)) | 0;
    const high0 = (Math.imul(aHigh, 0xd251) + (aMiddle >>> 16) + (aCross >>> 16)) | 0;
    const bHigh = c2 >>> 16;
    const bLow = c2 & 0xffff;
    const bMiddle = (Math.imul(bHigh, 0x8d57) + (Math.imul(bLow, 0x8d57) >>> 16)) | 0;
    const bCross = (Math.imul(bLow, 0xcd9e) + (bMiddle & 0xffff)) | 0;
    const high1 = (Math.imul(bHigh, 0xcd9e) + (bMiddle >>> 16) + (bCross >>> 16)) | 0;
    const low0 = Math.imul(0xd2511f53, c0);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = c3;
}
