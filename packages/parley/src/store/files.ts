/**
 * Files on disk, safely: nothing outside the case folder is read, sizes are checked before reading, writes are atomic.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Why a file could not be had. */
export type FileTrouble =
  | { readonly kind: 'outside' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The files of one case, wherever they are kept: a folder, or a revision of one. */
export interface CaseFiles {
  /** What people call the place: a path, or `path at REV`. */
  readonly name: string;
  readonly read: (file: string, limit: number) => Buffer | FileTrouble;
}

export const isTrouble = (read: Buffer | FileTrouble): read is FileTrouble => !Buffer.isBuffer(read);

/** A case folder on disk. */
export function folderFiles(folder: string): CaseFiles {
  const root = realpathSync(folder);
  return {
    name: folder,
    read: (file, limit) => {
      if (isAbsolute(file) || file.includes('\0')) return { kind: 'outside' };
      const wanted = resolve(root, file);
      if (!isInside(root, wanted)) return { kind: 'outside' };
      try {
        // A link may point anywhere, so what counts is where it leads.
        const real = realpathSync(wanted);
        if (!isInside(root, real)) return { kind: 'outside' };
        const stat = statSync(real);
        if (!stat.isFile()) return { kind: 'unreadable', reason: 'it is not a file.' };
        if (stat.size > limit) return { kind: 'too-large', bytes: stat.size };
        return readFileSync(real);
      } catch (error) {
        return troubleOf(error);
      }
    },
  };
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function troubleOf(error: unknown): FileTrouble {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return { kind: 'unreadable', reason: sayError(error) };
}

/** A system error in words, without a stack. */
export function sayError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission is denied.',
    EPERM: 'it is not permitted.',
    EISDIR: 'it is a folder, not a file.',
    ELOOP: 'its links run in a circle.',
    ENOENT: 'there is no such folder, and it cannot be made.',
    ENOSPC: 'the disk is full.',
    ENOTDIR: 'a part of its path is a file, not a folder.',
    EROFS: 'the file system is read-only.',
    ENAMETOOLONG: 'its name is too long.',
  };
  return words[code ?? ''] ?? message ?? String(error);
}

/**
 * Writes a file so that a crash leaves the old one or the new one, never half of it. What was there keeps its
 * permissions; a link is replaced, not followed; a device or pipe (`/dev/stdout`) is written to as it is.
 */
export function writeAtomically(path: string, content: string | Buffer): void {
  const before = statSync(path, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile() && !before.isDirectory()) return writeFileSync(path, content);
  makeFolder(dirname(path));
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`);
  try {
    const file = openSync(draft, 'w', before === undefined ? 0o666 : before.mode & 0o777);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    try {
      rmSync(draft, { force: true });
    } catch {
      // What went wrong first is what is told.
    }
    throw error;
  }
}

/** Node's own recursive mkdir never comes back where folders cannot be made, such as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
