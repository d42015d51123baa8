/**
 * Compiles a case, as it stands at the end of its as-of day, to what the precondition engine reads.
 *
 * Steps are the options, happenings and meetings, and every value of an issue off its status quo. Facts are expanded;
 * what no joint step can change — dates, declined decisions, what has been — becomes a constant.
 */
import {
  bindsOn,
  inForce,
  middle,
  stateOf,
  timeHolds,
  type Case,
  type Expression,
  type Precondition,
  type Quantity,
  type Row as CaseRow,
  type State,
  type StepName,
} from '../case/index.ts';
import { meanChance } from '../maths/logit-normal.ts';
import type { Formula, Row, Step, Theory } from './theory.ts';

export interface CompiledCase {
  readonly theory: Theory;
  readonly state: State;
  /** Index of a step by its name. */
  readonly stepIndex: ReadonlyMap<string, number>;
  /** A condition of the case as a formula over steps. */
  readonly formula: (e: Expression) => Formula;
}

/** What is assumed of a binding row without firmness: that its holder insists. */
const FULL_FIRMNESS = 1;
/** What is assumed of a relaxation without cost. */
const NO_COST = 0;

export const issueStep = (issue: string, value: string): string => `${issue} = ${value}`;

export function compileCase(given: Case): CompiledCase {
  const state = stateOf(given);
  const steps = stepsOf(given, state);
  const stepIndex = new Map(steps.map((step, k) => [step.name, k]));
  const formula = (e: Expression): Formula => toFormula(e, given, state, stepIndex);

  const holdsNow = (row: CaseRow): boolean => inForce(row, given.asOf);
  const rows = [...given.preconditions.values()]
    .filter((row) => bindsOn(row, given.asOf))
    .map((row) => toRow(row, given, stepIndex, formula));
  const theory: Theory = {
    steps,
    rows,
    relaxations: [...given.relaxations.values()].filter(holdsNow).map((r) => ({
      id: r.id,
      of: r.of,
      needs: formula(r.needs),
      cost: number(r.cost, NO_COST),
    })),
    impossible: [
      ...[...given.impossible.values()].filter(holdsNow).map((row) => ({ id: row.id, that: formula(row.that) })),
      // Rule M3: a red line bounds every deal, so no step may cross it.
      ...[...given.redLines.values()].filter(holdsNow).map((row) => ({
        id: row.id,
        that: { kind: 'not', of: formula(row.that) } as const,
      })),
    ].filter((row) => !holdsAlready(row.that, steps)),
    convening: [...given.meetings.values()].map((m) => ({
      id: m.id,
      step: stepIndex.get(m.id)!,
      when: formula(m.when),
    })),
  };
  return { theory, state, stepIndex, formula };
}

function stepsOf(given: Case, state: State): Step[] {
  const single = (name: string): Step => ({
    name,
    status: state.holds(name) ? 'taken' : state.declined(name) ? 'declined' : 'open',
  });
  const values = [...given.issues.values()].flatMap((issue) => {
    const now = state.valuesOf(issue.id);
    const off = issue.values.filter((value) => !issue.statusQuo.includes(value));
    return off.map((value): Step => ({
      name: issueStep(issue.id, value),
      status: now.includes(value) ? 'taken' : 'open',
      ...(issue.kind === 'one' ? { group: issue.id } : {}),
    }));
  });
  return [...[...given.options.keys(), ...given.happenings.keys(), ...given.meetings.keys()].map(single), ...values];
}

function toRow(
  row: Precondition,
  given: Case,
  stepIndex: ReadonlyMap<string, number>,
  formula: (e: Expression) => Formula,
): Row {
  return {
    id: row.id,
    holders: row.holders.toSorted(),
    steps: stepNames(row.step, given).flatMap((name) => stepIndex.get(name) ?? []),
    needs: formula(row.needs),
    timing: row.timing,
    firmness: chance(row.firmness),
    cost: number(row.firmness, FULL_FIRMNESS),
    inferred: row.inferred,
  };
}

/** The steps a precondition's `step` stands for: of a whole issue every value off its status quo (rule B1). */
export function stepNames(step: StepName, given: Case): string[] {
  if (step.kind === 'proposition') return [step.name];
  const issue = given.issues.get(step.issue);
  const values =
    step.value === undefined
      ? (issue?.values ?? []).filter((value) => !issue?.statusQuo.includes(value))
      : [step.value];
  return values.map((value) => issueStep(step.issue, value));
}

function toFormula(e: Expression, given: Case, state: State, stepIndex: ReadonlyMap<string, number>): Formula {
  const of = (part: Expression): Formula => toFormula(part, given, state, stepIndex);
  const constant = (value: boolean): Formula => ({ kind: 'constant', value });
  switch (e.kind) {
    case 'constant':
      return e;
    case 'name': {
      const fact = given.facts.get(e.name);
      if (fact !== undefined) return of(fact.that);
      const step = stepIndex.get(e.name);
      return step === undefined ? constant(false) : { kind: 'step', step };
    }
    case 'equals': {
      const step = stepIndex.get(issueStep(e.issue, e.value));
      if (step !== undefined) return { kind: 'step', step };
      const issue = given.issues.get(e.issue);
      // A member of a set is no step when it was there from the start: it stays as it is. The status quo of one value ends with any other.
      if (issue === undefined || issue.kind === 'set') return constant(state.valuesOf(e.issue).includes(e.value));
      const others = issue.values.flatMap((value) => stepIndex.get(issueStep(e.issue, value)) ?? []);
      return { kind: 'not', of: { kind: 'or', of: others.map((other) => ({ kind: 'step', step: other })) } };
    }
    case 'not':
      return { kind: 'not', of: of(e.of) };
    case 'and':
    case 'or':
      return { kind: e.kind, of: e.of.map(of) };
    case 'if':
      return { kind: 'or', of: [{ kind: 'not', of: of(e.condition) }, of(e.consequence)] };
    case 'iff': {
      const [left, right] = [of(e.left), of(e.right)];
      const neither: Formula = {
        kind: 'and',
        of: [
          { kind: 'not', of: left },
          { kind: 'not', of: right },
        ],
      };
      return { kind: 'or', of: [{ kind: 'and', of: [left, right] }, neither] };
    }
    case 'at-least':
      return { kind: 'at-least', count: e.count, of: e.of.map(of) };
    case 'declined':
      return constant(state.declined(e.name));
    case 'ever':
      // What has been stays so; what has not may still come.
      return state.held(e.of) ? constant(true) : of(e.of);
    case 'can-meet':
      return of(given.meetings.get(e.meeting)?.when ?? { kind: 'constant', value: false });
    case 'time':
      return constant(timeHolds(e, given.asOf));
  }
}

/** Whether a rule is broken from the start: then it says nothing about what may happen next. */
function holdsAlready(that: Formula, steps: readonly Step[]): boolean {
  const value = (f: Formula): boolean => {
    switch (f.kind) {
      case 'constant':
        return f.value;
      case 'step':
        return steps[f.step]!.status === 'taken';
      case 'not':
        return !value(f.of);
      case 'and':
        return f.of.every(value);
      case 'or':
        return f.of.some(value);
      case 'at-least':
        return f.of.filter(value).length >= f.count;
    }
  };
  return value(that);
}

const number = (quantity: Quantity | undefined, otherwise: number): number =>
  quantity === undefined || quantity.kind === 'not-reported' ? otherwise : middle(quantity);

/** The chance that a holder insists: the number, or the mean of the distribution that the interval stands for. */
function chance(quantity: Quantity | undefined): number {
  if (quantity === undefined || quantity.kind === 'not-reported') return FULL_FIRMNESS;
  return quantity.kind === 'number' ? quantity.value : meanChance(quantity.low, quantity.high);
}
