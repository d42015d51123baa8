/** What a `.gmcr` file (./gmcr.ts) says, once it is sure that it has the right shape. Mistakes come with their places. */
import {
  diagnostic,
  MAX_PROBLEMS,
  type Code,
  type Detail,
  type Diagnostic,
  type Path,
  type Places,
} from '../case/index.ts';
import { PERMITTED } from './gmcr.ts';

/** Something of the file and where it stands. */
export interface Item {
  readonly value: unknown;
  readonly path: Path;
}

/** One of these conjunctions of literals holds. The options are numbered as in the file. */
export type Members = readonly (readonly (readonly [option: number, value: boolean])[])[];

export interface GmcrStructure {
  readonly options: readonly {
    readonly name: string;
    readonly permitted: 'both' | 'to-yes' | 'to-no';
    readonly path: Path;
  }[];
  readonly decisionMakers: readonly {
    readonly name: string;
    readonly path: Path;
    readonly options: readonly { readonly index: number; readonly path: Path }[];
    readonly statements: readonly Members[];
    readonly unseen: readonly Members[];
    /** Numbers of states, not yet looked at. */
    readonly ranking?: { readonly levels: readonly Item[]; readonly path: Path };
    readonly payoffs: readonly Item[];
  }[];
  readonly infeasible: readonly Members[];
  readonly byRanking: boolean;
  readonly coalitions: readonly (readonly unknown[])[];
  readonly unknownKeys: readonly string[];
}

export type Report = <C extends Code>(code: C, path: Path, detail: Detail<C>) => undefined;

/** Puts problems, worded, into `problems`; each begins with where in the file it is. */
export const reportInto =
  (problems: Diagnostic[], places: Places): Report =>
  (code, path, detail) => {
    if (problems.length >= MAX_PROBLEMS) return undefined;
    const found = diagnostic(code, places.place(path), detail);
    problems.push(path.length === 0 ? found : { ...found, message: `${sayPath(path)}: ${found.message}` });
    return undefined;
  };

const KNOWN = new Set(
  'program version options decisionMakers coalitions coalitionsFull infeasibles useManualPreferenceRanking useManualPreferenceVectors'.split(
    ' ',
  ),
);

/** What is wrong is reported and left out. */
export function structureOf(value: unknown, report: Report): GmcrStructure | undefined {
  if (!isRecord(value)) return report('wrong-type', [], { expected: 'An object', found: sayType(value) });
  const read = shapes(report);
  const options = read.records(value, 'options', 'An option').map(({ value: o, path }) => ({
    name: read.name(o, path),
    permitted: read.direction(read.key(o, ['permittedDirection', 'reversibility'], path)),
    path,
  }));
  const conditions = (items: readonly Item[]): Members[] => items.map((item) => read.condition(item, options.length));
  const manual = read.key(value, ['useManualPreferenceRanking', 'useManualPreferenceVectors'], []);
  if (manual.value !== undefined && typeof manual.value !== 'boolean')
    report('wrong-type', manual.path, { expected: 'true or false', found: sayType(manual.value) });
  const byRanking = manual.value === true;
  const decisionMakers = read.records(value, 'decisionMakers', 'A decision maker').map(({ value: dm, path }) => ({
    name: read.name(dm, path),
    path,
    options: read.list(dm, ['options'], path).flatMap((item) => {
      const index = read.index(item, options.length);
      return index === undefined ? [] : [{ index, path: item.path }];
    }),
    statements: conditions(read.list(dm, ['preferences'], path, false)),
    unseen: conditions(read.list(dm, ['misperceptions'], path, false)),
    ...(byRanking ? { ranking: read.ranking(dm, path) } : {}),
    payoffs: read.list(dm, ['payoffs'], path, false),
  }));
  return {
    options,
    decisionMakers,
    infeasible: conditions(read.list(value, ['infeasibles'], [])),
    byRanking,
    coalitions: read.list(value, ['coalitions'], [], false).map(({ value: of }) => (Array.isArray(of) ? of : [of])),
    unknownKeys: Object.keys(value).filter((key) => !KNOWN.has(key)),
  };
}

type Fields = Record<string, unknown>;

/** How each shape of the format is read. */
function shapes(report: Report) {
  /** The first of the keys that is there. */
  const key = (of: Fields, keys: readonly string[], at: Path): Item => {
    const found = keys.find((k) => Object.hasOwn(of, k));
    if (found === undefined) report('missing-key', at, { key: keys[0]! });
    return { value: found === undefined ? undefined : of[found], path: [...at, found ?? keys[0]!] };
  };
  const list = (of: Fields, keys: readonly string[], at: Path, isNeeded = true): Item[] => {
    if (!isNeeded && !keys.some((k) => Object.hasOwn(of, k))) return [];
    const { value, path } = key(of, keys, at);
    if (Array.isArray(value)) return value.map((item: unknown, k) => ({ value: item, path: [...path, k] }));
    if (value !== undefined) report('wrong-type', path, { expected: 'A list', found: sayType(value) });
    return [];
  };
  const records = (of: Fields, of_: string, expected: string): { value: Fields; path: Path }[] =>
    list(of, [of_], []).flatMap(({ value, path }) => {
      if (isRecord(value)) return [{ value, path }];
      report('wrong-type', path, { expected, found: sayType(value) });
      return [];
    });
  const name = (of: Fields, at: Path): string => {
    const { value, path } = key(of, ['name'], at);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (value !== undefined) report('wrong-type', path, { expected: 'A name', found: sayType(value) });
    return '?';
  };
  const direction = ({ value, path }: Item): 'both' | 'to-yes' | 'to-no' => {
    if (typeof value === 'string' && Object.hasOwn(PERMITTED, value)) return PERMITTED[value as keyof typeof PERMITTED];
    if (value !== undefined) report('wrong-value', path, { found: sayValue(value), expected: Object.keys(PERMITTED) });
    return 'both';
  };
  const index = ({ value, path }: Item, count: number): number | undefined => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      return report('wrong-type', path, { expected: 'The number of an option', found: sayType(value) });
    if (value >= 0 && value < count) return value;
    return report('no-such-number', path, { what: 'option', number: value, count, from: 0 });
  };
  const literals = ({ value, path }: Item, count: number): Members[number] => {
    if (!Array.isArray(value) || value.length === 0) {
      const found = Array.isArray(value) ? 'an empty list' : sayType(value);
      report('wrong-type', path, { expected: 'A list of [option, "Y" or "N"]', found });
      return [];
    }
    return value.flatMap((pair: unknown, k) => {
      const at = [...path, k];
      if (!Array.isArray(pair) || pair.length !== 2) {
        report('wrong-type', at, { expected: '[option, "Y" or "N"]', found: sayType(pair) });
        return [];
      }
      const [option, taken] = pair as [unknown, unknown];
      const of = index({ value: option, path: [...at, 0] }, count);
      if (taken !== 'Y' && taken !== 'N')
        report('wrong-value', [...at, 1], { found: sayValue(taken), expected: ['Y', 'N'] });
      return of === undefined ? [] : [[of, taken === 'Y'] as const];
    });
  };
  const condition = (item: Item, count: number): Members => {
    if (!isRecord(item.value)) return [literals(item, count)];
    const members = list(item.value, ['members'], item.path);
    if (Array.isArray(item.value['members']) && members.length === 0)
      report('wrong-type', [...item.path, 'members'], { expected: 'A list of conditions', found: 'an empty list' });
    return members.map((member) => literals(member, count));
  };
  const ranking = (of: Fields, at: Path): { levels: Item[]; path: Path } => {
    const keys = ['preferenceRanking', 'preferenceVector'];
    return { levels: list(of, keys, at), path: [...at, keys.find((k) => Object.hasOwn(of, k)) ?? keys[0]!] };
  };
  return { key, list, records, name, direction, index, condition, ranking };
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const sayType = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : sayValue(value);

const sayValue = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

/** `decisionMakers[1].options[0]` */
const sayPath = (path: Path): string =>
  path.map((step, k) => (typeof step === 'number' ? `[${step}]` : k === 0 ? step : `.${step}`)).join('');
