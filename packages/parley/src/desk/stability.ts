/** The graph model of a case, and the states, parties and concepts that a command names. */
import { diagnostic, MAX_CASE_BYTES, nearestName, type Diagnostic } from '@parley/core/case';
import {
  compileGraph,
  REPORTED,
  TooLarge,
  type Compiled,
  type CompiledGraph,
  type CompileOptions,
  type GraphProblem,
  type ReportedConcept,
} from '@parley/core/graph';
import type { Case } from '@parley/core/case';
import type { CaseFiles } from '../store/files.ts';
import { isTrouble } from '../store/files.ts';
import { CASE_FILE, decode } from './open-case.ts';
import { UsageError } from './usage.ts';

export type Modelled =
  | { readonly graph: CompiledGraph; readonly problems?: undefined }
  | { readonly graph?: undefined; readonly problems: readonly Diagnostic[] };

/** Compiles the case; what stands in the way is told with its place in the file. */
export async function modelOf(given: Case, files: CaseFiles, options: CompileOptions = {}): Promise<Modelled> {
  const compiled: Compiled = fits(() => compileGraph(given, options));
  if (compiled.graph !== undefined) return compiled;
  return { problems: await placed(compiled.problems, files) };
}

/** Problems at their lines. The file is read again for it: a case may come from the cache, which knows no lines. */
async function placed(problems: readonly GraphProblem[], files: CaseFiles): Promise<Diagnostic[]> {
  const bytes = files.read(CASE_FILE, MAX_CASE_BYTES);
  const text = isTrouble(bytes) ? '' : decode(bytes);
  const { readCase } = await import('@parley/core/case-file');
  const { noPlaces } = await import('@parley/core/case');
  const places = readCase(typeof text === 'string' ? text : '', CASE_FILE).yaml ?? noPlaces(CASE_FILE);
  return problems.map((p) => diagnostic(p.code, places.place(p.path, { key: p.code === 'states-unranked' }), p.detail));
}

/** Runs work of the graph engine; what is too large is told with what would fit. */
export function fits<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw told(error);
  }
}

/** The same for work on other threads. */
export async function fitting<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw told(error);
  }
}

function told(error: unknown): unknown {
  if (!(error instanceof TooLarge)) return error;
  const halvings = Math.max(1, Math.ceil(Math.log2(error.needs / error.limit)));
  return new UsageError(
    `${error.message}.`,
    `What would fit: about ${halvings} open ${halvings === 1 ? 'option' : 'options'} fewer. Mark as declined what is, or leave out the preferences of a party to hold its options as they stand; each option less halves the states.`,
  );
}

/** The state a user names: `now`, a decimal, letters Y and N, or a name under `indistinguishable:`. */
export function stateNamed(graph: CompiledGraph, given: Case, written: string): number {
  const options = [...given.options.keys()];
  const advice = `A state is \`now\`, a decimal (bit k is the k-th option of the file), or ${options.length} letters Y or N.`;
  if (written === 'now' || written === 'status-quo') {
    if (graph.statusQuo < 0) throw new UsageError('The state of affairs is not a possible state of this case.');
    return graph.statusQuo;
  }
  for (let node = 0; node < graph.nodes; node++) if (graph.nameOf(node) === written) return node;
  const isPattern = /^[YyNn]+$/.test(written) && written.length === options.length;
  const decimal = isPattern
    ? [...written.toUpperCase()].reduce((sum, letter, k) => (letter === 'Y' ? sum + 2n ** BigInt(k) : sum), 0n)
    : /^\d{1,400}$/.test(written)
      ? BigInt(written)
      : undefined;
  if (decimal === undefined) throw new UsageError(`“${written.slice(0, 80)}” is not a state.`, advice);
  const node = graph.node(decimal);
  if (node >= 0) return node;
  const settled = graph.settled.filter(
    (s) => ((decimal >> BigInt(options.indexOf(s.option))) & 1n) === (s.value ? 0n : 1n),
  );
  throw new UsageError(
    `State ${written} is not possible in this case.`,
    settled.length > 0
      ? `It would need ${settled.map((s) => `${s.option} to be ${s.value ? 'no' : 'yes'}`).join(', ')}, which is settled.`
      : decimal >= 2n ** BigInt(options.length)
        ? advice
        : 'A rule under `impossible:` forbids it.',
  );
}

export function partyNamed(graph: CompiledGraph, written: string): number {
  const dm = graph.decisionMakers.indexOf(written);
  if (dm >= 0) return dm;
  const near = nearestName(written, graph.decisionMakers);
  throw new UsageError(
    `There is no decision maker “${written.slice(0, 80)}” in this case.`,
    `${near === undefined ? '' : `Did you mean “${near}”? `}There are: ${graph.decisionMakers.join(', ')}.`,
  );
}

/** `ukraine,europe`: at least one party, none twice. */
export function coalitionNamed(graph: CompiledGraph, written: string): number[] {
  const members = written.split(',').map((name) => partyNamed(graph, name.trim()));
  const twice = members.find((dm, k) => members.indexOf(dm) !== k);
  if (twice !== undefined)
    throw new UsageError(`“${graph.decisionMakers[twice]}” is in the coalition twice.`, 'Name each member once.');
  return members.toSorted((a, b) => a - b);
}

export function conceptNamed(written: string): ReportedConcept {
  const concept = REPORTED.find((id) => id === written.toLowerCase());
  if (concept !== undefined) return concept;
  throw new UsageError(
    `There is no stability concept “${written.slice(0, 80)}”.`,
    `There are: ${REPORTED.join(', ')}.`,
  );
}
