/**
 * What was read of a case's sources, so that one source more does not cost all the others again: a pair of files a case in
 * the user's cache folder, written as V8 serialises Maps and typed arrays. It is taken only where its sources, in their order,
 * are the first of those that are there now, what the case knows is the same, and the same build made it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { build, cacheFolder, prune } from './cache.ts';
import { sha256, writeAtomically } from './files.ts';

interface About {
  readonly build: string;
  readonly known: string;
  /** One string a source: all that its reading depends on. */
  readonly sources: readonly string[];
  /** Of the state's bytes. */
  readonly sha256: string;
}

/** The state, and how many sources it holds. */
export function keptSources(
  folder: string,
  known: string,
  sources: readonly string[],
): { readonly state: unknown; readonly count: number } | undefined {
  const place = cacheFolder();
  if (place === undefined) return undefined;
  try {
    const file = join(place, nameOf(folder));
    const about = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as About;
    const isFirst = about.sources.length <= sources.length && about.sources.every((one, k) => one === sources[k]);
    if (about.build !== build() || about.known !== known || !isFirst) return undefined;
    const bytes = readFileSync(`${file}.bin`);
    return sha256(bytes) === about.sha256 ? { state: deserialize(bytes), count: about.sources.length } : undefined;
  } catch {
    return undefined;
  }
}

export function keepSources(folder: string, known: string, sources: readonly string[], state: unknown): void {
  const place = cacheFolder();
  if (place === undefined) return;
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const file = join(place, nameOf(folder));
    const bytes = serialize(state);
    const about: About = { build: build(), known, sources, sha256: sha256(bytes) };
    writeAtomically(`${file}.bin`, bytes);
    writeAtomically(`${file}.json`, JSON.stringify(about));
    prune(place);
  } catch {
    // Saving time is all it is for.
  }
}

const nameOf = (folder: string): string => `sources-${sha256(resolve(folder)).slice(0, 16)}`;
