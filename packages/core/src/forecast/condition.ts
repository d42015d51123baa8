/**
 * Conditions over the atoms of a process. Facts, `can-meet` and dates have been worked in before (./case-conditions.ts);
 * what is left is asked of a set of bits, many times a round, and so becomes a few operations on words.
 */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'atom'; readonly atom: number }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Condition[] };

/** A set of atoms, 32 a word. */
export type Bits = Int32Array;
export type Predicate = (state: Bits) => boolean;

export const emptyBits = (atoms: number): Bits => new Int32Array(Math.max(1, (atoms + 31) >>> 5));
export const hasBit = (state: Bits, atom: number): boolean => ((state[atom >>> 5]! >>> (atom & 31)) & 1) === 1;
export const setBit = (state: Bits, atom: number): void => {
  state[atom >>> 5]! |= 1 << (atom & 31);
};
export const clearBit = (state: Bits, atom: number): void => {
  state[atom >>> 5]! &= ~(1 << (atom & 31));
};

/** A loop: for a few words it costs a fraction of `set`. */
export function copyBits(from: Bits, to: Bits): void {
  for (let w = 0; w < to.length; w++) to[w] = from[w]!;
}

export function compile(condition: Condition): Predicate {
  switch (condition.kind) {
    case 'constant':
      return condition.value ? () => true : () => false;
    case 'atom': {
      const word = condition.atom >>> 5;
      const mask = 1 << (condition.atom & 31);
      return (state) => (state[word]! & mask) !== 0;
    }
    case 'not': {
      if (condition.of.kind === 'atom') {
        const word = condition.of.atom >>> 5;
        const mask = 1 << (condition.of.atom & 31);
        return (state) => (state[word]! & mask) === 0;
      }
      const of = compile(condition.of);
      return (state) => !of(state);
    }
    case 'and': {
      const one = oneWord(condition.of);
      if (one !== undefined) {
        const { word, mask, value } = one;
        return (state) => (state[word]! & mask) === value;
      }
      const parts = condition.of.map(compile);
      if (parts.length === 2) {
        const [a, b] = parts as [Predicate, Predicate];
        return (state) => a(state) && b(state);
      }
      return (state) => {
        for (let k = 0; k < parts.length; k++) if (!parts[k]!(state)) return false;
        return true;
      };
    }
    case 'or': {
      const parts = condition.of.map(compile);
      if (parts.length === 2) {
        const [a, b] = parts as [Predicate, Predicate];
        return (state) => a(state) || b(state);
      }
      return (state) => {
        for (let k = 0; k < parts.length; k++) if (parts[k]!(state)) return true;
        return false;
      };
    }
    case 'at-least': {
      const parts = condition.of.map(compile);
      const { count } = condition;
      return (state) => {
        let holding = 0;
        for (let k = 0; k < parts.length; k++) if (parts[k]!(state)) holding++;
        return holding >= count;
      };
    }
  }
}

/** A conjunction of literals that share a word is one comparison. */
function oneWord(of: readonly Condition[]): { word: number; mask: number; value: number } | undefined {
  let word: number | undefined;
  let mask = 0;
  let value = 0;
  for (const part of of) {
    const atom = part.kind === 'atom' ? part.atom : part.kind === 'not' && part.of.kind === 'atom' ? part.of.atom : -1;
    if (atom < 0) return undefined;
    const bit = 1 << (atom & 31);
    if ((word !== undefined && word !== atom >>> 5) || (mask & bit) !== 0) return undefined;
    word = atom >>> 5;
    mask |= bit;
    if (part.kind === 'atom') value |= bit;
  }
  return word === undefined ? undefined : { word, mask, value };
}

export const constant = (value: boolean): Condition => ({ kind: 'constant', value });

/** Every atom of a condition, with whether it is wanted (under an even number of negations). */
export function atomsIn(condition: Condition, wanted = true, visit: (atom: number, wanted: boolean) => void): void {
  switch (condition.kind) {
    case 'constant':
      return;
    case 'atom':
      return visit(condition.atom, wanted);
    case 'not':
      return atomsIn(condition.of, !wanted, visit);
    default:
      for (const part of condition.of) atomsIn(part, wanted, visit);
  }
}

export function atomSet(conditions: readonly Condition[], only?: 'wanted'): number[] {
  const found = new Set<number>();
  for (const condition of conditions)
    atomsIn(condition, true, (atom, wanted) => {
      if (only === undefined || wanted) found.add(atom);
    });
  return [...found].toSorted((a, b) => a - b);
}

/** The same condition without constants inside. */
export function simplify(c: Condition): Condition {
  switch (c.kind) {
    case 'constant':
    case 'atom':
      return c;
    case 'not': {
      const of = simplify(c.of);
      if (of.kind === 'constant') return constant(!of.value);
      return of.kind === 'not' ? of.of : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const decides = c.kind === 'or';
      const of = c.of.map(simplify);
      if (of.some((part) => part.kind === 'constant' && part.value === decides)) return constant(decides);
      const rest = of
        .filter((part) => part.kind !== 'constant')
        .flatMap((part) => (part.kind === c.kind ? (part as { of: readonly Condition[] }).of : [part]));
      if (rest.length === 0) return constant(!decides);
      return rest.length === 1 ? rest[0]! : { kind: c.kind, of: rest };
    }
    case 'at-least': {
      const of = c.of.map(simplify);
      const sure = of.filter((part) => part.kind === 'constant' && part.value).length;
      const rest = of.filter((part) => part.kind !== 'constant');
      const count = c.count - sure;
      if (count <= 0) return constant(true);
      if (count > rest.length) return constant(false);
      return { kind: 'at-least', count, of: rest };
    }
  }
}
