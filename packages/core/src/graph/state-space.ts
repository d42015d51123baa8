/**
 * Feasible states of an option model, as ascending decimals.
 *
 * Bits are fixed from the highest down, so states come out in order; a condition is asked as soon as its lowest option is
 * fixed, and where no condition is left the remaining states are a range. Cost: at worst 2^options questions, in practice
 * near the number of feasible states when conditions lie within few neighbouring options.
 */
import { compile, optionsIn, type Predicate } from './condition.ts';
import { checkpoint, DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import { MAX_OPTIONS, type OptionModel } from './model.ts';

export interface StateSpace {
  readonly kind: 'options';
  readonly decisionMakers: number;
  readonly options: number;
  /** How many feasible states there are; a *state* is an index below it. */
  readonly states: number;
  /** Decimals of the states, ascending; undefined when every combination is feasible, so that state = decimal. */
  readonly decimals: Int32Array | undefined;
  /** By decision maker: its options, as a mask. */
  readonly owned: readonly number[];
  /** Options that only change to yes (or to no), as masks. */
  readonly onlyToYes: number;
  readonly onlyToNo: number;
}

/** The least that any analysis takes for a state: its decimal, and a rank and a verdict of every decision maker. */
const bytesPerState = (decisionMakers: number): number => 4 + 5 * decisionMakers;

export function stateSpace(model: OptionModel, control: Control = {}): StateSpace {
  const options = model.options.length;
  if (options > MAX_OPTIONS)
    throw new TooLarge(`A model with ${options} options`, 2 ** options, 2 ** MAX_OPTIONS, 'steps');
  const owned = model.decisionMakers.map((_, dm) => maskOf(model, (option) => option.owner === dm));
  const space = {
    kind: 'options' as const,
    decisionMakers: owned.length,
    options,
    owned,
    onlyToYes: maskOf(model, (option) => option.irreversible === 'to-yes'),
    onlyToNo: maskOf(model, (option) => option.irreversible === 'to-no'),
  };
  const most = Math.floor((control.memoryLimit ?? DEFAULT_MEMORY) / bytesPerState(owned.length));
  const infeasible = model.infeasible ?? [];
  if (infeasible.length === 0) {
    if (2 ** options > most) throw tooManyStates(2 ** options, owned.length, control);
    return { ...space, states: 2 ** options, decimals: undefined };
  }
  const decimals = feasible(options, model, most, control);
  return decimals.length === 2 ** options
    ? { ...space, states: decimals.length, decimals: undefined }
    : { ...space, states: decimals.length, decimals };
}

const maskOf = (model: OptionModel, has: (option: OptionModel['options'][number]) => boolean): number =>
  model.options.reduce((mask, option, k) => (has(option) ? mask | (1 << k) : mask), 0);

function tooManyStates(states: number, decisionMakers: number, control: Control): TooLarge {
  const needs = states * bytesPerState(decisionMakers);
  const what = `${states.toLocaleString('en')} states or more`;
  return new TooLarge(what, needs, control.memoryLimit ?? DEFAULT_MEMORY, 'bytes');
}

/** Questions between two looks at whether to stop: about a millisecond of work. */
const STRIDE = 1 << 16;

function feasible(options: number, model: OptionModel, most: number, control: Control): Int32Array {
  // By option: the conditions whose lowest option it is.
  const asked: Predicate[][] = Array.from({ length: options + 1 }, () => []);
  for (const condition of model.infeasible ?? []) {
    const mask = optionsIn(condition);
    const lowest = mask === 0 ? options : 31 - Math.clz32(mask & -mask);
    asked[lowest]!.push(compile(condition));
  }
  const lowestAsked = asked.findIndex((list, k) => k < options && list.length > 0);
  const free = lowestAsked < 0 ? options : lowestAsked;
  let found: Int32Array = new Int32Array(1024);
  let count = 0;
  let work = 0;
  const take = (from: number, size: number): void => {
    if (count + size > most) throw tooManyStates(count + size, model.decisionMakers.length, control);
    if (count + size > found.length) {
      const larger = new Int32Array(Math.max(count + size, found.length * 2));
      larger.set(found.subarray(0, count));
      found = larger;
    }
    for (let k = 0; k < size; k++) found[count + k] = from + k;
    count += size;
  };
  /** Options `bit` and above are fixed to `prefix`, and nothing asked so far holds. */
  const visit = (bit: number, prefix: number): void => {
    if (bit === free) return take(prefix, 2 ** bit);
    const next = bit - 1;
    const conditions = asked[next]!;
    for (let value = 0; value < 2; value++) {
      const decimal = value === 1 ? prefix | (1 << next) : prefix;
      if ((++work & (STRIDE - 1)) === 0) checkpoint(control);
      let holds = false;
      for (let k = 0; k < conditions.length && !holds; k++) holds = conditions[k]!(decimal);
      if (!holds) visit(next, decimal);
    }
  };
  if (!asked[options]!.some((never) => never(0))) visit(options, 0);
  return found.slice(0, count);
}

/** The decimal of a state. */
export const decimalOf = (space: StateSpace, state: number): number =>
  space.decimals === undefined ? state : space.decimals[state]!;

/** The state with this decimal, or −1 if it is infeasible. */
export function stateOf(space: StateSpace, decimal: number): number {
  const { decimals } = space;
  if (decimals === undefined) return decimal >= 0 && decimal < space.states ? decimal : -1;
  let low = 0;
  let high = decimals.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = decimals[middle]!;
    if (value === decimal) return middle;
    if (value < decimal) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
