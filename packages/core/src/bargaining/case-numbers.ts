/**
 * The uncertain numbers of a case that bear on deals, and how they are drawn: number j of the list takes in draw k the
 * quantile of `uniformAt(seed, j, k)` (rule C5). The list depends on the case alone, so every table, issue and rank sees
 * the same draw (common random numbers).
 */
import { distributionOf, middle, type Case, type Quantity, type QuantityKind } from '../case/index.ts';
import { quantile, uniformAt, type Distribution } from '../maths/index.ts';

export type Reported = Exclude<Quantity, { kind: 'not-reported' }>;

/** A value for every number that the case reports. */
export type Numbers = (quantity: Reported) => number;

export const middles: Numbers = middle;

/** What a number says: `territory` of Ukraine at `frozen`, or what an influence shifts. */
export interface NumberName {
  readonly party: string | null;
  readonly what: 'weight' | 'score' | 'reserved' | 'bonus' | 'influence';
  readonly issue?: string;
  readonly value?: string;
  /** The id of the bonus or influence. */
  readonly row?: string;
}

export interface UncertainNumber {
  readonly name: NumberName;
  readonly quantity: Reported;
  readonly distribution: Distribution;
}

/** In the order of the file: preferences by party, then influences. */
export function uncertainNumbers(given: Case): UncertainNumber[] {
  const found: UncertainNumber[] = [];
  const add = (quantity: Quantity | undefined, kind: QuantityKind, name: NumberName): void => {
    if (quantity?.kind === 'range') found.push({ name, quantity, distribution: distributionOf(quantity, kind)! });
  };
  for (const { party, issues, bonuses, reserved } of given.preferences.values()) {
    for (const [issue, utility] of issues) {
      if (utility === 'not-reported') continue;
      add(utility.weight, 'amount', { party, what: 'weight', issue });
      for (const [value, score] of utility.scores) add(score, 'value', { party, what: 'score', issue, value });
    }
    for (const bonus of bonuses) add(bonus.add, 'value', { party, what: 'bonus', row: bonus.id });
    add(reserved, 'value', { party, what: 'reserved' });
  }
  for (const influence of given.influences.values()) {
    const name = { party: influence.party ?? null, what: 'influence', row: influence.id } as const;
    add(influence.reserved, 'shift', name);
    for (const [issue, shift] of influence.weight) add(shift, 'shift', { ...name, issue });
  }
  return found;
}

export interface Draws {
  readonly seed: number;
  readonly numbers: readonly UncertainNumber[];
  /** The uniform number behind number j in draw k. */
  readonly uniform: (j: number, k: number) => number;
  /** All numbers of draw k. */
  readonly draw: (k: number) => Numbers;
}

export function drawsOf(given: Case, seed: number): Draws {
  const numbers = uncertainNumbers(given);
  const uniform = (j: number, k: number): number => uniformAt(seed, j, k);
  const known: Numbers[] = [];
  const draw = (k: number): Numbers => {
    const drawn = new Map(
      numbers.map(({ quantity, distribution }, j) => [quantity, quantile(distribution, uniform(j, k))]),
    );
    return (quantity) => {
      const value = quantity.kind === 'number' ? quantity.value : drawn.get(quantity);
      if (value === undefined) throw new Error('a number of another case');
      return value;
    };
  };
  return { seed, numbers, uniform, draw: (k) => (known[k] ??= draw(k)) };
}
