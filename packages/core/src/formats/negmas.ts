/**
 * NegMAS scenarios (YAML): a domain `issues: [{name, type, values}]` and one utility function a file, linear additive with
 * tables or linear functions (of the number), or hyper-rectangles with constant utilities. Values mean what NegMAS makes of
 * them: nothing is divided by a maximum. A reserved value that is missing is 0; none, NaN and −∞ mean that any deal is better
 * than none.
 *
 * An issue `type: ContiguousIssue` has the bounds of whole numbers as values, a `ContinuousIssue` those of a real issue.
 * In a hyper-rectangle two numbers are a range, as NegMAS reads pairs; its files do not tell pairs from lists.
 */
import { integerIssue, realIssue, type Bonus, type Issue, type Utility } from '../bargaining/index.ts';
import { parseYaml } from '../case/yaml.ts';
import {
  DEFAULT_REAL_STEPS,
  distinct,
  entry,
  Findings,
  imported,
  isRecord,
  numberOr,
  stem,
  textOf,
  type Imported,
  type NamedText,
  type RealGrid,
  type Report,
} from './negotiation.ts';

interface DomainIssue {
  readonly issue: Issue;
  readonly numbers: readonly number[];
}

export function importNegmas(domain: NamedText, profiles: readonly NamedText[], options: RealGrid = {}): Imported {
  const findings = new Findings();
  const report = findings.errorsIn(domain.name);
  if (profiles.length === 0) report('no-profiles');
  const list = entry(read(domain, report), 'issues');
  if (!Array.isArray(list)) {
    if (!findings.hasErrors) report('not-this-format', { detail: 'no issues' });
    return imported(undefined, findings);
  }
  const issues = list.flatMap((row, i): DomainIssue[] => {
    const its = issueIn(row, i, options.realSteps ?? DEFAULT_REAL_STEPS, report);
    if (its?.issue.kind === 'real')
      findings.warn({
        code: 'real-on-a-grid',
        file: domain.name,
        issue: its.issue.name,
        number: its.issue.values.length,
      });
    return its === undefined ? [] : [its];
  });
  const names: string[] = [];
  const utilities = profiles.flatMap((profile): Utility[] => {
    const own = findings.errorsIn(profile.name);
    const ufun = read(profile, own);
    if (ufun === undefined) return [];
    const title = entry(ufun, 'name');
    names.push(typeof title === 'string' && title !== '' ? title : stem(profile.name));
    const its = utilityIn(ufun, issues, own);
    return its === undefined ? [] : [its];
  });
  return imported({ issues: issues.map(({ issue }) => issue), parties: distinct(names), utilities }, findings);
}

function read({ name, text }: NamedText, report: Report): unknown {
  const { value, problems } = parseYaml(text, name);
  const [problem] = problems;
  if (problem === undefined) return value;
  report('yaml-syntax', { detail: problem.code, line: problem.place.line });
  return undefined;
}

/** Classes are written with or without their module. */
const className = (type: unknown): string => (typeof type === 'string' ? type.replace(/^.*\./u, '') : '');

function issueIn(row: unknown, i: number, realSteps: number, report: Report): DomainIssue | undefined {
  const title = entry(row, 'name');
  const name = typeof title === 'string' ? title : `issue ${i + 1}`;
  const values = entry(row, 'values');
  const type = className(entry(row, 'type'));
  const isRange = type === 'ContiguousIssue' || type === 'ContinuousIssue';
  if (isRange || typeof values === 'number') {
    // A single number n stands for 0 … n − 1.
    const [from, to] = Array.isArray(values) ? (values as unknown[]).map(Number) : [0, Number(values) - 1];
    const isWhole = type === 'ContinuousIssue' || (Number.isSafeInteger(from) && Number.isSafeInteger(to));
    if (!(from! <= to!) || !isWhole) {
      report('not-a-number', { issue: name, detail: 'values' });
      return undefined;
    }
    const grid = type === 'ContinuousIssue' ? realIssue(name, from!, to!, realSteps) : integerIssue(name, from!, to!);
    if ('tooMany' in grid) {
      report('too-many-values', { issue: name, number: grid.tooMany });
      return undefined;
    }
    return grid;
  }
  const texts = Array.isArray(values) ? (values as unknown[]).map(textOf) : [];
  return {
    issue: { name, kind: type === 'CategoricalIssue' || type === '' ? 'categorical' : 'ordered', values: texts },
    numbers: texts.map(Number),
  };
}

function utilityIn(ufun: unknown, issues: readonly DomainIssue[], report: Report): Utility | undefined {
  const type = className(entry(ufun, 'type'));
  const given = entry(ufun, 'reserved_value');
  const reserved = Number.isNaN(given) || given === null ? -Infinity : numberOr(given, 0);
  const bias = entry(ufun, 'bias');
  const constant: Bonus[] = typeof bias === 'number' && bias !== 0 ? [{ when: new Map(), add: bias }] : [];
  if (type.startsWith('Hyper')) {
    const bonuses = boxesIn(ufun, issues, report);
    if (bonuses === undefined) return undefined;
    return {
      weights: issues.map(() => 0),
      scores: issues.map(({ issue }) => issue.values.map(() => 0)),
      bonuses: [...bonuses, ...constant],
      reserved,
    };
  }
  const values = entry(ufun, 'values');
  const weights = entry(ufun, 'weights');
  const of = (table: unknown, i: number): unknown =>
    Array.isArray(table) ? (table as unknown[])[i] : entry(table, issues[i]!.issue.name);
  if (!/^LinearAdditive|^LinearUtilityAggregation/u.test(type) || values === undefined) {
    report('unsupported', { detail: type === '' ? 'utility function without a type' : type });
    return undefined;
  }
  return {
    // Without weights all count once.
    weights: issues.map((_, i) => (weights === undefined || weights === null ? 1 : of(weights, i)) as number),
    scores: issues.map((its, i) => scoresIn(of(values, i), its, report)),
    reserved,
    ...(constant.length > 0 && { bonuses: constant }),
  };
}

function scoresIn(fun: unknown, { issue, numbers }: DomainIssue, report: Report): number[] {
  const type = className(entry(fun, 'type'));
  const table = entry(fun, 'mapping') ?? (type === '' && isRecord(fun) ? fun : undefined);
  if (isRecord(table)) return issue.values.map((value) => entry(table, value) as number);
  const parameter = (name: string, otherwise: number): number => {
    const x = entry(fun, name);
    return typeof x === 'number' ? x : otherwise;
  };
  switch (type) {
    case 'IdentityFun':
      return [...numbers];
    case 'LinearFun':
    case 'AffineFun':
      return numbers.map((x) => parameter('slope', NaN) * x + parameter('bias', 0));
    case 'ConstFun':
      return numbers.map(() => parameter('bias', NaN));
    default:
      report('unsupported', { issue: issue.name, detail: type === '' ? 'value function without a type' : type });
      return [];
  }
}

function boxesIn(ufun: unknown, issues: readonly DomainIssue[], report: Report): Bonus[] | undefined {
  const ranges = entry(ufun, 'outcome_ranges');
  const utilities = entry(ufun, 'utilities');
  const weights = entry(ufun, 'weights');
  if (!Array.isArray(ranges) || !Array.isArray(utilities)) {
    report('not-this-format', { detail: 'hyper-rectangles without outcome_ranges and utilities' });
    return undefined;
  }
  return ranges.map((range: unknown, k): Bonus => {
    const utility: unknown = utilities[k];
    const weight: unknown = Array.isArray(weights) ? weights[k] : 1;
    if (typeof utility !== 'number' || typeof weight !== 'number')
      report('unsupported', { detail: `utility of hyper-rectangle ${k + 1} is not a number` });
    const when = new Map<number, number[]>();
    for (const [key, limits] of Object.entries(isRecord(range) ? range : {})) {
      const i = /^\d+$/u.test(key) ? Number(key) : issues.findIndex(({ issue }) => issue.name === key);
      const its = issues[i];
      if (its === undefined) {
        report('other-domain', { issue: key });
        continue;
      }
      const list: unknown[] = Array.isArray(limits) ? limits : [limits];
      const isPair = list.length === 2 && list.every((x) => typeof x === 'number');
      const [from, to] = list as number[];
      const named = new Set(list.map(textOf));
      when.set(
        i,
        its.issue.values.flatMap((value, v) =>
          (isPair ? its.numbers[v]! >= from! && its.numbers[v]! <= to! : named.has(value)) ? [v] : [],
        ),
      );
    }
    return { when, add: (utility as number) * (weight as number) };
  });
}
