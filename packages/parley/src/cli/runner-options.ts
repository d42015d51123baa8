/** The switches that say who computes; apart, so that `--help` loads nothing else. */
import type { Command } from 'commander';

export interface RunnerFlags {
  workers?: string;
  queue?: string;
}

export const addRunnerFlags = (command: Command): Command =>
  command
    .option('--workers <n>', 'threads of this machine (default: all, for long work)')
    .option('--queue <url>', 'compute on the workers at this Redis or Valkey (parley worker)');
