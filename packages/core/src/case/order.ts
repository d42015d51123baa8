/**
 * In which order events came (rule C9): dates where they settle it, else what the accounts say (`after`,
 * `in-response-to`). Claims that contradict one another or the dates are kept and reported as disputed; they settle nothing.
 *
 * Strongly connected components (Tarjan 1972) of the claims and the certain dates. What dates settle are up to events²
 * pairs; instead every moment at which something begins is a node of its own: event → first moment after its end → later
 * moments → events that begin then. O(events · log events + claims); `before` one search an event it is asked about.
 */
import { certainlyBefore } from './dates.ts';
import type { CaseEvent, EventLink } from './model.ts';
import { components } from '../maths/components.ts';

export interface Claim {
  /** `later` came after `earlier`, somebody says. */
  readonly later: string;
  readonly earlier: string;
  readonly link: EventLink;
}

export interface Dispute {
  /** The events whose order is disputed, in file order. */
  readonly events: readonly string[];
  readonly claims: readonly Claim[];
}

export interface EventOrder {
  /** Every event, earliest first; undecided pairs by last possible day, then file order. */
  readonly sequence: readonly string[];
  readonly disputes: readonly Dispute[];
  /** Whether `a` came before `b` for certain: by date, or by undisputed claims in a chain. */
  readonly before: (a: string, b: string) => boolean;
}

/**
 * `latest`: the last moment (UTC milliseconds) an event can have happened, when something other than its date says so,
 * such as the day it was reported. It only sorts events that nothing else sets apart.
 */
export function eventOrder(
  events: ReadonlyMap<string, CaseEvent>,
  latest: (event: CaseEvent) => number = () => Infinity,
): EventOrder {
  const ids = [...events.keys()];
  const index = new Map(ids.map((id, k) => [id, k]));
  const rows = ids.map((id) => events.get(id)!);
  const claims: Claim[] = rows.flatMap((row) =>
    row.after.filter((link) => index.has(link.event)).map((link) => ({ later: row.id, earlier: link.event, link })),
  );
  // later[k]: nodes that claims or dates put after k; events come first, then moments.
  const byDate = certainDates(rows);
  const later = byDate.map((targets) => [...targets]);
  for (const claim of claims) later[index.get(claim.earlier)!]!.push(index.get(claim.later)!);
  const group = components(later);
  const disputed = (claim: Claim): boolean =>
    claim.later === claim.earlier || group[index.get(claim.later)!] === group[index.get(claim.earlier)!];

  // A loop closed by dates pulls in every event dated in between; only those that a disputed claim names are at issue.
  const byGroup = new Map<number, Claim[]>();
  for (const claim of claims.filter(disputed)) {
    const of = group[index.get(claim.later)!]!;
    if (byGroup.has(of)) byGroup.get(of)!.push(claim);
    else byGroup.set(of, [claim]);
  }
  const disputes = [...byGroup.values()].map((of): Dispute => {
    const named = new Set(of.flatMap((claim) => [claim.later, claim.earlier]));
    return { events: ids.filter((id) => named.has(id)), claims: of };
  });

  const settled = byDate.map((targets) => [...targets]);
  for (const claim of claims) if (!disputed(claim)) settled[index.get(claim.earlier)!]!.push(index.get(claim.later)!);
  // One bit an event: with thousands of events in one chain of claims that is still a few megabytes.
  const reach: (Int32Array | undefined)[] = [];
  const after = (k: number): Int32Array => {
    if (reach[k] !== undefined) return reach[k];
    const bits = new Int32Array((rows.length + 31) >>> 5);
    const seen = new Uint8Array(settled.length);
    const open = [...settled[k]!];
    while (open.length > 0) {
      const next = open.pop()!;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      if (next < rows.length) bits[next >>> 5]! |= 1 << (next & 31);
      open.push(...settled[next]!);
    }
    return (reach[k] = bits);
  };
  const isBefore = (a: number, b: number): boolean => {
    const [x, y] = [rows[a]!.on, rows[b]!.on];
    return (
      (x !== undefined && y !== undefined && certainlyBefore(x, y)) || ((after(a)[b >>> 5]! >>> (b & 31)) & 1) === 1
    );
  };

  return {
    sequence: sequence(rows, settled, latest).map((k) => ids[k]!),
    disputes,
    before: (a, b) => isBefore(index.get(a)!, index.get(b)!),
  };
}

/** A topological order; among events that may come next the likeliest to be first, then file order. */
function sequence(
  rows: readonly CaseEvent[],
  later: readonly (readonly number[])[],
  latest: (event: CaseEvent) => number,
): number[] {
  const waiting = later.map(() => 0);
  for (const targets of later) for (const target of targets) waiting[target]!++;
  const keys = rows.map((row) => middleOf(row, latest(row)));
  const ranked = rows.map((_, k) => k).toSorted((a, b) => keys[a]! - keys[b]! || a - b);
  const rank = new Int32Array(rows.length);
  ranked.forEach((k, r) => (rank[k] = r));

  const open = new Uint8Array(rows.length);
  const moments: number[] = [];
  let first = rows.length; // no event of a lower rank is open
  const arrive = (k: number): void => {
    if (k >= rows.length) return void moments.push(k);
    open[rank[k]!] = 1;
    first = Math.min(first, rank[k]!);
  };
  waiting.forEach((count, k) => count === 0 && arrive(k));
  const result: number[] = [];
  for (;;) {
    // A moment passes as soon as all that was over before it is.
    let next = moments.pop();
    if (next === undefined) {
      while (first < rows.length && open[first] === 0) first++;
      if (first === rows.length) return result;
      open[first] = 0;
      next = ranked[first]!;
      result.push(next);
    }
    for (const target of later[next]!) if (--waiting[target]! === 0) arrive(target);
  }
}

/** What dates alone put after what: edges among the events and, beyond them, the moments at which events begin. */
function certainDates(rows: readonly CaseEvent[]): readonly (readonly number[])[] {
  const begins = rows.map((row) => row.on?.min ?? -Infinity);
  const moments = [...new Set(begins.filter(Number.isFinite))].toSorted((a, b) => a - b);
  const momentOf = new Map(moments.map((moment, k) => [moment, rows.length + k]));
  const edges: number[][] = [...rows.map(() => []), ...moments.map(() => [])];
  for (let k = 1; k < moments.length; k++) edges[rows.length + k - 1]!.push(rows.length + k);
  for (const [k, { on }] of rows.entries()) {
    if (momentOf.has(begins[k]!)) edges[momentOf.get(begins[k]!)!]!.push(k);
    const first = on === undefined ? moments.length : firstAbove(moments, on.max);
    if (first < moments.length) edges[k]!.push(rows.length + first);
  }
  return edges;
}

/** Index of the first of the ascending numbers that is above `bound`. */
function firstAbove(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The middle of when an event can have been; the known end of an open date; undated first. */
function middleOf(row: CaseEvent, latest: number): number {
  const min = row.on?.min ?? -Infinity;
  const max = row.on === undefined ? -Infinity : Math.max(min, Math.min(row.on.max, latest));
  if (min === -Infinity) return max;
  return max === Infinity ? min : (min + max) / 2;
}
