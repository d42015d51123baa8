/** `npm run bench -- NAME …`: seeded benchmarks of the built packages; results are written down in RESULTS.md. */
interface Benchmark {
  readonly about: string;
  readonly load: () => Promise<{ run: (args: readonly string[]) => Promise<void> | void }>;
}

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  bargaining: { about: 'frontier and solutions of a generated domain', load: () => import('./bargaining.ts') },
  blocks: { about: 'the precondition engine on a random theory', load: () => import('./blocks.ts') },
  calibration: { about: 'forecasts of random worlds against one run of each', load: () => import('./calibration.ts') },
  forecast: { about: 'runs of the Istanbul case to its horizon', load: () => import('./forecast.ts') },
  graph: { about: 'stability of a synthetic conflict', load: () => import('./graph.ts') },
  reading: { about: 'accounts of made-up news, read one after the other', load: () => import('./reading.ts') },
  session: { about: 'one session of alternating offers, and how many a second', load: () => import('./session.ts') },
  start: { about: 'the commands as a user starts them', load: () => import('./start.ts') },
  tournament: { about: '8 strategies in both seats of 10 domains', load: () => import('./tournament.ts') },
};

const [name, ...args] = process.argv.slice(2);
const benchmark = name !== undefined && Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
if (benchmark === undefined) {
  process.stderr.write(
    `Benchmarks: ${Object.entries(BENCHMARKS)
      .map(([key, b]) => `${key} (${b.about})`)
      .join(', ')}\n`,
  );
  process.exitCode = 2;
} else await (await benchmark.load()).run(args);
