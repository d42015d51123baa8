/**
 * Writes a bargaining problem as a NegMAS scenario (YAML): a domain and one linear additive utility function a party, with
 * weights, scores and reserved values as they are. The format has no bonuses beside a linear function, no forbidden
 * combinations and, in these files, no discount; what is left out is listed.
 */
import { stringify } from 'yaml';
import type { BargainingProblem } from '../bargaining/index.ts';
import { fileNames, leftOut, type DomainFiles } from './domain-write.ts';

export function writeNegmas(problem: BargainingProblem, name: string): DomainFiles {
  const { issues, parties, utilities } = problem;
  const text = (value: unknown): string => stringify(value, { lineWidth: 0 });
  const domain = {
    name,
    issues: issues.map((issue) => ({ name: issue.name, type: 'CategoricalIssue', values: issue.values })),
  };
  const profiles = fileNames(parties, ['domain']).map((stem, p) => {
    const { weights, scores, reserved = 0 } = utilities[p]!;
    const ufun = {
      type: 'LinearAdditiveUtilityFunction',
      name: parties[p]!,
      reserved_value: reserved,
      weights: [...weights],
      values: issues.map(({ values }, i) => ({
        type: 'TableFun',
        mapping: new Map(values.map((value, v) => [value, scores[i]![v]!])),
      })),
    };
    return [`${stem}.yml`, text(ufun)] as const;
  });
  return {
    files: new Map([['domain.yml', text(domain)], ...profiles]),
    omissions: leftOut(problem, ['bonuses', 'constraints', 'discount']),
  };
}
