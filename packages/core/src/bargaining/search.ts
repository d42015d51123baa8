/**
 * The frontier without enumeration: issue by issue, keep of the choices so far those that no other dominates. For additive
 * utilities that is the Minkowski sum of the issues' frontiers, and exact: what is dominated stays so, whatever follows.
 *
 * Bonuses and constraints over several issues break that, so choices are compared only with choices that stand alike to
 * every box still open: the same ones may yet be met (label setting, as in constrained shortest paths: Irnich & Desaulniers
 * 2005). What cannot reach the floors, or get past the outcomes of a first narrow search, even with the best of the
 * remaining issues, is cut (branch and bound).
 *
 * Cost: Σ over issues of (labels kept × values), with a sort for three and more parties. Where labels pass the limit they
 * are thinned on a grid, or dropped, and the result says how much better than found an outcome can be. Rounding keeps
 * order (a ≥ b → a + c ≥ b + c in floating point), so no frontier outcome is lost to it while issues keep their order.
 */
import { emptyLabels, labelsOf, pick, type Labels, type Shifted } from './labels.ts';
import { merge } from './merge.ts';
import type { Layer, Space } from './space.ts';

export interface SearchOptions {
  /** By party: utilities below do not matter. */
  readonly atLeast?: readonly number[] | undefined;
  /** Labels kept in a layer. Default 200,000 (≈ 10 MB); for four and more parties 10,000 (≈ 2 s a layer at worst). */
  readonly limit?: number | undefined;
}

export interface SearchResult {
  readonly labels: Labels;
  /** By party: for every outcome there is a label that gives everybody at least as much less this. */
  readonly shortfall: readonly number[];
  readonly complete: boolean;
}

/** Choices that stand alike to the open boxes. */
interface Group {
  /** Boxes that may yet be met, ascending. */
  readonly open: readonly number[];
  /** By party: the most that is still to come. */
  readonly best: readonly number[];
  labels: Labels;
}

/** Groups kept in a layer, however few labels they have: about a second a layer. */
const MOST_GROUPS = 20_000;
/** Labels of the first narrow search: its outcomes are compared with every label. */
const NARROW = 64;

const defaultLimit = (parties: number): number => (parties < 4 ? 200_000 : 10_000);
/** Labels made for one layer, before filtering: one to three seconds of work. */
const mostMade = (parties: number): number => (parties < 3 ? 1e7 : parties === 3 ? 2e6 : 2e5);

export function search(space: Space, options: SearchOptions = {}): SearchResult {
  const limit = options.limit ?? defaultLimit(space.parties);
  // Additive utilities need no incumbents: everything is compared with everything.
  const isNarrow = space.boxes.length === 0 || limit <= NARROW;
  const incumbents = isNarrow ? undefined : sweep(space, options.atLeast, NARROW).labels;
  return sweep(space, options.atLeast, limit, incumbents);
}

function sweep(
  space: Space,
  atLeast: readonly number[] | undefined,
  limit: number,
  incumbents: Labels = emptyLabels(space.parties),
): SearchResult {
  const { parties, layers, constant } = space;
  const thinned = constant.map(() => 0);
  const dropped = constant.map(() => -Infinity);
  let groups: Group[] = space.isImpossible
    ? []
    : [{ open: [], best: constant, labels: labelsOf(parties, [{ utilities: constant, key: 0 }]) }];

  const thinAll = (quota: number): void => {
    const widest = constant.map(() => 0);
    for (const group of groups) {
      const { labels, cell } = thin(group.labels, quota);
      group.labels = labels;
      for (let p = 0; p < parties; p++) widest[p] = Math.max(widest[p]!, cell[p]!);
    }
    for (let p = 0; p < parties; p++) thinned[p]! += widest[p]!;
  };

  for (const layer of layers) {
    const affordable = Math.floor(mostMade(parties) / Math.max(1, layer.values.length));
    if (countOf(groups) > affordable) thinAll(Math.max(1, Math.floor(affordable / groups.length)));
    groups = advance(space, layer, groups);
    for (const group of groups) {
      if (atLeast !== undefined) group.labels = reaching(group, atLeast);
      if (incumbents.count > 0) group.labels = promising(group, incumbents);
    }
    groups = groups.filter(({ labels }) => labels.count > 0);
    if (countOf(groups) <= limit && groups.length <= MOST_GROUPS) continue;
    groups = withFewerGroups(groups, Math.min(limit, MOST_GROUPS), dropped);
    thinAll(Math.floor(limit / groups.length));
  }
  const labels = groups[0]?.labels ?? emptyLabels(parties);
  const shortfall = dropped.some((bound) => bound > -Infinity) ? shortOf(labels, thinned, dropped) : thinned;
  return { labels, shortfall, complete: shortfall.every((x) => x === 0) };
}

const countOf = (groups: readonly Group[]): number => groups.reduce((sum, { labels }) => sum + labels.count, 0);

function advance({ parties, boxes }: Space, layer: Layer, groups: readonly Group[]): Group[] {
  const next = new Map<string, { open: readonly number[]; sources: Shifted[] }>();
  for (const { open, labels } of groups)
    layer.values.forEach((value, v) => {
      let gain = layer.gains[v]!;
      const key = value * layer.stride;
      let stillOpen = open;
      if (layer.checks.length > 0) {
        const closed = new Set<number>();
        const opened: number[] = [];
        for (const { box, matches, isFirst, isLast } of layer.checks) {
          if (isFirst) {
            if (matches[value] === 1) opened.push(box);
          } else if (!open.includes(box)) continue;
          else if (matches[value] === 0) closed.add(box);
          else if (isLast) {
            const add = boxes[box]!;
            if (add === 'forbids') return;
            gain = gain.map((x, p) => x + add[p]!);
            closed.add(box);
          }
        }
        stillOpen = [...open.filter((box) => !closed.has(box)), ...opened].toSorted((a, b) => a - b);
      }
      const name = stillOpen.join();
      const target = next.get(name);
      if (target === undefined) next.set(name, { open: stillOpen, sources: [{ labels, gain, key }] });
      else target.sources.push({ labels, gain, key });
    });
  return [...next.values()].map(({ open, sources }) => ({
    open,
    best: layer.best.map((sum, p) =>
      open.reduce((most, box) => {
        const add = boxes[box]!;
        return add === 'forbids' ? most : most + Math.max(0, add[p]!);
      }, sum),
    ),
    labels: merge(sources, parties),
  }));
}

/** A bound that rounding cannot make too tight. */
const SLACK = 1e-9;

const slackOf = (x: number, y: number): number => SLACK * (1 + Math.abs(x) + Math.abs(y));

function reaching({ labels, best }: Group, atLeast: readonly number[]): Labels {
  const floors = atLeast.map((floor, p) => floor - best[p]! - slackOf(floor, best[p]!));
  return only(labels, (k) => {
    for (let p = 0; p < floors.length; p++) if (!(labels.utilities[p]![k]! >= floors[p]!)) return false;
    return true;
  });
}

/** Labels that no incumbent surpasses for every party whatever follows; equals stay. */
function promising({ labels, best }: Group, incumbents: Labels): Labels {
  return only(labels, (k) => {
    for (let i = 0; i < incumbents.count; i++) {
      let isSurpassed = true;
      for (let p = 0; p < best.length && isSurpassed; p++) {
        const mine = labels.utilities[p]![k]! + best[p]!;
        const its = incumbents.utilities[p]![i]!;
        isSurpassed = its > mine + slackOf(its, mine);
      }
      if (isSurpassed) return false;
    }
    return true;
  });
}

function only(labels: Labels, isKept: (label: number) => boolean): Labels {
  const kept: number[] = [];
  for (let k = 0; k < labels.count; k++) if (isKept(k)) kept.push(k);
  return kept.length === labels.count ? labels : pick(labels, kept);
}

/** The groups that may get furthest, by sum. */
function withFewerGroups(groups: Group[], limit: number, dropped: number[]): Group[] {
  if (groups.length <= limit) return groups;
  const hope = new Map(
    groups.map((group) => {
      let most = -Infinity;
      for (let k = 0; k < group.labels.count; k++) {
        let sum = 0;
        for (const [p, column] of group.labels.utilities.entries()) sum += column[k]! + group.best[p]!;
        most = Math.max(most, sum);
      }
      return [group, most];
    }),
  );
  const sorted = groups.toSorted((a, b) => hope.get(b)! - hope.get(a)!);
  for (const { labels, best } of sorted.slice(limit))
    for (const [p, column] of labels.utilities.entries())
      for (const utility of column) dropped[p] = Math.max(dropped[p]!, utility + best[p]!);
  return sorted.slice(0, limit);
}

/** One label a cell of a grid that is made coarser until few enough are left: none loses more than a cell is wide. */
function thin(labels: Labels, quota: number): { labels: Labels; cell: number[] } {
  const { count, utilities, keys } = labels;
  if (count <= quota) return { labels, cell: utilities.map(() => 0) };
  const least = utilities.map((column) => column.reduce((a, b) => Math.min(a, b), Infinity));
  const cell = utilities.map((column, p) => (column.reduce((a, b) => Math.max(a, b), -Infinity) - least[p]!) / quota);
  for (;;) {
    const kept = new Map<string, number>();
    for (let k = 0; k < count; k++) {
      const name = utilities
        .map((column, p) => (cell[p] === 0 ? 0 : Math.floor((column[k]! - least[p]!) / cell[p]!)))
        .join();
      const rival = kept.get(name);
      if (rival === undefined || isAhead(utilities, keys, k, rival)) kept.set(name, k);
    }
    // In the order of the labels, which is that of a frontier.
    if (kept.size <= quota) return { labels: pick(labels, Uint32Array.from(kept.values()).toSorted()), cell };
    for (let p = 0; p < cell.length; p++) cell[p]! *= 2;
  }
}

function isAhead(utilities: readonly Float64Array[], keys: Float64Array, k: number, rival: number): boolean {
  let more = 0;
  for (const column of utilities) more += column[k]! - column[rival]!;
  return more > 0 || (more === 0 && keys[k]! < keys[rival]!);
}

/**
 * What was dropped is bounded by one vector, and the label nearest to it serves for all of that. What was dropped may have
 * stood for something thinned out before, so the two add up.
 */
function shortOf(labels: Labels, thinned: readonly number[], dropped: readonly number[]): number[] {
  let shortfall = thinned.map(() => Infinity);
  for (let k = 0; k < labels.count; k++) {
    const its = thinned.map((x, p) => x + Math.max(0, dropped[p]! - labels.utilities[p]![k]!));
    if (Math.max(...its) < Math.max(...shortfall)) shortfall = its;
  }
  return shortfall;
}
