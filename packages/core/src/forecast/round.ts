/**
 * One run, round by round (rule P1). A round is a day:
 *
 *   1. dates turn, and what a what-if forces is done;     4. the highest meetings that can take place do, and settle (M1, P5);
 *   2. parties revise in random order (P2);               5. happenings come about (P4);
 *   3. offers that need one another are carried out (P3);  6. what has lost its `while` need lapses, latches and drifts go on.
 *
 * Scenarios are asked at the end of it. The mechanisms are in files of their own; here is only their order.
 */
import { bargaining } from './bargain.ts';
import { choicesOf, type ChoiceSet } from './choices.ts';
import { clearBit, copyBits, setBit } from './condition.ts';
import { happenings, type Happenings } from './happenings.ts';
import { influences } from './influences.ts';
import { insistence, type Insistence } from './insistence.ts';
import { lapses } from './lapses.ts';
import { meetings, type Meetings } from './meetings.ts';
import type { Process } from './model.ts';
import { moves } from './moves.ts';
import { offers } from './offers.ts';
import { rules } from './rules.ts';
import { newRun, type Run } from './run.ts';
import { utilityOf, type Utility } from './utility.ts';

export interface Engine {
  readonly run: Run;
  readonly utilities: readonly Utility[];
  readonly choices: readonly ChoiceSet[];
  readonly insistence: Insistence;
  readonly happenings: Happenings;
  readonly meetings: Meetings;
  /** Turns to a run: inputs of draw `draw`, luck of run `slot`, the state at the outset. */
  readonly begin: (draw: number, slot: number) => void;
  /** Plays the next round. */
  readonly next: () => void;
}

export function engine(process: Process, seed: number): Engine {
  const run = newRun(process, seed);
  const { state, initial, inputs, random, held } = run;
  const bearing = influences(run);
  const demands = insistence(run, bearing);
  const cannot = rules(process);
  const utilities = process.parties.map((_, p) => utilityOf(run, p, bearing));
  const choices = process.parties.map((_, p) => choicesOf(run, p, utilities[p]!, demands, cannot));
  const pool = offers(run, demands, cannot);
  const move = moves(run, choices, pool);
  const met = meetings(run, bearing, demands, cannot);
  const settle = bargaining(run, bearing, demands, cannot);
  const happen = happenings(run, bearing, demands, cannot, pool);
  const lapse = lapses(run, demands);
  const clocks = process.atoms.flatMap((atom, k) => (atom.kind === 'clock' ? [{ atom: k, round: atom.round }] : []));

  const turn = (): void => {
    for (let k = 0; k < clocks.length; k++) if (clocks[k]!.round <= run.round) setBit(state, clocks[k]!.atom);
    for (let k = 0; k < process.forced.length; k++) {
      const forced = process.forced[k]!;
      if (forced.round !== run.round) continue;
      for (const atom of forced.clear) clearBit(state, atom);
      for (const atom of forced.set) setBit(state, atom);
      for (const option of forced.options) held[option] = 1;
      run.turn++;
    }
  };
  return {
    run,
    utilities,
    choices,
    insistence: demands,
    happenings: happen,
    meetings: met,
    begin(draw, slot) {
      inputs.begin(draw);
      random.begin(slot);
      run.round = 0;
      run.turn++;
      copyBits(initial, state);
      if (process.forced.length > 0) held.fill(0);
      demands.begin();
      for (let p = 0; p < utilities.length; p++) utilities[p]!.begin();
      met.begin();
      bearing.begin();
      lapse.begin();
    },
    next() {
      run.round++;
      random.turn(run.round);
      turn();
      if (pool.count() > 0) pool.clear();
      move();
      happen.offer();
      if (pool.count() > 0) pool.carryOut();
      met.convene(settle);
      happen.comeAbout();
      lapse.endRound();
      bearing.endRound();
    },
  };
}
