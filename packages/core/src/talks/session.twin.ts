/**
 * Alternating offers straight from the definitions: every act is worked out anew from the list of acts so far, outcomes are
 * tuples, nothing is sorted in advance. Slow, and sharing nothing with the engine but the random numbers.
 */
import type { BargainingProblem, Outcome } from '../bargaining/model.ts';
import { Rng } from '../maths/rng.ts';

export interface LiteralAct {
  readonly party: number;
  readonly round: number;
  readonly act: 'offer' | 'accept' | 'walk-away';
  readonly outcome?: Outcome;
}

export interface LiteralTable {
  readonly problem: BargainingProblem;
  /** By party. */
  readonly strategies: readonly string[];
  readonly order: readonly number[];
  readonly rounds: number;
  readonly seed: number;
}

interface View {
  readonly party: number;
  readonly round: number;
  readonly t: number;
  readonly acts: readonly LiteralAct[];
  readonly outcomes: readonly Outcome[];
  readonly u: (outcome: Outcome) => number;
  readonly reserved: number;
  readonly rng: Rng;
}

/** An outcome to offer, `accept` (the standing offer) or `walk-away`. */
type Choice = Outcome | 'accept' | 'walk-away';
type Literal = (view: View, standing: Outcome | undefined) => Choice;

export function outcomesOf(problem: BargainingProblem): Outcome[] {
  let outcomes: Outcome[] = [[]];
  for (const issue of problem.issues)
    outcomes = outcomes.flatMap((outcome) => issue.values.map((_, value) => [...outcome, value]));
  return outcomes.filter(
    (outcome) =>
      !(problem.constraints ?? []).some(({ forbids }) =>
        [...forbids].every(([issue, values]) => values.includes(outcome[issue]!)),
      ),
  );
}

export const utilityOf = (problem: BargainingProblem, party: number, outcome: Outcome): number => {
  const { weights, scores, bonuses = [] } = problem.utilities[party]!;
  let sum = 0;
  for (const [issue, value] of outcome.entries()) sum += weights[issue]! * scores[issue]![value]!;
  for (const { when, add } of bonuses)
    if ([...when].every(([issue, values]) => values.includes(outcome[issue]!))) sum += add;
  return sum;
};

const isOffer = (act: LiteralAct): act is LiteralAct & { readonly outcome: Outcome } => act.act === 'offer';
const most = ({ outcomes, u }: View): number => Math.max(...outcomes.map(u));
const least = ({ outcomes, u }: View): number => Math.min(...outcomes.map(u));
const low = (view: View): number => Math.max(view.reserved, least(view));
const heardBy = (view: View): Outcome[] =>
  view.acts
    .filter(isOffer)
    .filter(({ party }) => party !== view.party)
    .map(({ outcome }) => outcome);
const ownOf = (view: View): Outcome[] =>
  view.acts
    .filter(isOffer)
    .filter(({ party }) => party === view.party)
    .map(({ outcome }) => outcome);

/** The smallest utility that is at least x, or the one just below if within 10⁻⁶, nearer and rational; first of equals. */
function worstAtLeast(view: View, x: number): Outcome {
  const { outcomes, u, reserved } = view;
  const values = outcomes.map(u);
  const above = values.filter((value) => value >= x);
  let wanted = above.length === 0 ? Math.max(...values) : Math.min(...above);
  const below = values.filter((value) => value < x && x - value <= 1e-6 && value >= reserved);
  if (above.length > 0 && below.length > 0 && x - Math.max(...below) < wanted - x) wanted = Math.max(...below);
  return outcomes.find((outcome) => u(outcome) === wanted)!;
}

/** Accepts what is worth the target, else offers the worst that is. */
const byTarget =
  (target: (view: View) => number): Literal =>
  (view, standing) => {
    if (most(view) < view.reserved) return 'walk-away';
    const x = target(view);
    return standing !== undefined && view.u(standing) >= x ? 'accept' : worstAtLeast(view, x);
  };

/** Accepts what is worth its next offer. */
const byNext =
  (next: (view: View) => Outcome): Literal =>
  (view, standing) => {
    if (most(view) < view.reserved) return 'walk-away';
    const own = next(view);
    return standing !== undefined && view.u(standing) >= view.u(own) ? 'accept' : own;
  };

const timeDependent = (exponent: number, epsilon: number): Literal =>
  byTarget((view) => {
    const d = low(view);
    return Math.max(d, d + (most(view) - d) * (1 - view.t ** exponent) - epsilon);
  });

const micro: Literal = (view, standing) => {
  const descending = view.outcomes
    .filter((outcome) => view.u(outcome) >= view.reserved)
    .reverse()
    .toSorted((a, b) => view.u(b) - view.u(a));
  if (descending.length === 0) return 'walk-away';
  const distinct = (of: readonly Outcome[]): number => new Set(of.map((outcome) => outcome.join())).size;
  const sent = distinct(ownOf(view));
  const concedes = sent <= distinct(heardBy(view)) && sent < descending.length;
  const standard = concedes ? descending[sent]! : descending[sent - 1]!;
  if (standing !== undefined && view.u(standing) >= view.u(standard)) return 'accept';
  return concedes ? standard : descending[view.rng.below(sent)]!;
};

const naiveTitForTat: Literal = (view, standing) => {
  const { u, round } = view;
  const top = most(view);
  if (top < view.reserved) return 'walk-away';
  const d = low(view);
  const norm = (outcome: Outcome): number => (top > d ? (u(outcome) - d) / (top - d) : u(outcome) < d ? -1 : 1);
  const descending = view.outcomes.map(u).toSorted((a, b) => b - a);
  const gap = (k: number): number =>
    2 * k + 1 < descending.length && top > least(view)
      ? (descending[2 * k]! - descending[2 * k + 1]! + 1e-12) / (top - least(view))
      : 0;
  const last = heardBy(view).at(-1);
  const target = (turn: number): number => {
    if (round === 0 || last === undefined) return 1;
    if (round < 3) return 1 - gap(2 * (round - 1) + turn);
    return norm(last) < 0 ? 1 : 1 - norm(last);
  };
  if (standing !== undefined && norm(standing) >= Math.max(0, target(0))) return 'accept';
  return worstAtLeast(view, Math.max(d, least(view) + (top - least(view)) * target(1)));
};

/** Own gain after every offer heard, by comparing each opponent's offers with those `lookBack` before. */
const faratin = (lookBack: number): Literal =>
  byNext((view) => {
    const d = low(view);
    const range = most(view) - d;
    const gain = (outcome: Outcome): number => (range > 0 ? Math.max(0, (view.u(outcome) - d) / range) : 1);
    let own = 1;
    const heard = view.acts.filter(isOffer).filter(({ party }) => party !== view.party);
    for (const [k, { party, outcome }] of heard.entries()) {
      const before = heard.slice(0, k).filter((act) => act.party === party);
      const compared = before.at(-lookBack);
      if (compared === undefined || before.length < lookBack) continue;
      const now = gain(outcome);
      own = Math.min(1, Math.max(0, own * (now > 0 ? gain(compared.outcome) / now : 1)));
    }
    return worstAtLeast(view, d + range * own);
  });

const hybrid: Literal = byTarget((view) => {
  const { t } = view;
  const range = most(view) - least(view);
  const worth = (outcome: Outcome): number => (range > 0 ? (view.u(outcome) - least(view)) / range : 1);
  const byTime = (1 - t) ** 2 + 2 * t * (1 - t) * 0.75 + t ** 2 * 0.55;
  const heard = heardBy(view).map(worth);
  const changes = heard
    .slice(1)
    .map((u, k) => u - heard[k]!)
    .slice(-4);
  const weights = [[], [1], [0.25, 0.75], [0.11, 0.22, 0.66], [0.05, 0.15, 0.3, 0.5]][changes.length]!;
  const change = changes.reduce((sum, difference, k) => sum + difference * weights[k]!, 0);
  const own = ownOf(view).at(-1);
  const byBehaviour = changes.length === 0 ? byTime : (own === undefined ? 1 : worth(own)) - (0.5 + 0.5 * t) * change;
  const mixed = (1 - t ** 2) * byBehaviour + t ** 2 * byTime;
  return Math.max(low(view), least(view) + range * Math.min(1, mixed));
});

export const LITERALS: Readonly<Record<string, Literal>> = {
  boulware: timeDependent(4, 0.001),
  linear: timeDependent(1, 0.001),
  conceder: timeDependent(0.25, 0.001),
  'boulware-tb': timeDependent(4, 0.0001),
  'linear-tb': timeDependent(1, 0.0001),
  'conceder-tb': timeDependent(0.25, 0.0001),
  micro,
  'naive-tit-for-tat': naiveTitForTat,
  'relative-tit-for-tat': faratin(1),
  'averaged-tit-for-tat': faratin(4),
  hybrid,
};

export function literalSession(table: LiteralTable): LiteralAct[] {
  const { problem, strategies, order, rounds, seed } = table;
  const outcomes = outcomesOf(problem);
  const rngs = strategies.map((_, party) => new Rng(seed, party));
  const acts: LiteralAct[] = [];
  for (let round = 0; round < rounds; round++)
    for (const party of order) {
      const lastOffer = acts.findLast(isOffer);
      const view: View = {
        party,
        round,
        t: (round + 1) / (rounds + 1),
        acts,
        outcomes,
        u: (outcome) => utilityOf(problem, party, outcome),
        reserved: problem.utilities[party]!.reserved ?? 0,
        rng: rngs[party]!,
      };
      const choice = LITERALS[strategies[party]!]!(view, lastOffer?.outcome);
      if (choice === 'walk-away') return [...acts, { party, round, act: 'walk-away' }];
      if (choice !== 'accept') acts.push({ party, round, act: 'offer', outcome: choice });
      else {
        acts.push({ party, round, act: 'accept', outcome: lastOffer!.outcome });
        // Agreed when every other party has accepted since the offer.
        const since = acts.slice(acts.indexOf(lastOffer!) + 1);
        if (strategies.every((_, p) => p === lastOffer!.party || since.some((act) => act.party === p))) return acts;
      }
    }
  return acts;
}
