/**
 * GeniusWeb profiles (JSON): `{"LinearAdditiveUtilitySpace": {domain: {issuesValues}, issueUtilities, issueWeights,
 * reservationBid}}`. Each profile carries its domain; all must have the same. Number ranges are `[from, to, step]` with
 * linear utilities. The value of no deal is that of the reservation bid; without one any deal is better than none (−∞).
 */
import { MOST_VALUES, type BargainingProblem, type Issue, type Utility } from '../bargaining/index.ts';
import {
  distinct,
  entry,
  Findings,
  imported,
  isRecord,
  parseJson,
  stem,
  textOf,
  type Imported,
  type NamedText,
  type Report,
} from './negotiation.ts';

export function importGeniusWeb(profiles: readonly NamedText[]): Imported {
  const findings = new Findings();
  if (profiles.length === 0) findings.errorsIn('')('no-profiles');
  let issues: readonly Issue[] | undefined;
  const utilities: Utility[] = [];
  const names: string[] = [];
  for (const { name, text } of profiles) {
    const report = findings.errorsIn(name);
    const json = parseJson(text, report);
    if (json === undefined) continue;
    const space = entry(json, 'LinearAdditiveUtilitySpace');
    const table = entry(entry(space, 'domain'), 'issuesValues');
    if (!isRecord(space) || !isRecord(table)) {
      report('not-this-format', { detail: 'no LinearAdditiveUtilitySpace with a domain' });
      continue;
    }
    const own = Object.entries(table).map(([issue, values]) => issueIn(issue, values, report));
    issues ??= own;
    const differs = own.find(
      (issue) =>
        !issues!.some(
          ({ name: n, values }) =>
            n === issue.name && values.length === issue.values.length && values.every((v) => issue.values.includes(v)),
        ),
    );
    if (differs !== undefined || own.length !== issues.length) {
      report('other-domain', differs === undefined ? {} : { issue: differs.name });
      continue;
    }
    utilities.push(utilityIn(space, issues, report));
    const title = entry(space, 'name');
    names.push(typeof title === 'string' && title !== '' ? title : stem(name));
  }
  const problem: BargainingProblem | undefined = issues && { issues, parties: distinct(names), utilities };
  return imported(problem, findings, { weightsSumTo: 1 });
}

function issueIn(name: string, values: unknown, report: Report): Issue {
  const list = entry(values, 'values');
  if (Array.isArray(list)) return { name, kind: 'categorical', values: list.map(textOf) };
  const range = entry(values, 'range');
  const [from, to, step] = Array.isArray(range) ? range.map(Number) : [];
  if (!(from! <= to!) || !(step! > 0)) {
    report('not-a-number', { issue: name, detail: 'range' });
    return { name, kind: 'real', values: [] };
  }
  // The end belongs to the range where steps reach it but for rounding.
  const count = Math.floor((to! - from!) / step! + 1e-9) + 1;
  if (count > MOST_VALUES) {
    report('too-many-values', { issue: name, number: count });
    return { name, kind: 'real', values: [] };
  }
  const digits = Math.max(0, ...[from!, step!].map((x) => String(x).split('.')[1]?.length ?? 0));
  return {
    name,
    kind: Number.isInteger(from) && Number.isInteger(step) ? 'integer' : 'real',
    values: Array.from({ length: count }, (_, k) => String(Number((from! + k * step!).toFixed(Math.min(digits, 15))))),
  };
}

function utilityIn(space: unknown, issues: readonly Issue[], report: Report): Utility {
  const weights = issues.map(({ name }) => entry(entry(space, 'issueWeights'), name) as number);
  const scores = issues.map((issue) => scoresIn(entry(entry(space, 'issueUtilities'), issue.name), issue, report));
  const bid = entry(entry(space, 'reservationBid'), 'issuevalues');
  if (!isRecord(bid)) return { weights, scores, reserved: -Infinity };
  // A reservation bid may leave issues open; they add nothing.
  const reserved = issues.reduce((sum, { name, values }, i) => {
    const value = entry(bid, name);
    if (value === undefined) return sum;
    const score = scores[i]![values.indexOf(textOf(value))];
    if (score === undefined) report('other-domain', { issue: name, value: textOf(value) });
    return sum + weights[i]! * (score ?? 0);
  }, 0);
  return { weights, scores, reserved };
}

function scoresIn(utilities: unknown, { name, kind, values }: Issue, report: Report): number[] {
  const discrete = entry(utilities, 'DiscreteValueSetUtilities') ?? entry(utilities, 'discreteutils');
  if (discrete !== undefined) {
    const table = entry(discrete, 'valueUtilities');
    return values.map((value) => entry(table, value) as number);
  }
  const linear = entry(utilities, 'NumberValueSetUtilities') ?? entry(utilities, 'numberutils');
  if (linear === undefined || kind === 'categorical') {
    report('issue-missing', { issue: name });
    return [];
  }
  const [low, lowUtility, high, highUtility] = ['lowValue', 'lowUtility', 'highValue', 'highUtility'].map((key) =>
    Number(entry(linear, key)),
  );
  if (![low, lowUtility, high, highUtility].every(Number.isFinite) || low === high) {
    report('not-a-number', { issue: name, detail: 'NumberValueSetUtilities' });
    return [];
  }
  return values.map((x) => lowUtility! + ((Number(x) - low!) * (highUtility! - lowUtility!)) / (high! - low!));
}
