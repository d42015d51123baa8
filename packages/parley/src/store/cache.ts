/**
 * What was computed before and need not be again, in the user's cache folder (`PARLEY_CACHE`, else `XDG_CACHE_HOME`, else
 * `~/.cache`); `PARLEY_CACHE=off` does without. Keys name all that the result depends on, and the build that made it is
 * part of every name, so nothing is ever stale. When it cannot be read or written nothing is said: it only saves time.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { sha256, writeAtomically } from './files.ts';

/** Older entries beyond this many are thrown away. */
const MOST_KEPT = 50;

export function cacheFolder(): string | undefined {
  const wanted = process.env['PARLEY_CACHE'];
  if (wanted === 'off') return undefined;
  return wanted ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley');
}

/** The build that computes: another one may understand the same file otherwise. */
export function build(): string {
  const own = new URL('../../', import.meta.url);
  const stamp = [new URL('dist/.built', own), new URL('package.json', own)].map((file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  });
  return sha256(stamp.join('\n')).slice(0, 12);
}

/** What was kept under the key; an entry that was damaged on disk is none. */
export function kept(key: string): unknown {
  const place = cacheFolder();
  if (place === undefined) return undefined;
  try {
    const { file, sha256: hash } = JSON.parse(readFileSync(join(place, `${key}.${build()}.json`), 'utf8')) as {
      file: string;
      sha256: string;
    };
    return sha256(file) === hash ? (JSON.parse(file) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown): void {
  const place = cacheFolder();
  if (place === undefined) return;
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const file = JSON.stringify(value);
    writeAtomically(join(place, `${key}.${build()}.json`), JSON.stringify({ sha256: sha256(file), file }));
    prune(place);
  } catch {
    // Saving time is all it is for.
  }
}

export function prune(place: string): void {
  try {
    const ages = readdirSync(place).map((name) => ({ name, at: statSync(join(place, name)).mtimeMs }));
    for (const { name } of ages.toSorted((a, b) => b.at - a.at).slice(MOST_KEPT))
      rmSync(join(place, name), { force: true });
  } catch {
    // Saving time is all it is for.
  }
}
