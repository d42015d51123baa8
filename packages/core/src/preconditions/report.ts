/**
 * The answer of the precondition engine in names and quotes instead of indices: what `parley blocks --json` prints and
 * the brief is written from. Field names are a promise.
 */
import type { Case, Quotation } from '../case/index.ts';
import type { Blocks, GoalAnswer, Refusal } from './analyse.ts';
import type { Sequence } from './cone.ts';
import type { Demand } from './demands.ts';
import type { Exit } from './exits.ts';
import type { Cycle } from './requires.ts';

export interface Quote {
  readonly source: string;
  readonly quote: string;
}

export interface ReportedChange {
  /** Every row of the demand is listed; its cost counts once. */
  readonly precondition: string;
  readonly how: 'waive' | 'together' | 'relax';
  readonly demand: string;
  readonly relaxation?: string;
}

export interface ReportedExit {
  readonly for: string;
  readonly changes: readonly ReportedChange[];
  readonly cost: number;
}

export interface ReportedCycle {
  readonly steps: readonly string[];
  readonly preconditions: readonly string[];
  readonly inferred: boolean;
}

export interface ReportedGoal {
  readonly goal: string;
  readonly kind: string;
  readonly reachable: boolean | null;
  readonly sequence: readonly (readonly string[])[] | null;
  readonly conflicts: readonly (readonly string[])[];
  readonly exits: readonly ReportedExit[];
  /** Exits beyond those listed. */
  readonly moreExits: number;
  /** False when the search for exits or conflicts was cut. */
  readonly complete: boolean;
  /** All exits of up to this many changed demands are there; null when none was sought. */
  readonly exitsUpTo: number | null;
  readonly holdsOnlyIf: readonly string[];
  readonly blocked: {
    /** Null when it was not computed. */
    readonly chance: number | null;
    readonly standardError: number;
    readonly shares: Readonly<Record<string, number>>;
  };
  readonly refused?: Refusal;
}

export interface ReportedDemand {
  readonly id: string;
  readonly preconditions: readonly string[];
  readonly holders: readonly string[];
  readonly steps: readonly string[];
  readonly firmness: number;
  readonly cost: number;
  readonly inferred: boolean;
}

export interface BlocksReport {
  readonly asOf: string;
  /** Questions too large to answer, in words. */
  readonly refused: readonly string[];
  readonly cycles: readonly (ReportedCycle &
    Pick<ReportedGoal, 'conflicts' | 'exits' | 'moreExits' | 'complete' | 'holdsOnlyIf' | 'blocked'>)[];
  readonly jointSteps: readonly ReportedCycle[];
  readonly exclusions: readonly {
    readonly demands: readonly string[];
    readonly steps: readonly string[];
    readonly quotes: readonly Quote[];
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly preconditions: readonly string[];
    readonly timing: string;
    readonly inferred: boolean;
    readonly quotes: readonly Quote[];
  }[];
  /** What meetings need to convene: edges that no precondition makes. */
  readonly convening: readonly { readonly from: string; readonly to: string }[];
  readonly smallDeals: readonly string[];
  readonly smallDealValues: readonly {
    readonly issue: string;
    readonly value: string;
    readonly meetings: readonly string[];
  }[];
  readonly meetings: readonly {
    readonly meeting: string;
    readonly rank: string | null;
    readonly past: boolean;
    readonly reachable: boolean | null;
    readonly maySettle: readonly string[];
    readonly notReported: readonly string[];
  }[];
  /** Exits of all goals that are out of reach. */
  readonly exits: readonly ReportedExit[];
  readonly goals: readonly ReportedGoal[];
  readonly demands: readonly ReportedDemand[];
}

/** Rule B6: at most this many exits a goal are listed. */
const MOST_EXITS = 20;

export function blocksReport(given: Case, blocks: Blocks): BlocksReport {
  const names = blocks.compiled.theory.steps.map((step) => step.name);
  const name = (step: number): string => names[step]!;
  const quotes = (rows: readonly string[]): Quote[] =>
    quotesOf(rows.flatMap((id) => given.preconditions.get(id)?.said ?? []));
  const cycle = (c: Cycle): ReportedCycle => ({
    steps: c.steps.map(name),
    preconditions: c.rows,
    inferred: c.inferred,
  });
  const demandRows = (ids: readonly number[]): string[] =>
    ids.flatMap((d) => blocks.demands[d]!.rows.map((row) => row.id));
  const goals = blocks.goals.map((g) => reportGoal(g, blocks.demands, name));
  return {
    asOf: given.asOf,
    refused: blocks.refused,
    cycles: blocks.cycles.map((c) => {
      const { conflicts, exits, moreExits, complete, holdsOnlyIf, blocked } = reportGoal(
        c.answer,
        blocks.demands,
        name,
      );
      return { ...cycle(c), conflicts, exits, moreExits, complete, holdsOnlyIf, blocked };
    }),
    jointSteps: blocks.jointSteps.map(cycle),
    exclusions: blocks.exclusions.map((x) => ({
      demands: x.demands.map((d) => blocks.demands[d]!.id),
      steps: x.steps.map(name),
      quotes: quotes(demandRows(x.demands)),
    })),
    edges: blocks.edges
      .filter((edge) => edge.rows.length > 0)
      .map((edge) => ({
        from: name(edge.from),
        to: name(edge.to),
        preconditions: edge.rows,
        timing: edge.timing,
        inferred: edge.inferred,
        quotes: quotes(edge.rows),
      })),
    convening: blocks.edges
      .filter((edge) => edge.rows.length === 0)
      .map((edge) => ({ from: name(edge.from), to: name(edge.to) })),
    smallDeals: [...new Set(blocks.smallDeals.map((deal) => deal.issue))],
    smallDealValues: blocks.smallDeals,
    meetings: blocks.meetings.map((m) => ({
      meeting: m.meeting,
      rank: m.rank ?? null,
      past: m.past,
      reachable: m.reachable ?? null,
      maySettle: m.maySettle,
      notReported: m.holes,
    })),
    exits: goals.flatMap((goal) => goal.exits),
    goals,
    demands: blocks.demands.map((d) => ({
      id: d.id,
      preconditions: d.rows.map((row) => row.id),
      holders: d.holders,
      steps: d.steps.map(name),
      firmness: d.firmness,
      cost: d.cost,
      inferred: d.inferred,
    })),
  };
}

function reportGoal(g: GoalAnswer, demands: readonly Demand[], name: (step: number) => string): ReportedGoal {
  const base = {
    goal: g.goal.name,
    kind: g.goal.kind,
    conflicts: [],
    exits: [],
    moreExits: 0,
    complete: true,
    exitsUpTo: null,
    holdsOnlyIf: [],
  };
  if ('refused' in g)
    return {
      ...base,
      reachable: null,
      sequence: null,
      complete: false,
      blocked: { chance: null, standardError: 0, shares: {} },
      refused: g.refused,
    };
  if (g.reachable)
    return {
      ...base,
      reachable: true,
      sequence: names(g.sequence, name),
      blocked: { chance: 0, standardError: 0, shares: {} },
    };
  return {
    ...base,
    reachable: false,
    sequence: null,
    conflicts: g.conflicts.sets.map((set) => set.map((c) => c.id)),
    exits: g.exits.slice(0, MOST_EXITS).map((exit) => reportExit(exit, g.goal.name, demands)),
    moreExits: Math.max(0, g.exits.length - MOST_EXITS),
    complete: g.complete && g.conflicts.complete,
    exitsUpTo: g.upTo,
    holdsOnlyIf: g.holdsOnlyIf,
    blocked: {
      chance: g.blocked.chance,
      standardError: g.blocked.standardError,
      shares: Object.fromEntries(g.blocked.shares),
    },
  };
}

function reportExit(exit: Exit, goal: string, demands: readonly Demand[]): ReportedExit {
  const changes = exit.changes.flatMap((change): ReportedChange[] => {
    const demand = demands.find((d) => d.id === change.demand)!;
    // Only what must hold before can be made simultaneous.
    const rows = change.how === 'together' ? demand.rows.filter((row) => row.timing === 'before') : demand.rows;
    return rows.map((row) => ({
      precondition: row.id,
      how: change.how,
      demand: change.demand,
      ...(change.how === 'relax' ? { relaxation: change.relaxation } : {}),
    }));
  });
  // Costs are sums of decimal fractions; what lies beyond the twelfth digit is the computer's, not the case's.
  return { for: goal, changes, cost: Number(exit.cost.toFixed(12)) };
}

const names = (sequence: Sequence, name: (step: number) => string): string[][] =>
  sequence.map((joint) => joint.map(name));

function quotesOf(said: readonly Quotation[]): Quote[] {
  return said.map((q) => ({ source: q.source, quote: q.quote }));
}
