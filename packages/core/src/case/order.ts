/**
 * In which order events came (rule C9): dates where they settle it, else what the accounts say (`after`,
 * `in-response-to`). Claims that contradict one another or the dates are kept and reported as disputed; they settle nothing.
 *
 * Strongly connected components (Tarjan 1972) of the claims and the certain dates; O(events² + claims).
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
  const byDate = (a: number, b: number): boolean => {
    const [x, y] = [rows[a]!.on, rows[b]!.on];
    return x !== undefined && y !== undefined && certainlyBefore(x, y);
  };

  // later[k]: events that claims or dates put after k.
  const later = ids.map((_, k) => ids.flatMap((__, j) => (byDate(k, j) ? [j] : [])));
  for (const claim of claims) later[index.get(claim.earlier)!]!.push(index.get(claim.later)!);
  const group = components(later);
  const disputed = (claim: Claim): boolean =>
    claim.later === claim.earlier || group[index.get(claim.later)!] === group[index.get(claim.earlier)!];

  // A loop closed by dates pulls in every event dated in between; only those that a disputed claim names are at issue.
  const byGroup = new Map<number, Claim[]>();
  for (const claim of claims.filter(disputed)) {
    const of = group[index.get(claim.later)!]!;
    byGroup.set(of, [...(byGroup.get(of) ?? []), claim]);
  }
  const disputes = [...byGroup.values()].map((of): Dispute => {
    const named = new Set(of.flatMap((claim) => [claim.later, claim.earlier]));
    return { events: ids.filter((id) => named.has(id)), claims: of };
  });

  const settled = ids.map((_, k) => ids.flatMap((__, j) => (byDate(k, j) ? [j] : [])));
  for (const claim of claims) if (!disputed(claim)) settled[index.get(claim.earlier)!]!.push(index.get(claim.later)!);
  const reach = settled.map(() => undefined as Set<number> | undefined);
  const after = (k: number): Set<number> => {
    if (reach[k] !== undefined) return reach[k];
    const seen = new Set<number>();
    const open = [...settled[k]!];
    while (open.length > 0) {
      const next = open.pop()!;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...settled[next]!);
    }
    return (reach[k] = seen);
  };

  return {
    sequence: sequence(rows, settled, latest).map((k) => ids[k]!),
    disputes,
    before: (a, b) => after(index.get(a)!).has(index.get(b)!),
  };
}

/** A topological order; among events that may come next the likeliest to be first, then file order. */
function sequence(
  rows: readonly CaseEvent[],
  later: readonly (readonly number[])[],
  latest: (event: CaseEvent) => number,
): number[] {
  const waiting = rows.map(() => 0);
  for (const targets of later) for (const target of targets) waiting[target]!++;
  const keys = rows.map((row) => middleOf(row, latest(row)));
  const key = (k: number): number => keys[k]!;
  const open = rows.flatMap((_, k) => (waiting[k] === 0 ? [k] : []));
  const result: number[] = [];
  while (open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i++) {
      const [a, b] = [open[i]!, open[best]!];
      if (key(a) < key(b) || (key(a) === key(b) && a < b)) best = i;
    }
    const [next] = open.splice(best, 1);
    result.push(next!);
    for (const target of later[next!]!) if (--waiting[target]! === 0) open.push(target);
  }
  return result;
}

/** The middle of when an event can have been; the known end of an open date; undated first. */
function middleOf(row: CaseEvent, latest: number): number {
  const min = row.on?.min ?? -Infinity;
  const max = row.on === undefined ? -Infinity : Math.max(min, Math.min(row.on.max, latest));
  if (min === -Infinity) return max;
  return max === Infinity ? min : (min + max) / 2;
}
