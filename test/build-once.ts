import { execFileSync } from 'node:child_process';

/**
 * The whole-product tests start the real command, so its `dist` must exist before any of them. A run of tests inside
 * packages alone (`vitest run packages/core/src/graph`) reads sources and needs none.
 */
export default function buildOnce(): void {
  const files = process.argv.slice(2).filter((word) => word.includes('/') || word.endsWith('.ts'));
  if (files.length > 0 && files.every((file) => file.startsWith('packages/'))) return;
  execFileSync(process.execPath, ['packages/parley/bin/parley.js', '--version'], { stdio: 'inherit' });
  // All tests see this build, whatever is edited meanwhile.
  process.env['PARLEY_BUILD'] = 'off';
}
