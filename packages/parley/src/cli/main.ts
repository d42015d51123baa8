/** The command line: one file a command, loaded when it is called. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addViewFlags, type ViewFlags } from './case-argument.ts';
import type { DealsFlags } from './deals.ts';
import type { ImportFlags } from './import.ts';
import { reportFailure, type ExitCode } from './output.ts';
import type { StabilityFlags } from './stability-asked.ts';

export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`parley brief | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportFailure(error);
  }
}

export function version(): string {
  const { version: number } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return number;
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
    .description('make a case folder from text, Markdown or HTML articles, or add articles to one')
    .argument('<dir>', 'the case folder')
    .argument('[articles...]', 'files to take in')
    .option('--json', 'print data for programs')
    .action(async (dir: string, articles: string[], flags: { json?: boolean }) =>
      run((await import('./new.ts')).makeCase(dir, articles, flags)),
    );

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
    .description('the requires-graph, the quotes, the state graph or the graph model in a standard format')
    .requiredOption(
      '--as <format>',
      'dot, mermaid, graphml, annotations (W3C Web Annotations), gmcr, state-graph-dot or state-graph-graphml',
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .action(async (path: string | undefined, flags: ViewFlags & { as: string; output?: string }) =>
      run((await import('./export.ts')).exportCase(path, flags)),
    );

  parley
    .command('schema')
    .description('JSON Schema of case.yaml, for completion in editors')
    .action(async () => run((await import('./schema.ts')).schema()));

  // Sub-commands made by command() inherit exitOverride only when it is set on them too.
  for (const command of parley.commands) command.exitOverride();
  return parley;
}
