/** The parties of a case with what they want (rules U1–U3), their options and their bundles. */
import { formatQuantity, type Case, type Preference, type Quantity, type QuantityKind } from '../case/index.ts';
import type { Atoms } from './case-conditions.ts';
import type { Condition } from './condition.ts';
import type { InputTable } from './input-table.ts';
import type { IssueUtility, Option, Party, Statement } from './model.ts';
import type { Note } from './notes.ts';

export const DEFAULTS = {
  /** U3. */
  rationality: { kind: 'range', low: 0.02, high: 0.2 },
  dealShare: { kind: 'number', value: 0.5 },
  /** Assumed: a party reconsiders about every fifth day. */
  revision: { kind: 'range', low: 0.1, high: 0.4 },
  firmness: { kind: 'number', value: 1 },
  convenes: { kind: 'number', value: 1 },
  weight: { kind: 'number', value: 1 },
  score: { kind: 'number', value: 0 },
} as const satisfies Record<string, Quantity>;

/** Adds an input and notes where its value is a default. */
export function given(
  inputs: InputTable,
  notes: Note[],
  name: string,
  kind: QuantityKind,
  quantity: Quantity | undefined,
  otherwise: Quantity,
): number {
  if (quantity === undefined || quantity.kind === 'not-reported')
    notes.push({ kind: 'assumption', code: 'default', input: name, value: formatQuantity(otherwise) });
  return inputs.add(name, kind, quantity, otherwise);
}

export function optionsOf(case_: Case, atoms: Atoms, inputs: InputTable, parties: readonly string[]): Option[] {
  return [...case_.options.values()].map((option) => ({
    name: option.id,
    party: parties.indexOf(option.party),
    yes: atoms.of(option.id)!,
    declined: atoms.declined(option.id)!,
    permitted: option.permitted,
    ...(option.reopening === undefined || option.reopening.kind === 'not-reported'
      ? {}
      : { reopening: inputs.add(`${option.id}.reopening`, 'amount', option.reopening, DEFAULTS.score) }),
    visible: option.visible || option.channel === 'public' || option.channel === 'both',
  }));
}

export function partyOf(
  case_: Case,
  id: string,
  options: readonly Option[],
  atoms: Atoms,
  inputs: InputTable,
  issues: readonly string[],
  notes: Note[],
): Party {
  const preference = case_.preferences.get(id);
  const index = (name: string): number => options.findIndex((o) => o.name === name);
  const own = options.flatMap((o, k) => (case_.options.get(o.name)!.party === id ? [k] : []));
  const bundles = [...case_.bundles.values()]
    .filter((bundle) => bundle.party === id)
    .map((bundle) => ({ id: bundle.id, options: bundle.options.map(index) }));
  const isReported = preference?.reported === true;
  if (!isReported && own.length > 0)
    notes.push({ kind: 'hole', code: 'no-preferences', party: id, options: own.map((k) => options[k]!.name) });
  // Nobody asks for the numbers of a party that neither moves nor bargains.
  const mine = isReported ? notes : [];
  const number = (what: string, kind: QuantityKind, quantity: Quantity | undefined, otherwise: Quantity): number =>
    given(inputs, mine, `${id}.${what}`, kind, quantity, otherwise);
  if (isReported && preference.unseen.length > 0)
    notes.push({ kind: 'hole', code: 'not-in-process', row: id, what: 'unseen' });
  const reserved = preference?.reserved;
  return {
    name: id,
    reported: isReported,
    options: own,
    bundles,
    statements: isReported ? statementsOf(case_, preference, atoms, inputs, notes) : [],
    issues: isReported ? issueUtilitiesOf(case_, preference, inputs, issues, notes) : [],
    bonuses: isReported
      ? preference.bonuses.map((bonus) => ({
          when: atoms.condition(bonus.when),
          add: inputs.add(`${bonus.id}.add`, 'value', bonus.add, DEFAULTS.score),
        }))
      : [],
    ...(reserved === undefined || reserved.kind === 'not-reported'
      ? {}
      : { reserved: inputs.add(`${id}.reserved`, 'value', reserved, DEFAULTS.score) }),
    dealShare: number('deal-share', 'chance', preference?.dealShare, DEFAULTS.dealShare),
    rationality: number('rationality', 'amount', preference?.rationality, DEFAULTS.rationality),
    revision: number('revision', 'chance', preference?.revision, DEFAULTS.revision),
  };
}

function statementsOf(
  case_: Case,
  preference: Preference,
  atoms: Atoms,
  inputs: InputTable,
  notes: Note[],
): Statement[] {
  const { statements, ranking, party } = preference;
  if (ranking !== undefined) return rankingAsStatements(case_, preference, atoms, inputs, notes);
  return statements.flatMap((s, j): Statement[] => {
    if (s.weight?.kind === 'not-reported') {
      notes.push({ kind: 'hole', code: 'unweighed', party, statement: s.id });
      return [];
    }
    const byPlace = 2 ** (statements.length - 1 - j);
    const weight =
      s.weight === undefined
        ? inputs.point(`${s.id}.weight`, byPlace)
        : inputs.add(`${s.id}.weight`, 'amount', s.weight, DEFAULTS.weight);
    return [{ id: s.id, that: atoms.condition(s.that), weight }];
  });
}

/** Above this many ranked states a ranking is no longer asked of each state. */
const MOST_RANKED = 256;

/**
 * A ranking of n levels becomes n − 1 statements of equal weight, the i-th true in the best i levels: U falls evenly from
 * 100 to 0, level by level.
 */
function rankingAsStatements(
  case_: Case,
  { ranking, party }: Preference,
  atoms: Atoms,
  inputs: InputTable,
  notes: Note[],
): Statement[] {
  const { levels } = ranking!;
  if (levels.flat().length > MOST_RANKED) {
    notes.push({ kind: 'hole', code: 'not-in-process', row: party, what: 'ranking' });
    return [];
  }
  const options = [...case_.options.keys()];
  const weight = inputs.point(`${party}.ranking`, 1);
  const levelConditions = levels.map((level): Condition => ({
    kind: 'or',
    of: level.map((state): Condition =>
      'name' in state
        ? atoms.condition(case_.indistinguishable.get(state.name)!.that)
        : {
            kind: 'and',
            of: options.map((o): Condition => {
              const atom: Condition = { kind: 'atom', atom: atoms.of(o)! };
              return state.taken.includes(o) ? atom : { kind: 'not', of: atom };
            }),
          },
    ),
  }));
  return levelConditions.slice(0, -1).map((_, i) => ({
    id: `${party}-level-${i + 1}`,
    that: { kind: 'or', of: levelConditions.slice(0, i + 1) },
    weight,
  }));
}

function issueUtilitiesOf(
  case_: Case,
  preference: Preference,
  inputs: InputTable,
  issues: readonly string[],
  notes: Note[],
): IssueUtility[] {
  const { party } = preference;
  return [...preference.issues].flatMap(([id, utility]): IssueUtility[] => {
    const issue = case_.issues.get(id);
    if (utility === 'not-reported' || issue === undefined) return [];
    const name = `${party}.${id}`;
    return [
      {
        issue: issues.indexOf(id),
        weight: given(inputs, notes, `${name}.weight`, 'amount', utility.weight, DEFAULTS.weight),
        scores: issue.values.map((value) =>
          given(inputs, notes, `${name}=${value}`, 'value', utility.scores.get(value), DEFAULTS.score),
        ),
      },
    ];
  });
}
