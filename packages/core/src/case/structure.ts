/**
 * From a YAML value to a `CaseFile`, with every structural mistake as a diagnostic. What is wrong is cut out and the rest
 * read again, so that names and quotes are still checked and all mistakes of a file come at once.
 */
import type * as z from 'zod';
import { diagnostic, type Diagnostic } from './diagnostics.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { nearestName } from './nearest.ts';
import { caseSchema, type CaseFile } from './schema.ts';
import type { Path } from './places.ts';
import type { YamlFile } from './yaml.ts';

type Issue = z.core.$ZodIssue;

export interface Structure {
  readonly file?: CaseFile;
  readonly problems: readonly Diagnostic[];
  /** Ids of rows that were cut out: known, though they cannot be used. */
  readonly cut: ReadonlySet<string>;
}

const MAX_ROUNDS = 6;

export function readStructure(value: unknown, yaml: YamlFile): Structure {
  const problems: Diagnostic[] = [];
  const cut = new Set<string>();
  let rest: unknown = value;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed = caseSchema.safeParse(rest);
    if (parsed.success) return { file: parsed.data, problems, cut };
    const found = parsed.error.issues.flatMap((issue) => mostSpecific(issue, []));
    // The first round finds what the user wrote; later ones only what the cutting itself left behind.
    if (round === 0) {
      for (const issue of found) {
        problems.push(...describe(issue, rest, yaml, caseSchema));
        if (problems.length >= MAX_PROBLEMS) return { problems: problems.slice(0, MAX_PROBLEMS), cut };
      }
    }
    const paths = found.flatMap((issue) => pathsToCut(issue, round));
    if (paths.some((path) => path.length === 0)) break;
    rest = structuredCopy(rest);
    // Backwards, so that cutting one item of a list does not shift the next.
    for (const path of paths.toReversed()) {
      if (path.length >= 2) cut.add(String(path.at(-1)));
      if (path.length >= 3 && path[0] === 'options') cut.add(`${String(path[1])}.${String(path[2])}`);
      remove(rest, path);
    }
    // What every case must have is reported, and something harmless read instead, so that the rest is read too.
    if (typeof rest === 'object' && rest !== null && !Array.isArray(rest) && 'parties' in rest)
      rest = { parley: 1, title: '?', 'as-of': '1970-01-01', ...rest };
  }
  return { problems, cut };
}

/** Of a union's branches, the one that got furthest: the shape the user meant. */
function mostSpecific(issue: Issue, above: Path): Issue[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return [{ ...issue, path: path as PropertyKey[] } as Issue];
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ ...issue, path: path as PropertyKey[] } as Issue];
  const depth = (branch: readonly Issue[]): number =>
    Math.max(...branch.map((i) => (i.path.length > 0 || i.code !== 'invalid_type' ? 1 + i.path.length : 0)));
  const best = [...issue.errors].toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]!;
  if (depth(best) === 0) return [{ ...issue, path: path as PropertyKey[] } as Issue];
  return best.flatMap((inner) => mostSpecific(inner, path));
}

/** What is wrong with the structure of another file, such as `outcomes.yaml`. */
export function structureProblems(schema: z.ZodType, value: unknown, yaml: YamlFile): Diagnostic[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  const found = parsed.error.issues.flatMap((issue) => mostSpecific(issue, []));
  return found.slice(0, MAX_PROBLEMS).flatMap((issue) => describe(issue, value, yaml, schema));
}

function describe(issue: Issue, value: unknown, yaml: YamlFile, schema: z.ZodType): Diagnostic[] {
  const path = issue.path as Path;
  const place = yaml.place(path);
  const found = valueAt(value, path);
  const missing = (): Diagnostic[] => [
    diagnostic('missing-key', yaml.place(path.slice(0, -1), { key: true }), { key: String(path.at(-1)) }),
  ];
  const wrongType = (expected: string, instead = sayValue(found)): Diagnostic[] => [
    diagnostic('wrong-type', place, { expected, found: instead }),
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, path);
      return issue.keys.slice(0, MAX_PROBLEMS).flatMap((key) =>
        // That one was reported by ./yaml.ts.
        key === '__proto__'
          ? []
          : [
              diagnostic('unknown-key', yaml.place([...path, key], { key: true }), {
                key,
                known,
                nearest: nearestName(key, known),
              }),
            ],
      );
    }
    case 'invalid_key':
      return [diagnostic('not-an-id', yaml.place(path, { key: true }), { id: String(path.at(-1)) })];
    case 'invalid_type':
      return found === undefined ? missing() : wrongType(sayType(issue.expected));
    case 'invalid_value': {
      if (found === undefined) return missing();
      const expected = issue.values.map(String);
      return [
        diagnostic('wrong-value', place, {
          found: sayValue(found),
          expected,
          nearest: nearestName(sayValue(found), expected),
        }),
      ];
    }
    case 'invalid_format':
      return wrongType(FORMATS[issue.message] ?? 'Another form');
    case 'too_big':
      return issue.origin === 'string'
        ? [diagnostic('too-long', place, { limit: Number(issue.maximum) })]
        : wrongType(`A number up to ${issue.maximum}`);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? wrongType('Something', 'nothing')
        : wrongType(`A number from ${issue.minimum}`);
    case 'invalid_union':
      return found === undefined ? missing() : wrongType('Another kind of value');
    default:
      return wrongType(issue.message);
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  'not-an-id': 'An id (lower-case letters, digits, hyphens)',
  'not-a-name': 'A name such as `party.option`',
  'not-a-reliability': 'An Admiralty code such as B2',
  'not-a-sha256': 'A sha256 (64 hexadecimal digits)',
  'not-a-period': 'A period such as `3 days`',
};

function pathsToCut(issue: Issue, round: number): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  // What cannot be cut alone takes its row with it.
  return [round === 0 ? path : path.slice(0, Math.max(1, Math.min(path.length - 1, path[0] === 'options' ? 3 : 2)))];
}

/** The keys that may stand at a path, from the schema itself. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  let schemas = [schema];
  for (const step of path) schemas = schemas.flatMap((s) => inner(s, step));
  return [...new Set(schemas.flatMap(unions).flatMap((s) => Object.keys(shapeOf(s) ?? {})))];
}

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: z.ZodType[];
}

const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;
const shapeOf = (schema: z.ZodType): Record<string, z.ZodType> | undefined => definition(schema).shape;

function unions(schema: z.ZodType): z.ZodType[] {
  const d = definition(schema);
  if (d.innerType !== undefined) return unions(d.innerType);
  return d.options === undefined ? [schema] : d.options.flatMap(unions);
}

function inner(schema: z.ZodType, step: string | number): z.ZodType[] {
  return unions(schema).flatMap((s) => {
    const d = definition(s);
    const next = d.shape?.[step] ?? d.valueType ?? d.element;
    return next === undefined ? [] : [next];
  });
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return at;
}

function remove(value: unknown, path: Path): void {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[last];
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, structuredCopy(inside)]));
}

function sayType(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    object: 'A map (key: value)',
    record: 'A map (key: value)',
    array: 'A list',
    string: 'Text',
    number: 'A number',
    int: 'A whole number',
  };
  return words[expected] ?? expected;
}

export function sayValue(found: unknown): string {
  if (found === undefined || found === null) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a map';
  const text = String(found as string | number | boolean);
  return `${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}
