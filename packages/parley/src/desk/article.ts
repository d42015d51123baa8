/** A file that somebody names, as text; or why it gives none. A bad one is told, and does not stop those beside it. */
import { readFileSync, statSync } from 'node:fs';
import { sayError } from '../store/files.ts';
import { extract } from './extract/extract.ts';
import type { Extracted } from './extract/extracted.ts';
import { refuse } from './extract/refusal.ts';
import { MAX_SOURCE_BYTES } from './open-case.ts';

export interface Article {
  readonly path: string;
  readonly bytes: Buffer;
  readonly extracted: Extracted;
}

export interface Unread {
  readonly path: string;
  /** Permanent, for programs; `message` is for people. */
  readonly code: string;
  readonly message: string;
}

export const isUnread = (given: Article | Unread): given is Unread => 'message' in given;

export async function loadArticle(path: string): Promise<Article | Unread> {
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { path, code: 'not-a-file', message: 'This is not a file.' };
    // Before reading it.
    if (stat.size > MAX_SOURCE_BYTES)
      return unread(path, refuse({ code: 'too-large', size: stat.size, limit: MAX_SOURCE_BYTES, of: 'bytes' }));
    bytes = readFileSync(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isMissing
      ? { path, code: 'missing', message: 'There is no such file.' }
      : { path, code: 'unreadable', message: `This file cannot be read: ${sayError(error)}` };
  }
  const extracted = await extract({ name: path, bytes });
  return extracted.kind === 'refused' ? unread(path, extracted) : { path, bytes, extracted };
}

const unread = (path: string, { code, message }: { code: string; message: string }): Unread => ({
  path,
  code,
  message,
});
