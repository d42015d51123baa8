/**
 * Rankings of a `.gmcr` file (./gmcr.ts) as a case has them: its states go by their number among the feasible ones, from 1,
 * those of a case by their decimals.
 */
import type { CaseFile, Path } from '../case/index.ts';
import { decimalOf, type StateSpace } from '../graph/index.ts';
import { sayType, type Item, type Report } from './gmcr-structure.ts';

export type Ranking = NonNullable<Exclude<NonNullable<CaseFile['preferences']>[string], string>['ranking']>;

/** Best first, by the numbers of the feasible states in ascending order. */
export function byNumber(
  { levels, path: at }: { levels: readonly Item[]; path: Path },
  space: StateSpace,
  report: Report,
): Ranking {
  const seen = new Set<number>();
  const read = ({ value: number, path }: Item): number[] => {
    if (typeof number !== 'number' || !Number.isInteger(number))
      report('wrong-type', path, { expected: 'The number of a state', found: sayType(number) });
    else if (number < 1 || number > space.states)
      report('no-such-number', path, { what: 'feasible state', number, count: space.states, from: 1 });
    else if (seen.has(number)) report('state-ranked-twice', path, { state: String(number) });
    else {
      seen.add(number);
      return [decimalOf(space, number - 1)];
    }
    return [];
  };
  const ranking = levels.flatMap(({ value: level, path }): Ranking => {
    if (!Array.isArray(level)) return read({ value: level, path });
    const equal = level.flatMap((number: unknown, k) => read({ value: number, path: [...path, k] }));
    return equal.length === 0 ? [] : [equal];
  });
  const missing: string[] = [];
  for (let number = 1; number <= space.states && missing.length <= 8; number++)
    if (!seen.has(number)) missing.push(String(number));
  if (missing.length > 0)
    report('states-unranked', at, { states: missing.slice(0, 8), count: space.states - seen.size });
  return ranking;
}

/** The states with the highest payoff first; one payoff for each state, in ascending order. */
export function byPayoff(payoffs: readonly Item[], at: Path, space: StateSpace, report: Report): Ranking {
  if (payoffs.length !== space.states) report('not-one-a-state', at, { found: payoffs.length, states: space.states });
  const levels = new Map<number, number[]>();
  for (const [state, { value, path }] of payoffs.slice(0, space.states).entries()) {
    if (typeof value !== 'number') report('wrong-type', path, { expected: 'A number', found: sayType(value) });
    else {
      const level = levels.get(value);
      if (level === undefined) levels.set(value, [decimalOf(space, state)]);
      else level.push(decimalOf(space, state));
    }
  }
  const best = [...levels].toSorted(([a], [b]) => b - a);
  return best.map(([, level]) => (level.length === 1 ? level[0]! : level));
}
