/**
 * What a meeting settles (rules M2, M3, P5): over its agenda the asymmetric Nash solution
 *
 *   max Π_p (V_p(outcome) − r_p)^α_p     over outcomes with V_p ≥ r_p for every party at the table,
 *   V_p = Σ wᵢ·scoreᵢ / Σ wᵢ over the agenda, plus bonuses,
 *
 * or, at a meeting that bargains by alternating offers, what a session of ./offered-deal.ts ends with. r_p is the reserved value with its shifts, the share of what is at stake at this table that the party has to get
 * (where none is given, what it has without a deal; 0 where nothing on the agenda matters to it), and α_p its bargaining
 * power, 1 unless given and without effect on alternating offers. Left out are outcomes that a binding row on an issue's value forbids, that are impossible or cross
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
import { offeredDeal } from './offered-deal.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';

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
  influences: Influences,
  insistence: Insistence,
  rules: Rules,
): (meeting: number) => void {
  const { process, state } = run;
  const tables = process.meetings.map(() => new Map<number, () => void>());
  const isAtStatusQuo = (issue: Issue): boolean => {
    for (let v = 0; v < issue.values.length; v++)
      if (hasBit(state, issue.values[v]!) !== issue.statusQuo.includes(v)) return false;
    return true;
  };
  return (meeting) => {
    const { agenda } = process.meetings[meeting]!;
    // Which of its issues are open, as a number.
    let open = 0;
    for (let i = 0; i < agenda.length; i++) open = 2 * open + (isAtStatusQuo(process.issues[agenda[i]!]!) ? 1 : 0);
    if (open === 0) return;
    const known = tables[meeting]!.get(open);
    if (known !== undefined) return known();
    const its = agenda.filter((issue) => isAtStatusQuo(process.issues[issue]!));
    const solve = table(run, meeting, its, influences, insistence, rules);
    tables[meeting]!.set(open, solve);
    solve();
  };
}

/** One meeting over one agenda: laid out once, solved for every run. */
function table(
  run: Run,
  meeting: number,
  agenda: readonly number[],
  influences: Influences,
  insistence: Insistence,
  rules: Rules,
): () => void {
  const { process, inputs, state, random, slots } = run;
  const { parties, powers, bargains } = process.meetings[meeting]!;
  const issues = agenda.map((issue) => process.issues[issue]!);
  const sizes = Int32Array.from(issues, placesOf);
  const statusQuo = Int32Array.from(issues, statusQuoPlace);
  const seats = parties.map((party) => seatOf(run, party, agenda, sizes, influences));
  const hasBonus = seats.some((seat) => seat.hasBonus);
  const judges = process.ratifiers
    .filter(({ of, issues: named }) => parties.includes(of) && named.some((issue) => agenda.includes(issue)))
    .map((ratifier) => ({ ...ratifier, accepts: compile(ratifier.acceptsIf) }));
  const before = Int32Array.from(state);
  const places = new Int32Array(agenda.length);
  const best = new Int32Array(agenda.length);
  const floors = new Float64Array(parties.length);

  const setPlaces = (at: Int32Array): void => {
    for (let i = 0; i < issues.length; i++) {
      const { kind, values } = issues[i]!;
      for (let v = 0; v < values.length; v++) {
        const isIn = kind === 'one' ? v === at[i] : ((at[i]! >>> v) & 1) === 1;
        if (isIn) setBit(state, values[v]!);
        else clearBit(state, values[v]!);
      }
    }
  };
  /** Whether the outcome is allowed that the state holds. */
  const isAllowed = (): boolean => {
    for (let i = 0; i < issues.length; i++) {
      const { values } = issues[i]!;
      for (let v = 0; v < values.length; v++) {
        const atom = values[v]!;
        const isNew = hasBit(state, atom) && !hasBit(before, atom);
        if (isNew && !(insistence.mayLeave(atom, before) && insistence.mayEnter(atom, state))) return false;
        if (!rules.allow(atom, state)) return false;
      }
    }
    for (let r = 0; r < judges.length; r++) {
      const { accepts, firmness, insists } = judges[r]!;
      if (!accepts(state) && inputs.quantile(insists) < Math.min(MOST_FIRMNESS, inputs.value(firmness))) return false;
    }
    return true;
  };
  const advance = (): boolean => {
    let i = places.length - 1;
    while (i >= 0 && ++places[i]! === sizes[i]) places[i--] = 0;
    return i >= 0;
  };
  const begin = (): void => {
    copyBits(state, before);
    for (let k = 0; k < seats.length; k++) {
      seats[k]!.draw();
      floors[k] = seats[k]!.floor(statusQuo);
    }
    places.fill(0);
  };
  const talk = (): void => {
    begin();
    const found: number[][] = [];
    const values: number[][] = seats.map(() => []);
    do {
      setPlaces(places);
      if (!isAllowed()) continue;
      found.push([...places]);
      for (let k = 0; k < seats.length; k++) values[k]!.push(seats[k]!.value(places));
    } while (advance());
    copyBits(before, state);
    const opens = Math.floor(random.uniform(slots.openings + meeting) * seats.length);
    const deal = offeredDeal(values, floors, opens);
    if (deal !== undefined) setPlaces(Int32Array.from(found[deal]!));
  };
  if (bargains === 'alternating-offers') return talk;
  return () => {
    begin();
    let isFound = false;
    let most = 0;
    do {
      if (hasBonus) setPlaces(places);
      let value = powers === undefined ? 1 : 0;
      let isRational = true;
      for (let k = 0; k < seats.length && isRational; k++) {
        const gain = seats[k]!.value(places) - floors[k]!;
        if (gain < -EPSILON) isRational = false;
        else if (powers === undefined) value *= Math.max(0, gain);
        else {
          const power = inputs.value(powers[k]!);
          if (power > 0) value += power * log(Math.max(0, gain));
        }
      }
      if (isRational && (!isFound || value > most + EPSILON)) {
        setPlaces(places);
        if (isAllowed()) {
          isFound = true;
          most = value;
          for (let i = 0; i < best.length; i++) best[i] = places[i]!;
        }
      }
    } while (advance());
    copyBits(before, state);
    if (isFound) setPlaces(best);
  };
}

/** What one party makes of the outcomes of an agenda. */
interface Seat {
  readonly hasBonus: boolean;
  /** Fills the table for this run. */
  readonly draw: () => void;
  readonly floor: (statusQuo: Int32Array) => number;
  /** V of the outcome; bonuses read the state. */
  readonly value: (places: Int32Array) => number;
}

function seatOf(
  { process, inputs, state }: Run,
  party: number,
  agenda: readonly number[],
  sizes: Int32Array,
  influences: Influences,
): Seat {
  const { issues, bonuses, reserved } = process.parties[party]!;
  const its = issues
    .filter(({ issue }) => agenda.includes(issue))
    .map(({ issue, weight, scores }) => ({
      at: agenda.indexOf(issue),
      isOne: process.issues[issue]!.kind === 'one',
      weight,
      scores,
      shift: influences.on({ kind: 'issue', party, issue }),
    }));
  const reservedShift = influences.on({ kind: 'reserved', party });
  const holds = bonuses.map(({ when }) => compile(when));
  const adds = Array.from(sizes, (size) => new Float64Array(size));
  let total = 0;

  const value = (places: Int32Array): number => {
    let v = 0;
    for (let i = 0; i < adds.length; i++) v += adds[i]![places[i]!]!;
    if (total > 0) v /= total;
    for (let b = 0; b < holds.length; b++) if (holds[b]!(state)) v += inputs.value(bonuses[b]!.add);
    return v;
  };
  return {
    hasBonus: bonuses.length > 0,
    value,
    draw() {
      total = 0;
      for (let i = 0; i < its.length; i++) {
        const { at, isOne, weight: input, scores, shift } = its[i]!;
        const weight = Math.max(0, inputs.value(input) + (shift === undefined ? 0 : shift()));
        total += weight;
        const places = adds[at]!;
        if (!isOne) places.fill(0);
        for (let v = 0; v < scores.length; v++) {
          const worth = weight * inputs.value(scores[v]!);
          if (isOne) places[v] = worth;
          else for (let place = 0; place < places.length; place++) if ((place >>> v) & 1) places[place]! += worth;
        }
      }
    },
    floor(statusQuo) {
      if (total === 0) return 0;
      const least = reserved === undefined ? value(statusQuo) : inputs.value(reserved);
      return least + (reservedShift === undefined ? 0 : reservedShift());
    },
  };
}

const EPSILON = 1e-12;
