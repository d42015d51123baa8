/**
 * Facts by what they are about. A new account is compared where it tells something of a key, with the values told there so
 * far; never with whole accounts. Time of an account: its facts × the values of their keys, and those are capped: where
 * more than a dozen values stand under one key it was no one fact (12: on the gold set it costs nothing, and beyond it nothing is shown).
 */
import type { Difference, Side } from '../rows.ts';
import {
  sideOf,
  type Alone,
  type Aspect,
  type Background,
  type Draft,
  type Group,
  type ReadAccount,
  type Telling,
} from './aspect.ts';
import { differenceId } from './difference-id.ts';
import { sourcesOf } from './sides.ts';

const MOST_VALUES = 12;
const SHOWN = 8;
const SHOWN_OF_ONE = 2; // so that an account which repeats itself leaves room for others

interface Entry {
  // oxlint-disable-next-line typescript/no-explicit-any -- an aspect meets its own facts only
  readonly aspect: Aspect<any>;
  readonly groups: Map<string, { value: string; tellings: Telling<unknown>[] }>;
  isNew: boolean;
}

/** Plain data, to go on with later. */
export interface FactsKept {
  /** Without the aspects; a key begins with the aspect's name. */
  readonly entries: Map<string, Omit<Entry, 'aspect'>>;
  readonly found: Map<string, readonly Found[]>;
}

export class FactIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #found: Map<string, readonly Found[]>;
  readonly #background: Background;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly #aspects: Readonly<Record<string, Aspect<any>>>;
  readonly #alone: Readonly<Record<string, Alone>>;

  constructor(
    // oxlint-disable-next-line typescript/no-explicit-any
    aspects: Readonly<Record<string, Aspect<any>>>,
    alone: Readonly<Record<string, Alone>>,
    background: Background,
    kept?: FactsKept,
  ) {
    this.#aspects = aspects;
    this.#alone = alone;
    this.#background = background;
    this.#found = kept?.found ?? new Map<string, readonly Found[]>();
    for (const [key, entry] of kept?.entries ?? []) {
      const aspect = aspects[key.slice(0, key.indexOf(' '))];
      if (aspect !== undefined) this.#entries.set(key, { aspect, ...entry });
    }
  }

  kept(): FactsKept {
    const bare = [...this.#entries].map(([key, { groups, isNew }]) => [key, { groups, isNew }] as const);
    return { entries: new Map(bare), found: this.#found };
  }

  add(read: ReadAccount): void {
    const { id, written } = read.account;
    for (const [name, alone] of Object.entries(this.#alone)) {
      const found = alone(read, this.#background).map((draft) =>
        asDifference(
          draft,
          `${name} ${id}`,
          draft.sides.map(({ exact }) => exact),
        ),
      );
      if (found.length > 0) this.#found.set(`${name} ${id}`, found);
    }
    for (const [name, aspect] of Object.entries(this.#aspects)) {
      for (const { key, value, told, words } of aspect.facts(read, this.#background)) {
        const at = `${name} ${key}`;
        const entry = this.#entries.get(at) ?? { aspect, groups: new Map(), isNew: true };
        this.#entries.set(at, entry);
        const group = entry.groups.get(value) ?? { value, tellings: [] as Telling<unknown>[] };
        if (!entry.groups.has(value)) {
          if (entry.groups.size > MOST_VALUES) continue;
          entry.groups.set(value, group);
        }
        entry.isNew = true;
        const own = group.tellings.filter((telling: Side) => telling.source === id).length;
        if (group.tellings.length < SHOWN && own < SHOWN_OF_ONE)
          group.tellings.push({ ...words, source: id, told, written });
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
    return once([...this.#found.values()].flat());
  }

  #compare(key: string, { aspect, groups }: Entry): Found[] {
    if (groups.size < 2 || groups.size > MOST_VALUES) return [];
    const list: Group<unknown>[] = [...groups.values()];
    return list.flatMap((a, k) =>
      list
        .slice(k + 1)
        .flatMap((b) =>
          aspect.compare(a, b, this.#background).map((draft) => asDifference(draft, key, [a.value, b.value])),
        ),
    );
  }
}

interface Found {
  readonly difference: Difference;
  readonly once: string;
}

function asDifference(draft: Draft, key: string, values: readonly string[]): Found {
  const { once: same, sides, ...told } = draft;
  const places = sides.map(({ source, start }) => `${source} ${start}`);
  const by = same === undefined ? [draft.kind === 'naming' ? draft.about : '', ...places] : [same];
  const sources = sourcesOf(sides);
  // what one account tells against itself is its own, also where another does the same
  const own = sources.length === 1 ? sources : [];
  const id = differenceId(draft.kind, same === undefined ? key : '', [
    ...(same === undefined ? values : [same]),
    ...own,
  ]);
  return { difference: { id, ...told, sides: sides.map(sideOf) }, once: [draft.rule, ...by].join('\n') };
}

/** What two keys of one rule found in the same words is shown once. */
function once(found: readonly Found[]): Difference[] {
  const seen = new Map<string, Difference>();
  for (const one of found) if (!seen.has(one.once)) seen.set(one.once, one.difference);
  return [...seen.values()];
}
