/**
 * What can be wrong with a case whose every word is right: facts defined by one another, an impossible status quo,
 * settings whose order is disputed.
 */
import { diagnostic, type Diagnostic } from './diagnostics.ts';
import { definitionsIn, holds, namesIn } from './evaluate.ts';
import { formatExpression } from './expression.ts';
import type { Case, CaseEvent, Setting } from './model.ts';
import { eventOrder } from './order.ts';
import { hasStatusQuo, pastEvents, stateOf } from './state.ts';
import { inForce } from './subset.ts';
import { components } from '../maths/components.ts';
import type { Places } from './places.ts';

export function checkMeaning(given: Case, yaml: Places, found: (problem: Diagnostic) => void): void {
  const definitions = definitionProblems(given, yaml);
  definitions.forEach(found);
  // Definitions that never end cannot be evaluated, so nothing further is asked of them.
  if (definitions.length > 0) return;
  datesInOrder(given, yaml).forEach(found);
  settingsInOrder(given, yaml).forEach(found);
  statusQuoPossible(given, yaml).forEach(found);
}

/** Facts that rest on facts that rest on facts …: deeper than this nobody can read them, nor recursion follow them. */
const MAX_DEFINITION_DEPTH = 100;

/** Facts, and the `when` of meetings asked for by `can-meet`, must rest on something else in the end. */
function definitionProblems(given: Case, yaml: Places): Diagnostic[] {
  const rows = [...given.facts.values(), ...given.meetings.values()];
  const index = new Map(rows.map((row, k) => [row.id, k]));
  const uses = rows.map((row) =>
    definitionsIn('that' in row ? row.that : row.when, given).map((name) => index.get(name)!),
  );
  const group = components(uses);
  const size = new Map<number, number>();
  for (const of of group) size.set(of, (size.get(of) ?? 0) + 1);
  const reported = new Set<number>();
  const cycles = rows.flatMap((row, k) => {
    if (reported.has(group[k]!) || (size.get(group[k]!) === 1 && !uses[k]!.includes(k))) return [];
    reported.add(group[k]!);
    const facts = roundTrip(k, uses).map((j) => rows[j]!.id);
    return [diagnostic('fact-cycle', yaml.place(row.path, { key: true }), { facts })];
  });
  if (cycles.length > 0) return cycles;
  // Components are numbered so that what a definition rests on has a lower number.
  const depth = new Int32Array(rows.length);
  const lowestFirst = rows.map((_, k) => k).toSorted((a, b) => group[a]! - group[b]!);
  for (const k of lowestFirst) depth[k] = 1 + uses[k]!.reduce((most, j) => Math.max(most, depth[j]!), 0);
  const deepest = depth.indexOf(MAX_DEFINITION_DEPTH + 1);
  if (deepest < 0) return [];
  const place = yaml.place(rows[deepest]!.path, { key: true });
  return [diagnostic('definition-depth', place, { id: rows[deepest]!.id, limit: MAX_DEFINITION_DEPTH })];
}

/** The shortest way from a definition back to itself. */
function roundTrip(start: number, uses: readonly (readonly number[])[]): number[] {
  const cameFrom = new Map<number, number>();
  const open = [start];
  for (const k of open) {
    for (const next of uses[k]!) {
      if (next === start) {
        const way = [start];
        for (let at = k; at !== start; at = cameFrom.get(at)!) way.unshift(at);
        return [start, ...way];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, k);
      open.push(next);
    }
  }
  return [start, start];
}

function datesInOrder(given: Case, yaml: Places): Diagnostic[] {
  if (given.horizon === undefined || given.horizon >= given.asOf) return [];
  const reason = `The horizon (${given.horizon}) lies before the as-of date (${given.asOf}).`;
  return [diagnostic('disagreeing-dates', yaml.place(['horizon']), { reason })];
}

/**
 * Rule C9: the last of two different settings must be known. One report for every setting whose place after another is
 * not; O(settings² of one option).
 */
function settingsInOrder(given: Case, yaml: Places): Diagnostic[] {
  const order = eventOrder(given.events);
  const dispute = new Map(order.disputes.flatMap((d, k) => d.events.map((id) => [id, k] as const)));
  const disputed = (a: CaseEvent, b: CaseEvent): boolean =>
    dispute.has(a.id) && dispute.get(a.id) === dispute.get(b.id);
  /** The last that sets the option otherwise and may have come after `later`; one with a dispute if there is one. */
  const lastUnsettled = (sooner: readonly CaseEvent[], later: CaseEvent, option: string): CaseEvent | undefined => {
    let last: CaseEvent | undefined;
    for (let k = sooner.length - 1; k >= 0; k--) {
      const event = sooner[k]!;
      if (sameSetting(event.sets.get(option)!, later.sets.get(option)!) || order.before(event.id, later.id)) continue;
      if (disputed(event, later)) return event;
      last ??= event;
      if (!dispute.has(later.id)) break;
    }
    return last;
  };
  // `tops`: the others all come before one of them. If all of these come before an event, so do the rest.
  const settings = new Map<string, { readonly all: CaseEvent[]; tops: CaseEvent[] }>();
  const found: Diagnostic[] = [];
  for (const later of pastEvents(given)) {
    for (const option of later.sets.keys()) {
      const sooner = settings.get(option) ?? { all: [], tops: [] };
      settings.set(option, sooner);
      const settled = sooner.tops.every((event) => order.before(event.id, later.id));
      const earlier = settled ? undefined : lastUnsettled(sooner.all, later, option);
      if (settled) sooner.tops = [];
      sooner.tops.push(later);
      sooner.all.push(later);
      if (earlier === undefined) continue;
      const place = yaml.place([...later.path, 'sets', option]);
      const detail = { first: earlier.id, second: later.id, option };
      found.push(
        disputed(earlier, later)
          ? diagnostic('order-of-settings', place, detail)
          : diagnostic('order-unknown', place, detail, 'warning'),
      );
    }
  }
  return found;
}

const sameSetting = (a: Setting, b: Setting): boolean => String(a) === String(b);

function statusQuoPossible(given: Case, yaml: Places): Diagnostic[] {
  const state = stateOf(given);
  const crossed = [...given.redLines.values()].filter(
    (row) => inForce(row, given.asOf) && !holds(row.that, state, given),
  );
  const impossible = [...given.impossible.values()].flatMap((row) => {
    if (!hasStatusQuo(given) || !inForce(row, given.asOf) || !holds(row.that, state, given)) return [];
    const involved = [...new Set(namesIn(row.that))].map((name) => {
      const setting = state.settings.get(name);
      return `${name}: ${setting === undefined ? 'open' : String(setting)}`;
    });
    return [
      diagnostic('impossible-status-quo', yaml.place(row.path), { rule: formatExpression(row.that), state: involved }),
    ];
  });
  const lines = crossed.map((row) =>
    diagnostic(
      'red-line-crossed',
      yaml.place(row.path),
      { party: row.party, line: formatExpression(row.that) },
      'warning',
    ),
  );
  return [...impossible, ...lines];
}
