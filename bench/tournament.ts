/**
 * `npm run bench -- tournament [--json]`: 8 strategies × 10 generated domains (bargaining/synthetic.ts) of 1,000 outcomes,
 * self-play included, both parties opening, 100 rounds: 1,280 sessions.
 *
 * `cpuSeconds` is everything from the problems as data to the scores, in a process that has played nothing before, so
 * compiling is in it; `againSeconds` is the same a second time.
 */
import { domain } from '../packages/core/dist/bargaining/index.js';
import { playOn, prepareTournament, scoresOf, startOf, strategyOf } from '../packages/core/dist/talks/index.js';

const IDS = [
  'boulware',
  'linear',
  'conceder',
  'boulware-tb',
  'hybrid',
  'micro',
  'naive-tit-for-tat',
  'nice-tit-for-tat',
];
const SIZES = [
  [10, 10, 10],
  [5, 8, 25],
  [4, 4, 4, 4, 4],
  [30, 33],
] as const;
const FAMILIES = ['R', 'C', 'M'] as const;

export function run(args: readonly string[]): void {
  const domains = Array.from({ length: 10 }, (_, k) => {
    const reserved = [0.2 + 0.02 * k, 0.3 - 0.02 * k];
    const spec = { family: FAMILIES[k % 3]!, seed: 100 + k, sizes: SIZES[k % 4]!, parties: 2, reserved };
    return { name: `${spec.family}${spec.sizes.join('x')} seed ${spec.seed}`, problem: domain(spec) };
  });
  const once = () => {
    const before = process.cpuUsage();
    const { tournament } = prepareTournament({ strategies: IDS.map((id) => strategyOf(id)!), domains, rounds: 100 });
    const state = playOn(tournament!, startOf(tournament!));
    const scores = scoresOf(tournament!, state);
    const { user, system } = process.cpuUsage(before);
    return { sessions: state.results.length, scores, seconds: (user + system) / 1e6 };
  };
  const { sessions, scores, seconds } = once();
  const again = once().seconds;
  const printed = {
    sessions,
    cpuSeconds: Number(seconds.toFixed(3)),
    againSeconds: Number(again.toFixed(3)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    scores: scores.map(({ strategy, advantage, agreements }) => ({
      strategy,
      advantage: advantage.mean,
      interval: advantage.interval,
      agreements: agreements.mean,
    })),
  };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else {
    const { scores: table, ...numbers } = printed;
    for (const [key, value] of Object.entries(numbers))
      process.stdout.write(`${key.padEnd(14)} ${JSON.stringify(value)}\n`);
    for (const { strategy, advantage, interval, agreements } of table)
      process.stdout.write(
        `${strategy.padEnd(20)} advantage ${advantage.toFixed(3)} (${(interval ?? []).map((x) => x.toFixed(3)).join(' to ')}), agreements ${(100 * agreements).toFixed(0)} %\n`,
      );
  }
}
