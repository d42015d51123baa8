/**
 * Facts by what they are about. A new account is compared where it tells something of a key, with the values told there so
 * far; never with whole accounts. Time of an account: its facts × the values of their keys, and those are capped: where
 * dozens of values stand under one key it was no one fact (64: more than any true dispute seen; beyond it nothing is shown).
 */
import type { Difference } from '../rows.ts';
import {
  sideOf,
  type Aspect,
  type Background,
  type Draft,
  type Group,
  type ReadAccount,
  type Telling,
} from './aspect.ts';
import { differenceId } from './difference-id.ts';

const MOST_VALUES = 64;
const SHOWN = 6;

interface Entry {
  // oxlint-disable-next-line typescript/no-explicit-any -- an aspect meets its own facts only
  readonly aspect: Aspect<any>;
  readonly groups: Map<string, { value: string; tellings: Telling<unknown>[] }>;
  isNew: boolean;
}

export class FactIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #found = new Map<string, readonly Difference[]>();
  readonly #background: Background;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly #aspects: Readonly<Record<string, Aspect<any>>>;

  // oxlint-disable-next-line typescript/no-explicit-any
  constructor(aspects: Readonly<Record<string, Aspect<any>>>, background: Background) {
    this.#aspects = aspects;
    this.#background = background;
  }

  add(read: ReadAccount): void {
    const { id, written } = read.account;
    for (const [name, aspect] of Object.entries(this.#aspects)) {
      for (const { key, value, told, words } of aspect.facts(read, this.#background)) {
        const at = `${name} ${key}`;
        const entry = this.#entries.get(at) ?? { aspect, groups: new Map(), isNew: true };
        this.#entries.set(at, entry);
        const group = entry.groups.get(value) ?? { value, tellings: [] };
        if (!entry.groups.has(value)) {
          if (entry.groups.size > MOST_VALUES) continue;
          entry.groups.set(value, group);
        }
        entry.isNew = true;
        if (group.tellings.length < SHOWN) group.tellings.push({ ...words, source: id, told, written });
      }
    }
  }

  differences(): Difference[] {
    for (const [key, entry] of this.#entries) {
      if (!entry.isNew) continue;
      entry.isNew = false;
      const found = this.#compare(key, entry);
      if (found.length > 0) this.#found.set(key, found);
      else this.#found.delete(key);
    }
    return [...this.#found.values()].flat();
  }

  #compare(key: string, { aspect, groups }: Entry): Difference[] {
    if (groups.size < 2 || groups.size > MOST_VALUES) return [];
    const list: Group<unknown>[] = [...groups.values()];
    return list.flatMap((a, k) =>
      list.slice(k + 1).flatMap((b) =>
        aspect.compare(a, b, this.#background).map((draft: Draft) => ({
          id: differenceId(draft.kind, key, [a.value, b.value]),
          ...draft,
          sides: draft.sides.map(sideOf),
        })),
      ),
    );
  }
}
