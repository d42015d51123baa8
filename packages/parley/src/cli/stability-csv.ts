import type { Case } from '@parley/core/case';
import type { CaseStability } from '@parley/core/graph';

/** One line a state: its decimal and name, every option of the file, each party's rank and verdicts, the equilibria. */
export function stabilityCsv(given: Case, result: CaseStability): string {
  const { graph, concepts } = result;
  const options = [...given.options.keys()];
  const head = [
    'state',
    'name',
    ...options,
    ...graph.decisionMakers.map((party) => `rank ${party}`),
    ...graph.decisionMakers.flatMap((party) => concepts.map((concept) => `${concept} ${party}`)),
    ...concepts.map((concept) => `${concept} equilibrium`),
  ];
  const lines = [head.map(cell).join(',')];
  for (let node = 0; node < graph.nodes; node++) {
    const taken = new Set(graph.taken(node));
    const verdicts = graph.decisionMakers.map((_, dm) => concepts.map((c) => (result.isStable(c, dm, node) ? 1 : 0)));
    lines.push(
      [
        graph.decimal(node),
        graph.nameOf(node) ?? '',
        ...options.map((option) => (taken.has(option) ? 'Y' : 'N')),
        ...result.ranks.map((ranks) => ranks[node]!),
        ...verdicts.flat(),
        ...concepts.map((_, c) => (verdicts.every((own) => own[c] === 1) ? 1 : 0)),
      ]
        .map(cell)
        .join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
