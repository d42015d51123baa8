/**
 * `npm run bench -- session --family R|C|M --seed 1 --sizes 10x10x10 --reserved 0,0 --rounds 100 --first boulware
 * --second conceder [--json]`: one session of alternating offers on a generated domain (bargaining/synthetic.ts), and how
 * many of them a second of CPU time plays.
 *
 * The domain's index is built once, before; making the strategies is counted. Sessions are played for a fifth of a second to
 * warm up, then in batches for two seconds; the median batch counts.
 */
import { domain, type Family } from '../packages/core/dist/bargaining/index.js';
import { indexDomain, outcomeOf, runSession, STRATEGIES, strategyOf } from '../packages/core/dist/talks/index.js';
import { median } from './options.ts';

const WARM_UP = 0.2;
const SECONDS = 2;
const BATCH = 0.1;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export function run(args: readonly string[]): void {
  const option = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
  };
  const strategy = (name: string, otherwise: string) => {
    const id = option(name, otherwise);
    const found = strategyOf(id);
    if (found === undefined)
      throw new Error(`--${name} ${id}: there is no such strategy, only ${STRATEGIES.map((its) => its.id).join(', ')}`);
    return found;
  };
  const family = option('family', 'R');
  if (family !== 'R' && family !== 'C' && family !== 'M') throw new Error(`--family is R, C or M, not ${family}`);
  const reserved = option('reserved', '0,0').split(',').map(Number);
  if (reserved.length !== 2 || reserved.some(Number.isNaN)) throw new Error('--reserved has two numbers: 0,0');
  const sizes = option('sizes', '10x10x10').split('x').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 1))
    throw new Error('--sizes are whole numbers above 1 joined by x: 10x10x10');
  const rounds = Number(option('rounds', '100'));
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number above 0');
  const strategies = [strategy('first', 'boulware'), strategy('second', 'conceder')];
  const problem = domain({
    family: family satisfies Family,
    seed: Number(option('seed', '1')),
    sizes,
    parties: 2,
    reserved,
  });
  const { index, problems } = indexDomain(problem);
  if (index === undefined) throw new Error(`The domain cannot be used: ${JSON.stringify(problems)}`);

  const session = runSession({ index, strategies, rounds });
  let stream = 0;
  const rateFor = (seconds: number): number => {
    const start = cpuSeconds();
    let now = start;
    let played = 0;
    while (now - start < seconds) {
      for (let k = 0; k < 20; k++) runSession({ index, strategies, rounds, stream: stream++ });
      played += 20;
      now = cpuSeconds();
    }
    return played / (now - start);
  };
  rateFor(WARM_UP);
  const rates = Array.from({ length: Math.round(SECONDS / BATCH) }, () => rateFor(BATCH));
  const printed = {
    agreement: session.agreement === undefined ? null : outcomeOf(index, session.agreement),
    step: session.rounds,
    offers: session.offers,
    utilities: session.utilities,
    sessionsPerSecond: Math.round(median(rates)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else
    for (const [key, value] of Object.entries(printed))
      process.stdout.write(`${key.padEnd(18)} ${JSON.stringify(value)}\n`);
}
