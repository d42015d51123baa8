/**
 * Case files read before, so that opening one again need not parse its YAML: what the file says, as JSON, under the
 * sha256 of its bytes. Names, dates, conditions, sources and quotes are checked at every opening all the same.
 */
import type { CaseFile } from '@parley/core/case';
import { keep, kept } from './cache.ts';

export const keptReading = (key: string): CaseFile | undefined => kept(key) as CaseFile | undefined;
export const keepReading = (key: string, reading: CaseFile): void => keep(key, reading);
