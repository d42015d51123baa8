/**
 * Everything the precondition engine says of a case (rules B1–B10): the requires-graph, cycles, exclusions, what every
 * goal waits for and how it could be freed, and the deals that wait for nobody. Work beyond the limit is refused goal by
 * goal, with an estimate; the rest of the answer stands.
 */
import type { Case, Expression } from '../case/index.ts';
import { chanceBlocked, type Blocked } from './chance.ts';
import { Cone, plainSetup, workBudget, type Sequence } from './cone.ts';
import { conflictsOf, type Conflicts } from './conflicts.ts';
import { demandsOf, type Demand } from './demands.ts';
import { exclusionsOf, type Exclusion } from './exclusions.ts';
import { exitsOf, type Exits } from './exits.ts';
import { WorkLimit } from './formula.ts';
import { compileCase, issueStep, type CompiledCase } from './from-case.ts';
import { loopsOf, reachableSteps, requiresGraph, type Cycle, type Edge } from './requires.ts';
import { meetingsOf, smallDealsOf, type MeetingReach, type SmallDeal } from './small-deals.ts';
import type { Formula, Theory } from './theory.ts';

export interface Goal {
  /** As in output: a meeting, a happening, `issue = value`, a scenario, or the condition asked for. */
  readonly name: string;
  readonly kind: 'meeting' | 'happening' | 'issue' | 'scenario' | 'condition' | 'cycle';
  readonly formula: Formula;
}

export interface Refusal {
  readonly what: string;
  /** Joint steps that would have to be tried. */
  readonly estimate: number;
  readonly limit: number;
}

export type GoalAnswer =
  | { readonly goal: Goal; readonly refused: Refusal }
  | { readonly goal: Goal; readonly reachable: true; readonly sequence: Sequence }
  | ({
      readonly goal: Goal;
      readonly reachable: false;
      readonly conflicts: Conflicts;
      readonly blocked: Blocked;
    } & Exits);

export interface CycleAnswer extends Cycle {
  /** What frees all its steps. */
  readonly answer: GoalAnswer;
}

export interface Blocks {
  readonly compiled: CompiledCase;
  readonly demands: readonly Demand[];
  readonly edges: readonly Edge[];
  /** Undefined where the search was refused. */
  readonly reachable: readonly (boolean | undefined)[];
  /** Questions that were too large, in words; the rest of the answer stands. */
  readonly refused: readonly string[];
  readonly cycles: readonly CycleAnswer[];
  readonly jointSteps: readonly Cycle[];
  readonly exclusions: readonly Exclusion[];
  readonly goals: readonly GoalAnswer[];
  readonly meetings: readonly MeetingReach[];
  readonly smallDeals: readonly SmallDeal[];
}

export interface AnalyseOptions {
  /** Goals instead of the default ones (rule B6). */
  readonly goals?: readonly { readonly name: string; readonly condition: Expression }[];
  /** Joint steps tried before a goal is refused. Default 20 million, some ten seconds. */
  readonly limit?: number;
  readonly onProgress?: (done: number, total: number, goal: string) => void;
}

const LIMIT = 20_000_000;

export function analyse(given: Case, options: AnalyseOptions = {}): Blocks {
  const compiled = compileCase(given);
  const limit = options.limit ?? LIMIT;
  const theory = analyseTheory(compiled.theory, limit);
  const goals: Goal[] =
    options.goals?.map((goal): Goal => ({
      name: goal.name,
      kind: 'condition',
      formula: compiled.formula(goal.condition),
    })) ?? defaultGoals(given, compiled);
  const asked: Goal[] = [...theory.cycles.map((cycle): Goal => cycleGoal(compiled.theory, cycle)), ...goals];
  const answers = asked.map((goal, k) => {
    options.onProgress?.(k, asked.length, goal.name);
    return answer(compiled.theory, theory.demands, goal, limit);
  });
  options.onProgress?.(asked.length, asked.length, '');
  const meetings = meetingsOf(given, compiled, () => workBudget(limit));
  return {
    compiled,
    ...theory,
    cycles: theory.cycles.map((cycle, k) => ({ ...cycle, answer: answers[k]! })),
    goals: answers.slice(theory.cycles.length),
    meetings,
    smallDeals: smallDealsOf(given, compiled, meetings, () => workBudget(limit)),
  };
}

/** The part of the answer that needs no case. */
export function analyseTheory(
  theory: Theory,
  limit = LIMIT,
): Pick<Blocks, 'demands' | 'edges' | 'reachable' | 'refused' | 'jointSteps' | 'exclusions'> & {
  readonly cycles: readonly Cycle[];
} {
  const demands = demandsOf(theory);
  const edges = requiresGraph(theory);
  const reachable = reachableSteps(theory, () => workBudget(limit));
  const undecided = theory.steps.filter((_, k) => reachable[k] === undefined).map((step) => step.name);
  const refused =
    undecided.length === 0
      ? []
      : [`whether these can be reached, and so whether they stand in a cycle: ${undecided.join(', ')}`];
  const exclusions = exclusionsOf(theory, demands, (step) =>
    refused.push(`which demands on ${theory.steps[step]!.name} exclude one another`),
  );
  return { demands, edges, reachable, refused, ...loopsOf(theory, edges, reachable), exclusions };
}

/** Reachability of one goal, and if it is out of reach why and what would free it. */
export function answer(theory: Theory, demands: readonly Demand[], goal: Goal, limit = LIMIT): GoalAnswer {
  try {
    const cone = new Cone(theory, demands, goal.formula, workBudget(limit));
    const sequence = cone.sequence(plainSetup(theory, demands));
    if (sequence !== undefined) return { goal, reachable: true, sequence };
    return {
      goal,
      reachable: false,
      conflicts: conflictsOf(theory, demands, cone),
      blocked: chanceBlocked(theory, demands, cone),
      ...exitsOf(theory, demands, cone),
    };
  } catch (error) {
    if (error instanceof WorkLimit)
      return { goal, refused: { what: error.what, estimate: error.estimate, limit: error.limit } };
    throw error;
  }
}

/** Rule B6: meetings, happenings, issue values off the status quo, scenarios. */
function defaultGoals(given: Case, compiled: CompiledCase): Goal[] {
  const single = (kind: Goal['kind'], name: string): Goal => ({
    name,
    kind,
    formula: { kind: 'step', step: compiled.stepIndex.get(name)! },
  });
  return [
    ...[...given.meetings.keys()].map((name) => single('meeting', name)),
    ...[...given.happenings.keys()].map((name) => single('happening', name)),
    ...[...given.issues.values()].flatMap((issue) =>
      issue.values
        .filter((value) => !issue.statusQuo.includes(value))
        .map((value) => single('issue', issueStep(issue.id, value))),
    ),
    ...[...given.scenarios.values()].flatMap((scenario): Goal[] =>
      scenario.when === undefined
        ? []
        : [
            {
              name: scenario.id,
              kind: 'scenario',
              formula: negatedIf(scenario.never, compiled.formula(scenario.when)),
            },
          ],
    ),
  ];
}

const negatedIf = (negated: boolean, of: Formula): Formula => (negated ? { kind: 'not', of } : of);

/** All steps of a cycle taken; of steps that exclude one another, one of them. */
function cycleGoal(theory: Theory, cycle: Cycle): Goal {
  const alternatives = new Map<string, number[]>();
  for (const step of cycle.steps) {
    const key = theory.steps[step]!.group ?? `step ${step}`;
    alternatives.set(key, [...(alternatives.get(key) ?? []), step]);
  }
  const of = [...alternatives.values()].map((steps): Formula => ({
    kind: 'or',
    of: steps.map((step) => ({ kind: 'step', step })),
  }));
  return {
    name: cycle.steps.map((step) => theory.steps[step]!.name).join(' and '),
    kind: 'cycle',
    formula: { kind: 'and', of },
  };
}
