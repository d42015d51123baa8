/**
 * NegoLog profiles (JSON): `{reservationValue, issueWeights: {issue: weight}, issues: {issue: {value: score}}}`. There is no
 * domain file; the first profile's issues and values are the domain.
 */
import type { BargainingProblem, Utility } from '../bargaining/index.ts';
import {
  distinct,
  entry,
  Findings,
  imported,
  isRecord,
  numberOr,
  parseJson,
  stem,
  type Imported,
  type NamedText,
} from './negotiation.ts';

export function importNegolog(profiles: readonly NamedText[]): Imported {
  const findings = new Findings();
  if (profiles.length === 0) findings.errorsIn('')('no-profiles');
  let issues: BargainingProblem['issues'] | undefined;
  const utilities = profiles.flatMap(({ name, text }): Utility[] => {
    const report = findings.errorsIn(name);
    const profile = parseJson(text, report);
    if (profile === undefined) return [];
    const table = entry(profile, 'issues');
    if (!isRecord(table)) {
      report('not-this-format', { detail: 'no issues' });
      return [];
    }
    issues ??= Object.entries(table).map(([issue, values]) => ({
      name: issue,
      kind: 'categorical',
      values: isRecord(values) ? Object.keys(values) : [],
    }));
    for (const issue of Object.keys(table))
      if (!issues.some((known) => known.name === issue)) report('other-domain', { issue });
    const weights = entry(profile, 'issueWeights');
    return [
      {
        weights: issues.map((issue) => entry(weights, issue.name) as number),
        scores: issues.map((issue) => issue.values.map((value) => entry(entry(table, issue.name), value) as number)),
        reserved: numberOr(entry(profile, 'reservationValue'), 0),
      },
    ];
  });
  return imported(
    issues && { issues, parties: distinct(profiles.map(({ name }) => stem(name))), utilities },
    findings,
    { weightsSumTo: 1 },
  );
}
