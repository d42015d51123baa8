/**
 * What a party chooses when it revises (rule P2): among staying and every change of one own option — taking it, calling it
 * off, re-opening it at its cost — or of a declared bundle, that leads to a possible state and that its preconditions allow,
 *
 *   P(c) = exp(λ·(u_c − u*)) / Σ exp(λ·(u_c' − u*)),   u* the best,
 *
 * with the utility u of ./utility.ts. λ = 0 chooses evenly, λ → ∞ the best reply.
 *
 * A taking whose `together` needs are unmet is an *offer* (rule P3). It is worth what the state is worth that it asks for:
 * the taking itself with the fewest steps of others that meet its needs. Where no such steps exist it is no choice.
 * One evaluation of utility a choice; of offers up to {@link MOST_ASKED} steps are asked for.
 */
import { exp } from '../maths/elementary.ts';
import { bearingOn } from './bearing.ts';
import { atomSet, clearBit, copyBits, hasBit, setBit } from './condition.ts';
import type { Insistence } from './insistence.ts';
import type { Process } from './model.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';
import type { Utility } from './utility.ts';

/** The choices of one party in the present state, the first being to stay. Overwritten by the next evaluation. */
export interface Choices {
  count: number;
  /** Index into {@link ChoiceSet.changes}; −1 is staying. */
  readonly change: Int32Array;
  readonly chance: Float64Array;
  readonly isOffer: Uint8Array;
}

/** Own options that are flipped at once. */
export interface Change {
  readonly options: readonly number[];
}

export interface ChoiceSet {
  readonly changes: readonly Change[];
  /** Chances of all choices in the present state. */
  readonly evaluate: () => Choices;
  /** Those evaluated last. */
  readonly last: () => Choices;
}

const MOST_ASKED = 3;
/** Steps of others that an offer can ask for; beyond, only the first count. */
const MOST_CANDIDATES = 10;

export function choicesOf(run: Run, party: number, utility: Utility, insistence: Insistence, rules: Rules): ChoiceSet {
  const { process, state, inputs, held } = run;
  const { options: own, bundles, rationality } = process.parties[party]!;
  const changes: Change[] = [...own.map((o) => ({ options: [o] })), ...bundles.map((b) => ({ options: b.options }))];
  utility.watch(
    changes.map((change) => change.options.flatMap((o) => [process.options[o]!.yes, process.options[o]!.declined])),
  );
  const asks = changes.map((change) => completions(process, change));
  const choices: Choices = {
    count: 0,
    change: new Int32Array(changes.length + 1),
    chance: new Float64Array(changes.length + 1),
    isOffer: new Uint8Array(changes.length + 1),
  };
  const worth = new Float64Array(changes.length + 1);
  const before = Int32Array.from(state);
  const most = Math.max(1, ...changes.map((c) => c.options.length));
  const took = new Int32Array(most);
  let taken = 0;
  let price = 0;
  let atStake = 0; // utility of the choice that was tried last
  let asOffer = 0;

  /** Flips the options in the state; false where that is no choice. */
  const flip = (k: number): boolean => {
    const { options } = changes[k]!;
    const isBundle = options.length > 1;
    taken = 0;
    price = 0;
    for (let i = 0; i < options.length; i++) {
      const o = options[i]!;
      const { yes, declined, permitted, reopening } = process.options[o]!;
      if (hasBit(state, yes)) {
        if (isBundle) continue; // a bundle is taken, not called off
        if (held[o] === 1 || permitted === 'to-yes') return false;
        clearBit(state, yes);
        setBit(state, declined);
        continue;
      }
      if (held[o] === 1 || permitted === 'to-no') return false;
      if (hasBit(state, declined)) {
        if (reopening === undefined) return false;
        price += inputs.value(reopening);
        clearBit(state, declined);
      }
      setBit(state, yes);
      took[taken++] = yes;
    }
    return !isBundle || taken > 1;
  };
  const isPossible = (k: number): boolean => {
    const { options } = changes[k]!;
    for (let i = 0; i < options.length; i++) {
      const { yes, declined } = process.options[options[i]!]!;
      if (!rules.allow(yes, state) || !rules.allow(declined, state)) return false;
    }
    return true;
  };
  const mayEnter = (): boolean => {
    for (let i = 0; i < taken; i++) if (!insistence.mayEnter(took[i]!, state)) return false;
    return true;
  };
  /** Adds the fewest steps of others that make the taking allowed and possible. */
  const complete = (k: number): boolean => {
    const sets = asks[k]!;
    for (let i = 0; i < sets.length; i++) {
      const set = sets[i]!;
      let isOpen = true;
      for (let a = 0; a < set.length && isOpen; a += 2)
        isOpen = !hasBit(state, set[a]!) && (set[a + 1]! < 0 || !hasBit(state, set[a + 1]!));
      if (!isOpen) continue;
      for (let a = 0; a < set.length; a += 2) setBit(state, set[a]!);
      let fits = mayEnter() && isPossible(k);
      for (let a = 0; a < set.length && fits; a += 2) fits = rules.allow(set[a]!, state);
      if (fits) return true;
      for (let a = 0; a < set.length; a += 2) clearBit(state, set[a]!);
    }
    return false;
  };
  const tryChange = (k: number): boolean => {
    if (!flip(k)) return false;
    for (let i = 0; i < taken; i++) if (!insistence.mayLeave(took[i]!, before)) return false;
    asOffer = 0;
    if (!mayEnter()) {
      if (!complete(k)) return false;
      asOffer = 1;
    } else if (!isPossible(k)) return false;
    atStake = asOffer === 1 ? utility.utility() : utility.afterChange(k);
    if (price !== 0) atStake -= utility.stateShare() * price;
    return true;
  };

  const { mask, isSteady } = bearingOn(process, party);
  const seen = Int32Array.from(state);
  let seenIn = -1;
  /** Whether the chances are still those evaluated last; the present state is remembered. */
  const isKnown = (): boolean => {
    let same = isSteady && seenIn === run.turn;
    for (let w = 0; w < mask.length; w++) {
      const now = state[w]! & mask[w]!;
      if (now === seen[w]) continue;
      same = false;
      seen[w] = now;
    }
    seenIn = run.turn;
    return same;
  };

  const evaluate = (): Choices => {
    if (isKnown()) return choices;
    copyBits(state, before);
    worth[0] = utility.baseline();
    choices.change[0] = -1;
    choices.isOffer[0] = 0;
    let count = 1;
    let best = worth[0];
    for (let k = 0; k < changes.length; k++) {
      if (tryChange(k)) {
        worth[count] = atStake;
        if (atStake > best) best = atStake;
        choices.change[count] = k;
        choices.isOffer[count] = asOffer;
        count++;
      }
      copyBits(before, state);
    }
    choices.count = count;
    const lambda = inputs.value(rationality);
    let sum = 0;
    for (let c = 0; c < count; c++) sum += choices.chance[c] = worth[c] === best ? 1 : exp(lambda * (worth[c]! - best));
    for (let c = 0; c < count; c++) choices.chance[c]! /= sum;
    return choices;
  };
  return { changes, evaluate, last: () => choices };
}

/**
 * What an offer may ask of others: sets of their options, and of happenings that have a rate, which its `together` needs
 * want — fewest first, then in the order of the file. Each step as a pair: its atom and the atom that bars it, or −1.
 */
function completions(process: Process, change: Change): readonly Int32Array[] {
  const steps = change.options.map((o) => process.options[o]!.yes);
  const needs = process.rows
    .filter((row) => row.timing !== 'before' && row.steps.some((step) => steps.includes(step)))
    .map((row) => row.needs);
  const pairs = atomSet(needs, 'wanted')
    .filter((atom) => !steps.includes(atom))
    .flatMap((atom): (readonly [number, number])[] => {
      const option = process.options.find((o) => o.yes === atom);
      if (option !== undefined) return option.permitted === 'to-no' ? [] : [[atom, option.declined]];
      const happening = process.happenings.find((h) => h.atom === atom);
      return happening?.rate === undefined ? [] : [[atom, -1]];
    })
    .slice(0, MOST_CANDIDATES);
  const sets: (readonly (readonly [number, number])[])[] = [[]];
  for (const pair of pairs)
    sets.push(...sets.filter((set) => set.length < MOST_ASKED).map((set) => [...set, pair] as const));
  return sets
    .slice(1)
    .map((set, k) => ({ set, k }))
    .toSorted((a, b) => a.set.length - b.set.length || a.k - b.k)
    .map(({ set }) => Int32Array.from(set.flat()));
}
