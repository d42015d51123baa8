/**
 * Writes a bargaining problem as GeniusWeb profiles (JSON), one a party, with utilities as {@link ./genius-write.ts} scales
 * them. A reserved value can only be said by a bid of that worth: the least one that is worth at least as much stands for
 * it, so that the same deals are better than none. It is sought among all outcomes, up to a million; above, and where no
 * outcome is worth as much, the reserved value is left out, which is said.
 */
import type { BargainingProblem } from '../bargaining/index.ts';
import { fileNames, leftOut, type DomainFiles, type DomainOmission } from './domain-write.ts';
import { shared } from './genius-write.ts';

const MOST_OUTCOMES = 1_000_000;

export function writeGeniusWeb(problem: BargainingProblem, name: string): DomainFiles {
  const { issues, parties } = problem;
  const omissions = new Set<DomainOmission>(leftOut(problem, ['bonuses', 'constraints', 'discount']));
  const byIssue = <T>(of: (i: number) => T): Record<string, T> =>
    Object.fromEntries(issues.map((issue, i) => [issue.name, of(i)]));
  const files = fileNames(parties).map((stem, p) => {
    const own = shared(problem.utilities[p]!);
    const bid = reservationBid(own);
    if (bid === 'none') omissions.add('reserved');
    const space = {
      domain: { name, issuesValues: byIssue((i) => ({ values: issues[i]!.values })) },
      name: parties[p]!,
      issueUtilities: byIssue((i) => ({
        DiscreteValueSetUtilities: {
          valueUtilities: Object.fromEntries(issues[i]!.values.map((value, v) => [value, own.scores[i]![v]!])),
        },
      })),
      issueWeights: byIssue((i) => own.shares[i]!),
      reservationBid: typeof bid === 'string' ? null : { issuevalues: byIssue((i) => issues[i]!.values[bid[i]!]!) },
    };
    return [`${stem}.json`, `${JSON.stringify({ LinearAdditiveUtilitySpace: space }, null, 2)}\n`] as const;
  });
  return { files: new Map(files), omissions: [...omissions] };
}

function reservationBid({ shares, scores, reserved }: ReturnType<typeof shared>): readonly number[] | 'any' | 'none' {
  if (reserved <= 0) return 'any';
  const sizes = scores.map((row) => row.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count > MOST_OUTCOMES) return 'none';
  const outcome = sizes.map(() => 0);
  let found: number[] | 'none' = 'none';
  let least = Infinity;
  for (let k = 0; k < count; k++) {
    let worth = 0;
    for (let i = 0; i < outcome.length; i++) worth += shares[i]! * scores[i]![outcome[i]!]!;
    if (worth >= reserved && worth < least) {
      least = worth;
      found = [...outcome];
    }
    for (let i = outcome.length - 1; i >= 0 && ++outcome[i]! === sizes[i]; i--) outcome[i] = 0;
  }
  return found;
}
