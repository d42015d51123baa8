/**
 * What has been seen up to the as-of day, as factors of a likelihood (rules P7, P8). The factors are the same for all draws;
 * ./likelihood.ts evaluates them under the inputs of one.
 *
 * - A *move* — an event that sets a party's option — counts ρ·P(that change); a *refusal* of an open option ρ·(1 − P(taking
 *   it)), since who refuses has considered it. A happening counts its chance on that day, a meeting its chance to convene.
 * - A *non-move* counts (1 − ρ) + ρ·(1 − P(a visible change)): for parties with visible options, on days before a source was
 *   written. What no account could have told counts nothing.
 * - Moves of one day are summed over their orders, exactly up to {@link MOST_ORDERED} acting parties; beyond, those that did
 *   not move act first. Vague dates are averaged over their days, which the earliest account of the event bounds; up to
 *   {@link MOST_DATINGS} ways to date all events, beyond which the vaguest count on their last possible day.
 * - A *signal* on an option, happening or meeting counts p·LR + 1 − p, on a quantity LR^(2q − 1); the n-th signal on one
 *   thing in one direction counts LR^(1/2ⁿ⁻¹).
 *
 * What nobody decides by the model — settlements, options of parties without preferences, re-opening without a cost — is
 * taken as it is and weighs nothing.
 */
import { eventOrder, pastEvents, type Case, type CaseEvent, type Day, type Setting } from '../case/index.ts';
import { clearBit, compile, emptyBits, hasBit, setBit, type Bits } from './condition.ts';
import type { Process } from './model.ts';
import type { Note } from './notes.ts';
import { dayOf, roundOf } from './rounds.ts';
import { placeSignals, type CaseSignal, type Signal } from './case-signals.ts';

export type Term =
  | { readonly kind: 'change' | 'refusal'; readonly state: number; readonly party: number; readonly option: number }
  | { readonly kind: 'no-move'; readonly state: number; readonly party: number }
  | { readonly kind: 'happening'; readonly state: number; readonly happening: number }
  | { readonly kind: 'meeting'; readonly state: number; readonly meeting: number };

/** The mean, over orders, of the product of terms (by index). */
export interface Factor {
  readonly orders: readonly (readonly number[])[];
}

export interface History {
  readonly from: Day;
  /** Atoms that hold, by state. */
  readonly states: readonly (readonly number[])[];
  readonly terms: readonly Term[];
  readonly factors: readonly Factor[];
  /** Ways to date the events, equally likely, as factors. */
  readonly datings: readonly (readonly number[])[];
  readonly signals: readonly Signal[];
}

export const MOST_ORDERED = 6;
export const MOST_DATINGS = 128;

interface Dated {
  readonly event: CaseEvent;
  /** Rounds, 0 being the as-of day; empty for what was before the history begins. */
  readonly days: readonly number[];
}

/** `from`: the day at whose end the history begins; default: the day its first source was begun. */
export function compileHistory(
  given: Case,
  process: Process,
  signals: readonly CaseSignal[],
  notes: Note[],
  from: Day = firstDay(given),
): History {
  const start = Math.min(0, roundOf(from, given.asOf));
  const names = atomNames(process);
  const covered = coveredUntil(given);
  const dated = pastEvents(given).map((event) => ({ event, days: daysOf(given, event, start) }));
  const weighed = dated.filter(({ event, days }) => days.length > 0 && event.sets.size > 0);
  const before = dated.filter(({ days }) => days.length === 0).map(({ event }) => event);

  const states: number[][] = [];
  const stateIndex = new Map<string, number>();
  const stateOf = (bits: Bits): number => {
    const key = bits.join();
    const known = stateIndex.get(key);
    if (known !== undefined) return known;
    stateIndex.set(key, states.length);
    return states.push([...process.atoms.keys()].filter((atom) => hasBit(bits, atom))) - 1;
  };
  const terms: Term[] = [];
  const termIndex = new Map<string, number>();
  const termOf = (term: Term): number => {
    const key = JSON.stringify(term);
    if (!termIndex.has(key)) termIndex.set(key, terms.push(term) - 1);
    return termIndex.get(key)!;
  };
  const factors: Factor[] = [];
  const factorIndex = new Map<string, number>();
  const factorOf = (factor: Factor): number => {
    const key = JSON.stringify(factor);
    if (!factorIndex.has(key)) factorIndex.set(key, factors.push(factor) - 1);
    return factorIndex.get(key)!;
  };

  const outset = emptyBits(process.atoms.length);
  for (const issue of process.issues) for (const v of issue.statusQuo) setBit(outset, issue.values[v]!);
  const world = { process, names };
  for (const [name, setting] of given.statusQuo) apply(world, outset, name, setting);
  latch(process, outset);
  passThrough(world, outset, before);

  const datings = datingsOf(given, weighed, notes).map((rounds) => {
    const bits = Int32Array.from(outset);
    const its: number[] = [];
    for (let round = start + 1; round <= 0; round++) {
      turnClocks(process, bits, round);
      const today = weighed.filter((_, k) => rounds[k] === round).map(({ event }) => event);
      const factor = dayFactor(world, bits, today, round < covered, { stateOf, termOf }, notes);
      if (factor.orders.some((order) => order.length > 0)) its.push(factorOf(factor));
      for (const event of today) applyAll(world, bits, event);
      latch(process, bits);
    }
    return its;
  });
  return {
    from: dayOf(start, given.asOf),
    states,
    terms,
    factors,
    datings,
    signals: placeSignals(signals, (event) => stateOf(stateAt(world, outset, dated, event))),
  };
}

interface World {
  readonly process: Process;
  readonly names: ReadonlyMap<string, number>;
}

/** Rounds on which an event may have happened; none where it was before the history begins, or has no date. */
function daysOf(given: Case, event: CaseEvent, start: number): number[] {
  if (event.on === undefined) return [];
  const reported = event.said
    .flatMap((q) => given.sources.get(q.source)?.written?.last ?? [])
    .toSorted()
    .at(0);
  const ends = [event.on.last, event.known?.last, reported].flatMap((day) => day ?? []);
  const last = Math.min(0, ...ends.map((day) => roundOf(day, given.asOf)));
  const first = event.on.first === undefined ? start + 1 : Math.max(start + 1, roundOf(event.on.first, given.asOf));
  return last <= start ? [] : range(Math.min(first, last), last);
}

/** All ways to date the events that respect what is certain of their order; at most {@link MOST_DATINGS}. */
function datingsOf(given: Case, events: readonly Dated[], notes: Note[]): number[][] {
  const days = events.map((e) => [...e.days]);
  const size = (): number => days.reduce((n, d) => n * d.length, 1);
  while (size() > MOST_DATINGS) {
    const widest = days.reduce((at, d, k) => (d.length > days[at]!.length ? k : at), 0);
    const last = days[widest]!.at(-1)!;
    days[widest] = [last];
    const event = events[widest]!.event.id;
    notes.push({ kind: 'assumption', code: 'date-fixed', event, day: dayOf(last, given.asOf) });
  }
  let all: number[][] = [[]];
  for (const d of days) all = all.flatMap((dating) => d.map((round) => [...dating, round]));
  const { before } = eventOrder(given.events);
  const inOrder = all.filter((dating) =>
    events.every((a, i) => events.every((b, j) => !(dating[i]! > dating[j]! && before(a.event.id, b.event.id)))),
  );
  return inOrder.length > 0 ? inOrder : all;
}

interface Acts {
  readonly stateOf: (bits: Bits) => number;
  readonly termOf: (term: Term) => number;
}

/** The likelihood of one day: who moved, and who could have been seen to. */
function dayFactor(
  world: World,
  morning: Bits,
  events: readonly CaseEvent[],
  isCovered: boolean,
  { stateOf, termOf }: Acts,
  notes: Note[],
): Factor {
  const { process, names } = world;
  const moves: { party: number; option: number; kind: 'change' | 'refusal'; name: string; setting: Setting }[] = [];
  const evening = Int32Array.from(morning);
  // What is no choice is there from the morning: somebody else did it, and nobody knows when.
  const noon = Int32Array.from(morning);
  for (const event of events)
    for (const [name, setting] of event.sets) {
      const option = process.options.findIndex((o) => o.name === name);
      const kind = option < 0 ? undefined : kindOfMove(process, evening, option, setting);
      if (kind !== undefined) moves.push({ party: process.options[option]!.party, option, kind, name, setting });
      else {
        if (option >= 0 && isNews(process, evening, option, setting))
          notes.push({ kind: 'assumption', code: 'not-weighed', event: event.id, name });
        if (option >= 0) apply(world, noon, name, setting);
      }
      apply(world, evening, name, setting);
    }
  const movers = new Set(moves.map((move) => move.party));
  const still = isCovered ? [...process.parties.keys()].filter((p) => !movers.has(p) && isVisible(process, p)) : [];
  const fully = moves.length > 0 && moves.length + still.length <= MOST_ORDERED;
  const early = fully ? [] : still;
  // Moves by index; those that stand still as −1, −2, …
  const ordered = [...moves.keys(), ...(fully ? still.map((_, k) => -1 - k) : [])];
  const orders = moves.length > MOST_ORDERED ? [ordered] : permutations(ordered);
  const bitsAfter = (done: readonly number[]): Bits => {
    const bits = Int32Array.from(noon);
    for (const k of done) if (k >= 0) apply(world, bits, moves[k]!.name, moves[k]!.setting);
    return bits;
  };
  const stillTerms = early.map((party) => termOf({ kind: 'no-move', state: stateOf(noon), party }));
  const occurrences = events.flatMap((event) =>
    [...event.sets].flatMap(([name, setting]) =>
      occurrence(process, names, bitsAfter([...moves.keys()]), name, setting),
    ),
  );
  const late = occurrences.map((term) => termOf({ ...term, state: stateOf(bitsAfter([...moves.keys()])) } as Term));
  return {
    orders: orders.map((order) => [
      ...stillTerms,
      ...order.map((k, at) => {
        const state = stateOf(bitsAfter(order.slice(0, at)));
        if (k < 0) return termOf({ kind: 'no-move', state, party: still[-1 - k]! });
        const { party, option, kind } = moves[k]!;
        return termOf({ kind, state, party, option });
      }),
      ...late,
    ]),
  };
}

/** How the choice model can explain the setting of an option; not at all where its owner or the way is unknown. */
function kindOfMove(process: Process, bits: Bits, option: number, setting: Setting): 'change' | 'refusal' | undefined {
  const { party, yes, declined, reopening, permitted } = process.options[option]!;
  if (process.parties[party]?.reported !== true || !isNews(process, bits, option, setting)) return undefined;
  if (setting === 'yes') {
    if (permitted === 'to-no' || (hasBit(bits, declined) && reopening === undefined)) return undefined;
    return 'change';
  }
  if (hasBit(bits, yes)) return permitted === 'to-yes' ? undefined : 'change';
  return permitted === 'to-no' ? undefined : 'refusal';
}

const isNews = (process: Process, bits: Bits, option: number, setting: Setting): boolean =>
  !hasBit(bits, setting === 'yes' ? process.options[option]!.yes : process.options[option]!.declined);

const isVisible = (process: Process, p: number): boolean =>
  process.parties[p]!.reported && process.parties[p]!.options.some((o) => process.options[o]!.visible);

function occurrence(
  process: Process,
  names: ReadonlyMap<string, number>,
  bits: Bits,
  name: string,
  setting: Setting,
): ({ kind: 'happening'; happening: number } | { kind: 'meeting'; meeting: number })[] {
  const atom = names.get(name);
  if (setting !== 'yes' || atom === undefined || hasBit(bits, atom)) return [];
  const happening = process.happenings.findIndex((h) => h.atom === atom);
  if (happening >= 0)
    return process.happenings[happening]!.rate === undefined ? [] : [{ kind: 'happening', happening }];
  const meeting = process.meetings.findIndex((m) => m.atom === atom);
  // A meeting that the model does not see convene took place all the same.
  return meeting >= 0 && compile(process.meetings[meeting]!.when)(bits) ? [{ kind: 'meeting', meeting }] : [];
}

/** The state just before an event, in the sequence of all. */
function stateAt(world: World, outset: Bits, dated: readonly Dated[], event: string): Bits {
  const bits = Int32Array.from(outset);
  const at = dated.findIndex((d) => d.event.id === event);
  if (dated[at]!.days.length === 0) {
    // Before the history begins: as the world was then, without what came later.
    return bits;
  }
  const earlier = dated.slice(0, at).filter((d) => d.days.length > 0);
  passThrough(
    world,
    bits,
    earlier.map((d) => d.event),
  );
  turnClocks(world.process, bits, dated[at]!.days.at(-1)!);
  return bits;
}

function applyAll(world: World, bits: Bits, event: CaseEvent): void {
  for (const [name, setting] of event.sets) apply(world, bits, name, setting);
}

/** One after another, and each for long enough that `ever(…)` remembers it. */
function passThrough(world: World, bits: Bits, events: readonly CaseEvent[]): void {
  for (const event of events) {
    applyAll(world, bits, event);
    latch(world.process, bits);
  }
}

function apply({ process, names }: World, bits: Bits, name: string, setting: Setting): void {
  if (setting === 'yes' || setting === 'no') {
    const atom = names.get(name);
    if (atom === undefined) return;
    const declined = names.get(`declined ${name}`);
    if (setting === 'yes') setBit(bits, atom);
    else clearBit(bits, atom);
    if (declined !== undefined) {
      if (setting === 'no') setBit(bits, declined);
      else clearBit(bits, declined);
    }
  } else {
    const issue = process.issues.find((i) => i.name === name);
    issue?.values.forEach((atom, v) => {
      if (setting.includes(issue.names[v]!)) setBit(bits, atom);
      else clearBit(bits, atom);
    });
  }
}

/** What `ever(…)` asks for has now been. */
function latch(process: Process, bits: Bits): void {
  for (const [k, atom] of process.atoms.entries())
    if (atom.kind === 'latch' && !hasBit(bits, k) && compile(atom.of)(bits)) setBit(bits, k);
}

function turnClocks(process: Process, bits: Bits, round: number): void {
  for (const [k, atom] of process.atoms.entries()) if (atom.kind === 'clock' && atom.round <= round) setBit(bits, k);
}

function atomNames(process: Process): Map<string, number> {
  return new Map(
    process.atoms.flatMap((atom, k) => {
      switch (atom.kind) {
        case 'declined':
          return [[`declined ${atom.name}`, k] as const];
        case 'option':
        case 'happening':
        case 'meeting':
          return [[atom.name, k] as const];
        default:
          return [];
      }
    }),
  );
}

/** The round before which every day is covered by a source written after it. */
const coveredUntil = (given: Case): number =>
  Math.max(
    -Infinity,
    ...[...given.sources.values()].map((s) =>
      s.written?.first === undefined ? -Infinity : roundOf(s.written.first, given.asOf),
    ),
  );

function firstDay(given: Case): Day {
  const days = [...given.sources.values()].flatMap((source) => source.written?.first ?? []);
  const first = days.toSorted().at(0);
  return first === undefined || first > given.asOf ? given.asOf : first;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, k) => permutations(of.toSpliced(k, 1)).map((rest) => [first, ...rest]));
}
