import { resolve } from 'node:path';
import type { Score, Skill } from '@parley/core/forecast';
import { caseFolder } from '../desk/open-case.ts';
import { dayAsked, openToScore, scenarioScores, scoreCases, type CaseToScore, type Scored } from '../desk/score.ts';
import { UsageError } from '../desk/usage.ts';
import { bundledCase, tellProblems, viewFrom, type ViewFlags } from './case-argument.ts';
import { printDiagnostics, printJson, type ExitCode } from './output.ts';
import { showScore } from './score-text.ts';

export async function score(paths: readonly string[], flags: ViewFlags & { by?: string[] }): Promise<ExitCode> {
  const cases: CaseToScore[] = [];
  const day = dayAsked(flags.asOf);
  let failed = false;
  for (const path of paths.length === 0 ? [undefined] : withoutRepeats(paths)) {
    const { open, problems, warnings } = await openToScore(
      caseFolder(path ?? bundledCase()),
      path ?? bundledCase(),
      viewFrom(flags),
    );
    if (open === undefined) tellProblems(problems, path, flags);
    else cases.push(open);
    failed ||= open === undefined;
    if (flags.redact !== true && flags.json !== true) printDiagnostics(warnings, path ?? '');
    // One JSON document is all a program can read.
    if (failed && flags.json === true) return 1;
  }
  if (failed) return 1;
  const known = new Set(cases.flatMap((c) => c.ledger.lines.map((line) => line.by)));
  for (const name of flags.by ?? [])
    if (!known.has(name))
      throw new UsageError(
        `Nobody called “${name.slice(0, 80)}” is in the ledger.`,
        known.size === 0 ? 'It is empty.' : `There are: ${[...known].join(', ')}.`,
      );
  const scored = scoreCases(cases, {
    ...(day === undefined ? {} : { day }),
    ...(flags.by === undefined ? {} : { by: flags.by }),
  });
  if (flags.json === true) printJson(scoreJson(cases, scored));
  else showScore(cases, scored, day);
  return 0;
}

/** A case that is named twice counts once. */
const withoutRepeats = (paths: readonly string[]): string[] => [
  ...new Map(paths.map((path) => [resolve(path).replace(/\/case\.yaml$/, ''), path])).values(),
];

/** The public form; field names are a promise. What is not defined is null, and what is infinite the text “Infinity”. */
function scoreJson(cases: readonly CaseToScore[], scored: Scored): object {
  return {
    ...numbers(scored.all),
    forecasters: Object.fromEntries([...scored.forecasters].map(([by, own]) => [by, numbers(own)])),
    cases: cases.map((c) => ({
      case: c.name,
      title: c.case.title,
      ...(scored.cases.has(c.name) ? numbers(scored.cases.get(c.name)!) : { resolved: 0 }),
    })),
    scenarios: scenarioScores(cases, scored).map((s) => ({
      case: s.case,
      scenario: s.scenario,
      title: s.title,
      outcome: s.outcome ?? null,
      known: s.known ?? null,
      resolved: s.score.resolved,
      brier: number(s.score.brier),
      log: number(s.score.log),
      forecasters: Object.fromEntries(
        s.forecasters.map((f) => [
          f.by,
          {
            first: f.first,
            last: f.last,
            resolved: f.score.resolved,
            brier: number(f.score.brier),
            log: number(f.score.log),
          },
        ]),
      ),
    })),
  };
}

function numbers({ resolved, scenarios, brier, log, murphy, skill, calibration, hindsight, unscored }: Score): object {
  const compared = (of: (s: Score['skill']) => Skill): number => of(skill).count;
  return {
    resolved,
    brier: number(brier),
    log: number(log),
    murphy: murphy ?? null,
    skill: {
      fiftyFifty: number(skill.fiftyFifty.skill),
      noChange: number(skill.noChange.skill),
      accounts: number(skill.accounts.skill),
    },
    compared: {
      fiftyFifty: compared((s) => s.fiftyFifty),
      noChange: compared((s) => s.noChange),
      accounts: compared((s) => s.accounts),
    },
    resolvedScenarios: scenarios,
    hindsight,
    unscored,
    calibration: calibration.filter((bin) => bin.count > 0),
  };
}

const number = (x: number | undefined): number | 'Infinity' | null =>
  x === undefined ? null : x === Infinity ? 'Infinity' : x;
