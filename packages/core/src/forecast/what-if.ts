/**
 * What if (issue: one thing changed, everything else alike): an option, happening, meeting or issue value is forced from a
 * day on, a demand is waived, made simultaneous or relaxed. The changed process is played with the same inputs and the same
 * luck as the given one, run by run, so that only what follows from the change differs:
 *
 *   d = Σ w (y' − y) / Σ w,   SE² = Σ_g (D_g − d·N_g)² / (Σ w)²   over clusters g of runs that share a draw.
 *
 * What has been seen weighs the draws as it did without the change. Cost: one simulation a change and one for the base.
 */
import type { Forced, Process } from './model.ts';
import { roundOf } from './rounds.ts';
import { engine } from './round.ts';
import { CHUNK_RUNS, verdicts, type Plan } from './simulate.ts';
import { sumsOf } from './sums.ts';

export type WhatIf =
  /** `name`: an option, happening, meeting, or `issue = value`. `from`: the day on which it begins; default: the next. */
  | { readonly kind: 'force'; readonly name: string; readonly value: boolean; readonly from?: string }
  /** The demand that the row belongs to. */
  | { readonly kind: 'waive'; readonly row: string }
  /** Their `before` needs may come true in the same step. */
  | { readonly kind: 'together'; readonly rows: readonly string[] }
  | { readonly kind: 'relax'; readonly relaxation: string };

export interface UnknownName {
  readonly code: 'unknown-name';
  readonly name: string;
  readonly known: readonly string[];
}

export const isUnknown = (changed: Process | UnknownName): changed is UnknownName => 'code' in changed;

/** The process with some changes made. */
export function intervene(process: Process, changes: readonly WhatIf[]): Process | UnknownName {
  let changed = process;
  for (const change of changes) {
    const next = one(changed, change);
    if (isUnknown(next)) return next;
    changed = next;
  }
  return changed;
}

function one(process: Process, change: WhatIf): Process | UnknownName {
  const demandOf = (row: string): number => process.demands.findIndex((d) => d.rows.includes(row));
  const unknownRow = (name: string): UnknownName => ({
    code: 'unknown-name',
    name,
    known: process.demands.flatMap((d) => d.rows),
  });
  switch (change.kind) {
    case 'force':
      return force(process, change);
    case 'waive': {
      const demand = demandOf(change.row);
      return demand < 0 ? unknownRow(change.row) : { ...process, waived: [...process.waived, demand] };
    }
    case 'together': {
      const demands = change.rows.map(demandOf);
      const stranger = change.rows.find((_, k) => demands[k]! < 0);
      if (stranger !== undefined) return unknownRow(stranger);
      const rows = process.rows.map((row) =>
        demands.includes(row.demand) && row.timing === 'before' ? { ...row, timing: 'together' as const } : row,
      );
      return { ...process, rows };
    }
    case 'relax': {
      const relaxation = process.relaxations.find((r) => r.id === change.relaxation);
      if (relaxation === undefined)
        return { code: 'unknown-name', name: change.relaxation, known: process.relaxations.map((r) => r.id) };
      const rows = process.rows.map((row) =>
        row.demand === relaxation.demand ? { ...row, needs: relaxation.needs } : row,
      );
      return { ...process, rows };
    }
  }
}

function force(process: Process, { name, value, from }: Extract<WhatIf, { kind: 'force' }>): Process | UnknownName {
  const round = from === undefined ? 1 : Math.max(1, roundOf(from, process.asOf));
  const made = (set: readonly number[], clear: readonly number[], options: readonly number[] = []): Process => {
    const forced: Forced = { round, set, clear, options };
    return { ...process, forced: [...process.forced, forced] };
  };
  const o = process.options.findIndex((option) => option.name === name);
  if (o >= 0) {
    const { yes, declined } = process.options[o]!;
    return value ? made([yes], [declined], [o]) : made([declined], [yes], [o]);
  }
  const happening = process.happenings.find((h) => h.name === name);
  if (happening !== undefined) {
    if (value) return made([happening.atom], []);
    // Without a rate it cannot come about.
    const { name: its, atom, reversible } = happening;
    const happenings = process.happenings.map((h) => (h === happening ? { name: its, atom, reversible } : h));
    return { ...process, happenings };
  }
  const meeting = process.meetings.find((m) => m.name === name);
  if (meeting !== undefined) {
    if (value) return made([meeting.atom], []);
    const meetings = process.meetings.map((m) =>
      m === meeting ? { ...m, when: { kind: 'constant', value: false } as const } : m,
    );
    return { ...process, meetings };
  }
  const [issueName, valueName] = name.split(/\s*=\s*/);
  const issue = process.issues.find((i) => i.name === issueName);
  const atom = issue?.values[issue.names.indexOf(valueName ?? '')];
  if (issue !== undefined && atom !== undefined && value)
    return made([atom], issue.kind === 'one' ? issue.values.filter((v) => v !== atom) : []);
  return { code: 'unknown-name', name, known: namesOf(process) };
}

const namesOf = (process: Process): string[] => [
  ...process.options.map((o) => o.name),
  ...process.happenings.map((h) => h.name),
  ...process.meetings.map((m) => m.name),
  ...process.issues.flatMap((issue) => issue.names.map((value) => `${issue.name} = ${value}`)),
];

/** Sums over runs played twice; by change and scenario. */
export interface PairedTally {
  readonly weight: number;
  readonly squares: number;
  /** Σ w y of the given process, by scenario. */
  readonly base: Float64Array;
  /** Change × scenario: Σ w d, Σ D_g², Σ D_g N_g. */
  readonly moved: Float64Array;
  readonly movedSquares: Float64Array;
  readonly movedWeights: Float64Array;
}

/** Compiles the given process and the changed ones; then computes any chunk of the comparison. */
export function comparer(plan: Plan, changed: readonly Process[]): { readonly chunk: (index: number) => PairedTally } {
  const all = [plan.process, ...changed].map((process) => verdicts(process, engine(process, plan.seed)));
  const n = plan.process.scenarios.length;
  const m = changed.length;
  const chunk = (index: number): PairedTally => {
    const base = new Float64Array(n);
    const moved = new Float64Array(m * n);
    const movedSquares = new Float64Array(m * n);
    const movedWeights = new Float64Array(m * n);
    const ofCluster = new Float64Array(m * n);
    let [weight, squares, cluster, clusterWeight] = [0, 0, -1, 0];
    const closeCluster = (): void => {
      squares += clusterWeight * clusterWeight;
      for (let k = 0; k < m * n; k++) {
        const d = ofCluster[k]!;
        if (d === 0) continue;
        movedSquares[k]! += d * d;
        movedWeights[k]! += d * clusterWeight;
        ofCluster[k] = 0;
      }
      clusterWeight = 0;
    };
    const first = index * CHUNK_RUNS;
    const end = Math.min(plan.runs, first + CHUNK_RUNS);
    for (let run = first; run < end; run++) {
      const draw = plan.draws === undefined ? run : plan.draws[run]!;
      const w = plan.weights === undefined ? 1 : plan.weights[run]!;
      if (draw !== cluster) {
        closeCluster();
        cluster = draw;
      }
      weight += w;
      clusterWeight += w;
      const given = all[0]!;
      given.play(draw, run);
      for (let s = 0; s < n; s++) base[s]! += w * given.comesTrue[s]!;
      for (let c = 0; c < m; c++) {
        const other = all[c + 1]!;
        other.play(draw, run);
        for (let s = 0; s < n; s++) {
          const d = w * (other.comesTrue[s]! - given.comesTrue[s]!);
          if (d === 0) continue;
          moved[c * n + s]! += d;
          ofCluster[c * n + s]! += d;
        }
      }
    }
    closeCluster();
    return { weight, squares, base, moved, movedSquares, movedWeights };
  };
  return { chunk };
}

export function mergePaired(chunks: readonly PairedTally[]): PairedTally {
  const { add, total } = sumsOf(chunks);
  return {
    weight: total((t) => t.weight),
    squares: total((t) => t.squares),
    base: add((t) => t.base),
    moved: add((t) => t.moved),
    movedSquares: add((t) => t.movedSquares),
    movedWeights: add((t) => t.movedWeights),
  };
}

export interface Difference {
  readonly scenario: string;
  readonly from: number;
  readonly to: number;
  readonly difference: number;
  readonly standardError: number;
  /** 95 %, of the error of simulation. */
  readonly interval: readonly [low: number, high: number];
}

/** By change, then by scenario. */
export function differences(process: Process, tally: PairedTally): Difference[][] {
  const n = process.scenarios.length;
  const { weight, squares, base, moved, movedSquares, movedWeights } = tally;
  return Array.from({ length: moved.length / Math.max(1, n) }, (_, c) =>
    process.scenarios.map((scenario, s): Difference => {
      const k = c * n + s;
      const from = base[s]! / weight;
      const difference = moved[k]! / weight;
      const sum = movedSquares[k]! - 2 * difference * movedWeights[k]! + difference * difference * squares;
      const standardError = Math.sqrt(Math.max(0, sum)) / weight;
      const half = 1.959963984540054 * standardError;
      return {
        scenario: scenario.id,
        from,
        to: from + difference,
        difference,
        standardError,
        interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
      };
    }),
  );
}
