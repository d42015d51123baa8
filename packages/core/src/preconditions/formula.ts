/**
 * Conditions over steps: evaluation, polarity, equivalence. A compiled condition reads a bitset of 32-bit words, so that
 * the search asks it millions of times without allocating.
 */
import type { Formula } from './theory.ts';

/** A set of steps, one bit each. */
export type Bits = Int32Array;
export type Compiled = (state: Bits) => boolean;

export const TRUE: Formula = { kind: 'constant', value: true };

/** Compiles a condition; `slot` gives the bit of a step, or undefined for one that is never taken. */
export function compile(f: Formula, slot: (step: number) => number | undefined): Compiled {
  switch (f.kind) {
    case 'constant':
      return f.value ? () => true : () => false;
    case 'step': {
      const bit = slot(f.step);
      if (bit === undefined) return () => false;
      const word = bit >> 5;
      const mask = 1 << (bit & 31);
      return (state) => (state[word]! & mask) !== 0;
    }
    case 'not': {
      const of = compile(f.of, slot);
      return (state) => !of(state);
    }
    case 'and':
    case 'or': {
      const parts = f.of.map((part) => compile(part, slot));
      if (parts.length === 1) return parts[0]!;
      if (parts.length === 2) {
        const [a, b] = parts as [Compiled, Compiled];
        return f.kind === 'and' ? (state) => a(state) && b(state) : (state) => a(state) || b(state);
      }
      return f.kind === 'and'
        ? (state) => parts.every((part) => part(state))
        : (state) => parts.some((part) => part(state));
    }
    case 'at-least': {
      const parts = f.of.map((part) => compile(part, slot));
      return (state) => {
        let count = 0;
        for (const part of parts) if (part(state)) count++;
        return count >= f.count;
      };
    }
  }
}

/** A condition asked of two states: steps that it wants taken are looked up in the first, the others in the second. */
export type CompiledPair = (wanted: Bits, unwanted: Bits) => boolean;

/**
 * Compiles a condition with its positive and negative occurrences apart. With more in the first state and less in the
 * second it only becomes truer, which makes bounds: what is false between two bounds is false in every state between.
 */
export function compilePair(f: Formula, slot: (step: number) => number | undefined, positive = true): CompiledPair {
  switch (f.kind) {
    case 'constant':
      return f.value ? () => true : () => false;
    case 'step': {
      const bit = slot(f.step);
      if (bit === undefined) return () => false;
      const word = bit >> 5;
      const mask = 1 << (bit & 31);
      return positive ? (wanted) => (wanted[word]! & mask) !== 0 : (_, unwanted) => (unwanted[word]! & mask) !== 0;
    }
    case 'not': {
      const of = compilePair(f.of, slot, !positive);
      return (wanted, unwanted) => !of(wanted, unwanted);
    }
    case 'and': {
      const parts = f.of.map((part) => compilePair(part, slot, positive));
      return (wanted, unwanted) => parts.every((part) => part(wanted, unwanted));
    }
    case 'or': {
      const parts = f.of.map((part) => compilePair(part, slot, positive));
      return (wanted, unwanted) => parts.some((part) => part(wanted, unwanted));
    }
    case 'at-least': {
      const parts = f.of.map((part) => compilePair(part, slot, positive));
      return (wanted, unwanted) => parts.filter((part) => part(wanted, unwanted)).length >= f.count;
    }
  }
}

/** Calls `visit` for every occurrence of a step; `positive` is false under an odd number of negations. */
export function occurrences(f: Formula, visit: (step: number, positive: boolean) => void, positive = true): void {
  switch (f.kind) {
    case 'constant':
      return;
    case 'step':
      visit(f.step, positive);
      return;
    case 'not':
      occurrences(f.of, visit, !positive);
      return;
    case 'and':
    case 'or':
    case 'at-least':
      for (const part of f.of) occurrences(part, visit, positive);
  }
}

export function stepsIn(f: Formula): Set<number> {
  const steps = new Set<number>();
  occurrences(f, (step) => steps.add(step));
  return steps;
}

/** Truth of a condition when only some steps are decided: true, false, or undefined while it still depends on the others. */
export function partial(f: Formula, decided: (step: number) => boolean | undefined): boolean | undefined {
  switch (f.kind) {
    case 'constant':
      return f.value;
    case 'step':
      return decided(f.step);
    case 'not': {
      const of = partial(f.of, decided);
      return of === undefined ? undefined : !of;
    }
    case 'and':
    case 'or': {
      const stop = f.kind === 'or';
      let open = false;
      for (const part of f.of) {
        const value = partial(part, decided);
        if (value === stop) return stop;
        open ||= value === undefined;
      }
      return open ? undefined : !stop;
    }
    case 'at-least': {
      let sure = 0;
      let open = 0;
      for (const part of f.of) {
        const value = partial(part, decided);
        if (value === true) sure++;
        else if (value === undefined) open++;
      }
      return sure >= f.count ? true : sure + open < f.count ? false : undefined;
    }
  }
}

/**
 * Whether some assignment of steps makes all conditions true: backtracking over the steps they use, cutting a branch as
 * soon as one condition is false. Exponential in the steps at worst; stops and throws after `limit` decisions.
 */
export function satisfiable(conditions: readonly Formula[], limit = 2_000_000): boolean {
  const steps = [...new Set(conditions.flatMap((f) => [...stepsIn(f)]))];
  const values = new Map<number, boolean>();
  const decided = (step: number): boolean | undefined => values.get(step);
  let decisions = 0;
  const search = (k: number): boolean => {
    if (++decisions > limit) throw new WorkLimit(`${steps.length} steps in one condition`, 2 ** steps.length, limit);
    let open = false;
    for (const f of conditions) {
      const value = partial(f, decided);
      if (value === false) return false;
      open ||= value === undefined;
    }
    if (!open) return true;
    const step = steps[k]!;
    for (const value of [true, false]) {
      values.set(step, value);
      if (search(k + 1)) return true;
    }
    values.delete(step);
    return false;
  };
  return search(0);
}

/** Logical equivalence over all assignments of steps. */
export function equivalent(a: Formula, b: Formula): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  const differs = (x: Formula, y: Formula): boolean => satisfiable([x, { kind: 'not', of: y }]);
  return !differs(a, b) && !differs(b, a);
}

/** Work that would take too long: what it is, how large it would be, and the limit. */
export class WorkLimit extends Error {
  readonly what: string;
  readonly estimate: number;
  readonly limit: number;
  constructor(what: string, estimate: number, limit: number) {
    super(`${what}: about ${estimate.toExponential(1)} steps of work, at most ${limit.toExponential(0)} are done`);
    this.what = what;
    this.estimate = estimate;
    this.limit = limit;
  }
}
