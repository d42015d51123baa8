#!/usr/bin/env node
// Starts the parley command. In a checkout it builds `dist` first when a source is newer than the last good build; a
// published package has no `src` and skips that, and so does PARLEY_BUILD=off.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packageFolder = join(here, '..');
const sources = [join(packageFolder, 'src'), join(packageFolder, '..', 'core', 'src')];
const stamp = join(packageFolder, 'dist', '.built');

if (process.env.PARLEY_BUILD !== 'off' && existsSync(sources[0]) && existsSync(sources[1]) && isStale()) build();

const { main } = await import('../dist/cli/main.js');
await main(process.argv);

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (entry.name.endsWith('.ts') && !/\.(test|twin)\.ts$/.test(entry.name))
      latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((folder) => newest(folder) > built);
}

/** One build at a time: a second first run waits for the folder that serves as a lock, at most two minutes. */
function build() {
  const lock = join(packageFolder, '.building');
  const deadline = Date.now() + 120_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() > deadline) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      if (!existsSync(lock) && !isStale()) return;
    }
  }
  try {
    if (!isStale()) return;
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
    if (process.stderr.isTTY) process.stderr.write('Building parley (first run, or sources changed) …\n');
    const result = spawnSync(process.execPath, [tsc, '-b', packageFolder], { encoding: 'utf8' });
    if (result.status !== 0) {
      process.stderr.write(`The sources do not compile:\n${result.stdout}${result.stderr}`);
      process.exit(2);
    }
    writeFileSync(stamp, `${new Date().toISOString()}\n`);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
