/**
 * A lock that processes on one machine wait at: a file that only one can make, with the number of its process and the name
 * of its machine in it. One whose process has ended is cleared away; of another machine nothing is known, so its lock
 * stands until somebody deletes it.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Somebody else has it: `process machine`, or nothing if that is not known. */
export interface Held {
  readonly lock: string;
  readonly holder: string;
}

/** Makes the lock file, or waits until whoever made it is done or dead. Returns how to let go. */
export function acquire(lock: string, patience: number): (() => void) | Held {
  const own = `${process.pid} ${hostname()}`;
  const until = Date.now() + patience;
  for (;;) {
    if (make(lock, own)) return () => rmSync(lock, { force: true });
    const holder = holderOf(lock);
    if (holder !== undefined && isGone(lock, holder)) {
      // Only one may clear it away, and only what it has looked at: otherwise a second would clear away the first's new lock.
      const clearing = `${lock}.clearing`;
      if (make(clearing, own)) {
        try {
          const now = holderOf(lock);
          if (now !== undefined && isGone(lock, now)) rmSync(lock, { force: true });
        } finally {
          rmSync(clearing, { force: true });
        }
        continue;
      }
    }
    if (Date.now() > until) return { lock, holder: holder ?? '' };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + (process.pid % 7));
  }
}

function make(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when it was let go meanwhile. */
function holderOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether the process that made the lock has ended without letting go. Of another machine nothing is known. */
function isGone(lock: string, holder: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  // It was made but never written to; writing takes no time.
  if (holder === '') return Date.now() - made > 5_000;
  const [pid, host] = holder.split(' ');
  if (host !== hostname()) return false;
  // An earlier process may have had our number.
  if (Number(pid) === process.pid) return made < Date.now() - process.uptime() * 1000 - 1000;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
