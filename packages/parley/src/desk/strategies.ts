/** Strategies, protocols and generated domains as a user writes them. */
import { domain, ranges, reservedOf, type BargainingProblem, type Family } from '@parley/core/bargaining';
import { nearestName } from '@parley/core/case';
import {
  acCombi,
  acConst,
  acNext,
  acTime,
  strategyOf,
  STRATEGIES,
  withAcceptance,
  type AcceptanceCondition,
  type Strategy,
} from '@parley/core/talks';
import { UsageError } from './usage.ts';

const NUMBER = /^(\d+\.?\d*|\.\d+)$/;

/** `boulware`, or with another acceptance condition: `boulware+ac-next`, `micro+ac-time=0.95`. */
export function strategyNamed(written: string): Strategy {
  const [name = '', condition, ...more] = written.trim().split('+');
  const strategy = strategyOf(name);
  const all = STRATEGIES.map(({ id }) => id);
  if (strategy === undefined) {
    const near = nearestName(name, all);
    throw new UsageError(
      `There is no strategy “${name.slice(0, 80)}”.`,
      `${near === undefined ? '' : `Did you mean “${near}”? `}There are: ${all.join(', ')}.`,
    );
  }
  if (condition === undefined) return strategy;
  const accept = more.length > 0 ? undefined : conditionNamed(condition);
  if (accept === undefined)
    throw new UsageError(
      `“${written.slice(0, 80)}” ends in no acceptance condition.`,
      'After the + stand ac-next, ac-combi, ac-time=T or ac-const=U, such as boulware+ac-time=0.95.',
    );
  // Under the name as it was written, which is short.
  return { ...withAcceptance(strategy, accept), id: `${strategy.id}+${condition}` };
}

function conditionNamed(written: string): AcceptanceCondition | undefined {
  const [name, value] = written.split('=');
  const x = value === undefined || !NUMBER.test(value) ? undefined : Number(value);
  if (name === 'ac-next' && value === undefined) return acNext();
  if (name === 'ac-combi' && value === undefined) return acCombi();
  if (name === 'ac-time' && x !== undefined && x <= 1) return acTime(x);
  if (name === 'ac-const' && x !== undefined) return acConst(x);
  return undefined;
}

export const strategiesNamed = (written: string): Strategy[] => written.split(',').map(strategyNamed);

/** A whole number of an option. */
export function wholeNumber(name: string, written: string, least: number, most: number): number {
  const n = /^\d{1,15}$/.test(written) ? Number(written) : NaN;
  if (n >= least && n <= most) return n;
  throw new UsageError(
    `--${name} ${written.slice(0, 40)}: a whole number from ${least} to ${most.toLocaleString('en')} is expected.`,
  );
}

/** `R:10x10x10:1`: family, sizes of the issues, seed. */
export function generated(
  written: string,
  parties: number,
  reserved: readonly number[] | undefined,
): { readonly name: string; readonly problem: BargainingProblem } {
  const [, family, sizes, seed] = /^([RCM]):(\d{1,6}(?:x\d{1,6})*):(\d{1,10})$/.exec(written.trim()) ?? [];
  const each = (sizes ?? '').split('x').map(Number);
  if (family === undefined || each.some((size) => size < 2) || each.length > 50)
    throw new UsageError(
      `“${written.slice(0, 80)}” is no domain that can be generated.`,
      'Write family R, C or M, the sizes of its issues (2 or more), and a seed: R:10x10x10:1.',
    );
  if (reserved !== undefined && reserved.length !== parties)
    throw new UsageError(`--reserved has ${reserved.length} numbers for ${parties} parties.`);
  const outcomes = each.reduce((product, size) => product * size, 1);
  if (each.some((size) => size > 100_000) || outcomes > Number.MAX_SAFE_INTEGER)
    throw new UsageError(
      `${written}: there would be about ${outcomes.toExponential(1)} outcomes.`,
      'Fewer values or issues.',
    );
  const spec = { family: family as Family, seed: Number(seed), sizes: each, parties };
  return { name: written.trim(), problem: domain({ ...spec, ...(reserved !== undefined && { reserved }) }) };
}

export function numbersNamed(name: string, written: string): number[] {
  return written.split(',').map((text) => {
    const x = text.trim() === '' ? NaN : Number(text);
    if (!Number.isFinite(x))
      throw new UsageError(`--${name} ${written.slice(0, 40)}: numbers joined by commas are expected.`);
    return x;
  });
}

/** To a party that takes any deal no deal is worth what the worst deal is: sums and shares need a number. */
export function withFloors(problem: BargainingProblem): BargainingProblem {
  if (problem.utilities.every((utility) => reservedOf(utility) > -Infinity)) return problem;
  const its = ranges(problem);
  return {
    ...problem,
    utilities: problem.utilities.map((utility, p) =>
      reservedOf(utility) > -Infinity ? utility : { ...utility, reserved: its?.[p]!.least ?? 0 },
    ),
  };
}
