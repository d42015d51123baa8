/**
 * Conditions over options: infeasible combinations and prioritization statements. Compiled once, asked for every state.
 *
 * Most conditions are one conjunction of literals or a few of them; those become mask and value, two integer operations
 * a state. Everything else is a tree of closures.
 */
export type Literal = readonly [option: number, value: boolean];

export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'option'; readonly option: number }
  /** All literals hold: the condition of a `.gmcr` file. */
  | { readonly kind: 'literals'; readonly literals: readonly Literal[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  /** `that` holds whenever `when` does. */
  | { readonly kind: 'if'; readonly when: Condition; readonly that: Condition }
  | { readonly kind: 'iff'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'at-least' | 'at-most' | 'exactly'; readonly count: number; readonly of: readonly Condition[] };

/** Whether the condition holds in the state with this decimal. */
export type Predicate = (decimal: number) => boolean;

export function compile(condition: Condition): Predicate {
  const cube = conjunction(condition);
  if (cube === 'never') return () => false;
  if (cube !== undefined) {
    const { mask, value } = cube;
    return (decimal) => (decimal & mask) === value;
  }
  switch (condition.kind) {
    case 'constant':
    case 'option':
    case 'literals':
      throw new Error(`not a conjunction: ${condition.kind}`);
    case 'not': {
      const of = compile(condition.of);
      return (decimal) => !of(decimal);
    }
    case 'and': {
      const parts = condition.of.map(compile);
      return (decimal) => parts.every((part) => part(decimal));
    }
    case 'or': {
      const parts = condition.of.map(compile);
      if (parts.length === 2) {
        const [a, b] = parts as [Predicate, Predicate];
        return (decimal) => a(decimal) || b(decimal);
      }
      return (decimal) => parts.some((part) => part(decimal));
    }
    case 'if': {
      const when = compile(condition.when);
      const that = compile(condition.that);
      return (decimal) => !when(decimal) || that(decimal);
    }
    case 'iff': {
      const left = compile(condition.left);
      const right = compile(condition.right);
      return (decimal) => left(decimal) === right(decimal);
    }
    case 'at-least':
    case 'at-most':
    case 'exactly': {
      const parts = condition.of.map(compile);
      const { kind, count } = condition;
      return (decimal) => {
        let holding = 0;
        for (const part of parts) if (part(decimal)) holding++;
        return kind === 'at-least' ? holding >= count : kind === 'at-most' ? holding <= count : holding === count;
      };
    }
  }
}

export interface Cube {
  readonly mask: number;
  readonly value: number;
}

/** The condition as one conjunction of literals; `never` if they contradict one another, undefined if it is none. */
export function conjunction(condition: Condition): Cube | 'never' | undefined {
  switch (condition.kind) {
    case 'constant':
      return condition.value ? { mask: 0, value: 0 } : 'never';
    case 'option':
      return { mask: 1 << condition.option, value: 1 << condition.option };
    case 'literals':
      return join(condition.literals.map(([option, value]) => ({ mask: 1 << option, value: value ? 1 << option : 0 })));
    case 'not': {
      if (condition.of.kind !== 'option') return undefined;
      return { mask: 1 << condition.of.option, value: 0 };
    }
    case 'and': {
      const cubes: Cube[] = [];
      for (const part of condition.of) {
        const cube = conjunction(part);
        if (cube === undefined || cube === 'never') return cube;
        cubes.push(cube);
      }
      return join(cubes);
    }
    default:
      return undefined;
  }
}

function join(cubes: readonly Cube[]): Cube | 'never' {
  let mask = 0;
  let value = 0;
  for (const cube of cubes) {
    const both = mask & cube.mask;
    if ((value & both) !== (cube.value & both)) return 'never';
    mask |= cube.mask;
    value |= cube.value;
  }
  return { mask, value };
}

/** The options a condition speaks of, as a mask. */
export function optionsIn(condition: Condition): number {
  switch (condition.kind) {
    case 'constant':
      return 0;
    case 'option':
      return 1 << condition.option;
    case 'literals':
      return condition.literals.reduce((mask, [option]) => mask | (1 << option), 0);
    case 'not':
      return optionsIn(condition.of);
    case 'if':
      return optionsIn(condition.when) | optionsIn(condition.that);
    case 'iff':
      return optionsIn(condition.left) | optionsIn(condition.right);
    default:
      return condition.of.reduce((mask, part) => mask | optionsIn(part), 0);
  }
}

const option = (k: number): Condition => ({ kind: 'option', option: k });

/** No two of the options together, as one infeasible condition. */
export const mutuallyExclusive = (options: readonly number[]): Condition => ({
  kind: 'at-least',
  count: 2,
  of: options.map(option),
});

/** At least one of the options, as one infeasible condition: none of them is infeasible. */
export const atLeastOne = (options: readonly number[]): Condition => ({
  kind: 'literals',
  literals: options.map((k) => [k, false] as const),
});
