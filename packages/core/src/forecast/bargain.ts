/**
 * What a meeting settles (rules M2, M3, P5): over its agenda the asymmetric Nash solution
 *
 *   max Π_p (V_p(outcome) − r_p)^α_p     over outcomes with V_p ≥ r_p for every party at the table,
 *   V_p = Σ wᵢ·scoreᵢ / Σ wᵢ over the agenda, plus bonuses,
 *
 * r_p being the reserved value with its shifts, the share of what is at stake at this table that the party has to get
 * (where none is given, what it has without a deal; 0 where nothing on the agenda matters to it), and α_p its bargaining
 * power, 1 unless given. Left out are outcomes that a binding row on an issue's value forbids, that are impossible or cross
 * a red line, and that a ratifier who insists (drawn once a run) would refuse; it is asked only where the agenda has an
 * issue that its condition names. What is settled stays settled.
 *
 * A table of all outcomes, at most {@link MOST_OUTCOMES}, walked like an odometer: parties × outcomes additions. Whether an
 * outcome is allowed is asked only of those that would be the best so far. Ties go to the first: earlier values of the file.
 */
import { log } from '../maths/elementary.ts';
import { clearBit, compile, copyBits, hasBit, setBit } from './condition.ts';
import type { Influences } from './influences.ts';
import type { Insistence } from './insistence.ts';
import { MOST_FIRMNESS, type Issue, type Process } from './model.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';
import type { Utility } from './utility.ts';

export const MOST_OUTCOMES = 100_000;

/** A value of an issue, or a set of values, as a place in the table. */
const placesOf = (issue: Issue): number => (issue.kind === 'one' ? issue.values.length : 2 ** issue.values.length);

const statusQuoPlace = (issue: Issue): number =>
  issue.kind === 'one' ? issue.statusQuo[0]! : issue.statusQuo.reduce((set, v) => set | (1 << v), 0);

export const outcomesOf = (process: Process, agenda: readonly number[]): number =>
  agenda.reduce((product, issue) => product * placesOf(process.issues[issue]!), 1);

/** Settles, in the present state, what the meeting agrees on. */
export function bargaining(
  run: Run,
  utilities: readonly Utility[],
  influences: Influences,
  insistence: Insistence,
  rules: Rules,
): (meeting: number) => void {
  const { process, inputs, state } = run;
  const reservedShifts = process.parties.map((_, party) => influences.on({ kind: 'reserved', party }));
  const weightShifts = process.parties.map((row, party) =>
    row.issues.map(({ issue }) => influences.on({ kind: 'issue', party, issue })),
  );
  const accepts = process.ratifiers.map(({ acceptsIf }) => compile(acceptsIf));
  const before = Int32Array.from(state);

  const setPlace = (issue: Issue, place: number): void => {
    for (let v = 0; v < issue.values.length; v++) {
      const isIn = issue.kind === 'one' ? v === place : ((place >>> v) & 1) === 1;
      if (isIn) setBit(state, issue.values[v]!);
      else clearBit(state, issue.values[v]!);
    }
  };
  const isAtStatusQuo = (issue: Issue): boolean =>
    issue.values.every((atom, v) => hasBit(state, atom) === issue.statusQuo.includes(v));
  /** What each place of an agenda issue adds to V; its length is 0 where nothing on the agenda matters to the party. */
  const table = (p: number, agenda: readonly number[]): Float64Array[] => {
    const { issues } = process.parties[p]!;
    const adds = agenda.map((issue) => new Float64Array(placesOf(process.issues[issue]!)));
    let total = 0;
    for (let i = 0; i < issues.length; i++) {
      const { issue, weight: input, scores } = issues[i]!;
      const at = agenda.indexOf(issue);
      if (at < 0) continue;
      const weight = Math.max(0, inputs.value(input) + (weightShifts[p]![i]?.() ?? 0));
      total += weight;
      const its = process.issues[issue]!;
      const places = adds[at]!;
      for (let v = 0; v < scores.length; v++) {
        const worth = weight * inputs.value(scores[v]!);
        if (its.kind === 'one') places[v] = worth;
        else for (let place = 0; place < places.length; place++) if ((place >>> v) & 1) places[place]! += worth;
      }
    }
    if (total === 0) return [];
    for (const places of adds) for (let place = 0; place < places.length; place++) places[place]! /= total;
    return adds;
  };
  const atPresent = (adds: readonly Float64Array[], issues: readonly Issue[]): number =>
    adds.reduce((sum, places, i) => sum + places[statusQuoPlace(issues[i]!)]!, 0);
  const bonusHolds = process.parties.map(({ bonuses }) => bonuses.map(({ when }) => compile(when)));
  const bonus = (p: number): number => {
    let sum = 0;
    for (const [b, { add }] of process.parties[p]!.bonuses.entries())
      if (bonusHolds[p]![b]!(state)) sum += inputs.value(add);
    return sum;
  };

  return (meeting) => {
    const { agenda: all, parties, powers } = process.meetings[meeting]!;
    const agenda = all.filter((issue) => isAtStatusQuo(process.issues[issue]!));
    if (agenda.length === 0) return;
    copyBits(state, before);
    const issues = agenda.map((issue) => process.issues[issue]!);
    const tables = parties.map((p) => table(p, agenda));
    const floors = parties.map((p, k) => {
      if (tables[k]!.length === 0) return 0;
      const { reserved } = process.parties[p]!;
      const least = reserved === undefined ? atPresent(tables[k]!, issues) + bonus(p) : inputs.value(reserved);
      return least + (reservedShifts[p]?.() ?? 0);
    });
    const asked = [...process.ratifiers.keys()].filter((r) => {
      const { of, issues: named, firmness, insists } = process.ratifiers[r]!;
      if (!parties.includes(of) || !named.some((issue) => agenda.includes(issue))) return false;
      return inputs.quantile(insists) < Math.min(MOST_FIRMNESS, inputs.value(firmness));
    });
    const hasBonus = parties.some((p) => process.parties[p]!.bonuses.length > 0);
    const isEven = powers.every((power) => power === powers[0]);

    /** Whether the outcome in the state is allowed; the state holds it already. */
    const isAllowed = (): boolean => {
      for (const issue of issues)
        for (const atom of issue.values) {
          const isNew = hasBit(state, atom) && !hasBit(before, atom);
          if (isNew && !(insistence.mayLeave(atom, before) && insistence.mayEnter(atom, state))) return false;
          if (!rules.allow(atom, state)) return false;
        }
      return asked.every((r) => accepts[r]!(state));
    };
    const places = new Int32Array(agenda.length);
    const best = new Int32Array(agenda.length).fill(-1);
    let most = -Infinity;
    for (;;) {
      let value = isEven ? 1 : 0;
      let isRational = true;
      if (hasBonus) for (let i = 0; i < issues.length; i++) setPlace(issues[i]!, places[i]!);
      for (let k = 0; k < parties.length && isRational; k++) {
        const adds = tables[k]!;
        let v = 0;
        for (let i = 0; i < adds.length; i++) v += adds[i]![places[i]!]!;
        if (hasBonus) v += bonus(parties[k]!);
        const gain = v - floors[k]!;
        if (gain < -EPSILON) isRational = false;
        else if (isEven) value *= Math.max(0, gain);
        else value += powers[k]! * log(Math.max(0, gain));
      }
      if (isRational && (value > most + EPSILON || (most === -Infinity && best[0]! < 0))) {
        for (let i = 0; i < issues.length; i++) setPlace(issues[i]!, places[i]!);
        if (isAllowed()) {
          most = value;
          best.set(places);
        }
      }
      let i = agenda.length - 1;
      while (i >= 0 && ++places[i]! === placesOf(issues[i]!)) places[i--] = 0;
      if (i < 0) break;
    }
    copyBits(before, state);
    if (best[0]! >= 0) for (let i = 0; i < issues.length; i++) setPlace(issues[i]!, best[i]!);
  };
}

const EPSILON = 1e-12;
