import { citedLetters, percent, sayFirmness, SIGNS, wordsOf, wrap } from '@parley/core/brief';
import { isExpressionError, parseExpression, type Case, type Expression } from '@parley/core/case';
import {
  analyse,
  blocksReport,
  type BlocksReport,
  type ReportedExit,
  type ReportedGoal,
} from '@parley/core/preconditions';
import { UsageError } from '../desk/usage.ts';
import { checkNames } from '../desk/condition.ts';
import { seeCase, type ViewFlags } from './case-argument.ts';
import { print, printJson, progress, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export async function blocks(
  path: string | undefined,
  flags: ViewFlags & { goal?: string[]; quotes?: boolean },
): Promise<ExitCode> {
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const goals = flags.goal?.map((text) => ({ name: text, condition: condition(text, seen.case) }));
  const result = analyse(seen.case, { ...(goals === undefined ? {} : { goals }), onProgress: progress() });
  const report = blocksReport(seen.case, result);
  if (flags.json === true) printJson(report);
  else show(seen.case, report, seen.letters, flags, goals !== undefined);
  return 0;
}

function condition(text: string, given: Case): Expression {
  const parsed = parseExpression(text);
  if (isExpressionError(parsed)) {
    // A long condition is shown around the place only.
    const from = Math.max(0, parsed.at - 60);
    const shown = `${from > 0 ? '…' : ''}${text.slice(from, from + 100)}`;
    throw new UsageError(
      `--goal ${shown}\n       ${' '.repeat(parsed.at - from + (from > 0 ? 1 : 0))}^ ${parsed.reason}`,
    );
  }
  checkNames(parsed, given);
  return parsed;
}

function show(
  given: Case,
  report: BlocksReport,
  letters: ReadonlyMap<string, string>,
  flags: { quotes?: boolean },
  asked: boolean,
): void {
  const style = terminalStyle();
  const columns = terminalColumns();
  const words = wordsOf(given);
  const cited = (ids: readonly string[]): string =>
    citedLetters(
      ids
        .flatMap((id) => given.preconditions.get(id)?.said ?? [])
        .flatMap((q) => (letters.has(q.source) ? [{ letter: letters.get(q.source)!, quote: q.quote }] : [])),
    );
  const para = (text: string, first: string, rest = ' '.repeat(first.length)): void =>
    wrap(text, columns - first.length - 1).forEach((line, k) => print((k === 0 ? first : rest) + line));

  print(`${style.bold(given.title)}  ${style.dim(`as of ${report.asOf}`)}\n`);
  print(style.bold(`CYCLES (${report.cycles.length})`));
  report.cycles.forEach((cycle, k) => {
    para(
      style.bold(cycle.steps.map(words.label).join(' ⇄ ')) + (cycle.inferred ? ' ┄ rests on an inference' : ''),
      ` ${k + 1}  `,
    );
    for (const edge of report.edges.filter((e) => cycle.steps.includes(e.from) && cycle.steps.includes(e.to))) {
      para(
        `${words.label(edge.from)} → ${words.label(edge.to)}   ${edge.timing}, ${edge.preconditions.join(' ')} ${edge.inferred ? SIGNS.inferred : cited(edge.preconditions)}`,
        '      ',
      );
      if (flags.quotes === true)
        for (const quote of edge.quotes)
          para(style.dim(`“${quote.quote}” [${letters.get(quote.source) ?? quote.source}]`), '         ');
    }
    chance(cycle.blocked, '      ');
    if (cycle.exits.length === 0)
      for (const set of cycle.conflicts.slice(0, 4)) para(set.map(constraint).join(' + '), '      blocked by  ');
    exits(cycle.exits, cycle.moreExits, cycle.holdsOnlyIf, '      ');
  });
  if (report.cycles.length === 0) print('    none');
  if (report.jointSteps.length > 0) {
    print(`\n${style.bold('JOINT STEPS')} ${style.dim('loops that can be entered, at once or another way')}`);
    for (const loop of report.jointSteps)
      para(`${loop.steps.map(words.label).join(' with ')}   ${loop.preconditions.join(' ')}`, '  · ');
  }
  print(`\n${style.bold(`EXCLUSIONS (${report.exclusions.length})`)}`);
  for (const x of report.exclusions) {
    para(
      `${x.demands.map((id) => `${id} “${given.preconditions.get(id)?.text ?? words.condition(given.preconditions.get(id)!.needs)}”`).join(' against ')}  on ${x.steps.map(words.label).join(', ')} ${cited(x.demands)}`,
      '  ✕ ',
    );
  }
  if (report.exclusions.length === 0) print('    none');

  print(`\n${style.bold(asked ? 'GOALS ASKED FOR' : 'GOALS')}`);
  const blocked = report.goals.filter((goal) => goal.reachable !== true);
  const open = report.goals.filter((goal) => goal.reachable === true);
  for (const goal of blocked) showBlocked(goal);
  if (open.length > 0 && !asked) {
    print(
      `\n  ${style.bold('Within reach')} ${style.dim('(nothing waived; who may settle an issue is another question: small deals)')}`,
    );
    para(openLabels().join(' · '), '    ');
  } else for (const goal of open) para(`${goal.goal}: within reach — ${sequence(goal)}`, '  ✓ ');

  for (const question of report.refused) para(`Not searched, too large: ${question}.`, '  ? ');
  print(`\n${style.bold('SMALL DEALS')} ${style.dim('need nobody to move first')}`);
  if (report.smallDeals.length === 0) print('    none');
  for (const issue of report.smallDeals) {
    const own = report.smallDealValues.filter((deal) => deal.issue === issue);
    const through = [...new Set(own.flatMap((deal) => deal.meetings))];
    para(
      `${given.issues.get(issue)!.title}: ${own.map((deal) => deal.value.replaceAll('-', ' ')).join(', ')} — ${through.length > 0 ? through.map(words.label).join(', ') : 'through channels'}`,
      '  · ',
    );
  }
  if (flags.quotes !== true)
    print(
      style.dim(
        '\n--quotes shows the words behind each edge, --goal asks about any condition, --json gives all of it.',
      ),
    );

  /** What is within reach, the values of one issue together. */
  function openLabels(): string[] {
    const values = new Map<string, string[]>();
    const others: string[] = [];
    for (const goal of open) {
      const [issue, value] = goal.goal.split(' = ');
      const title = goal.kind === 'issue' ? given.issues.get(issue!)?.title : undefined;
      if (title === undefined || value === undefined) others.push(words.label(goal.goal));
      else values.set(title, [...(values.get(title) ?? []), value.replaceAll('-', ' ')]);
    }
    return [...others, ...[...values].map(([title, list]) => `${title}: ${list.join(', ')}`)];
  }

  function showBlocked(goal: ReportedGoal): void {
    if (goal.refused !== undefined) {
      para(
        `${style.bold(words.label(goal.goal))}: not searched. ${goal.refused.what} would take about ${goal.refused.estimate.toExponential(0)} joint steps; at most ${goal.refused.limit.toExponential(0)} are tried. Ask about a smaller goal with --goal, or settle some of its options.`,
        '  ? ',
      );
      return;
    }
    para(style.bold(words.label(goal.goal)), '  ✕ ');
    for (const set of goal.conflicts.slice(0, 4))
      para(
        set.length === 0
          ? 'it rests on a decision, a date or the past, not on steps: nothing that is waived leads there'
          : set.map(constraint).join(' + '),
        '      blocked by  ',
      );
    if (goal.conflicts.length > 4)
      print(`      … and ${goal.conflicts.length - 4} more minimal conflicting sets (--json)`);
    if (!goal.conflicts.some((set) => set.length === 0)) chance(goal.blocked, '      ');
    exits(goal.exits, goal.moreExits, goal.holdsOnlyIf, '      ');
    if (!goal.complete)
      print(style.dim(`      the search was cut: exits of more than ${goal.exitsUpTo ?? 0} changes may be missing`));
  }

  function constraint(id: string): string {
    if (id.startsWith('declined:')) return `${words.label(id.slice(9))} (declined)`;
    const row = given.preconditions.get(id);
    return row === undefined ? id : `${id} ${cited([id])}`.trim();
  }

  function chance(of: ReportedGoal['blocked'], indent: string): void {
    if (of.chance === null) return;
    const shares = Object.entries(of.shares).toSorted(([, a], [, b]) => b - a);
    const error = of.standardError > 0 ? ` ± ${(100 * of.standardError).toFixed(1)}` : '';
    const carried =
      shares.length === 0
        ? ''
        : `; shares: ${shares.map(([id, share]) => `${id} ${percent(share)} (${sayFirmness(report.demands.find((d) => d.id === id)?.firmness ?? 0)})`).join(', ')}`;
    para(`blocked in ${Math.round(100 * of.chance)}${error} of 100 draws ○${carried}`, indent);
  }

  function exits(list: readonly ReportedExit[], more: number, onlyIf: readonly string[], indent: string): void {
    for (const exit of list.slice(0, 6)) {
      const changes = exit.changes.map(
        (c) => `${c.how} ${c.precondition}${c.relaxation === undefined ? '' : ` by ${c.relaxation}`}`,
      );
      para(`${changes.join(' + ')}   ○ cost ${exit.cost.toFixed(2)}`, `${indent}exit  `);
    }
    const left = Math.max(0, list.length - 6) + more;
    if (left > 0) print(style.dim(`${indent}      and ${left} more`));
    for (const id of onlyIf) para(`holds only if ${id} does ┄`, `${indent}exit  `);
  }

  function sequence(goal: ReportedGoal): string {
    const steps = (goal.sequence ?? []).map((joint) => joint.map(words.label).join(' together with '));
    return steps.length === 0 ? 'it holds already' : steps.map((step, k) => `${k + 1}. ${step}`).join('  ');
  }
}
