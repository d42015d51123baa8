/** What happens in one run, for the words of typical paths: the run is played again. */
import type { Process } from './model.ts';
import { hasBit } from './condition.ts';
import type { Paths } from './paths.ts';
import { engine } from './round.ts';
import { milestones, type Plan } from './simulate.ts';

export interface Station {
  readonly round: number;
  readonly atom: number;
  /** Reached, or left again. */
  readonly on: boolean;
}

/** The stations of one run, in order: what the scenarios ask for. */
export function trace({ process, seed, draws }: Plan, run: number): Station[] {
  const machine = engine(process, seed);
  const { state } = machine.run;
  const watched = milestones(process);
  machine.begin(draws === undefined ? run : draws[run]!, run);
  const stations: Station[] = [];
  let before = Int32Array.from(state);
  for (let round = 1; round <= process.rounds; round++) {
    machine.next();
    for (const atom of watched)
      if (hasBit(state, atom) !== hasBit(before, atom)) stations.push({ round, atom, on: hasBit(state, atom) });
    before = Int32Array.from(state);
  }
  return stations;
}

export interface TypicalPath {
  /** Share of the runs that take these stations in this order, on whatever days. */
  readonly share: number;
  /** Of the first such run, days included. */
  readonly example: readonly Station[];
}

/** The most frequent paths, three unless asked otherwise. */
export function typicalPaths(plan: Plan, paths: Paths, weight: number, count = 3): TypicalPath[] {
  return [...paths.hashes.keys()]
    .toSorted((a, b) => paths.weights[b]! - paths.weights[a]! || paths.runs[a]! - paths.runs[b]!)
    .slice(0, count)
    .map((k) => ({ share: paths.weights[k]! / weight, example: trace(plan, paths.runs[k]!) }));
}

/** `russia.sends-team`, `prisoners = partial`: what a station is called. */
export function stationName(process: Process, atom: number): string {
  const its = process.atoms[atom]!;
  if (its.kind === 'value') return `${its.name} = ${its.value}`;
  return its.kind === 'declined' ? `declined(${its.name})` : its.name;
}
