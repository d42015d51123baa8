/** From pairs to numbers: precision, recall and F1 of kinds and rules, and how often what a row tells is right. */
import { wilsonInterval } from '@parley/core/maths';
import { FEWEST } from '@parley/core/reading';

export interface Share {
  readonly right: number;
  readonly n: number;
  /** Missing where n is 0. */
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Scores {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1?: number;
}

export interface KindScores extends Scores {
  readonly strict: Scores;
  /** Of the pairs: how many tell the same speaker, date, entity … */
  readonly told: Readonly<Record<string, Share>>;
  /** The gold has only the plain cases: precision is a lower bound. */
  readonly isGoldIncomplete: boolean;
}

export interface RuleScores extends Scores {
  readonly kind: string;
  /** Fewer than can carry a confidence. */
  readonly isTooFew: boolean;
  readonly isGoldIncomplete: boolean;
}

export function share(right: number, n: number): Share {
  return n === 0 ? { right, n } : { right, n, share: right / n, ...wilsonInterval(right, n) };
}

/** Found and gold may count their rights apart: many found can lie in one of the gold. */
export function scores(right: number, found: number, gold: number, rightOfGold = right): Scores {
  const [precision, recall] = [share(right, found), share(rightOfGold, gold)];
  const [p, r] = [precision.share ?? 0, recall.share ?? 0];
  return { precision, recall, ...(found + gold === 0 ? {} : { f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }) };
}

export const isTooFew = (n: number): boolean => n < FEWEST;

/** Counts that grow by account and become scores at the end. */
export class Tally {
  readonly #counts = new Map<string, number>();
  add(key: string, by = 1): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }
  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
  keys(prefix: string): string[] {
    return [...this.#counts.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }
}
