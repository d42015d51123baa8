/**
 * Case files read before, so that opening one again need not parse its YAML: what the file says, as JSON, under the
 * sha256 of its bytes and the build that read it. A file that changed has another hash, so nothing is ever stale. Names,
 * dates, conditions, sources and quotes are checked at every opening all the same.
 *
 * It lies in the user's cache folder (`PARLEY_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`); `PARLEY_CACHE=off` does
 * without. When it cannot be read or written nothing is said: it only saves time.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CaseFile } from '@parley/core/case';
import { sha256, writeAtomically } from './files.ts';

/** Older readings beyond this many are thrown away. */
const MOST_KEPT = 50;

function folder(): string | undefined {
  const wanted = process.env['PARLEY_CACHE'];
  if (wanted === 'off') return undefined;
  return wanted ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley');
}

/** The build that reads: another one may understand the same file otherwise. */
function build(): string {
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

export function keptReading(key: string): CaseFile | undefined {
  const kept = folder();
  if (kept === undefined) return undefined;
  try {
    const { file, sha256: hash } = JSON.parse(readFileSync(join(kept, `${key}.${build()}.json`), 'utf8')) as {
      file: string;
      sha256: string;
    };
    // A reading that was damaged on disk is none.
    return sha256(file) === hash ? (JSON.parse(file) as CaseFile) : undefined;
  } catch {
    return undefined;
  }
}

export function keepReading(key: string, reading: CaseFile): void {
  const kept = folder();
  if (kept === undefined) return;
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    const file = JSON.stringify(reading);
    writeAtomically(join(kept, `${key}.${build()}.json`), JSON.stringify({ sha256: sha256(file), file }));
    const ages = readdirSync(kept).map((name) => ({ name, at: statSync(join(kept, name)).mtimeMs }));
    for (const { name } of ages.toSorted((a, b) => b.at - a.at).slice(MOST_KEPT))
      rmSync(join(kept, name), { force: true });
  } catch {
    // Saving time is all it is for.
  }
}
