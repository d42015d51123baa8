/**
 * Compiles a case, as it stands at the end of its as-of day, to the process of rules M, U and P. What is assumed and what
 * cannot be known comes back as notes, so that nothing is filled in silently.
 */
import {
  holds,
  inForce,
  stateOf,
  type Case,
  type Day,
  type Influence as CaseInfluence,
  type State,
} from '../case/index.ts';
import { caseAtoms, type Atoms } from './case-conditions.ts';
import { caseDemands } from './case-demands.ts';
import { issuesOf, meetingsOf, ratifiersOf } from './case-meetings.ts';
import { DEFAULTS, optionsOf, partyOf } from './case-parties.ts';
import { scenariosOf } from './case-scenarios.ts';
import { caseSignals } from './case-signals.ts';
import { compileHistory, type History } from './history.ts';
import { inputTable, type InputTable } from './input-table.ts';
import type { Demand, Happening, Influence, Issue, Meeting, Party, Process, Rule, Shifted } from './model.ts';
import type { Note } from './notes.ts';
import { roundOf } from './rounds.ts';

export interface CompileOptions {
  /** Rounds to play; default: up to the horizon, or to the last date of a scenario. */
  readonly rounds?: number;
  /** The day at whose end the history begins that weighs the draws; default: when the first source was begun. */
  readonly from?: Day;
}

/** Beyond this many rounds a horizon is taken for a mistake. */
export const MOST_ROUNDS = 3_660;

export type ForecastProblem =
  /** Neither a horizon nor a date of a scenario says how far to look. */
  | { readonly code: 'no-horizon' }
  | { readonly code: 'horizon-too-far'; readonly rounds: number; readonly most: number };

export interface Compiled {
  readonly process: Process;
  /** What has been seen up to the as-of day. */
  readonly history: History;
  readonly notes: readonly Note[];
}

export function compileForecast(case_: Case, options: CompileOptions = {}): Compiled | ForecastProblem {
  const rounds = options.rounds ?? roundsOf(case_);
  if (rounds === undefined) return { code: 'no-horizon' };
  if (rounds > MOST_ROUNDS) return { code: 'horizon-too-far', rounds, most: MOST_ROUNDS };
  const notes: Note[] = [];
  const state = stateOf(case_);
  const atoms = caseAtoms(case_, state);
  const inputs = inputTable();
  const ids = [...case_.parties.keys()];
  const caseOptions = optionsOf(case_, atoms, inputs, ids);
  const issues = issuesOf(case_, atoms);
  const issueIds = issues.map((issue) => issue.name);
  const parties = ids.map((id) => partyOf(case_, id, caseOptions, atoms, inputs, issueIds, notes));
  const happenings = happeningsOf(case_, atoms, inputs, notes);
  const meetings = meetingsOf(case_, atoms, inputs, parties, issues, notes);
  const { demands, rows, relaxations } = caseDemands(case_, atoms, inputs, notes);
  const signals = caseSignals(case_, inputs, { options: caseOptions, happenings, meetings, demands, parties });
  const process: Process = {
    title: case_.title,
    asOf: case_.asOf,
    rounds: Math.max(0, rounds),
    options: caseOptions,
    parties,
    happenings,
    issues,
    meetings,
    demands,
    rows,
    relaxations,
    rules: rulesOf(case_, atoms, state, notes),
    ratifiers: ratifiersOf(case_, atoms, inputs, parties, issues, notes),
    influences: [...case_.influences.values()]
      .filter((row) => inForce(row, case_.asOf))
      .map((row) => influenceOf(row, { atoms, inputs, parties, happenings, meetings, issues, demands })),
    scenarios: scenariosOf(case_, atoms, Math.max(0, rounds), notes),
    forced: [],
    waived: [],
    // Last: conditions above have added clocks, latches and inputs.
    atoms: atoms.list,
    initial: atoms.initial,
    inputs: inputs.list,
  };
  const history = compileHistory(case_, process, signals, notes, options.from);
  return { process, history, notes };
}

export const isProblem = (compiled: Compiled | ForecastProblem): compiled is ForecastProblem => 'code' in compiled;

function roundsOf(case_: Case): number | undefined {
  const dates = [...case_.scenarios.values()].flatMap((s) => (s.at ?? s.by ?? s.until)?.last ?? []);
  const end = case_.horizon ?? dates.toSorted().at(-1);
  return end === undefined ? undefined : roundOf(end, case_.asOf);
}

function happeningsOf(case_: Case, atoms: Atoms, inputs: InputTable, notes: Note[]): Happening[] {
  return [...case_.happenings.values()].map((row) => {
    const hasRate = row.rate !== undefined && row.rate.kind !== 'not-reported';
    if (!hasRate) notes.push({ kind: 'hole', code: 'no-rate', happening: row.id });
    return {
      name: row.id,
      atom: atoms.of(row.id)!,
      ...(hasRate ? { rate: inputs.add(`${row.id}.rate`, 'chance', row.rate, DEFAULTS.score) } : {}),
      reversible: row.reversible,
    };
  });
}

/** `impossible` rows and red lines in force; those that are broken at the outset say nothing. */
function rulesOf(case_: Case, atoms: Atoms, state: State, notes: Note[]): Rule[] {
  const rows = [
    ...[...case_.impossible.values()].map((row) => ({ row, isLine: false })),
    ...[...case_.redLines.values()].map((row) => ({ row, isLine: true })),
  ].filter(({ row }) => inForce(row, case_.asOf));
  return rows.flatMap(({ row, isLine }): Rule[] => {
    if (holds(row.that, state, case_) !== isLine) {
      notes.push({ kind: 'assumption', code: 'broken-at-outset', rule: row.id });
      return [];
    }
    const that = atoms.condition(row.that);
    return [{ id: row.id, that: isLine ? { kind: 'not', of: that } : that }];
  });
}

interface Targets {
  readonly atoms: Atoms;
  readonly inputs: InputTable;
  readonly parties: readonly Party[];
  readonly happenings: readonly Happening[];
  readonly meetings: readonly Meeting[];
  readonly issues: readonly Issue[];
  readonly demands: readonly Demand[];
}

function influenceOf(row: CaseInfluence, to: Targets): Influence {
  const shifts: { of: Shifted; by: number }[] = [];
  const shift = (what: string, quantity: CaseInfluence['cost'], of: readonly Shifted[]): void => {
    if (quantity === undefined || quantity.kind === 'not-reported' || of.length === 0) return;
    const by = to.inputs.add(`${row.id}.${what}`, 'shift', quantity, DEFAULTS.score);
    for (const target of of) shifts.push({ of: target, by });
  };
  const party = to.parties.findIndex((p) => p.name === row.party);
  if (party >= 0) {
    shift('reserved', row.reserved, [{ kind: 'reserved', party }]);
    shift('cost', row.cost, [{ kind: 'cost', party }]);
  }
  for (const [name, quantity] of row.weight) shift(name, quantity, weightsNamed(name, party, to));
  for (const [name, quantity] of row.rate)
    shift(name, quantity, [
      ...to.happenings.flatMap((h, happening) => (h.name === name ? [{ kind: 'rate', happening } as const] : [])),
      ...to.meetings.flatMap((m, meeting) => (m.name === name ? [{ kind: 'convenes', meeting } as const] : [])),
    ]);
  for (const [name, quantity] of row.firmness)
    shift(
      `${name}.firmness`,
      quantity,
      to.demands.flatMap((d, demand) => (d.rows.includes(name) ? [{ kind: 'firmness', demand } as const] : [])),
    );
  return {
    id: row.id,
    when: row.when === undefined ? { kind: 'constant', value: true } : to.atoms.condition(row.when),
    lasts: row.everyDay ? 'day' : row.once ? 'once' : 'while',
    shifts,
  };
}

/** Weights of a statement or an issue; of everybody's where the influence names no party. */
function weightsNamed(name: string, only: number, { parties, issues }: Targets): Shifted[] {
  return parties.flatMap((party, p): Shifted[] => {
    if (only >= 0 && p !== only) return [];
    return [
      ...party.statements.flatMap((s, statement) =>
        s.id === name ? [{ kind: 'statement', party: p, statement } as const] : [],
      ),
      ...party.issues.flatMap(({ issue }) =>
        issues[issue]!.name === name ? [{ kind: 'issue', party: p, issue } as const] : [],
      ),
    ];
  });
}
