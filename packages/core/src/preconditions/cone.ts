/**
 * Reachability of a goal by joint steps (rules B2, B10).
 *
 * Only the goal's *cone* is searched: the steps that its needs lead to. In it a step is *contested* when some condition
 * wants it not taken (a negated need, an `impossible` row, another value of the same issue) or when it meets a `while`
 * need of a step taken at the outset, which could lapse from then on; every other step can only help, so it is taken as soon as it is allowed, by a greatest fixpoint that also finds steps which must be taken
 * together. Subsets are tried among contested steps alone, and within one linked group of them: steps of different
 * groups do not ask for one another in the same state, so they may as well be taken one after the other.
 *
 * Cost: a monotone cone is a fixpoint, O(steps² · rows). With c contested steps at most 2^c states are visited and
 * Σ 2^|group| joint steps tried from each. Above the work limit the search stops with an estimate (WorkLimit).
 */
import type { Demand } from './demands.ts';
import {
  compile,
  compilePair,
  occurrences,
  stepsIn,
  WorkLimit,
  type Bits,
  type Compiled,
  type CompiledPair,
} from './formula.ts';
import type { Formula, Relaxation, Theory, Timing } from './theory.ts';

/** What is in force: how every demand stands, and which hard constraints are dropped. */
export interface Setup {
  /** By demand: UNCHANGED, WAIVED, TOGETHER, or RELAXED + index into the demand's relaxations. */
  readonly modes: Uint8Array;
  /** By `impossible` entry: 1 if dropped. */
  readonly dropped: Uint8Array;
  /** By step: 1 if it may be taken though declined. */
  readonly reopened: Uint8Array;
}

export const UNCHANGED = 0;
export const WAIVED = 1;
export const TOGETHER = 2;
export const RELAXED = 3;

export function plainSetup(theory: Theory, demands: readonly Demand[]): Setup {
  return {
    modes: new Uint8Array(demands.length),
    dropped: new Uint8Array(theory.impossible.length),
    reopened: new Uint8Array(theory.steps.length),
  };
}

/** Joint steps leading to a goal, each a list of step indices. */
export type Sequence = readonly (readonly number[])[];

export interface WorkBudget {
  left: number;
  readonly limit: number;
}

export const workBudget = (limit = 20_000_000): WorkBudget => ({ left: limit, limit });

interface Binding {
  readonly demand: number;
  readonly timing: Timing;
  readonly needs: Compiled;
  /** Needs under each relaxation of the demand. */
  readonly relaxed: readonly Compiled[];
  /** The same between two states: upper bounds. */
  readonly bound: CompiledPair;
  readonly relaxedBound: readonly CompiledPair[];
  /** Slots that the needs want taken, and the same under each relaxation. */
  readonly wants: Bits;
  readonly relaxedWants: readonly Bits[];
}

interface Visited {
  readonly bits: Bits;
  readonly from?: Visited;
  /** Slots of the joint steps that led here from `from`. */
  readonly by: readonly Bits[];
}

const MAX_CONTESTED = 30;

export class Cone {
  /** Demands that bind a step of the cone. */
  readonly demands: readonly number[];
  /** `impossible` entries that touch the cone. */
  readonly impossible: readonly number[];
  /** Declined steps in the cone. */
  readonly declined: readonly number[];
  /**
   * Whether leaving a constraint out can only help. It can hurt when a contested step lapses: the lapse undoes what
   * nothing else undoes.
   */
  readonly dropsOnlyHelp: boolean;

  readonly #budget: WorkBudget;
  /** Step index of every slot; contested steps come first. */
  readonly #slots: readonly number[];
  readonly #contested: number;
  readonly #links: readonly Link[];
  readonly #plainGroups: readonly (readonly number[])[];
  readonly #words: number;
  readonly #start: Bits;
  readonly #bindings: readonly (readonly Binding[])[];
  readonly #convening: readonly (readonly Compiled[])[];
  readonly #conveningBound: readonly (readonly CompiledPair[])[];
  readonly #goalBound: CompiledPair;
  readonly #goalWants: Bits;
  readonly #conveningWants: readonly Bits[];
  /** By `impossible` entry: a state with a slot of `given` is saved by one of `saves`. */
  readonly #impossibleWants: readonly {
    readonly entry: number;
    readonly given: Bits;
    readonly saves: Bits;
    readonly bound: CompiledPair;
  }[];
  /** By contested slot: slots with a need that wants it not taken before. */
  readonly #wantedNotBefore: readonly ReadonlySet<number>[];
  readonly #whileRows: readonly { readonly slot: number; readonly binding: Binding }[];
  readonly #impossibleNow: readonly { readonly entry: number; readonly that: Compiled }[];
  readonly #exclusive: readonly (readonly number[])[];
  readonly #isDeclined: readonly boolean[];
  readonly #goal: Compiled;

  constructor(theory: Theory, demands: readonly Demand[], goal: Formula, budget: WorkBudget) {
    this.#budget = budget;
    const relaxations = demands.map((demand) =>
      theory.relaxations.filter((r) => demand.rows.some((row) => row.id === r.of)),
    );
    const members = coneOf(theory, demands, relaxations, goal);
    const contested = contestedIn(theory, demands, relaxations, goal, members);
    this.#contested = contested.size;
    this.#slots = [...contested, ...[...members].filter((step) => !contested.has(step))];
    const slotOf = new Map(this.#slots.map((step, slot) => [step, slot]));
    const slot = (step: number): number | undefined => slotOf.get(step);
    const compiled = (f: Formula): Compiled => compile(f, slot);
    const bound = (f: Formula): CompiledPair => compilePair(f, slot);

    this.#words = Math.max(1, Math.ceil(this.#slots.length / 32));
    this.#start = new Int32Array(this.#words);
    this.#slots.forEach((step, k) => theory.steps[step]!.status === 'taken' && set(this.#start, k));
    this.#isDeclined = this.#slots.map((step) => theory.steps[step]!.status === 'declined');
    this.#goal = compiled(goal);
    this.#goalBound = bound(goal);
    const wanted = (formulas: readonly Formula[], positively = true): Bits => {
      const bits = new Int32Array(this.#words);
      for (const f of formulas)
        occurrences(f, (step, positive) => positive === positively && slotOf.has(step) && set(bits, slotOf.get(step)!));
      return bits;
    };
    this.#goalWants = wanted([goal]);

    const bindings: Binding[][] = this.#slots.map(() => []);
    for (const [d, demand] of demands.entries()) {
      const relaxed = relaxations[d]!.map((r) => compiled(r.needs));
      const relaxedBound = relaxations[d]!.map((r) => bound(r.needs));
      const relaxedWants = relaxations[d]!.map((r) => wanted([r.needs]));
      for (const row of demand.rows) {
        const binding: Binding = {
          demand: d,
          timing: row.timing,
          needs: compiled(row.needs),
          relaxed,
          bound: bound(row.needs),
          relaxedBound,
          wants: wanted([row.needs]),
          relaxedWants,
        };
        for (const step of row.steps) if (slotOf.has(step)) bindings[slotOf.get(step)!]!.push(binding);
      }
    }
    this.#bindings = bindings;
    this.#whileRows = bindings.flatMap((list, k) =>
      list.filter((b) => b.timing === 'while').map((binding) => ({ slot: k, binding })),
    );
    const convening = this.#slots.map((step) => theory.convening.filter((c) => c.step === step));
    this.#convening = convening.map((list) => list.map((c) => compiled(c.when)));
    this.#conveningBound = convening.map((list) => list.map((c) => bound(c.when)));
    this.impossible = theory.impossible.flatMap((x, k) =>
      [...stepsIn(x.that)].some((step) => members.has(step)) ? [k] : [],
    );
    this.#impossibleNow = this.impossible.map((entry) => ({ entry, that: compiled(theory.impossible[entry]!.that) }));
    this.#conveningWants = convening.map((list) => wanted(list.map((c) => c.when)));
    this.#impossibleWants = this.impossible.map((entry) => {
      const { that } = theory.impossible[entry]!;
      return { entry, given: wanted([that]), saves: wanted([that], false), bound: bound(that) };
    });
    this.#exclusive = exclusiveGroups(theory, members).map((group) => group.map((step) => slotOf.get(step)!));
    this.demands = [...new Set(bindings.flatMap((list) => list.map((b) => b.demand)))].toSorted((a, b) => a - b);
    this.declined = this.#slots.filter((step) => theory.steps[step]!.status === 'declined').toSorted((a, b) => a - b);
    this.dropsOnlyHelp = !this.#whileRows.some(({ slot: k }) => k < this.#contested);
    const wantedNot = this.#slots.map(() => new Set<number>());
    for (const [d, demand] of demands.entries()) {
      const needs = [...demand.rows.map((row) => row.needs), ...relaxations[d]!.map((r) => r.needs)];
      for (const f of needs) {
        occurrences(f, (other, positive) => {
          if (positive || !slotOf.has(other)) return;
          for (const step of demand.steps) if (slotOf.has(step)) wantedNot[slotOf.get(other)!]!.add(slotOf.get(step)!);
        });
      }
    }
    this.#wantedNotBefore = wantedNot;
    this.#links = linksIn(theory, demands, relaxations, members).map((link) => ({
      ...link,
      a: slotOf.get(link.a)!,
      b: slotOf.get(link.b)!,
    }));
    this.#plainGroups = groupsOf(this.#slots.length, this.#contested, this.#links, () => false);
  }

  /** Upper estimate of the joint steps that a search tries. */
  get estimate(): number {
    return (
      2 ** this.#contested *
      Math.max(
        1,
        this.#plainGroups.reduce((sum, group) => sum + 2 ** group.length, 0),
      )
    );
  }

  isReachable(setup: Setup): boolean {
    return this.#search(setup) !== undefined;
  }

  /** A sequence to the goal in which nothing can be left out and steps are taken together only where they must be. */
  sequence(setup: Setup): Sequence | undefined {
    const end = this.#search(setup);
    if (end === undefined) return undefined;
    const steps: Bits[] = [];
    for (let at: Visited | undefined = end; at !== undefined; at = at.from) steps.unshift(...at.by);
    const plan = this.#split(
      this.#prune(
        steps.map((bits) => this.#members(bits)),
        setup,
      ),
      setup,
    );
    return plan.map((joint) => joint.map((k) => this.#slots[k]!));
  }

  #search(setup: Setup): Visited | undefined {
    if (this.#contested > MAX_CONTESTED) throw new WorkLimit(this.#describe(), this.estimate, this.#budget.limit);
    const groups = this.#groupsUnder(setup);
    const useful = this.#usefulUnder(setup);
    const mask = this.#contested === 0 ? 0 : this.#contested === 32 ? -1 : 2 ** this.#contested - 1;
    // Of states with the same contested steps, one that has all another has makes that other superfluous.
    const best = new Map<number, Visited[]>();
    const open: Visited[] = [];
    const arrive = (bits: Bits, from: Visited | undefined, joint: Bits | undefined): Visited | undefined => {
      const by: Bits[] = joint === undefined ? [] : [joint];
      let now = bits;
      for (let next = this.#help(now, setup, useful); next !== undefined; next = this.#help(now, setup, useful)) {
        by.push(difference(next, now));
        now = next;
      }
      const key = now[0]! & mask;
      const rivals = best.get(key) ?? [];
      if (rivals.some((rival) => contains(rival.bits, now))) return undefined;
      const here: Visited = { bits: now, ...(from === undefined ? {} : { from }), by };
      best.set(key, [...rivals.filter((rival) => !contains(now, rival.bits)), here]);
      if (this.#goal(now)) return here;
      open.push(here);
      return undefined;
    };

    const settled = this.#settledIn(this.#start);
    if (!this.#goalBound(this.#reachableBound(this.#start, settled, setup, useful, true), settled)) return undefined;
    const atOnce = arrive(this.#start, undefined, undefined);
    if (atOnce !== undefined) return atOnce;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const certain = this.#settledIn(next.bits);
      // Where the goal is out of reach for good nothing more is tried.
      if (!this.#goalBound(this.#reachableBound(next.bits, certain, setup, useful, true), certain)) continue;
      const candidates = difference(this.#reachableBound(next.bits, certain, setup, useful, false), next.bits);
      for (const group of groups) {
        for (const joint of this.#jointSteps(
          next.bits,
          group.filter((k) => has(candidates, k)),
          setup,
          useful,
        )) {
          const found = arrive(joint.state, next, joint.joint);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  /**
   * The allowed joint steps that take some of these contested slots. A set is left out when one of its members is
   * allowed alone and none that could be taken with it wants it not taken before: taking that one first leads to the same
   * state.
   */
  *#jointSteps(
    state: Bits,
    free: readonly number[],
    setup: Setup,
    useful: Bits,
  ): Generator<{ readonly state: Bits; readonly joint: Bits }> {
    const alone = new Set<number>();
    for (const k of free) {
      const target = this.#try(state, [k], setup, useful);
      if (target === undefined) continue;
      alone.add(k);
      yield target;
    }
    const reorders = this.#whileRows.length === 0;
    // An uncontested step may come along with any set, so it counts as one of the others.
    const goesFirst = (k: number, others: readonly number[]): boolean => {
      if (!reorders || !alone.has(k)) return false;
      for (const unwilling of this.#wantedNotBefore[k]!) {
        if (unwilling >= this.#contested ? !has(state, unwilling) : unwilling !== k && others.includes(unwilling))
          return false;
      }
      return true;
    };
    const rest = free.filter((k) => !goesFirst(k, free));
    for (let choice = 1; choice < 2 ** rest.length; choice++) {
      const chosen = rest.filter((_, i) => ((choice >>> i) & 1) === 1);
      if (chosen.length < 2 || chosen.some((k) => goesFirst(k, chosen))) continue;
      const target = this.#try(state, chosen, setup, useful);
      if (target !== undefined) yield target;
    }
  }

  #try(
    state: Bits,
    slots: readonly number[],
    setup: Setup,
    useful: Bits,
  ): { readonly state: Bits; readonly joint: Bits } | undefined {
    const joint = new Int32Array(this.#words);
    for (const k of slots) set(joint, k);
    return this.#largest(state, joint, setup, useful);
  }

  /**
   * Steps that can help the goal in a setup: those it wants taken, those that their needs want taken, and so on. No other
   * is ever taken. Where steps lapse, taking one may help by undoing another, so then every step of the cone counts.
   */
  #usefulUnder(setup: Setup): Bits {
    const useful = new Int32Array(this.#words);
    if (this.#whileRows.length > 0) {
      for (let k = 0; k < this.#slots.length; k++) set(useful, k);
      return useful;
    }
    const open: number[] = [];
    const add = (wants: Bits): void => {
      for (let k = 0; k < this.#slots.length; k++) {
        if (!has(wants, k) || has(useful, k)) continue;
        set(useful, k);
        open.push(k);
      }
    };
    add(this.#goalWants);
    for (let k = open.pop(); k !== undefined; k = open.pop()) {
      for (const binding of this.#bindings[k]!) {
        const mode = setup.modes[binding.demand]!;
        if (mode !== WAIVED) add(mode >= RELAXED ? binding.relaxedWants[mode - RELAXED]! : binding.wants);
      }
      add(this.#conveningWants[k]!);
      for (const { entry, given, saves } of this.#impossibleWants)
        if (setup.dropped[entry] !== 1 && has(given, k)) add(saves);
    }
    return useful;
  }

  /** Steps of a state that stay for good: all of them, unless steps can lapse. */
  #settledIn(state: Bits): Bits {
    return this.#whileRows.length === 0 ? state : new Int32Array(this.#words);
  }

  /**
   * What could be taken from a state, in one joint step or in any number of them, if of the steps that conditions want not
   * taken only those of `settled` were. An upper bound, and a fixpoint: what it leaves out is certainly out of reach.
   */
  #reachableBound(from: Bits, settled: Bits, setup: Setup, useful: Bits, onAndOn: boolean): Bits {
    const open: number[] = [];
    for (let k = 0; k < this.#slots.length; k++) {
      if (has(from, k) || !has(useful, k) || this.#isClosed(k, setup) || this.#isBarred(k, settled, setup, useful))
        continue;
      open.push(k);
    }
    let state = from;
    for (;;) {
      const target = Int32Array.from(state);
      for (const k of open)
        if (!has(state, k) && this.#mayTakeBefore(k, state, settled, setup, onAndOn)) set(target, k);
      for (let removed = true; removed;) {
        removed = false;
        for (const k of open) {
          if (!has(target, k) || has(state, k) || this.#mayTakeBound(k, target, settled, setup)) continue;
          unset(target, k);
          removed = true;
        }
      }
      if (!onAndOn || contains(state, target)) return target;
      state = target;
    }
  }

  #isClosed(slot: number, setup: Setup): boolean {
    return this.#isDeclined[slot]! && setup.reopened[this.#slots[slot]!] !== 1;
  }

  /** Whether no possible state has the step beside the settled ones: another value is settled, or an `impossible` row bars it. */
  #isBarred(slot: number, settled: Bits, setup: Setup, useful: Bits): boolean {
    for (const group of this.#exclusive)
      if (group.includes(slot) && group.some((k) => k !== slot && has(settled, k))) return true;
    let beside: Bits | undefined;
    for (const { entry, given, bound } of this.#impossibleWants) {
      if (setup.dropped[entry] === 1 || !has(given, slot)) continue;
      if (beside === undefined) {
        beside = Int32Array.from(settled);
        set(beside, slot);
      }
      // What could save the state counts as taken: all that is useful.
      if (bound(beside, union(useful, settled))) return true;
    }
    return false;
  }

  /** Whether the needs that must hold before do: exactly, or by their upper bounds. */
  #mayTakeBefore(slot: number, state: Bits, settled: Bits, setup: Setup, byBound: boolean): boolean {
    for (const binding of this.#bindings[slot]!) {
      const mode = setup.modes[binding.demand]!;
      if (mode === WAIVED || mode === TOGETHER || binding.timing !== 'before') continue;
      if (byBound ? !boundUnder(binding, mode)(state, settled) : !needsUnder(binding, setup)!(state)) return false;
    }
    return true;
  }

  #mayTakeBound(slot: number, target: Bits, settled: Bits, setup: Setup): boolean {
    for (const binding of this.#bindings[slot]!) {
      const mode = setup.modes[binding.demand]!;
      if (mode === WAIVED || (binding.timing === 'before' && mode !== TOGETHER)) continue;
      if (!boundUnder(binding, mode)(target, settled)) return false;
    }
    for (const when of this.#conveningBound[slot]!) if (!when(target, settled)) return false;
    return true;
  }

  #groupsUnder(setup: Setup): readonly (readonly number[])[] {
    const together = (demand: number): boolean => setup.modes[demand] === TOGETHER;
    if (this.#contested < 2 || !this.demands.some(together)) return this.#plainGroups;
    return groupsOf(this.#slots.length, this.#contested, this.#links, together);
  }

  /** Takes every uncontested step that is allowed, together; undefined when there is none. */
  #help(state: Bits, setup: Setup, useful: Bits): Bits | undefined {
    return this.#largest(state, new Int32Array(this.#words), setup, useful)?.state;
  }

  /**
   * The joint step that takes `fixed` and as many uncontested steps as can go with it. Uncontested steps only help, so
   * those whose needs fail are removed until none is left to remove; then `fixed` must be allowed, or nothing is.
   */
  #largest(
    state: Bits,
    fixed: Bits,
    setup: Setup,
    useful: Bits,
  ): { readonly state: Bits; readonly joint: Bits } | undefined {
    if (--this.#budget.left < 0) throw new WorkLimit(this.#describe(), this.estimate, this.#budget.limit);
    const joint = Int32Array.from(fixed);
    const members: number[] = [];
    for (let k = 0; k < this.#contested; k++) {
      if (!has(fixed, k)) continue;
      if (!this.#mayTakeBefore(k, state, state, setup, false)) return undefined;
      members.push(k);
    }
    // What must hold before does so or not whatever else is taken, so it is asked once.
    for (let k = this.#contested; k < this.#slots.length; k++) {
      if (
        has(state, k) ||
        !has(useful, k) ||
        this.#isClosed(k, setup) ||
        !this.#mayTakeBefore(k, state, state, setup, false)
      )
        continue;
      set(joint, k);
      members.push(k);
    }
    if (members.length === 0) return undefined;
    for (;;) {
      const target = this.#target(state, joint, setup);
      let removed = false;
      for (const k of members) {
        if (!has(joint, k) || this.#mayBeIn(k, target, setup)) continue;
        if (k < this.#contested) return undefined;
        unset(joint, k);
        removed = true;
      }
      if (!removed) return isEmpty(joint) || !this.#isPossible(target, setup) ? undefined : { state: target, joint };
    }
  }

  /** The state after a joint step: what it takes is there, and what lapses is not. */
  #target(state: Bits, joint: Bits, setup: Setup): Bits {
    const target = new Int32Array(this.#words);
    for (let w = 0; w < this.#words; w++) target[w] = state[w]! | joint[w]!;
    if (this.#whileRows.length === 0) return target;
    for (;;) {
      const lapsed = this.#whileRows.filter(({ slot, binding }) => {
        if (!has(state, slot) || !has(target, slot)) return false;
        const needs = needsUnder(binding, setup);
        return needs !== undefined && needs(state) && !needs(target);
      });
      if (lapsed.length === 0) return target;
      for (const { slot } of lapsed) unset(target, slot);
    }
  }

  #mayTake(slot: number, state: Bits, target: Bits, setup: Setup): boolean {
    return this.#mayTakeBefore(slot, state, state, setup, false) && this.#mayBeIn(slot, target, setup);
  }

  /** Whether the needs that must hold once the step is taken do. */
  #mayBeIn(slot: number, target: Bits, setup: Setup): boolean {
    for (const binding of this.#bindings[slot]!) {
      if (binding.timing === 'before' && setup.modes[binding.demand] !== TOGETHER) continue;
      const needs = needsUnder(binding, setup);
      if (needs !== undefined && !needs(target)) return false;
    }
    for (const when of this.#convening[slot]!) if (!when(target)) return false;
    return true;
  }

  #isPossible(state: Bits, setup: Setup): boolean {
    for (const { entry, that } of this.#impossibleNow) if (setup.dropped[entry] !== 1 && that(state)) return false;
    for (const group of this.#exclusive) {
      let taken = 0;
      for (const k of group) if (has(state, k)) taken++;
      if (taken > 1) return false;
    }
    return true;
  }

  /** The state after taking exactly these slots, or undefined when that is not allowed. */
  #take(state: Bits, slots: readonly number[], setup: Setup): Bits | undefined {
    const joint = new Int32Array(this.#words);
    for (const k of slots) {
      if (has(state, k)) return undefined;
      set(joint, k);
    }
    const target = this.#target(state, joint, setup);
    return slots.every((k) => this.#mayTake(k, state, target, setup)) && this.#isPossible(target, setup)
      ? target
      : undefined;
  }

  #leadsToGoal(plan: readonly (readonly number[])[], setup: Setup): boolean {
    let state: Bits | undefined = this.#start;
    for (const joint of plan) {
      state = this.#take(state, joint, setup);
      if (state === undefined) return false;
    }
    return this.#goal(state);
  }

  /** Leaves out, from the end backwards, every step that the goal can do without. */
  #prune(plan: readonly (readonly number[])[], setup: Setup): readonly (readonly number[])[] {
    let best = plan;
    // What one step needed may itself be left out once that step is gone: once more until nothing is.
    for (let size = -1; size !== best.flat().length;) {
      size = best.flat().length;
      for (let i = best.length - 1; i >= 0; i--) {
        for (const k of best[i]!.toReversed()) {
          const shorter = best.map((joint, j) => (j === i ? joint.filter((x) => x !== k) : joint));
          if (
            this.#leadsToGoal(
              shorter.filter((joint) => joint.length > 0),
              setup,
            )
          )
            best = shorter;
        }
      }
    }
    return best.filter((joint) => joint.length > 0);
  }

  /** Splits joint steps into smaller ones wherever the order of the smaller ones is allowed. */
  #split(plan: readonly (readonly number[])[], setup: Setup): readonly (readonly number[])[] {
    const result: (readonly number[])[] = [];
    const rest = [...plan];
    for (let joint = rest.shift(); joint !== undefined; joint = rest.shift()) {
      const first = this.#smallestFirst(result, joint, rest, setup);
      result.push(first);
      const left = joint.filter((k) => !first.includes(k));
      if (left.length > 0) rest.unshift(left);
    }
    return result;
  }

  #smallestFirst(
    done: readonly (readonly number[])[],
    joint: readonly number[],
    rest: readonly (readonly number[])[],
    setup: Setup,
  ): readonly number[] {
    const works = (first: readonly number[]): boolean => {
      const left = joint.filter((k) => !first.includes(k));
      return this.#leadsToGoal([...done, first, ...(left.length > 0 ? [left] : []), ...rest], setup);
    };
    const single = joint.find((k) => works([k]));
    if (single !== undefined) return [single];
    let first = joint;
    for (const k of joint) {
      const smaller = first.filter((x) => x !== k);
      if (smaller.length > 0 && works(smaller)) first = smaller;
    }
    return first;
  }

  #members(bits: Bits): number[] {
    return this.#slots.flatMap((_, k) => (has(bits, k) ? [k] : []));
  }

  #describe(): string {
    return `${this.#contested} steps that some condition wants not taken, in groups of up to ${Math.max(0, ...this.#plainGroups.map((g) => g.length))}`;
  }
}

function needsUnder(binding: Binding, setup: Setup): Compiled | undefined {
  const mode = setup.modes[binding.demand]!;
  if (mode === WAIVED) return undefined;
  return mode >= RELAXED ? binding.relaxed[mode - RELAXED]! : binding.needs;
}

function boundUnder(binding: Binding, mode: number): CompiledPair {
  return mode >= RELAXED ? binding.relaxedBound[mode - RELAXED]! : binding.bound;
}

// --- the shape of the cone --------------------------------------------------------------------------------------------

/** All steps that could matter to the goal, under any change. */
function coneOf(
  theory: Theory,
  demands: readonly Demand[],
  relaxations: readonly (readonly Relaxation[])[],
  goal: Formula,
): Set<number> {
  const members = new Set<number>();
  const open = [...stepsIn(goal)];
  const add = (f: Formula): void => void open.push(...stepsIn(f));
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (members.has(step)) continue;
    members.add(step);
    for (const [d, demand] of demands.entries()) {
      if (!demand.steps.includes(step)) continue;
      for (const row of demand.rows) add(row.needs);
      for (const r of relaxations[d]!) add(r.needs);
    }
    for (const c of theory.convening) if (c.step === step) add(c.when);
    // Steps that lapse when this one is taken.
    for (const row of theory.rows) if (row.timing === 'while' && stepsIn(row.needs).has(step)) open.push(...row.steps);
    for (const x of theory.impossible) if (stepsIn(x.that).has(step)) add(x.that);
    // A value that is settled already bars the others of its issue.
    const group = theory.steps[step]!.group;
    theory.steps.forEach((other, k) => {
      if (group !== undefined && other.group === group && other.status === 'taken') open.push(k);
    });
  }
  return new Set([...members].toSorted((a, b) => a - b));
}

/** Steps of the cone that some condition wants not taken. */
function contestedIn(
  theory: Theory,
  demands: readonly Demand[],
  relaxations: readonly (readonly Relaxation[])[],
  goal: Formula,
  members: ReadonlySet<number>,
): Set<number> {
  const contested = new Set<number>();
  const against = (f: Formula, wanted: boolean): void =>
    occurrences(f, (step, positive) => positive !== wanted && contested.add(step));
  against(goal, true);
  for (const [d, demand] of demands.entries()) {
    if (!demand.steps.some((step) => members.has(step))) continue;
    for (const row of demand.rows) against(row.needs, true);
    for (const r of relaxations[d]!) against(r.needs, true);
  }
  for (const c of theory.convening) if (members.has(c.step)) against(c.when, true);
  for (const x of theory.impossible) if ([...stepsIn(x.that)].some((step) => members.has(step))) against(x.that, false);
  for (const group of exclusiveGroups(theory, members)) for (const step of group) contested.add(step);
  // A need that does not hold for a step taken at the outset makes nothing lapse until it has held: meeting it can hurt.
  for (const [d, demand] of demands.entries()) {
    if (!demand.rows.some((row) => row.timing === 'while')) continue;
    if (!demand.steps.some((step) => members.has(step) && theory.steps[step]!.status === 'taken')) continue;
    for (const f of [...demand.rows.map((row) => row.needs), ...relaxations[d]!.map((r) => r.needs)])
      for (const step of stepsIn(f)) contested.add(step);
  }
  // Whether a contested step lapses must depend on contested steps alone.
  for (let size = -1; size !== contested.size;) {
    size = contested.size;
    for (const [d, demand] of demands.entries()) {
      if (!demand.steps.some((step) => contested.has(step)) || !demand.rows.some((row) => row.timing === 'while'))
        continue;
      for (const f of [...demand.rows.map((row) => row.needs), ...relaxations[d]!.map((r) => r.needs)])
        for (const step of stepsIn(f)) contested.add(step);
    }
  }
  return new Set([...contested].filter((step) => members.has(step)).toSorted((a, b) => a - b));
}

function exclusiveGroups(theory: Theory, members: ReadonlySet<number>): number[][] {
  const groups = new Map<string, number[]>();
  for (const step of members) {
    const group = theory.steps[step]!.group;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), step]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Two steps that one joint step may have to take; with `demand`, only while that demand is changed to `together`. */
interface Link {
  readonly a: number;
  readonly b: number;
  readonly demand?: number;
}

/**
 * Which steps may have to be taken in one joint step: those that ask for one another in the same state or want one
 * another not taken. A positive need that must hold *before* asks for an earlier state, so it links only when simultaneous.
 */
function linksIn(
  theory: Theory,
  demands: readonly Demand[],
  relaxations: readonly (readonly Relaxation[])[],
  members: ReadonlySet<number>,
): Link[] {
  const links: Link[] = [];
  const link = (a: number, b: number, demand?: number): void => {
    if (a !== b && members.has(a) && members.has(b)) links.push({ a, b, ...(demand === undefined ? {} : { demand }) });
  };
  for (const [d, demand] of demands.entries()) {
    const needs = demand.rows.flatMap((row) =>
      [row.needs, ...relaxations[d]!.map((r) => r.needs)].map((of) => ({ of, timing: row.timing })),
    );
    for (const step of demand.steps) {
      for (const { of, timing } of needs) {
        occurrences(of, (other, positive) => link(step, other, timing === 'before' && positive ? d : undefined));
      }
    }
  }
  for (const c of theory.convening) for (const other of stepsIn(c.when)) link(c.step, other);
  const chains = [...theory.impossible.map((x) => [...stepsIn(x.that)]), ...exclusiveGroups(theory, members)];
  for (const [first, ...rest] of chains) for (const other of rest) link(first!, other);
  return links;
}

/** Contested slots by linked group, under the links that hold in a setup. */
function groupsOf(
  slots: number,
  contested: number,
  links: readonly Link[],
  together: (demand: number) => boolean,
): number[][] {
  const parent = Int32Array.from({ length: slots }, (_, k) => k);
  const find = (k: number): number => {
    let root = k;
    while (parent[root] !== root) root = parent[root]!;
    return (parent[k] = root);
  };
  for (const { a, b, demand } of links) if (demand === undefined || together(demand)) parent[find(a)] = find(b);
  const groups = new Map<number, number[]>();
  for (let k = 0; k < contested; k++) groups.set(find(k), [...(groups.get(find(k)) ?? []), k]);
  return [...groups.values()];
}

// --- bits -------------------------------------------------------------------------------------------------------------

const has = (bits: Bits, k: number): boolean => (bits[k >> 5]! & (1 << (k & 31))) !== 0;
const set = (bits: Bits, k: number): void => void (bits[k >> 5]! |= 1 << (k & 31));
const unset = (bits: Bits, k: number): void => void (bits[k >> 5]! &= ~(1 << (k & 31)));
const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);
const contains = (all: Bits, some: Bits): boolean => some.every((word, w) => (word & ~all[w]!) === 0);
const union = (a: Bits, b: Bits): Bits => a.map((word, w) => word | b[w]!);
const difference = (a: Bits, b: Bits): Bits => a.map((word, w) => word & ~b[w]!);
