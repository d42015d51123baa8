/**
 * What follows from one table of a case, whoever called the meeting: solution points, the zone of agreement and in how many
 * draws it is open, every issue by itself, small packages, who forbids what. Tables and issues that are the same problem
 * are worked out once.
 */
import type { Case } from '../case/index.ts';
import type { Draws, NumberName } from './case-numbers.ts';
import type {
  CarryingNumber,
  IssueAlone,
  ReportedDeal,
  ReportedOpenings,
  ReportedSolution,
  ReportedVeto,
  TableReport,
} from './deals-report.ts';
import { compileTable, nameOf, type CaseTable, type TableAsked } from './from-case.ts';
import type { FrontierPoint } from './frontier.ts';
import type { BargainingProblem, Outcome } from './model.ts';
import { openings, vetoes } from './opening.ts';
import { smallPackages } from './packages.ts';
import { rationalCount } from './rational-count.ts';
import { bargain, type Bargain, type Solution, type SolutionId } from './solutions.ts';
import { evaluate, reservedOf, utilitiesOf } from './utility.ts';
import { carriersOf, openDraws, settlingSomething, zoneOf } from './zone.ts';

const FRONTIER_SHOWN = 20;
const PACKAGES_SHOWN = 3;
const CARRIERS_SHOWN = 3;
const RESCORINGS_SHOWN = 3;

type Head = 'meeting' | 'rank' | 'state' | 'off' | 'holes' | 'assumptions' | 'influences';
/** What follows from the problem alone, whoever called the meeting. */
export type Figures = Omit<TableReport, Head | 'higher'>;

/** What the tables of one report share. */
export interface Bench {
  readonly given: Case;
  readonly draws: Draws;
  readonly count: number;
  readonly figures: Map<string, Figures>;
  readonly alone: Map<string, Omit<IssueAlone, 'stake'>>;
}

export function figuresOf(table: CaseTable, bench: Bench): Figures {
  const key = keyOf(table);
  const figures = bench.figures.get(key) ?? computed(table, bench);
  bench.figures.set(key, figures);
  return figures;
}

/** The same for tables that are the same problem. */
const keyOf = ({ parties, ratifiers, problem }: CaseTable): string =>
  JSON.stringify([parties, ratifiers, problem?.()], (_, value: unknown) => (value instanceof Map ? [...value] : value));

function computed(table: CaseTable, bench: Bench): Figures {
  const { asked, parties, issues, problem: problemOf } = table;
  const { draws, count } = bench;
  const head = {
    parties,
    agenda: issues.map(({ id, values, statusQuo }) => ({
      issue: id,
      values: values.map(nameOf),
      statusQuo: nameOf(values[statusQuo]!),
    })),
  };
  const idle = table.ratifiers.map((judge): ReportedVeto => ({
    row: judge.ratifier,
    of: judge.by,
    judges: judge.judges,
    refuses: 0,
    blocks: false,
  }));
  if (problemOf === undefined) return { ...head, ...NO_FIGURES, ratifiers: idle };
  const problem = problemOf();
  const say = sayer(problem);
  const its = bargain(problem);
  const { allowed, atLeast, atMost } = rationalCount(problem);
  const zone = zoneOf(problem);
  const isOpen = zone.points.length > 0;
  const opened = openDraws((k) => problemOf(draws.draw(k)), count);
  const packages = smallPackages(problem);
  const judged = vetoesOf(problem, isOpen);
  return {
    ...head,
    reserved: problem.utilities.map(reservedOf),
    statusQuo: utilitiesOf(problem, say.statusQuo),
    outcomes: allowed,
    paretoSize: its?.frontier.length ?? 0,
    rationalFraction: atLeast === atMost && allowed > 0 ? atLeast / allowed : null,
    opposition: its?.opposition ?? null,
    complete: (its?.complete ?? true) && zone.complete,
    frontier: (its?.frontier ?? []).slice(0, FRONTIER_SHOWN).map(say.deal),
    maxMinGain: its?.maxMinGain ?? null,
    zone: { isOpen, openIn: opened.filter(Boolean).length },
    openings: isOpen ? null : openingsOf(problem),
    alone: issues.map(({ id }, i) => {
      const stake = problem.utilities.reduce((sum, { weights }) => sum + weights[i]!, 0);
      return { ...issueAlone({ ...asked, only: id }, bench), stake };
    }),
    packages: packages.slice(0, PACKAGES_SHOWN).map((p) => say.solution({ ...p, value: p.product })),
    morePackages: Math.max(0, packages.length - PACKAGES_SHOWN),
    ratifiers: idle.map((row) => ({ ...row, ...judged.get(row.row) })),
    redLines: [...judged].flatMap(([row, found]) =>
      idle.some((judge) => judge.row === row) ? [] : [{ row, ...found }],
    ),
    carriedBy: carrying(table, opened, draws),
    ...solutionsOf(its, say.solution),
  };
}

const NO_FIGURES = {
  reserved: [],
  statusQuo: [],
  outcomes: 0,
  paretoSize: 0,
  rationalFraction: null,
  opposition: null,
  complete: true,
  frontier: [],
  maxMinGain: null,
  zone: { isOpen: false, openIn: 0 },
  openings: null,
  alone: [],
  packages: [],
  morePackages: 0,
  redLines: [],
  carriedBy: [],
  nash: null,
  egalitarian: null,
  kalaiSmorodinsky: null,
  kalaiSmorodinskySpread: null,
  utilitarian: null,
  relativeUtilitarian: null,
} as const;

const solutionsOf = (
  its: Bargain | undefined,
  reported: (solution: Solution) => ReportedSolution,
): Record<SolutionId, (ReportedSolution & { product?: number }) | null> => {
  const of = (id: SolutionId): ReportedSolution | null => {
    const solution = its?.solutions?.[id];
    return solution === undefined ? null : reported(solution);
  };
  const nash = of('nash');
  return {
    nash: nash === null ? null : { ...nash, product: nash.value },
    egalitarian: of('egalitarian'),
    kalaiSmorodinsky: of('kalaiSmorodinsky'),
    kalaiSmorodinskySpread: of('kalaiSmorodinskySpread'),
    utilitarian: of('utilitarian'),
    relativeUtilitarian: of('relativeUtilitarian'),
  };
};

interface Sayer {
  readonly statusQuo: Outcome;
  readonly deal: (point: FrontierPoint) => ReportedDeal;
  readonly solution: (point: FrontierPoint & { readonly value: number }) => ReportedSolution;
}

function sayer(problem: BargainingProblem): Sayer {
  const { issues, utilities } = problem;
  const statusQuo = issues.map((issue) => issue.statusQuo!);
  const deal = ({ outcome, utilities: its }: FrontierPoint): ReportedDeal => ({
    values: outcome.map((v, i) => issues[i]!.values[v]!),
    utilities: its,
    gains: its.map((u, p) => u - reservedOf(utilities[p]!)),
  });
  return {
    statusQuo,
    deal,
    solution: (point) => ({
      ...deal(point),
      value: point.value,
      changes: utilities.map(({ weights, scores }) =>
        issues.flatMap(({ name }, i) => {
          const points = weights[i]! * (scores[i]![point.outcome[i]!]! - scores[i]![statusQuo[i]!]!);
          return points === 0 ? [] : [{ issue: name, points }];
        }),
      ),
      settles: issues.flatMap(({ name, values }, i) => {
        const v = point.outcome[i]!;
        return v === statusQuo[i] ? [] : [{ issue: name, value: values[v]! }];
      }),
    }),
  };
}

const bearsOn = ({ party, what, issue, row }: NumberName, table: CaseTable): boolean =>
  what === 'influence'
    ? table.influences.includes(row!)
    : table.parties.includes(party!) && (issue === undefined || table.issues.some(({ id }) => id === issue));

function carrying(table: CaseTable, opened: readonly boolean[], draws: Draws): CarryingNumber[] {
  const bearing = draws.numbers.flatMap(({ name }, j) => (bearsOn(name, table) ? [j] : []));
  return carriersOf(opened, bearing, draws.uniform)
    .slice(0, CARRIERS_SHOWN)
    .map(({ number, difference }) => ({ ...draws.numbers[number]!.name, difference }));
}

function issueAlone(asked: TableAsked, bench: Bench): Omit<IssueAlone, 'stake'> {
  const { table } = compileTable(bench.given, asked);
  const key = table === undefined ? asked.only! : keyOf(table);
  const its = bench.alone.get(key) ?? zoneAlone(asked.only!, table, bench);
  bench.alone.set(key, its);
  return its;
}

function zoneAlone(issue: string, table: CaseTable | undefined, { draws, count }: Bench): Omit<IssueAlone, 'stake'> {
  if (table?.problem === undefined)
    return { issue, isOpen: false, openIn: 0, values: [], carriedBy: [], refused: true };
  const { problem: problemOf } = table;
  const problem = problemOf();
  const reserved = problem.utilities.map(reservedOf);
  const isOpen = zoneOf(problem).points.length > 0;
  const { values, statusQuo } = problem.issues[0]!;
  const forbidden = (v: number): boolean =>
    (problem.constraints ?? []).some(({ forbids }) => forbids.get(0)?.includes(v) ?? true);
  const opened = openDraws((k) => problemOf(draws.draw(k)), count);
  return {
    issue,
    isOpen,
    openIn: opened.filter(Boolean).length,
    carriedBy: carrying(table, opened, draws),
    values: values.filter(
      (_value, v) =>
        v !== statusQuo && !forbidden(v) && problem.utilities.every((u, p) => evaluate(u, [v]) >= reserved[p]!),
    ),
    ...(!isOpen && { openings: openingsOf(problem) }),
  };
}

function openingsOf(problem: BargainingProblem): ReportedOpenings {
  const { parties, issues, constraints = [] } = problem;
  const found = openings(settlingSomething(problem));
  const { deal } = sayer(problem);
  return {
    lowerings: found.lowerings.map(({ party, from, to, deal: point }) => ({
      party: parties[party]!,
      from,
      to,
      deal: deal(point),
    })),
    drops: found.drops.map(({ constraints: its, of, kind }) => ({
      row: constraints[its[0]!]!.rule!,
      of: typeof of === 'number' ? parties[of]! : of,
      kind,
    })),
    rescorings: found.rescorings
      .filter(({ withinScale }) => withinScale)
      .slice(0, RESCORINGS_SHOWN)
      .map(({ party, issue, value, from, to }) => ({
        party: parties[party]!,
        issue: issues[issue]!.name,
        value: issues[issue]!.values[value]!,
        from,
        to,
      })),
  };
}

/** By rule: red lines, preconditions and ratifiers' conditions. */
function vetoesOf(problem: BargainingProblem, isOpen: boolean): Map<string, Omit<ReportedVeto, 'row'>> {
  const { parties, issues } = problem;
  const its = settlingSomething(problem);
  return new Map(
    vetoes(its).map(({ constraints, of, refuses }) => {
      const boxes = constraints.map((c) => its.constraints![c]!);
      const named = new Set(boxes.flatMap(({ forbids }) => [...forbids.keys()]));
      return [
        boxes[0]!.rule!,
        {
          of: typeof of === 'number' ? parties[of]! : of,
          judges: [...named].toSorted((a, b) => a - b).map((i) => issues[i]!.name),
          refuses: refuses.length,
          blocks: !isOpen && refuses.length > 0,
        },
      ];
    }),
  );
}
