/**
 * Reads a `.gmcr` file (./gmcr.ts) into what a `case.yaml` says. Mistakes are told all at once, each with its place; what a
 * case cannot hold, and what was supposed, is listed. Ordered numbers of states become decimals.
 *
 * O(file), and the feasible states where a ranking or payoffs are to be read.
 */
import type { CaseFile, Diagnostic, Places } from '../case/index.ts';
import { MAX_OPTIONS, stateSpace, type StateSpace } from '../graph/index.ts';
import { byNumber, byPayoff } from './gmcr-ranking.ts';
import { idsOf } from './ids.ts';
import { reportInto, structureOf, type GmcrStructure, type Item, type Members, type Report } from './gmcr-structure.ts';

/** What did not come along, and what was supposed. */
export type GmcrNote =
  | { readonly code: 'coalitions'; readonly groups: readonly (readonly string[])[] }
  | { readonly code: 'indifferent' | 'from-payoffs' | 'statements-unused'; readonly party: string }
  | { readonly code: 'unknown-key'; readonly key: string };

export interface GmcrReading {
  /** There when no error was found. */
  readonly file?: CaseFile;
  readonly problems: readonly Diagnostic[];
  readonly notes: readonly GmcrNote[];
}

type Preferences = NonNullable<CaseFile['preferences']>;

/** `title`: what to call the case; the format has no name for it. */
export function readGmcr(text: string, places: Places, title: string): GmcrReading {
  const problems: Diagnostic[] = [];
  const report = reportInto(problems, places);
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    report('not-json', [], { reason: `${error instanceof Error ? error.message : String(error)}.` });
    return { problems, notes: [] };
  }
  const structure = structureOf(value, report);
  if (structure !== undefined && problems.length === 0) checkOwners(structure, report);
  if (structure === undefined || problems.length > 0) return { problems, notes: [] };

  const named = nameAll(structure);
  const preferences = preferencesOf(structure, named, report, problems);
  if (problems.length > 0) return { problems, notes: [] };
  const file: CaseFile = {
    parley: 1,
    title,
    parties: Object.fromEntries(named.parties.map((id, k) => [id, { name: structure.decisionMakers[k]!.name }])),
    options: optionsOf(structure, named),
    ...(structure.infeasible.length === 0 ? {} : { impossible: structure.infeasible.map(named.say) }),
    preferences,
  };
  return { file, problems, notes: notesOf(structure) };
}

function checkOwners({ options, decisionMakers }: GmcrStructure, report: Report): void {
  const empty = options.length === 0 ? 'options' : decisionMakers.length === 0 ? 'decisionMakers' : undefined;
  if (empty !== undefined)
    report('wrong-type', [empty], { expected: 'A list of at least one', found: 'an empty list' });
  if (options.length > MAX_OPTIONS) report('options-beyond', ['options'], { found: options.length, most: MAX_OPTIONS });
  const owner = new Map<number, number>();
  for (const [k, { name, options: own }] of decisionMakers.entries())
    for (const { index, path } of own) {
      const first = owner.get(index);
      if (first === undefined) owner.set(index, k);
      else {
        const owners = [decisionMakers[first]!.name, first === k ? 'it once more' : name];
        report('option-owned-twice', path, { option: options[index]!.name, owners });
      }
    }
  for (const [k, { name, path }] of options.entries())
    if (!owner.has(k)) report('option-unowned', path, { option: name, number: k });
}

interface Named {
  readonly parties: readonly string[];
  /** The options in the order of the case: those of one party stand together. Its own program orders them so too. */
  readonly order: readonly number[];
  /** `party.option` by number in the file. */
  readonly names: ReadonlyMap<number, string>;
  readonly say: (members: Members) => string;
}

function nameAll({ options, decisionMakers }: GmcrStructure): Named {
  const parties = idsOf(
    decisionMakers.map((dm) => dm.name),
    'party',
  );
  const names = new Map(
    decisionMakers.flatMap(({ options: own }, k) => {
      const ids = idsOf(
        own.map(({ index }) => options[index]!.name),
        'option',
      );
      return own.map(({ index }, n) => [index, `${parties[k]}.${ids[n]}`] as const);
    }),
  );
  const sayAll = (all: Members[number]): string =>
    all.map(([k, value]) => (value ? names.get(k)! : `not ${names.get(k)!}`)).join(' and ');
  const say = (members: Members): string =>
    members.length === 1
      ? sayAll(members[0]!)
      : members.map((all) => (all.length > 1 ? `(${sayAll(all)})` : sayAll(all))).join(' or ');
  return { parties, order: decisionMakers.flatMap((dm) => dm.options.map(({ index }) => index)), names, say };
}

function optionsOf(
  { options, decisionMakers }: GmcrStructure,
  { parties, names }: Named,
): NonNullable<CaseFile['options']> {
  const rows = decisionMakers.flatMap(({ options: own }, k) => {
    const entries = own.map(({ index }) => {
      const { name, permitted } = options[index]!;
      const id = names.get(index)!.split('.')[1]!;
      return [id, permitted === 'both' ? name : { text: name, permitted }] as const;
    });
    return entries.length === 0 ? [] : [[parties[k]!, Object.fromEntries(entries)] as const];
  });
  return Object.fromEntries(rows);
}

function preferencesOf(
  structure: GmcrStructure,
  named: Named,
  report: Report,
  problems: readonly unknown[],
): Preferences {
  let space: StateSpace | undefined;
  const states = (): StateSpace => (space ??= feasible(structure, named));
  const preferences: Preferences = {};
  for (const [k, { statements, unseen, ranking, payoffs, path }] of structure.decisionMakers.entries()) {
    const blind = unseen.length === 0 ? {} : { unseen: unseen.map(named.say) };
    const id = named.parties[k]!;
    if (ranking === undefined && statements.length > 0) {
      preferences[id] = { statements: statements.map(named.say), ...blind };
    } else if (ranking === undefined && !differ(payoffs)) {
      const why = 'The file gives no preferences, which its own program takes as indifference.';
      preferences[id] = { statements: [{ that: 'yes', why }], ...blind };
    } else {
      if (states().states === 0) report('no-state', ['infeasibles'], {});
      else if (ranking === undefined)
        preferences[id] = { ranking: byPayoff(payoffs, [...path, 'payoffs'], states(), report), ...blind };
      else preferences[id] = { ranking: byNumber(ranking, states(), report), ...blind };
      if (problems.length > 0 && states().states === 0) break;
    }
  }
  return preferences;
}

const differ = (payoffs: readonly Item[]): boolean => payoffs.some((item) => item.value !== payoffs[0]!.value);

/** The feasible states, the options in the order of the case. */
function feasible({ decisionMakers, infeasible }: GmcrStructure, { parties, order, names }: Named): StateSpace {
  const owners = decisionMakers.flatMap(({ options }, k) => options.map(() => k));
  const place = new Map(order.map((index, k) => [index, k]));
  return stateSpace({
    decisionMakers: parties,
    options: order.map((index, k) => ({ name: names.get(index)!, owner: owners[k]! })),
    infeasible: infeasible.map((members) => ({
      kind: 'or',
      of: members.map((all) => ({
        kind: 'literals',
        literals: all.map(([index, value]) => [place.get(index)!, value] as const),
      })),
    })),
  });
}

function notesOf({ decisionMakers, coalitions, unknownKeys }: GmcrStructure): GmcrNote[] {
  const groups = coalitions
    .filter((group) => group.length > 1)
    .map((group) => group.map((k) => decisionMakers[Number(k)]?.name ?? String(k)));
  return [
    ...decisionMakers.flatMap(({ name: party, ranking, statements, payoffs }): GmcrNote[] => {
      if (ranking !== undefined) return statements.length > 0 ? [{ code: 'statements-unused', party }] : [];
      if (statements.length > 0) return [];
      return [{ code: differ(payoffs) ? 'from-payoffs' : 'indifferent', party }];
    }),
    ...(groups.length > 0 ? [{ code: 'coalitions', groups } as const] : []),
    ...unknownKeys.map((key) => ({ code: 'unknown-key', key }) as const),
  ];
}
