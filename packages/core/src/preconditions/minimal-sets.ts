/**
 * All minimal sets of constraints that keep something blocked, and all minimal sets whose removal frees it: each are the
 * minimal hitting sets of the other (Reiter 1987), enumerated together by Berge multiplication with shrinking, the way
 * MARCO does (Liffiton, Previti, Malik & Marques-Silva 2016).
 *
 * `blocked(inForce)` must be monotone: more constraints in force never unblock. The number of sets can be exponential;
 * beyond `most` hitting sets the answer is cut and says so.
 */
export interface MinimalSets {
  /** Minimal sets that block by themselves, each ascending. */
  readonly blocking: readonly (readonly number[])[];
  /** Minimal sets without which nothing blocks, each ascending; empty when constraints are not what blocks. */
  readonly freeing: readonly (readonly number[])[];
  readonly complete: boolean;
}

export function minimalSets(
  count: number,
  blocked: (inForce: readonly boolean[]) => boolean,
  most = 4_000,
): MinimalSets {
  const all = Array.from({ length: count }, () => true);
  if (!blocked(all)) return { blocking: [], freeing: [[]], complete: true };
  if (blocked(all.map(() => false))) return { blocking: [[]], freeing: [], complete: true };

  const blocking: number[][] = [];
  let hitting: readonly (readonly number[])[] = [[]];
  const frees = new Set<string>();
  for (;;) {
    const unproven = hitting.find((set) => !frees.has(set.join()));
    if (unproven === undefined) return { blocking, freeing: hitting, complete: true };
    const inForce = all.map((_, k) => !unproven.includes(k));
    if (!blocked(inForce)) {
      frees.add(unproven.join());
      continue;
    }
    const found = shrink(inForce, blocked);
    blocking.push(found);
    hitting = multiply(hitting, found);
    if (hitting.length > most)
      return { blocking, freeing: hitting.filter((set) => frees.has(set.join())), complete: false };
  }
}

/** Leaves out one constraint after another while the rest still blocks: a minimal blocking set. */
export function shrink(inForce: readonly boolean[], blocked: (inForce: readonly boolean[]) => boolean): number[] {
  const rest = [...inForce];
  // Halves first: most constraints do not matter, and leaving many out at once saves questions.
  for (let size = rest.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < rest.length; from += size) {
      const without = rest.map((on, k) => on && !(k >= from && k < from + size));
      if (without.some((on, k) => on !== rest[k]) && blocked(without)) without.forEach((on, k) => (rest[k] = on));
    }
  }
  return rest.flatMap((on, k) => (on ? [k] : []));
}

/** Minimal hitting sets after one more set is to be hit (Berge 1989). */
function multiply(hitting: readonly (readonly number[])[], set: readonly number[]): number[][] {
  const already = hitting.filter((h) => h.some((k) => set.includes(k)));
  const extended = hitting
    .filter((h) => !already.includes(h))
    .flatMap((h) => set.map((k) => [...h, k].toSorted((a, b) => a - b)));
  const minimal = extended.filter((h) => !already.some((other) => other.every((k) => h.includes(k))));
  return [...already, ...minimal].map((h) => [...h]);
}
