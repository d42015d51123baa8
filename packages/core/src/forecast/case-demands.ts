/** The binding rows of a case as demands, each with one firmness (rules B1, B5, P6). */
import { inForce, type Case, type Precondition } from '../case/index.ts';
import { meanChance } from '../maths/logit-normal.ts';
import { compileCase, demandsOf, stepNames } from '../preconditions/index.ts';
import type { Atoms } from './case-conditions.ts';
import { DEFAULTS, given } from './case-parties.ts';
import type { InputTable } from './input-table.ts';
import { MOST_FIRMNESS, type Demand, type Relaxation, type Row } from './model.ts';
import type { Note } from './notes.ts';

export function caseDemands(
  case_: Case,
  atoms: Atoms,
  inputs: InputTable,
  notes: Note[],
): { readonly demands: Demand[]; readonly rows: Row[]; readonly relaxations: Relaxation[] } {
  const found = demandsOf(compileCase(case_).theory);
  const demands = found.map((demand): Demand => {
    const rows = demand.rows.map((row) => case_.preconditions.get(row.id)!);
    const firmest = rows.reduce((a, b) => (meanOf(b) > meanOf(a) ? b : a));
    if (meanOf(firmest) > MOST_FIRMNESS) notes.push({ kind: 'assumption', code: 'firmness-capped', demand: demand.id });
    return {
      id: demand.id,
      rows: rows.map((row) => row.id),
      holders: demand.holders,
      firmness: given(inputs, notes, `${demand.id}.firmness`, 'chance', firmest.firmness, DEFAULTS.firmness),
      insists: inputs.uniform(`${demand.id}.insists`),
      inferred: demand.inferred,
    };
  });
  const demandOf = new Map(demands.flatMap((demand, k) => demand.rows.map((row) => [row, k] as const)));
  const rows = [...case_.preconditions.values()].flatMap((row): Row[] => {
    const demand = demandOf.get(row.id);
    if (demand === undefined) return [];
    const steps = stepNames(row.step, case_).flatMap((name) => stepAtom(name, atoms) ?? []);
    return [{ id: row.id, demand, steps, needs: atoms.condition(row.needs), timing: row.timing }];
  });
  const relaxations = [...case_.relaxations.values()].flatMap((row): Relaxation[] => {
    const demand = demandOf.get(row.of);
    if (demand === undefined || !inForce(row, case_.asOf)) return [];
    return [{ id: row.id, demand, needs: atoms.condition(row.needs) }];
  });
  return { demands, rows, relaxations };
}

/** `movement`, or `territory = frozen`. */
function stepAtom(name: string, atoms: Atoms): number | undefined {
  const [issue, value] = name.split(' = ');
  return value === undefined ? atoms.of(name) : atoms.value(issue!, value);
}

const meanOf = ({ firmness }: Precondition): number =>
  firmness === undefined || firmness.kind === 'not-reported'
    ? 1
    : firmness.kind === 'number'
      ? firmness.value
      : meanChance(firmness.low, firmness.high);
