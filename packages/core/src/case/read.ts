/**
 * Reads `case.yaml` into a {@link Case}: structure first (./structure.ts), then names, conditions, dates and quantities.
 * Every mistake of the file is reported at once, each with its place; a case comes back only when there is no error.
 */
import { lastDay, readWhen, type When } from './dates.ts';
import { diagnostic, type Code, type Detail, type Diagnostic, type Severity } from './diagnostics.ts';
import { isExpressionError, parseExpression, type Expression } from './expression.ts';
import { buildCase } from './build.ts';
import type { Case } from './model.ts';
import { Names } from './names.ts';
import { nearestName } from './nearest.ts';
import { checkMeaning } from './meaning.ts';
import { readQuantity, type Bounds, type Quantity } from './quantity.ts';
import { readStructure } from './structure.ts';
import { parseYaml, type Path, type YamlFile } from './yaml.ts';

export interface Reading {
  /** There when no error was found. */
  readonly case?: Case;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Places of the file, for problems found later (quotes, sources). */
  readonly yaml?: YamlFile;
}

/** A `case.yaml` of at most this many bytes is read (1 MB takes two seconds to parse). */
export const MAX_CASE_BYTES = 1_000_000;

export function readCase(text: string, file = 'case.yaml'): Reading {
  const parsed = parseYaml(text.startsWith('\uFEFF') ? text.slice(1) : text, file);
  if (parsed.yaml === undefined) return { problems: parsed.problems, warnings: [] };
  const { yaml } = parsed;
  if (parsed.value === null || parsed.value === undefined) {
    return { problems: [diagnostic('empty-case', yaml.place([]), {})], warnings: [], yaml };
  }
  const structure = readStructure(parsed.value, yaml);
  const found: Diagnostic[] = [...parsed.problems, ...structure.problems];
  let built: Case | undefined;
  if (structure.file !== undefined) {
    const names = new Names(structure.file, structure.cut, yaml, found);
    built = buildCase(structure.file, new Reader(yaml, names, structure.cut, found));
    if (found.every((d) => d.severity === 'warning')) found.push(...checkMeaning(built, yaml));
  }
  const inOrder = found.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const problems = inOrder.filter((d) => d.severity === 'error');
  return {
    ...(problems.length === 0 && built !== undefined ? { case: built } : {}),
    problems,
    warnings: inOrder.filter((d) => d.severity === 'warning'),
    yaml,
  };
}

interface At {
  readonly key?: boolean;
  readonly offset?: number;
  readonly length?: number;
  readonly severity?: Severity;
}

/** Reads the small parts, reporting what cannot be read and going on with something harmless. */
export class Reader {
  readonly names: Names;
  readonly #yaml: YamlFile;
  readonly #cut: ReadonlySet<string>;
  readonly #found: Diagnostic[];

  constructor(yaml: YamlFile, names: Names, cut: ReadonlySet<string>, found: Diagnostic[]) {
    this.#yaml = yaml;
    this.names = names;
    this.#cut = cut;
    this.#found = found;
  }

  report<C extends Code>(code: C, path: Path, detail: Detail<C>, at: At = {}): void {
    this.#found.push(diagnostic(code, this.#yaml.place(path, at), detail, at.severity));
  }

  expression(written: string | boolean, path: Path): Expression {
    const parsed = parseExpression(written);
    if (isExpressionError(parsed)) {
      this.report('expression-syntax', path, { reason: parsed.reason }, { offset: parsed.at, length: parsed.length });
      return { kind: 'constant', value: false };
    }
    this.names.check(parsed, path);
    return parsed;
  }

  when(written: string | number | undefined, path: Path): When | undefined {
    if (written === undefined) return undefined;
    const when = readWhen(written);
    if (typeof when !== 'string') return when;
    this.report('date', path, { found: String(written), reason: when });
    return undefined;
  }

  day(written: string | number, path: Path): string {
    const day = lastDay(written);
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
    this.report('date', path, { found: String(written), reason: day });
    return '1970-01-01';
  }

  quantity(written: string | number | undefined, path: Path, bounds: Bounds = {}): Quantity | undefined {
    if (written === undefined) return undefined;
    const quantity = readQuantity(written, bounds);
    if (typeof quantity !== 'string') return quantity;
    this.report('quantity', path, { found: String(written), reason: quantity });
    return undefined;
  }

  /** Reports `id` unless it is one of `known`. */
  refer(id: string, known: ReadonlySet<string> | readonly string[], what: string, path: Path): boolean {
    const all = Array.isArray(known) ? (known as readonly string[]) : [...known];
    if (all.includes(id) || this.#cut.has(id)) return true;
    this.report('unknown-name', path, { name: id, what, known: all, nearest: nearestName(id, all) });
    return false;
  }
}
