/**
 * Influences (rule U4): one thing's bearing on another's number. The shift of a number is the sum over the influences on it
 *
 *   Δ = Σ v · [when holds now]                            while it holds (the default)
 *   Δ = Σ v · (days it has held, today included)          `every: day`: drift, fatigue, decay
 *   Δ = Σ v · [when holds now or has held]                `once: yes`
 *
 * v being drawn once a run. A cost counts in every state in which its condition holds: with `every: day` it grows with the
 * days, with `once` it is paid only until the condition has held at the end of a round.
 */
import { compile } from './condition.ts';
import type { Process, Shifted } from './model.ts';
import type { Run } from './run.ts';

export interface Influences {
  /** What bears on a number; undefined if nothing does, so that the caller can do without. */
  readonly on: (of: Shifted) => (() => number) | undefined;
  readonly begin: () => void;
  readonly endRound: () => void;
}

export function influences(run: Run): Influences {
  const rows = run.process.influences;
  const when = rows.map((row) => compile(row.when));
  const days = new Float64Array(rows.length);
  const latched = new Uint8Array(rows.length);
  const { state, inputs } = run;

  const term = (k: number, by: number, isCost: boolean): (() => number) => {
    const holds = when[k]!;
    switch (rows[k]!.lasts) {
      case 'while':
        return () => (holds(state) ? inputs.value(by) : 0);
      case 'day':
        return isCost
          ? () => (holds(state) ? inputs.value(by) * (days[k]! + 1) : 0)
          : () => inputs.value(by) * (days[k]! + (holds(state) ? 1 : 0));
      case 'once':
        return isCost
          ? () => (latched[k] === 0 && holds(state) ? inputs.value(by) : 0)
          : () => (latched[k] === 1 || holds(state) ? inputs.value(by) : 0);
    }
  };
  const remembers = [...rows.keys()].filter((k) => rows[k]!.lasts !== 'while');
  return {
    on(of) {
      const terms = rows.flatMap((row, k) =>
        row.shifts.filter((shift) => isSame(shift.of, of)).map((shift) => term(k, shift.by, of.kind === 'cost')),
      );
      if (terms.length === 0) return undefined;
      if (terms.length === 1) return terms[0]!;
      return () => {
        let sum = 0;
        for (let k = 0; k < terms.length; k++) sum += terms[k]!();
        return sum;
      };
    },
    begin() {
      for (const k of remembers) {
        days[k] = 0;
        latched[k] = when[k]!(state) ? 1 : 0;
      }
    },
    endRound() {
      for (let i = 0; i < remembers.length; i++) {
        const k = remembers[i]!;
        if (!when[k]!(state)) continue;
        days[k]! += 1;
        latched[k] = 1;
      }
    },
  };
}

function isSame(a: Shifted, b: Shifted): boolean {
  const keys = Object.keys(b) as (keyof Shifted)[];
  return keys.every((key) => a[key] === b[key]);
}

/** Whether the party's weights can differ between two states that its own choice leads to. */
export const weighsOn = (process: Process, party: number, kind: 'statement' | 'issue'): boolean =>
  process.influences.some((row) => row.shifts.some(({ of }) => of.kind === kind && of.party === party));
