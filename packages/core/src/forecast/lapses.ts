/**
 * Lapses (rule B2 in the process): at the end of a round a step is undone when a `while` need of it that held at the end of
 * the round before holds no longer, and so is what lapses in consequence. An option opens again, a happening is over, an
 * issue is back at its status quo; a meeting that has taken place has. Latches of `ever(…)` are set afterwards.
 */
import { clearBit, compile, hasBit, setBit } from './condition.ts';
import type { Insistence } from './insistence.ts';
import type { Run } from './run.ts';

export interface Lapses {
  readonly begin: () => void;
  readonly endRound: () => void;
}

export function lapses(run: Run, insistence: Insistence): Lapses {
  const { process, state } = run;
  const rows = process.rows.filter((row) => row.timing === 'while');
  const needs = rows.map((row) => compile(row.needs));
  const held = new Uint8Array(rows.length);
  const latches = process.atoms.flatMap((atom, k) =>
    atom.kind === 'latch' ? [{ atom: k, of: compile(atom.of) }] : [],
  );

  const undo = (step: number): void => {
    const atom = process.atoms[step]!;
    if (atom.kind === 'meeting') return;
    clearBit(state, step);
    if (atom.kind !== 'value') return;
    const issue = process.issues.find(({ values }) => values.includes(step))!;
    if (issue.kind === 'one') for (const v of issue.statusQuo) setBit(state, issue.values[v]!);
  };
  const remember = (): void => {
    for (let k = 0; k < rows.length; k++) held[k] = needs[k]!(state) ? 1 : 0;
  };
  return {
    begin: remember,
    endRound() {
      if (rows.length > 0) {
        for (let isOver = false; !isOver;) {
          isOver = true;
          for (let k = 0; k < rows.length; k++) {
            if (held[k] === 0 || needs[k]!(state) || !insistence.insists(rows[k]!.demand)) continue;
            for (const step of rows[k]!.steps) {
              if (!hasBit(state, step) || process.atoms[step]!.kind === 'meeting') continue;
              undo(step);
              isOver = false;
            }
          }
        }
        remember();
      }
      for (let k = 0; k < latches.length; k++) {
        const { atom, of } = latches[k]!;
        if (!hasBit(state, atom) && of(state)) setBit(state, atom);
      }
    },
  };
}
