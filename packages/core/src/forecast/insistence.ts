/**
 * Which demands bind in a run (rules B5, P6): demand d is insisted on when
 *
 *   u_d < min(0.99, f_d + Δ_d)
 *
 * with its firmness f_d and a uniform number u_d, both drawn once a run, and the shift Δ_d of influences on it. A demand may
 * thus come to be insisted on, or be given up, while a run goes on; it is never a certainty.
 *
 * `before` needs are read in the state that is left, `together` and `while` needs in the one that is entered (rule B2).
 */
import { compile, type Bits, type Predicate } from './condition.ts';
import type { Influences } from './influences.ts';
import { MOST_FIRMNESS } from './model.ts';
import type { Run } from './run.ts';

export interface Insistence {
  readonly begin: () => void;
  readonly insists: (demand: number) => boolean;
  /** Whether every `before` need of taking this step holds in the state. */
  readonly mayLeave: (step: number, state: Bits) => boolean;
  /** Whether every `together` and `while` need of this step holds in the state entered. */
  readonly mayEnter: (step: number, state: Bits) => boolean;
}

interface Bound {
  readonly demand: number;
  readonly needs: Predicate;
}

export function insistence(run: Run, influences: Influences): Insistence {
  const { process, inputs } = run;
  const { demands } = process;
  const shifts = demands.map((_, demand) => influences.on({ kind: 'firmness', demand }));
  const waived = Uint8Array.from(demands, (_, d) => (process.waived.includes(d) ? 1 : 0));
  // 0: not asked yet in this run; 1: no; 2: yes.
  const known = new Uint8Array(demands.length);

  const decide = (d: number, firmness: number): boolean =>
    inputs.quantile(demands[d]!.insists) < Math.min(MOST_FIRMNESS, firmness);
  const insists = (d: number): boolean => {
    if (waived[d] === 1) return false;
    const shift = shifts[d];
    if (shift !== undefined) return decide(d, inputs.value(demands[d]!.firmness) + shift());
    if (known[d] === 0) known[d] = decide(d, inputs.value(demands[d]!.firmness)) ? 2 : 1;
    return known[d] === 2;
  };

  const byStep = (isBefore: boolean): (readonly Bound[] | undefined)[] => {
    const table: (Bound[] | undefined)[] = process.atoms.map(() => undefined);
    for (const row of process.rows) {
      if ((row.timing === 'before') !== isBefore) continue;
      const bound = { demand: row.demand, needs: compile(row.needs) };
      for (const step of row.steps) (table[step] ??= []).push(bound);
    }
    return table;
  };
  const check = (table: readonly (readonly Bound[] | undefined)[]) => (step: number, state: Bits) => {
    const rows = table[step];
    if (rows === undefined) return true;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      // The need first: it costs less than drawing whether it is insisted on.
      if (!row.needs(state) && insists(row.demand)) return false;
    }
    return true;
  };
  return {
    begin: () => void known.fill(0),
    insists,
    mayLeave: check(byStep(true)),
    mayEnter: check(byStep(false)),
  };
}
