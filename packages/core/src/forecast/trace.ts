/** What happens in one run, for the words of typical paths: the run is played again. */
import type { Process } from './model.ts';
import { atomSet, hasBit } from './condition.ts';
import type { Paths } from './paths.ts';
import { engine } from './round.ts';
import type { Plan } from './simulate.ts';

export interface Station {
  readonly round: number;
  readonly atom: number;
  /** Reached; what is left again later is not told. */
  readonly on: boolean;
}

/** When what the scenarios ask for is first reached in one run, in order. */
export function trace({ process, seed, draws }: Plan, run: number): Station[] {
  const machine = engine(process, seed);
  const { state, initial } = machine.run;
  const open = new Set(milestones(process).filter((atom) => !hasBit(initial, atom)));
  machine.begin(draws === undefined ? run : draws[run]!, run);
  const stations: Station[] = [];
  for (let round = 1; round <= process.rounds; round++) {
    machine.next();
    for (const atom of open) {
      if (!hasBit(state, atom)) continue;
      open.delete(atom);
      stations.push({ round, atom, on: true });
    }
  }
  return stations;
}

/** What the scenarios name: options, happenings, meetings, and every value off the status quo of an issue they name. */
export function milestones(process: Process): number[] {
  const named = atomSet(process.scenarios.map((s) => s.when)).flatMap((atom): number[] => {
    switch (process.atoms[atom]!.kind) {
      case 'clock':
      case 'latch':
        return [];
      case 'value': {
        const issue = process.issues.find(({ values }) => values.includes(atom))!;
        return issue.values.filter((_, v) => !issue.statusQuo.includes(v));
      }
      default:
        return [atom];
    }
  });
  return [...new Set(named)].toSorted((a, b) => a - b);
}

export interface TypicalPath {
  /** Share of the runs in which the scenarios' conditions first come true in this order, on whatever days. */
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
