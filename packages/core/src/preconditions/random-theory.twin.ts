/** Random theories and goals for the tests of the precondition engine. */
import fc from 'fast-check';
import { holds, statusQuo } from './brute-force.twin.ts';
import type { Convening, Formula, Impossible, Relaxation, Row, Step, Theory, Timing } from './theory.ts';

export interface TheoryOptions {
  /** How many steps there are, exactly, so that `formulas(steps)` fits; 5 unless given. */
  readonly steps?: number;
  /** How many rows there are at most; 6 unless given. */
  readonly rows?: number;
  /** No negation, no `impossible` entry and no group, so that no step taken forbids another; `while` rows may stay. */
  readonly monotone?: boolean;
  /** Whether rows may have timing `while`; yes unless given. */
  readonly whileRows?: boolean;
}

const step = (index: number): Formula => ({ kind: 'step', step: index });
const not = (of: Formula): Formula => ({ kind: 'not', of });

/** Conditions over steps 0 to `stepCount` − 1, with operators nested at most three deep. */
export function formulas(stepCount: number, options: { monotone?: boolean } = {}): fc.Arbitrary<Formula> {
  return formulasOfDepth(stepCount, 3, options.monotone ?? false);
}

function formulasOfDepth(stepCount: number, depth: number, monotone: boolean): fc.Arbitrary<Formula> {
  const atom = fc.nat(stepCount - 1).map(step);
  const constant = fc.boolean().map((value): Formula => ({ kind: 'constant', value }));
  if (depth === 0) return fc.oneof({ weight: 30, arbitrary: atom }, { weight: 1, arbitrary: constant });
  const part = formulasOfDepth(stepCount, depth - 1, monotone);
  const parts = fc.oneof(
    { weight: 15, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
  const twoOrMore = fc.array(part, { minLength: 2, maxLength: 4 });
  return fc.oneof(
    { weight: 16, arbitrary: atom },
    { weight: monotone ? 0 : 6, arbitrary: part.map(not) },
    {
      weight: 10,
      arbitrary: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: parts }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('at-least' as const),
        count: fc.constantFrom(0, 1, 2, 2, 2, 3),
        of: twoOrMore,
      }),
    },
    { weight: 1, arbitrary: constant },
  );
}

/** Rewritings of a formula that keep its truth in every state. The last two negate. */
const disguises: readonly ((formula: Formula) => Formula)[] = [
  (formula) => formula,
  (formula) => ({ kind: 'and', of: [formula, { kind: 'constant', value: true }] }),
  (formula) => ({ kind: 'or', of: [formula, { kind: 'and', of: [formula, step(0)] }] }),
  (formula) => ({ kind: 'at-least', count: 1, of: [formula, formula] }),
  (formula) => not(not(formula)),
  (formula) => ({ kind: 'and', of: [formula, { kind: 'or', of: [step(0), not(step(0))] }] }),
];

/** A row but for its id, which its place in the file decides. */
type Draft = Omit<Row, 'id'>;

const tenths = fc.nat(10).map((n) => n / 10);
/** Sixteenths, so that sums and halves of costs are exact and ties are ties in whatever order they are added up. */
const costs = fc.nat(16).map((n) => n / 16);

/** Theories whose status quo is possible. */
export function theories(options: TheoryOptions = {}): fc.Arbitrary<Theory> {
  const { steps: stepCount = 5, rows: rowCount = 6, monotone = false, whileRows = true } = options;
  const timings = fc.constantFrom<Timing[]>(
    ...(['before', 'before', 'together', 'while'] as const).filter((timing) => whileRows || timing !== 'while'),
  );
  const indices = [...Array(stepCount).keys()];
  const someOf = { minLength: Math.min(2, stepCount), maxLength: Math.min(3, stepCount) };
  const needs = fc.oneof(
    { weight: 3, arbitrary: formulasOfDepth(stepCount, 0, monotone) },
    { weight: monotone ? 0 : 2, arbitrary: fc.nat(stepCount - 1).map((index) => not(step(index))) },
    { weight: 3, arbitrary: formulasOfDepth(stepCount, 3, monotone) },
  );
  const holders = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c').map((holder) => [holder]) },
    { weight: 1, arbitrary: fc.subarray(['a', 'b', 'c'], { minLength: 2 }) },
  );
  const drafts = fc.record({
    holders,
    steps: fc.oneof(
      { weight: 4, arbitrary: fc.nat(stepCount - 1).map((index) => [index]) },
      { weight: 1, arbitrary: fc.subarray(indices, someOf) },
    ),
    needs,
    timing: timings,
    firmness: tenths,
    cost: costs,
    inferred: fc.nat(5).map((n) => n === 5),
  });
  /** Another row of the demand of one of the drafts: `of` picks it, `disguise` the way in which it is put. */
  const echoes = fc.record({
    of: fc.nat(),
    disguise: fc.nat(disguises.length - 1 - (monotone ? 2 : 0)),
    timing: timings,
    firmness: tenths,
    cost: costs,
  });
  /** Steps that need one another in a ring, the last one the first. */
  const rings = fc.array(fc.record({ step: fc.nat(stepCount - 1), like: drafts }), { minLength: 2, maxLength: 3 });
  const groups = fc.shuffledSubarray(indices, someOf);
  return fc
    .record({
      statuses: fc.array(
        fc.constantFrom<Step['status'][]>('open', 'open', 'open', 'open', 'open', 'taken', 'taken', 'declined'),
        {
          minLength: stepCount,
          maxLength: stepCount,
        },
      ),
      group: fc.option(groups, { freq: 2 }),
      otherGroup: fc.option(groups, { freq: 2 }),
      ring: fc.option(rings, { freq: 3 }),
      // A step that another one undoes.
      fragile: fc.option(fc.record({ until: fc.nat(stepCount - 1), like: drafts }), { freq: 2 }),
      drafts: fc.array(drafts, { maxLength: rowCount }),
      echoes: fc.array(echoes, { maxLength: 2 }),
      relaxations: fc.array(fc.record({ of: fc.nat(), needs, cost: costs }), { maxLength: 2 }),
      // Mostly two or three steps that exclude one another; the status quo decides which entries stay.
      impossible: fc.array(
        fc.oneof(
          {
            weight: 3,
            arbitrary: fc.subarray(indices, someOf).map((of): Formula => ({ kind: 'and', of: of.map(step) })),
          },
          { weight: 1, arbitrary: needs },
        ),
        { maxLength: 2 },
      ),
      convening: fc.array(fc.record({ step: fc.nat(stepCount - 1), when: needs }), { maxLength: 2 }),
    })
    .map((raw): Theory => {
      const steps = monotone
        ? raw.statuses.map((status, i): Step => ({ name: `s${i}`, status }))
        : stepsWithGroups(raw.statuses, raw.group ?? [], raw.otherGroup ?? []);
      const ring = (raw.ring ?? []).map(({ step: index, like }, i, all): Draft => ({
        ...like,
        steps: [index],
        needs: step(all[(i + 1) % all.length]!.step),
      }));
      const fragile: Draft[] =
        raw.fragile === null || monotone || !whileRows
          ? []
          : [{ ...raw.fragile.like, needs: not(step(raw.fragile.until)), timing: 'while' }];
      const first = [...ring, ...fragile, ...raw.drafts].slice(0, rowCount);
      const again = raw.echoes.flatMap(({ of, disguise, ...echo }): Draft[] => {
        const original = first[of % first.length];
        return original === undefined ? [] : [{ ...original, ...echo, needs: disguises[disguise]!(original.needs) }];
      });
      const rows = [...first.slice(0, Math.max(0, rowCount - again.length)), ...again].slice(0, rowCount);
      const theory: Theory = {
        steps,
        rows: rows.map((row, i) => ({ id: `${row.inferred ? 'x' : 'p'}${String(i + 1).padStart(2, '0')}`, ...row })),
        relaxations: [],
        impossible: [],
        convening: raw.convening.map((entry, i): Convening => ({ id: `m${i + 1}`, ...entry })),
      };
      const relaxations = raw.relaxations.flatMap(({ of, ...relaxation }, i): Relaxation[] => {
        const row = theory.rows[of % theory.rows.length];
        return row === undefined ? [] : [{ id: `r${i + 1}`, of: row.id, ...relaxation }];
      });
      const impossible = raw.impossible
        .filter((that) => !monotone && !holds(that, statusQuo(theory)))
        .map((that, i): Impossible => ({ id: `i${i + 1}`, that }));
      return { ...theory, relaxations, impossible };
    });
}

/** Steps in groups `g` and `h` (those of `h` that are not in `g`). Only the first named of a group may be taken. */
function stepsWithGroups(statuses: readonly Step['status'][], g: readonly number[], h: readonly number[]): Step[] {
  return statuses.map((status, i): Step => {
    const group = g.includes(i) ? g : h.includes(i) ? h : null;
    if (group === null) return { name: `s${i}`, status };
    const mayBe = status === 'taken' && i !== group[0] ? 'open' : status;
    return { name: `s${i}`, status: mayBe, group: group === g ? 'g' : 'h' };
  });
}
