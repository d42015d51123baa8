/**
 * Demands (rule B5): rows of one holder on one step with equivalent needs are one demand: one draw of firmness, the
 * firmest range, one waiver, all quotes. An inferred row is never one with a reported row.
 */
import { equivalent, WorkLimit } from './formula.ts';
import type { Formula, Row, Theory } from './theory.ts';

export interface Demand {
  /** Id of its first row. */
  readonly id: string;
  readonly rows: readonly Row[];
  readonly holders: readonly string[];
  readonly steps: readonly number[];
  readonly firmness: number;
  readonly cost: number;
  readonly inferred: boolean;
}

export function demandsOf(theory: Pick<Theory, 'rows'>): Demand[] {
  const groups: Row[][] = [];
  for (const row of theory.rows) {
    const same = groups.find(([first]) => isOneDemand(first!, row));
    if (same === undefined) groups.push([row]);
    else same.push(row);
  }
  return groups.map((rows) => ({
    id: rows[0]!.id,
    rows,
    holders: rows[0]!.holders,
    steps: rows[0]!.steps,
    firmness: Math.max(...rows.map((row) => row.firmness)),
    cost: Math.max(...rows.map((row) => row.cost)),
    inferred: rows[0]!.inferred,
  }));
}

function isOneDemand(a: Row, b: Row): boolean {
  return (
    a.inferred === b.inferred &&
    sameSet(a.holders, b.holders) &&
    sameSet(a.steps, b.steps) &&
    surelyEquivalent(a.needs, b.needs)
  );
}

/** Conditions too large to compare stay two demands. */
function surelyEquivalent(a: Formula, b: Formula): boolean {
  try {
    return equivalent(a, b);
  } catch (error) {
    if (error instanceof WorkLimit) return false;
    throw error;
  }
}

const sameSet = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
