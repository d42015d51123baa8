/**
 * The normal distribution in whole numbers of 400 bits after the point, for tests: 1/2 + (z − z³/6 + z⁵/40 − …) / √2π.
 * The terms of |z| ≤ 12 reach 2^104 and the tails 2^-109, which leaves more than fifty digits.
 */
import { BITS, fixed, ONE, times, type Exact } from './elementary.twin.ts';

/** Machin's formula. */
function pi(): bigint {
  const arctanOfInverse = (n: bigint): bigint => {
    let sum = 0n;
    let power = ONE / n;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += k % 4n === 1n ? power / k : -power / k;
      power /= n * n;
    }
    return sum;
  };
  return 4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n));
}

/** Newton's iteration for the whole root. */
function root(n: bigint): bigint {
  let x = 1n << BigInt(n.toString(2).length / 2 + 1 - ((n.toString(2).length / 2) % 1));
  for (;;) {
    const next = (x + n / x) / 2n;
    if (next >= x) return x;
    x = next;
  }
}

const ROOT_TWO_PI = root((2n * pi()) << BITS);

export function exactNormalCumulative(z: number): Exact {
  const x = fixed(z);
  const square = times(x, x);
  let power = x; // z^(2n + 1) / (n! 2^n)
  let sum = 0n;
  for (let n = 0n; power > 1n || power < -1n; n++) {
    sum += (n % 2n === 0n ? power : -power) / (2n * n + 1n);
    power = times(power, square) / (2n * (n + 1n));
  }
  return { scaled: ONE / 2n + (sum << BITS) / ROOT_TWO_PI, exponent: 0 };
}
