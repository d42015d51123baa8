/** The command line: one file a command, loaded when it is called. */
import { Command, CommanderError } from 'commander';
import { addViewFlags, type ViewFlags } from './case-argument.ts';
import type { AddFlags } from './ledger.ts';
import type { DealsFlags } from './deals.ts';
import type { DomainExportFlags } from './export-domain.ts';
import type { ImportFlags } from './import.ts';
import type { ForecastFlags } from './forecast-told.ts';
import { reportFailure, type ExitCode } from './output.ts';
import type { ChoiceFlags } from './proposals.ts';
import type { ReadFlags } from './read.ts';
import { addRunnerFlags } from './runner-options.ts';
import type { SearchFlags } from './search.ts';
import type { TalksFlags } from './talks.ts';
import type { TournamentFlags } from './tournament.ts';
import type { StabilityFlags } from './stability-asked.ts';
import { version } from './version.ts';

export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`parley brief | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportFailure(error);
  }
}

function program(): Command {
  const parley = new Command('parley')
    .description('Turns the reporting on a negotiation into answers that can be checked.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(parley --help lists the commands)')
    .configureHelp({ sortSubcommands: false });
  const run = (code: Promise<ExitCode> | ExitCode): Promise<void> =>
    Promise.resolve(code).then((c) => {
      process.exitCode = c;
    });

  const again = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];

  addViewFlags(parley.command('brief'))
    .description('the brief: what blocks what, who can sign what, issues, chronology, holes, sources')
    .option('--full', 'everything, not the two pages: all positions, the whole chronology')
    .option('--html <file>', 'write one self-contained HTML file (- for standard output)')
    .option('--md <file>', 'write Markdown (- for standard output)')
    .action(async (path: string | undefined, flags: ViewFlags & { html?: string; md?: string }) =>
      run((await import('./brief.ts')).brief(path, flags)),
    );

  addViewFlags(parley.command('blocks'))
    .description('what blocks what: cycles, exclusions, exits, sequences to a goal, small deals')
    .option('--goal <condition>', 'ask about this condition instead of the default goals (may be given again)', again)
    .option('--quotes', 'show the words behind every edge')
    .action(async (path: string | undefined, flags: ViewFlags & { goal?: string[]; quotes?: boolean }) =>
      run((await import('./blocks.ts')).blocks(path, flags)),
    );

  addViewFlags(parley.command('stability'))
    .description('what is stable: equilibria of the graph model, why they hold, how they come about')
    .option('--concept <name>', 'nash, gmr, smr, seq, sseq or sim (may be given again)', again)
    .option('--all', 'all states, not the equilibria alone')
    .option('--from <state>', 'shortest ways from a state to each equilibrium, by moves and by improvements')
    .option('--coalition <parties>', 'what a coalition (a,b) can do together (may be given again)', again)
    .option('--explain <state>', 'prove for each party why the state is stable or not')
    .option('--inverse <state>', 'what each party would have to prefer for the state to be stable')
    .option('--seek <states>', 'the least change of one party that makes several states (a,b) stable at once')
    .option('--mixed <concepts>', 'a concept for every party: a=nash,b=seq')
    .option('--robust [draws]', 'how often each state is an equilibrium under the ranges of the case')
    .option('--party <party>', 'explain and inverse for this party alone')
    .option('--with-preconditions', 'preconditions restrict moves')
    .option('--csv <file>', 'write one line a state (- for standard output)')
    .action(
      async (
        path: string | undefined,
        { withPreconditions, ...flags }: StabilityFlags & { withPreconditions?: boolean },
      ) =>
        run(
          (await import('./stability.ts')).stabilityOf(path, {
            ...flags,
            ...(withPreconditions === undefined ? {} : { preconditions: withPreconditions }),
          }),
        ),
    );

  addViewFlags(parley.command('deals'))
    .description('which deals exist: what each meeting could sign, who gains, what would have to move')
    .option('--meeting <meeting>', 'this meeting alone')
    .option('--rank <rank>', 'a meeting of this rank between the same parties, which nobody has called')
    .option('--assume <issues...>', 'put issues on the table on which a side’s position is not reported')
    .option('--issue <issue>', 'of the issues taken alone only this one')
    .option('--svg <file>', 'draw the outcome space of two parties (- for standard output)')
    .option('--genius <files...>', 'a GENIUS domain and its profiles (XML) instead of a case')
    .action(async (path: string | undefined, flags: DealsFlags) =>
      run((await import('./deals.ts')).dealsOf(path, flags)),
    );

  addViewFlags(parley.command('talks'))
    .description('plays talks out: a session at a meeting of the case, or over a domain of another program')
    .option('--meeting <meeting>', 'this meeting of the case (default: the first with something on the table)')
    .option('--rank <rank>', 'a meeting of this rank between the same parties, which nobody has called')
    .option('--assume <issues...>', 'put issues on the table on which a side’s position is not reported')
    .option('--genius <files...>', 'a GENIUS domain and its profiles (XML) instead of a case')
    .option('--domain <folder>', 'a folder with a domain in any format that `import` reads, instead of a case')
    .option('--generate <family:sizes:seed>', 'a generated domain instead of a case, such as R:10x10x10:1')
    .option('--parties <n>', 'parties of a generated domain, or the first n profiles of another')
    .option('--reserved <numbers>', 'reserved values of a generated domain, joined by commas')
    .option('--protocol <protocol>', 'saop, simultaneous, majority, monotonic or single-text', 'saop')
    .option('--first <strategy>', 'strategy of the first party (default: boulware)')
    .option('--second <strategy>', 'strategy of the second party (default: conceder)')
    .option('--strategies <list>', 'a strategy for each party, joined by commas')
    .option('--rounds <n>', 'deadline in rounds (default: 100)')
    .option('--seconds <n>', 'deadline by the clock; then no two sessions need be alike')
    .option('--seed <n>', 'same seed, same acts', '1')
    .option('--trace', 'all offers')
    .option('--svg <file>', 'draw the offers of two parties in the outcome space (- for standard output)')
    .action(async (path: string | undefined, flags: TalksFlags) =>
      run((await import('./talks.ts')).talksOf(path, flags)),
    );

  // The options of `ledger` are taken wherever they stand, so its own commands ask it for them too.
  const ledger = addViewFlags(parley.command('ledger'))
    .description(
      'what was forecast, by whom and when; add a forecast of yours, or check that no line was tampered with',
    )
    .action(async (path: string | undefined, flags: ViewFlags) =>
      run((await import('./ledger.ts')).listLedger(path, flags)),
    );
  ledger
    .command('add')
    .description('add your forecast of a scenario')
    .argument('<scenario>', 'its id, such as s01')
    .argument('<probability>', 'from 0 to 1, or 5%')
    .argument('[case]', 'case folder (default: the bundled Istanbul case)')
    .requiredOption('--by <name>', 'who forecasts')
    .option('--as-of <date>', 'the forecast knows what could be known at the end of that day (default: of the case)')
    .option('--json', 'print data for programs')
    .action(async (scenario: string, probability: string, path: string | undefined, _own: object, command: Command) =>
      run(
        (await import('./ledger.ts')).addForecast(
          scenario,
          probability,
          path,
          command.optsWithGlobals<AddFlags>(),
          new Date(),
        ),
      ),
    );
  ledger
    .command('check')
    .description('whether every line follows the one before it')
    .argument('[case]', 'case folder (default: the bundled Istanbul case)')
    .option('--json', 'print data for programs')
    .action(async (path: string | undefined, _own: object, command: Command) =>
      run(
        (await import('./ledger.ts')).checkLedger(
          path,
          command.optsWithGlobals<{ json?: boolean; redact?: boolean }>(),
        ),
      ),
    );

  parley
    .command('score')
    .description('how good the forecasts of the ledger were: Brier, log, calibration, skill')
    .argument('[cases...]', 'case folders (default: the bundled Istanbul case)')
    .option('--by <name>', 'forecasts of this forecaster alone (may be given again)', again)
    .option('--as-of <date>', 'what could be scored at the end of that day')
    .option('--no-inferred', 'leave out rows that the analyst inferred')
    .option('--redact', 'leave out what is confidential and what rests on it alone')
    .option('--json', 'print data for programs')
    .action(async (paths: string[], flags: ViewFlags & { by?: string[] }) =>
      run((await import('./score.ts')).score(paths, flags)),
    );

  addViewFlags(parley.command('debrief'))
    .description('one page for a class: what was known on the day, what was forecast, what happened')
    .option('--hide-outcome', 'without what happened')
    .option('--html <file>', 'write one self-contained HTML file (- for standard output)')
    .option('--md <file>', 'write Markdown (- for standard output)')
    .action(
      async (path: string | undefined, flags: ViewFlags & { hideOutcome?: boolean; html?: string; md?: string }) =>
        run((await import('./debrief.ts')).debrief(path, flags)),
    );

  parley
    .command('tournament')
    .description('every strategy in every seat of every domain, with scores and intervals')
    .option('--domains <folder>', 'a folder of domain folders, in any format that `import` reads')
    .option('--generate <list>', 'generated domains, family:sizes:seed joined by commas: R:10x10x10:1,C:5x8:2')
    .option(
      '--strategies <list>',
      'joined by commas; with another acceptance condition: boulware+ac-next',
      'boulware,linear,conceder,micro,hybrid,naive-tit-for-tat,nice-tit-for-tat,random-walker',
    )
    .option('--parties <n>', 'parties of generated domains, or the first n profiles of others')
    .option('--reserved <numbers>', 'reserved values of generated domains, joined by commas')
    .option('--protocol <protocol>', 'saop, simultaneous or majority', 'saop')
    .option('--rounds <n>', 'deadline in rounds', '100')
    .option('--repeat <n>', 'sessions of the same strategies, of use where they draw lots', '1')
    .option('--no-self-play', 'no strategy against itself')
    .option('--seed <n>', 'same seed, same result', '1')
    .option('--resume <file>', 'keep the state in a file, and go on from it')
    .option('--csv <file>', 'write one line a session (- for standard output)')
    .option('--json', 'print data for programs')
    .action(async (flags: TournamentFlags) => run((await import('./tournament.ts')).tournamentOf(flags)));

  addRunnerFlags(addViewFlags(parley.command('forecast')))
    .description('what may happen next: chances of the scenarios, what moves them, what if')
    .option('--draws <n>', 'runs of the simulation', '10000')
    .option('--seed <n>', 'same seed, same numbers', '1')
    .option(
      '--if <name>',
      'as if this option, happening, meeting or `issue = value` came about (may be given again)',
      again,
    )
    .option('--if-not <name>', 'as if it did not (may be given again)', again)
    .option('--waive <row>', 'as if this demand were waived (may be given again)', again)
    .option('--together <rows>', 'as if these demands (p02,p05) could be met at once (may be given again)', again)
    .option('--relax <relaxation>', 'as if this alternative were accepted (may be given again)', again)
    .option('--from-day <date>', 'the day on which the changes begin, or the first day of --replay')
    .option('--levers <scenario>', 'which single option, demand or relaxation moves the scenario most')
    .option('--matters <scenario>', 'on which uncertain inputs the scenario hangs')
    .option('--replay', 'the case day by day, from its first account on')
    .option('--publish', 'append it to the ledger of the case, to be scored')
    .option('--package <dir>', 'write a replication package: case, hashes, seed, version, draws, figure, command')
    .option('--csv <file>', 'write the curves by day (- for standard output)')
    .option('--svg <file>', 'draw them')
    .option('--vega <file>', 'write them as a Vega-Lite plot')
    .action(async (path: string | undefined, flags: ForecastFlags) =>
      run((await import('./forecast.ts')).forecast(path, flags)),
    );

  parley
    .command('worker')
    .description('compute chunks of forecasts for others, until stopped')
    .requiredOption('--queue <url>', 'the Redis or Valkey that hands them out: redis://localhost:6379')
    .action(async (flags: { queue: string }) => run((await import('./worker.ts')).work(flags)));

  addViewFlags(parley.command('check'))
    .description('problems of the case file, and how much of it rests on quotes')
    .option('--anchor', 'store where every quote stands now (anchors.json)')
    .option('--reanchor', 'after an edit of a source, bring changed quotes in case.yaml up to date')
    .action(async (path: string | undefined, flags: ViewFlags & { anchor?: boolean; reanchor?: boolean }) =>
      run((await import('./check.ts')).check(path, flags)),
    );

  addViewFlags(parley.command('changes'))
    .description('what changed since a day, or against a git revision')
    .option('--since <date>', 'compare with what could be known at the end of that day')
    .option('--against <revision>', 'compare with the case at a git revision')
    .action(async (path: string | undefined, flags: ViewFlags & { since?: string; against?: string }) =>
      run((await import('./changes.ts')).changes(path, flags)),
    );

  parley
    .command('new')
    .description('make a case folder from text, Markdown, HTML or PDF articles, or add articles to one')
    .argument('<dir>', 'the case folder')
    .argument('[articles...]', 'files to take in')
    .option('--json', 'print data for programs')
    .action(async (dir: string, articles: string[], flags: { json?: boolean }) =>
      run((await import('./new.ts')).makeCase(dir, articles, flags)),
    );

  parley
    .command('read')
    .description('reads articles: who said what, when, on which conditions, and where accounts differ')
    .argument(
      '[paths...]',
      'articles; or a case folder, whose proposals are kept beside it (default: the bundled case)',
    )
    .option('--written <date>', 'when the articles were written; FILE=DATE for one (may be given again)', again)
    .option('--json', 'print data for programs')
    .action(async (paths: string[], flags: ReadFlags) => run((await import('./read.ts')).read(paths, flags)));

  const chooses = (command: Command): Command =>
    command
      .option('--rule <rule>', 'all that this rule proposed')
      .option('--source <source>', 'all from this source')
      .option('--kind <kind>', 'quotation, indirect, name, event, precondition, position or chance')
      .option('--json', 'print data for programs');
  chooses(parley.command('proposals'))
    .description('what `read` proposed and nobody has decided on')
    .argument('[case]', 'case folder (default: the bundled Istanbul case)')
    .option('--all', 'every one, also where there are many')
    .action(async (path: string | undefined, flags: ChoiceFlags & { all?: boolean }) =>
      run((await import('./proposals.ts')).listProposals(path, flags)),
    );
  chooses(parley.command('accept'))
    .description('put proposals into the case, each with its rule and quote')
    .argument('[ids...]', 'ids of proposals; last the case folder (default: the bundled Istanbul case)')
    .option('--party <party>', 'the party that a person belongs to')
    .option('--issue <issue>', 'the issue that a position is about')
    .action(async (ids: string[], flags: ChoiceFlags & { party?: string; issue?: string }) =>
      run((await import('./proposals.ts')).acceptProposals(ids, flags)),
    );
  chooses(parley.command('reject'))
    .description('put proposals aside; reading again does not bring them back')
    .argument('[ids...]', 'ids of proposals; last the case folder (default: the bundled Istanbul case)')
    .action(async (ids: string[], flags: ChoiceFlags) =>
      run((await import('./proposals.ts')).rejectProposals(ids, flags)),
    );
  parley
    .command('undo')
    .description('take the last accept or reject back, to the byte')
    .argument('[case]', 'case folder (default: the bundled Istanbul case)')
    .option('--json', 'print data for programs')
    .action(async (path: string | undefined, flags: { json?: boolean }) =>
      run((await import('./proposals.ts')).undoDecision(path, flags)),
    );

  parley
    .command('search')
    .description('words in sources and rows; accents, endings and small slips do not matter')
    .argument('<words...>', 'words; last the case folder (default: the bundled Istanbul case)')
    .option('--most <n>', 'show so many', '15')
    .option('--redact', 'leave out what is confidential and what rests on it alone')
    .option('--json', 'print data for programs')
    .action(async (words: string[], flags: SearchFlags) => run((await import('./search.ts')).search(words, flags)));

  parley
    .command('import')
    .description('make a case folder from a model of another program, or list a folder of negotiation domains')
    .argument(
      '[paths...]',
      'a .gmcr file (graph model), a folder with a negotiation domain, or a domain and its profiles (GENIUS, GeniusWeb, NegMAS, NegoLog, LLM-Deliberation); last the case folder to make',
    )
    .option('--catalogue <folder>', 'list all domains below a folder: size, efficient deals, Nash, opposition')
    .option('--json', 'print data for programs')
    .action(async (paths: string[], flags: ImportFlags) =>
      run((await import('./import.ts')).importModel(paths, flags)),
    );

  addViewFlags(parley.command('export'))
    .description('the requires-graph, the quotes, the graph model, or the deals of a meeting in a standard format')
    .requiredOption(
      '--as <format>',
      'dot, mermaid, graphml, annotations (W3C Web Annotations), gmcr, state-graph-dot, state-graph-graphml; or, in a folder, genius, geniusweb or negmas',
    )
    .option('-o, --output <file>', 'write to a file instead of standard output; for a domain, to a folder')
    .option('--meeting <meeting>', 'for a domain: this meeting (default: the first with something on the table)')
    .option('--rank <rank>', 'for a domain: a meeting of this rank, which nobody has called')
    .option('--assume <issues...>', 'for a domain: put issues on the table that a side is silent on')
    .action(async (path: string | undefined, flags: DomainExportFlags & { as: string }) =>
      run((await import('./export.ts')).exportCase(path, flags)),
    );

  parley
    .command('schema')
    .description('JSON Schema of case.yaml, for completion in editors')
    .action(async () => run((await import('./schema.ts')).schema()));

  // Sub-commands made by command() inherit exitOverride only when it is set on them too.
  for (const command of parley.commands) for (const own of [command, ...command.commands]) own.exitOverride();
  return parley;
}
