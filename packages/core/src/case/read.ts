/**
 * Reads `case.yaml` into a {@link Case}: structure first (./structure.ts), then names, conditions, dates and quantities.
 * Every mistake of the file is reported at once, each with its place; a case comes back only when there is no error.
 */
import { diagnostic, type Diagnostic } from './diagnostics.ts';
import { assemble } from './assemble.ts';
import type { Case } from './model.ts';
import { readStructure } from './structure.ts';
import type { CaseFile } from './schema.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

export interface Reading {
  /** There when no error was found. */
  readonly case?: Case;
  /** What the file says, for keeping: {@link ./assemble.ts} makes the case of it again. */
  readonly file?: CaseFile;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Places of the file, for problems found later (quotes, sources). */
  readonly yaml?: YamlFile;
}

export function readCase(text: string, file = 'case.yaml'): Reading {
  const parsed = parseYaml(text.startsWith('\uFEFF') ? text.slice(1) : text, file);
  if (parsed.yaml === undefined) return { problems: inOrder(parsed.problems), warnings: [] };
  const { yaml } = parsed;
  if (parsed.value === null || parsed.value === undefined) {
    return { problems: [diagnostic('empty-case', yaml.place([]), {})], warnings: [], yaml };
  }
  const structure = readStructure(parsed.value, yaml);
  const found: Diagnostic[] = [...parsed.problems, ...structure.problems];
  const built = structure.file === undefined ? undefined : assemble(structure.file, yaml, found, structure.cut);
  const problems = inOrder(found.filter((d) => d.severity === 'error'));
  return {
    ...(problems.length === 0 && built !== undefined ? { case: built, file: structure.file! } : {}),
    problems,
    warnings: inOrder(found.filter((d) => d.severity === 'warning')),
    yaml,
  };
}

const inOrder = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
