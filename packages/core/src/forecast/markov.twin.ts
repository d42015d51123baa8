/**
 * The process as an exact Markov chain, straight from rules P1–P4 and U1–U4, for cases so small that every state, order and
 * choice can be listed. It reads conditions with the literal evaluator of the case and shares no code with the engine.
 *
 * Only what the random cases of ./random-case.twin.ts contain: plain numbers, options, happenings, preconditions, impossible
 * rows, statements, costs, `ever(…)`. No meetings, no bargaining, nothing drawn but which demands are insisted on.
 */
import { holds, type Case, type Expression, type Precondition, type Quantity, type World } from '../case/index.ts';

interface Node {
  /** Options: open, yes or no; happenings: yes or absent. */
  readonly settings: ReadonlyMap<string, 'yes' | 'no'>;
  readonly ever: ReadonlySet<string>;
  /** By scenario: it held at some round's end; it held at every one. */
  readonly held: readonly boolean[];
  readonly throughout: readonly boolean[];
}

const keyOf = (settings: Settings): string =>
  [...settings]
    .map((set) => set.join('='))
    .toSorted()
    .join();
const key = ({ settings, ever, held, throughout }: Node): string =>
  JSON.stringify([keyOf(settings), [...ever].toSorted(), held, throughout]);

/** What is alike, with its chances added up. */
class Merged<T> {
  readonly #found = new Map<string, [T, number]>();
  add(as: unknown, it: T, chance: number): void {
    const known = this.#found.get(JSON.stringify(as));
    if (known === undefined) this.#found.set(JSON.stringify(as), [it, chance]);
    else known[1] += chance;
  }
  spread(): Spread<T> {
    return [...this.#found.values()];
  }
}

type Settings = ReadonlyMap<string, 'yes' | 'no'>;
type Spread<T> = readonly (readonly [T, number])[];

const number = (quantity: Quantity | undefined, otherwise: number): number =>
  quantity?.kind === 'number' ? quantity.value : otherwise;

const worldOf = (node: Pick<Node, 'settings' | 'ever'>, given: Case): World => ({
  today: given.asOf,
  holds: (name) => node.settings.get(name) === 'yes',
  declined: (option) => node.settings.get(option) === 'no',
  valuesOf: () => [],
  held: (e) => node.ever.has(JSON.stringify(e)),
});

/** Chance of every scenario, by id. */
export function exactChances(given: Case, rounds: number): Map<string, number> {
  const scenarios = [...given.scenarios.values()];
  const rows = [...given.preconditions.values()];
  const result = new Map(scenarios.map((s) => [s.id, 0]));
  for (let mask = 0; mask < 2 ** rows.length; mask++) {
    const insisted = rows.filter((_, k) => (mask >>> k) & 1);
    const chance = rows.reduce((product, row, k) => {
      const firm = Math.min(0.99, number(row.firmness, 1));
      return product * ((mask >>> k) & 1 ? firm : 1 - firm);
    }, 1);
    if (chance === 0) continue;
    for (const [node, p] of spreadAfter(given, insisted, rounds))
      scenarios.forEach((s, k) => {
        const at = s.at !== undefined;
        const until = s.until !== undefined;
        const y = at ? holds(s.when!, worldOf(node, given), given) : until ? node.throughout[k]! : node.held[k]!;
        if (y !== s.never) result.set(s.id, result.get(s.id)! + chance * p);
      });
  }
  return result;
}

function spreadAfter(given: Case, insisted: readonly Precondition[], rounds: number): Spread<Node> {
  const chain = new Chain(given, insisted);
  let nodes: Spread<Node> = [[chain.outset(), 1]];
  for (let round = 1; round <= rounds; round++) {
    const next = new Map<string, [Node, number]>();
    for (const [node, p] of nodes)
      for (const [after, q] of chain.round(node)) {
        const known = next.get(key(after));
        if (known === undefined) next.set(key(after), [after, p * q]);
        else known[1] += p * q;
      }
    nodes = [...next.values()];
  }
  return nodes;
}

interface Offer {
  readonly steps: readonly string[];
}

export class Chain {
  readonly #given: Case;
  readonly #insisted: readonly Precondition[];
  /** Impossible rows but those that are true at the outset, which say nothing. */
  readonly #impossible: readonly Expression[];
  readonly #known = new Map<string, unknown>();

  constructor(given: Case, insisted: readonly Precondition[]) {
    this.#given = given;
    this.#insisted = insisted;
    const outset = worldOf({ settings: this.outset().settings, ever: new Set() }, given);
    this.#impossible = [...given.impossible.values()].map((r) => r.that).filter((that) => !holds(that, outset, given));
  }

  #once<T>(of: unknown, compute: () => T): T {
    const k = JSON.stringify(of);
    if (!this.#known.has(k)) this.#known.set(k, compute());
    return this.#known.get(k) as T;
  }

  outset(): Node {
    const settings = new Map([...this.#given.statusQuo].filter(([, s]) => typeof s === 'string')) as Map<
      string,
      'yes' | 'no'
    >;
    return this.#remember({ settings, ever: new Set(), held: [], throughout: [] }, true);
  }

  /** Flags of what has been, at the end of a round. */
  #remember(node: Node, isOutset = false): Node {
    const { scenarios } = this.#given;
    const world = worldOf(node, this.#given);
    const now = [...scenarios.values()].map((s) => holds(s.when!, world, this.#given));
    const ever = new Set(node.ever);
    for (const e of eversOf(this.#given)) if (holds(e, world, this.#given)) ever.add(JSON.stringify(e));
    return {
      settings: node.settings,
      ever,
      held: now.map((y, k) => y || (!isOutset && node.held[k]!)),
      throughout: now.map((y, k) => y && (isOutset || node.throughout[k]!)),
    };
  }

  round(node: Node): Spread<Node> {
    const movers = [...this.#given.preferences.values()].filter((p) => p.reported);
    const moved = new Merged<readonly [Settings, readonly Offer[]]>();
    for (let mask = 0; mask < 2 ** movers.length; mask++) {
      const revising = movers.filter((_, k) => (mask >>> k) & 1);
      const chance = movers.reduce((product, p, k) => {
        const rho = number(p.revision, 1);
        return product * ((mask >>> k) & 1 ? rho : 1 - rho);
      }, 1);
      if (chance === 0) continue;
      const orders = permutations(revising.map((p) => p.party));
      for (const order of orders)
        for (const [[settings, offers], p] of this.#revise(node, node.settings, order, []))
          moved.add([keyOf(settings), offers.map((o) => o.steps)], [settings, offers], (chance / orders.length) * p);
    }
    const ended = new Merged<Settings>();
    for (const [[settings, offers], p] of moved.spread())
      for (const [after, q] of this.#endOfRound(node, settings, offers)) ended.add(keyOf(after), after, p * q);
    return ended.spread().map(([settings, p]) => [this.#remember({ ...node, settings }), p] as const);
  }

  #revise(
    node: Node,
    settings: Settings,
    order: readonly string[],
    offers: readonly Offer[],
  ): Spread<readonly [Settings, readonly Offer[]]> {
    const [party, ...rest] = order;
    if (party === undefined) return [[[settings, offers], 1]];
    const choices = this.#once(['choices', keyOf(settings), [...node.ever], party], () =>
      this.choices(node, settings, party),
    );
    return choices.flatMap(([choice, p]) =>
      this.#revise(
        node,
        choice.offer === undefined ? choice.settings : settings,
        rest,
        choice.offer === undefined ? offers : [...offers, choice.offer],
      ).map(([end, q]) => [end, p * q] as const),
    );
  }

  /** Staying, and every single change that is possible and allowed, with its chance. */
  choices(
    node: Pick<Node, 'ever'>,
    settings: Settings,
    party: string,
  ): Spread<{ readonly option?: string; readonly settings: Settings; readonly offer?: Offer }> {
    const given = this.#given;
    const found: { option?: string; settings: Settings; offer?: Offer; utility: number }[] = [];
    const utility = (of: Settings, price = 0): number => this.utility(node, of, party, price);
    found.push({ settings, utility: utility(settings) });
    for (const option of [...given.options.values()].filter((o) => o.party === party)) {
      const now = settings.get(option.id);
      if (now === 'yes') {
        if (option.permitted === 'to-yes') continue;
        const after = new Map(settings).set(option.id, 'no');
        if (this.#isPossible(node, after)) found.push({ option: option.id, settings: after, utility: utility(after) });
        continue;
      }
      if (option.permitted === 'to-no' || (now === 'no' && option.reopening === undefined)) continue;
      const price = now === 'no' ? number(option.reopening, 0) : 0;
      const after = new Map(settings).set(option.id, 'yes');
      if (!this.#mayLeave(node, settings, option.id)) continue;
      if (this.#mayEnter(node, after, option.id)) {
        if (this.#isPossible(node, after))
          found.push({ option: option.id, settings: after, utility: utility(after, price) });
        continue;
      }
      const asked = this.#fewestOthers(node, after, option.id);
      if (asked !== undefined)
        found.push({
          option: option.id,
          settings: asked,
          offer: { steps: [option.id] },
          utility: utility(asked, price),
        });
    }
    const lambda = number(given.preferences.get(party)!.rationality, 0);
    const best = Math.max(...found.map((f) => f.utility));
    const weights = found.map((f) => Math.exp(lambda * (f.utility - best)));
    const sum = weights.reduce((a, b) => a + b, 0);
    return found.map((f, k) => [f, weights[k]! / sum] as const);
  }

  utility(node: Pick<Node, 'ever'>, settings: Settings, party: string, price: number): number {
    const world = worldOf({ settings, ever: node.ever }, this.#given);
    const { statements, dealShare } = this.#given.preferences.get(party)!;
    const k = statements.length;
    const weights = statements.map((s, j) => number(s.weight, 2 ** (k - 1 - j)));
    const all = weights.reduce((a, b) => a + b, 0);
    const met = weights.reduce((sum, w, j) => sum + (holds(statements[j]!.that, world, this.#given) ? w : 0), 0);
    const costs = [...this.#given.influences.values()]
      .filter((x) => x.party === party && holds(x.when!, world, this.#given))
      .reduce((sum, x) => sum + number(x.cost, 0), 0);
    return (1 - number(dealShare, 0.5)) * ((all > 0 ? (100 * met) / all : 0) - costs - price);
  }

  #rowsOn(step: string, isBefore: boolean): Precondition[] {
    return this.#insisted.filter(
      (row) => row.step.kind === 'proposition' && row.step.name === step && (row.timing === 'before') === isBefore,
    );
  }
  #mayLeave(node: Pick<Node, 'ever'>, settings: Settings, step: string): boolean {
    const world = worldOf({ settings, ever: node.ever }, this.#given);
    return this.#rowsOn(step, true).every((row) => holds(row.needs, world, this.#given));
  }
  #mayEnter(node: Pick<Node, 'ever'>, settings: Settings, step: string): boolean {
    const world = worldOf({ settings, ever: node.ever }, this.#given);
    return this.#rowsOn(step, false).every((row) => holds(row.needs, world, this.#given));
  }
  #isPossible(node: Pick<Node, 'ever'>, settings: Settings): boolean {
    const world = worldOf({ settings, ever: node.ever }, this.#given);
    return this.#impossible.every((that) => !holds(that, world, this.#given));
  }

  #fewestOthers(node: Pick<Node, 'ever'>, after: Settings, step: string): Settings | undefined {
    // What any row on the step wants in the state entered, whether it is insisted on or not.
    const wanted = new Set(
      [...this.#given.preconditions.values()]
        .filter((row) => row.timing !== 'before' && row.step.kind === 'proposition' && row.step.name === step)
        .flatMap((row) => wantedNames(row.needs, true)),
    );
    const names = [
      ...[...this.#given.options.values()].filter((o) => o.permitted !== 'to-no').map((o) => o.id),
      ...[...this.#given.happenings.values()].filter((h) => h.rate !== undefined).map((h) => h.id),
    ].filter((name) => name !== step && wanted.has(name));
    const sets = subsets(names)
      .filter((set) => set.length > 0 && set.length <= 3)
      .map((set, k) => ({ set, k }))
      .toSorted((a, b) => a.set.length - b.set.length || a.k - b.k);
    for (const { set } of sets) {
      if (set.some((name) => after.has(name))) continue;
      const target = new Map(after);
      for (const name of set) target.set(name, 'yes');
      if (this.#mayEnter(node, target, step) && this.#isPossible(node, target)) return target;
    }
    return undefined;
  }

  #endOfRound(node: Node, settings: Settings, offers: readonly Offer[]): Spread<Settings> {
    const happenings = [...this.#given.happenings.values()].filter((h) => h.rate !== undefined);
    const out: [Settings, number][] = [];
    // Which happenings' day has come, whether or not they can come about.
    for (let mask = 0; mask < 2 ** happenings.length; mask++) {
      const due = happenings.filter((_, k) => (mask >>> k) & 1);
      const chance = happenings.reduce((product, h, k) => {
        const rate = number(h.rate, 0);
        return product * ((mask >>> k) & 1 ? rate : 1 - rate);
      }, 1);
      if (chance === 0) continue;
      const joint = due.filter(
        (h) =>
          settings.get(h.id) !== 'yes' &&
          this.#mayLeave(node, settings, h.id) &&
          !this.#mayEnter(node, new Map(settings).set(h.id, 'yes'), h.id),
      );
      const pool = [...offers, ...joint.map((h) => ({ steps: [h.id] }))];
      for (const [agreed, share] of this.#agreements(node, settings, pool)) {
        const after = new Map(agreed);
        for (const h of due) {
          if (agreed.get(h.id) === 'yes') {
            if (!h.reversible || settings.get(h.id) !== 'yes') continue;
            const without = new Map(after);
            without.delete(h.id);
            if (this.#isPossible(node, without)) after.delete(h.id);
            continue;
          }
          if (!this.#mayLeave(node, agreed, h.id)) continue;
          const target = new Map(after).set(h.id, 'yes');
          if (this.#mayEnter(node, target, h.id) && this.#isPossible(node, target)) after.set(h.id, 'yes');
        }
        out.push([this.#lapse(node, after), chance * share]);
      }
    }
    return out;
  }

  /** The largest sets of offers whose needs hold when all are carried out; of equals the one with the earliest members. */
  #agreements(node: Node, settings: Settings, pool: readonly Offer[]): Spread<Settings> {
    const carriedOut = (set: readonly Offer[]): Settings | undefined => {
      const steps = set.flatMap((offer) => offer.steps).filter((step) => settings.get(step) !== 'yes');
      if (!steps.every((step) => this.#mayLeave(node, settings, step))) return undefined;
      const target = new Map(settings);
      for (const step of set.flatMap((offer) => offer.steps)) target.set(step, 'yes');
      const fits = steps.every((step) => this.#mayEnter(node, target, step)) && this.#isPossible(node, target);
      return fits ? target : undefined;
    };
    for (let size = pool.length; size > 0; size--) {
      const found = subsets(pool)
        .filter((set) => set.length === size)
        .flatMap((set) => {
          const target = carriedOut(set);
          return target === undefined ? [] : [{ set, target }];
        });
      if (found.length === 1) return [[found[0]!.target, 1]];
      if (found.length === 0) continue;
      const orders = permutations(pool);
      return orders.map((order) => {
        const [first] = found.toSorted((a, b) => earlier(a.set, b.set, order));
        return [first!.target, 1 / orders.length] as const;
      });
    }
    return [[settings, 1]];
  }

  /** A step is undone when a `while` need of it that held at the end of the round before holds no longer. */
  #lapse(node: Node, settings: Settings): Settings {
    const was = worldOf(node, this.#given);
    const rows = this.#insisted.filter((row) => row.timing === 'while' && holds(row.needs, was, this.#given));
    const after = new Map(settings);
    for (;;) {
      const world = worldOf({ settings: after, ever: node.ever }, this.#given);
      const lost = rows.filter(
        (row) =>
          row.step.kind === 'proposition' &&
          after.get(row.step.name) === 'yes' &&
          !holds(row.needs, world, this.#given),
      );
      if (lost.length === 0) return after;
      for (const row of lost) if (row.step.kind === 'proposition') after.delete(row.step.name);
    }
  }
}

function earlier<T>(a: readonly T[], b: readonly T[], order: readonly T[]): number {
  for (const offer of order) if (a.includes(offer) !== b.includes(offer)) return a.includes(offer) ? -1 : 1;
  return 0;
}

function wantedNames(e: Expression, wanted: boolean): string[] {
  switch (e.kind) {
    case 'name':
      return wanted ? [e.name] : [];
    case 'not':
      return wantedNames(e.of, !wanted);
    case 'and':
    case 'or':
      return e.of.flatMap((part) => wantedNames(part, wanted));
    default:
      return [];
  }
}

/** What `ever(…)` remembers once these settings have stood at the end of a day. */
export function remembered(given: Case, ever: ReadonlySet<string>, settings: Settings): Set<string> {
  const world = worldOf({ settings, ever }, given);
  return new Set([...ever, ...eversOf(given).flatMap((e) => (holds(e, world, given) ? [JSON.stringify(e)] : []))]);
}

/** Every `ever(…)` of the case. */
function eversOf(given: Case): Expression[] {
  const inside = (e: Expression): Expression[] => {
    switch (e.kind) {
      case 'ever':
        return [e.of, ...inside(e.of)];
      case 'not':
        return inside(e.of);
      case 'and':
      case 'or':
        return e.of.flatMap(inside);
      case 'if':
        return [...inside(e.condition), ...inside(e.consequence)];
      default:
        return [];
    }
  };
  return [
    ...[...given.preferences.values()].flatMap((p) => p.statements.map((s) => s.that)),
    ...[...given.influences.values()].flatMap((x) => x.when ?? []),
    ...[...given.scenarios.values()].flatMap((s) => s.when ?? []),
  ].flatMap(inside);
}

export function permutations<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first, k) => permutations(of.toSpliced(k, 1)).map((rest) => [first, ...rest]));
}

/** In the order: [], [a], [b], [a, b], [c], … */
function subsets<T>(of: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (const x of of) all = [...all, ...all.map((set) => [...set, x])];
  return all;
}
