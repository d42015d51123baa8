import { execFileSync } from 'node:child_process';

/** The whole-product tests start the real command, so its `dist` must exist before any of them. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['packages/parley/bin/parley.js', '--version'], { stdio: 'inherit' });
}
