/**
 * GENIUS domains and profiles (XML; Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014), with GENIUS's own meaning:
 * the score of a discrete value is its evaluation divided by the largest of its issue (0 where that is below 10⁻⁵); integer
 * issues are linear from the lower bound, real ones linear or constant, both cut to 0…1. A discount factor of 0 means none.
 * Some programs sum raw evaluations instead: then reserved values, which are on 0…1, mean nothing.
 *
 * Only direct children of an issue count (similarity functions inside contain evaluations too). Nonlinear utility spaces
 * and triangular evaluators are refused.
 */
import { integerIssue, realIssue, type Issue, type Utility } from '../bargaining/index.ts';
import {
  DEFAULT_REAL_STEPS,
  distinct,
  Findings,
  imported,
  numberIn,
  stem,
  type Imported,
  type NamedText,
  type RealGrid,
  type Report,
} from './negotiation.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

/** The issue of a domain with the numbers of its values, where they are numbers. */
interface DomainIssue {
  readonly issue: Issue;
  readonly numbers?: readonly number[];
}

export function importGenius(domain: NamedText, profiles: readonly NamedText[], options: RealGrid = {}): Imported {
  const findings = new Findings();
  if (profiles.length === 0) findings.errorsIn(domain.name)('no-profiles');
  const report = findings.errorsIn(domain.name);
  const space = spaceIn(domain, report);
  if (space === undefined) return imported(undefined, findings);
  const issues = issuesIn(space).flatMap((element) => {
    const its = domainIssue(element, options.realSteps ?? DEFAULT_REAL_STEPS, report);
    if (its?.issue.kind === 'real')
      findings.warn({
        code: 'real-on-a-grid',
        file: domain.name,
        issue: its.issue.name,
        number: its.issue.values.length,
      });
    return its === undefined ? [] : [its];
  });
  const utilities = profiles.flatMap((profile): Utility[] => {
    const its = spaceIn(profile, findings.errorsIn(profile.name));
    return its === undefined ? [] : [utilityIn(its, issues, findings.errorsIn(profile.name))];
  });
  return imported(
    {
      issues: issues.map(({ issue }) => issue),
      parties: distinct(profiles.map(({ name }) => stem(name))),
      utilities,
    },
    findings,
    { weightsSumTo: 1 },
  );
}

function spaceIn({ text }: NamedText, report: Report): XmlElement | undefined {
  const parsed = parseXml(text);
  if ('problem' in parsed) {
    const { code, line, detail } = parsed.problem;
    report(code, { line, detail });
    return undefined;
  }
  const { root } = parsed;
  const space = root.name === 'utility_space' ? root : childrenOf(root, 'utility_space')[0];
  if (space === undefined) {
    report('not-this-format', { line: root.line, detail: `<${root.name}>` });
    return undefined;
  }
  const nonlinear = [...childrenOf(space, 'ufun'), ...space.children.filter(({ name }) => /hyperrect/iu.test(name))][0];
  if (nonlinear !== undefined) {
    report('unsupported', { line: nonlinear.line, detail: 'nonlinear utility space' });
    return undefined;
  }
  return space;
}

/** Objectives can be nested; issues are taken in the order of the file. */
const objectivesIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element, 'objective').flatMap((objective) => [objective, ...objectivesIn(objective)]);

const issuesIn = (space: XmlElement): XmlElement[] =>
  objectivesIn(space).flatMap((objective) => childrenOf(objective, 'issue'));

const attribute = (element: XmlElement | undefined, name: string): string | undefined => element?.attributes.get(name);

function domainIssue(element: XmlElement, realSteps: number, report: Report): DomainIssue | undefined {
  const name = attribute(element, 'name') ?? `issue ${attribute(element, 'index') ?? '?'}`;
  const type = attribute(element, 'type') ?? attribute(element, 'vtype') ?? attribute(element, 'etype') ?? 'discrete';
  if (type !== 'integer' && type !== 'real') {
    const values = childrenOf(element, 'item').map((item) => attribute(item, 'value') ?? '');
    return { issue: { name, kind: 'categorical', values } };
  }
  const range = childrenOf(element, 'range')[0] ?? element;
  const from = numberIn(attribute(range, 'lowerbound'));
  const to = numberIn(attribute(range, 'upperbound'));
  const isWhole = type === 'real' || (Number.isSafeInteger(from) && Number.isSafeInteger(to));
  if (!(from <= to) || !isWhole) {
    report('not-a-number', { line: range.line, issue: name, detail: 'bounds' });
    return undefined;
  }
  const grid = type === 'integer' ? integerIssue(name, from, to) : realIssue(name, from, to, realSteps);
  if ('tooMany' in grid) {
    report('too-many-values', { line: range.line, issue: name, number: grid.tooMany });
    return undefined;
  }
  return grid;
}

function utilityIn(space: XmlElement, issues: readonly DomainIssue[], report: Report): Utility {
  const own = issuesIn(space);
  const weights = new Map<string, number>();
  for (const objective of objectivesIn(space))
    for (const weight of childrenOf(objective, 'weight')) {
      const value = numberIn(attribute(weight, 'value'));
      if (Number.isNaN(value)) report('not-a-number', { line: weight.line, detail: 'weight' });
      weights.set(attribute(weight, 'index') ?? '', value);
    }
  const found = issues.map(({ issue }, i) => {
    const its = own.find((element) => attribute(element, 'name') === issue.name) ?? own[i];
    if (its === undefined) report('issue-missing', { line: space.line, issue: issue.name });
    return its;
  });
  const discount = optionalNumber(space, 'discount_factor', report);
  return {
    weights: found.map((its) => weights.get(attribute(its, 'index') ?? '') as number),
    scores: issues.map((its, i) => (found[i] === undefined ? [] : scoresIn(found[i], its, report))),
    reserved: optionalNumber(space, 'reservation', report) ?? 0,
    ...(discount !== undefined && discount !== 0 && { discount }),
  };
}

function optionalNumber(space: XmlElement, name: string, report: Report): number | undefined {
  const element = childrenOf(space, name)[0];
  if (element === undefined) return undefined;
  const value = numberIn(attribute(element, 'value'));
  if (Number.isNaN(value)) report('not-a-number', { line: element.line, detail: name });
  return value;
}

function scoresIn(element: XmlElement, { issue, numbers }: DomainIssue, report: Report): readonly number[] {
  if (numbers !== undefined) return evaluated(element, issue, numbers, report);
  const items = childrenOf(element, 'item');
  const raw = issue.values.map((value) => {
    const item = items.find((candidate) => attribute(candidate, 'value') === value);
    const text = attribute(item, 'evaluation');
    if (item === undefined || text === undefined) return undefined;
    const score = numberIn(text);
    if (Number.isNaN(score))
      report('not-a-number', { line: item.line, issue: issue.name, value, detail: 'evaluation' });
    return score;
  });
  const most = raw.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
  // A gap stays one: the check of the problem names the value.
  return raw.map((score) => (score === undefined ? score : most < 1e-5 ? 0 : score / most)) as number[];
}

const cut = (x: number): number => Math.min(1, Math.max(0, x));

function evaluated(element: XmlElement, issue: Issue, numbers: readonly number[], report: Report): number[] {
  const [evaluator] = childrenOf(element, 'evaluator');
  const read = (name: string): number => numberIn(attribute(evaluator, name));
  if (issue.kind === 'integer') {
    const [slope, offset] = [read('slope'), read('offset')];
    if (Number.isNaN(slope) || Number.isNaN(offset))
      report('not-a-number', { line: element.line, issue: issue.name, detail: 'slope or offset of the evaluator' });
    return numbers.map((x) => cut(offset + slope * (x - numbers[0]!)));
  }
  const type = attribute(evaluator, 'ftype');
  if (type !== 'linear' && type !== 'constant') {
    report('unsupported', { line: element.line, issue: issue.name, detail: `evaluator ${type ?? 'missing'}` });
    return [];
  }
  const [constant, slope] = [read('parameter0'), type === 'linear' ? read('parameter1') : 0];
  if (Number.isNaN(constant) || Number.isNaN(slope))
    report('not-a-number', { line: element.line, issue: issue.name, detail: 'parameters of the evaluator' });
  return numbers.map((x) => (type === 'linear' ? cut(constant + slope * x) : constant));
}
