/**
 * What the deals of a table are worth to a party (rules U2 and U4): V = Σ wᵢ·scoreᵢ / Σ wᵢ over the issues on the agenda,
 * from 0 to 100, plus bonuses. Its reserved value is on the same scale: the share of what is at stake at this table that it
 * has to get.
 *
 * Influences shift weights and reserved values while their `when` holds as things stand; a weight is never below 0. A party
 * to which nothing on the agenda matters has weights and a reserved value of 0: it agrees to anything. A missing reserved
 * value is what the status quo is worth.
 */
import { holds, inForce, stateOf, type Case, type Influence, type Quantity } from '../case/index.ts';
import type { Box, TableIssue } from './case-boxes.ts';
import type { Numbers, Reported } from './case-numbers.ts';
import type { Bonus, Utility } from './model.ts';
import { evaluate } from './utility.ts';

export interface PartyTerms {
  readonly party: string;
  /** By issue: what it weighs, with shifts; undefined where the party says nothing. */
  readonly weights: readonly ({ readonly weight: Reported; readonly shifts: readonly Reported[] } | undefined)[];
  /** By issue and value: the scores that add up; empty where nothing is said. */
  readonly scores: readonly (readonly (readonly Reported[])[])[];
  readonly bonuses: readonly { readonly boxes: readonly Box[]; readonly add: Reported }[];
  readonly reserved?: Reported;
  readonly shifts: readonly Reported[];
}

/** Influences that shift weights or reserved values today: in force, true now, and not counted by the day. */
export function shiftingInfluences(given: Case): Influence[] {
  const now = stateOf(given);
  return [...given.influences.values()].filter(
    (x) =>
      inForce(x, given.asOf) &&
      !x.everyDay &&
      (x.reserved !== undefined || x.weight.size > 0) &&
      (x.when === undefined || holds(x.when, now, given)),
  );
}

const reported = (quantity: Quantity | undefined): Reported[] =>
  quantity === undefined || quantity.kind === 'not-reported' ? [] : [quantity];

export function termsOfParty(
  party: string,
  given: Case,
  issues: readonly TableIssue[],
  influences: readonly Influence[],
  bonuses: PartyTerms['bonuses'],
): PartyTerms {
  const preference = given.preferences.get(party)!;
  const [reserved] = reported(preference.reserved);
  const utilities = issues.map(({ id }) => preference.issues.get(id));
  return {
    party,
    weights: utilities.map((utility, i) => {
      const [weight] = utility === undefined || utility === 'not-reported' ? [] : reported(utility.weight);
      if (weight === undefined) return undefined;
      const own = influences.filter((x) => x.party === undefined || x.party === party);
      return { weight, shifts: own.flatMap((x) => reported(x.weight.get(issues[i]!.id))) };
    }),
    scores: utilities.map((utility, i) =>
      issues[i]!.values.map((members) =>
        utility === undefined || utility === 'not-reported'
          ? []
          : members.flatMap((value) => reported(utility.scores.get(value))),
      ),
    ),
    bonuses,
    ...(reserved !== undefined && { reserved }),
    shifts: influences.filter((x) => x.party === party).flatMap((x) => reported(x.reserved)),
  };
}

export function utilityOf(terms: PartyTerms, issues: readonly TableIssue[], numbers: Numbers): Utility {
  const sum = (quantities: readonly Reported[]): number => quantities.reduce((total, q) => total + numbers(q), 0);
  const weights = terms.weights.map((its) =>
    its === undefined ? 0 : Math.max(0, numbers(its.weight) + sum(its.shifts)),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  const scores = terms.scores.map((values) => values.map(sum));
  if (total === 0) return { weights, scores, reserved: 0 };
  const bonuses = terms.bonuses.flatMap(({ boxes, add }) => boxes.map((when): Bonus => ({ when, add: numbers(add) })));
  const utility = { weights: weights.map((w) => w / total), scores, ...(bonuses.length > 0 && { bonuses }) };
  const atStatusQuo = evaluate(
    utility,
    issues.map(({ statusQuo }) => statusQuo),
  );
  const reserved = terms.reserved === undefined ? atStatusQuo : numbers(terms.reserved);
  return { ...utility, reserved: reserved + sum(terms.shifts) };
}
