/**
 * What was read of a case's sources, so that one source more does not cost all the others again: one file a case in the
 * user's cache folder, written as V8 serialises Maps and typed arrays. It is taken only where its sources, in their order,
 * are the first of those that are there now, what the case knows is the same, and the same build made it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { build, cacheFolder, prune } from './cache.ts';
import { sha256, writeAtomically } from './files.ts';

interface Kept {
  readonly build: string;
  readonly known: string;
  /** One string a source: all that its reading depends on. */
  readonly sources: readonly string[];
  readonly state: unknown;
}

const HASH = 64;

/** The state, and how many sources it holds. */
export function keptSources(
  folder: string,
  known: string,
  sources: readonly string[],
): { readonly state: unknown; readonly count: number } | undefined {
  const place = cacheFolder();
  if (place === undefined) return undefined;
  try {
    const bytes = readFileSync(join(place, fileOf(folder)));
    const payload = bytes.subarray(HASH);
    if (sha256(payload) !== bytes.subarray(0, HASH).toString('latin1')) return undefined;
    const kept = deserialize(payload) as Kept;
    const isFirst = kept.sources.length <= sources.length && kept.sources.every((one, k) => one === sources[k]);
    if (kept.build !== build() || kept.known !== known || !isFirst) return undefined;
    return { state: kept.state, count: kept.sources.length };
  } catch {
    return undefined;
  }
}

export function keepSources(folder: string, known: string, sources: readonly string[], state: unknown): void {
  const place = cacheFolder();
  if (place === undefined) return;
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const payload = serialize({ build: build(), known, sources, state } satisfies Kept);
    writeAtomically(join(place, fileOf(folder)), Buffer.concat([Buffer.from(sha256(payload), 'latin1'), payload]));
    prune(place);
  } catch {
    // Saving time is all it is for.
  }
}

const fileOf = (folder: string): string => `sources-${sha256(resolve(folder)).slice(0, 16)}.bin`;
