/**
 * Which of the reader's ids stands for which of the gold: the gold has its own (`dorrick`), the reader makes slugs. One to
 * one within a reading, the pair with most mentions in common first: an id that merges two people is right for one of
 * them only, and one person under two ids is right under one only.
 */
export class EntityIds {
  readonly #together = new Map<string, number>();
  #assigned: Map<string, string> | undefined;

  /** The gold's and the reader's id of one mention. */
  meet(gold: string, found: string): void {
    const key = `${gold}\t${found}`;
    this.#together.set(key, (this.#together.get(key) ?? 0) + 1);
    this.#assigned = undefined;
  }

  same(gold: string, found: string | undefined): boolean {
    return found !== undefined && this.#pairs().get(gold) === found;
  }

  isMet(gold: string): boolean {
    return this.#pairs().has(gold);
  }

  #pairs(): Map<string, string> {
    if (this.#assigned) return this.#assigned;
    const byCount = [...this.#together].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const assigned = new Map<string, string>();
    const taken = new Set<string>();
    for (const [key] of byCount) {
      const [gold, found] = key.split('\t') as [string, string];
      if (assigned.has(gold) || taken.has(found)) continue;
      assigned.set(gold, found);
      taken.add(found);
    }
    return (this.#assigned = assigned);
  }
}
