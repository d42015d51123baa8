/**
 * What no deal of a table may contain (rules M3, B1, B2): impossible combinations, red lines, values whose preconditions
 * are not met, and what a ratifier would refuse; each as boxes over the issues on the agenda.
 *
 * A rule that is broken as things stand says nothing further and is left out. `before` needs are judged as the meeting sits
 * down; `together` and `while` needs may be met by the same package.
 */
import { bindsOn, holds, inForce, stateOf, type Path, type Precondition } from '../case/index.ts';
import { boxesOf, boxesWhere, isTooWide, namedIssues, type Box, type Setting, type TooWide } from './case-boxes.ts';
import type { Constraint } from './model.ts';

export interface Judge {
  readonly ratifier: string;
  readonly by: string;
  readonly of: string;
  /** Issues on the agenda that its condition names; none: it has nothing to judge. */
  readonly judges: readonly string[];
}

export interface TableRules {
  readonly constraints: readonly Constraint[];
  readonly ratifiers: readonly Judge[];
  /** By issue index: the preconditions that leave it no value off its status quo. */
  readonly barred: ReadonlyMap<number, readonly string[]>;
  readonly tooWide: readonly (TooWide & { readonly row: string; readonly path: Path })[];
}

export function rulesOf(setting: Setting, parties: readonly string[]): TableRules {
  const { given, issues, world } = setting;
  const constraints: Constraint[] = [];
  const tooWide: (TooWide & { row: string; path: Path })[] = [];
  const now = stateOf(given);
  const whose = (party: string): number | string => {
    const index = parties.indexOf(party);
    return index < 0 ? party : index;
  };
  const forbid = (
    row: { readonly id: string; readonly path: Path; readonly text?: string | undefined },
    of: Constraint['of'],
    kind: Constraint['kind'],
    boxes: readonly Box[] | TooWide,
  ): void => {
    if (isTooWide(boxes)) tooWide.push({ ...boxes, row: row.id, path: row.path });
    else
      for (const forbids of boxes)
        constraints.push({ forbids, of, kind, rule: row.id, ...(row.text !== undefined && { text: row.text }) });
  };
  const inForceNow = <T extends Parameters<typeof inForce>[0]>(rows: ReadonlyMap<string, T>): T[] =>
    [...rows.values()].filter((row) => inForce(row, given.asOf));

  for (const row of inForceNow(given.impossible))
    if (!holds(row.that, now, given) && namedIssues(row.that, setting).length > 0)
      forbid(row, 'nobody', 'impossible', boxesOf(row.that, setting, true));
  for (const row of inForceNow(given.redLines))
    if (holds(row.that, now, given) && namedIssues(row.that, setting).length > 0)
      forbid(row, whose(row.party), 'red-line', boxesOf(row.that, setting, false));

  const ratifiers = inForceNow(given.ratifiers)
    .filter((row) => parties.includes(row.of))
    .map((row): Judge => {
      const judges = namedIssues(row.acceptsIf, setting);
      if (judges.length > 0) forbid(row, row.by, 'ratifier', boxesOf(row.acceptsIf, setting, false));
      return { ratifier: row.id, by: row.by, of: row.of, judges: judges.map((i) => issues[i]!.id) };
    });

  const barring = new Map<number, string[]>();
  const open = issues.map(({ values, statusQuo }) => new Set([...values.keys()].filter((v) => v !== statusQuo)));
  for (const row of given.preconditions.values()) {
    const i = row.step.kind === 'issue' && bindsOn(row, given.asOf) ? indexOfStep(row, setting) : -1;
    if (i < 0) continue;
    const settles = settledBy(row, setting, i);
    if (row.timing === 'before' && holds(row.needs, world, given)) continue;
    const over = row.timing === 'before' ? [i] : [...new Set([i, ...namedIssues(row.needs, setting)])];
    const boxes = boxesWhere(
      over,
      setting,
      (at, values) => settles(values.get(i)!) && (row.timing === 'before' || !holds(row.needs, at, given)),
    );
    const holder = row.holders.find((party) => parties.includes(party)) ?? row.holders.join(' and ');
    forbid(row, whose(holder), row.kind === 'ratification' ? 'ratifier' : 'red-line', boxes);
    if (isTooWide(boxes)) continue;
    for (const box of boxes) {
      if (box.size > 1) continue;
      for (const v of box.get(i) ?? []) open[i]!.delete(v);
      barring.set(i, [...new Set([...(barring.get(i) ?? []), row.id])]);
    }
  }
  const barred = new Map([...barring].filter(([i]) => open[i]!.size === 0));
  return { constraints, ratifiers, barred, tooWide };
}

function indexOfStep({ step }: Precondition, { issues }: Setting): number {
  return step.kind === 'issue' ? issues.findIndex(({ id }) => id === step.issue) : -1;
}

/** Which values of the issue take the step: off the status quo, or with the named value where that is not there already. */
function settledBy({ step }: Precondition, { issues }: Setting, i: number): (value: number) => boolean {
  const { values, statusQuo } = issues[i]!;
  const named = step.kind === 'issue' ? step.value : undefined;
  if (named === undefined) return (v) => v !== statusQuo;
  return (v) => values[v]!.includes(named) && !values[statusQuo]!.includes(named);
}
