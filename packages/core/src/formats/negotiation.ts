/** What the importers of negotiation domains share: files by name, findings as data, numbers read strictly. */
import { validate, type BargainingProblem, type ProblemFinding } from '../bargaining/index.ts';
import type { XmlProblem } from './xml.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export type ImportCode =
  | XmlProblem['code']
  | 'json-syntax'
  | 'yaml-syntax'
  | 'not-this-format'
  | 'no-profiles'
  | 'other-domain'
  | 'issue-missing'
  | 'not-a-number'
  | 'too-many-values'
  | 'real-on-a-grid'
  | 'unsupported';

export interface ImportFinding {
  readonly code: ImportCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line?: number;
  readonly issue?: string;
  readonly value?: string;
  readonly detail?: string;
  readonly number?: number;
}

export interface Imported {
  /** Only without errors. */
  readonly problem?: BargainingProblem;
  readonly findings: readonly (ImportFinding | ProblemFinding)[];
}

export interface RealGrid {
  /** Steps of a real issue, which gets one value more. Default 20. */
  readonly realSteps?: number;
}
export const DEFAULT_REAL_STEPS = 20;

/** Collects findings about one file. */
export type Report = (code: ImportCode, more?: Omit<ImportFinding, 'code' | 'file' | 'severity'>) => void;

export class Findings {
  readonly all: ImportFinding[] = [];
  errorsIn(file: string): Report {
    return (code, more = {}) => {
      this.all.push({ code, severity: 'error', file, ...more });
    };
  }
  warn(finding: Omit<ImportFinding, 'severity'>): void {
    this.all.push({ severity: 'warning', ...finding });
  }
  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** The problem, if neither the files nor the problem itself have errors. */
export function imported(
  problem: BargainingProblem | undefined,
  findings: Findings,
  convention: { readonly weightsSumTo?: number } = {},
): Imported {
  if (problem === undefined || findings.hasErrors) return { findings: findings.all };
  const own = validate(problem, convention);
  const all = [...findings.all, ...own];
  return own.some(({ severity }) => severity === 'error') ? { findings: all } : { problem, findings: all };
}

/** A decimal number and nothing else; `Number` would take an empty text for 0. */
export function numberIn(text: string | undefined): number {
  return text !== undefined && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/iu.test(text) ? Number(text) : NaN;
}

/** The name of a file without folders and extension: whose profile it is. */
export const stem = (name: string): string => name.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '');

/** Names that stand twice get a number. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

export const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/** An own entry; a name from a file never reaches a prototype. */
export const entry = (record: unknown, name: string): unknown =>
  isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;

/** A number as it is, a missing one as something else; what is no number becomes NaN, which the check of the problem names. */
export const numberOr = (value: unknown, otherwise: number): number =>
  value === undefined ? otherwise : typeof value === 'number' ? value : NaN;

/** A value as files write it: a text or a number; anything else is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export function parseJson(text: string, report: Report): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    report('json-syntax', { detail: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
