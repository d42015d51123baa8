/** A case as it stood at a git revision, read through git itself; nothing is checked out. */
import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import type { CaseFiles } from './files.ts';

/** The files of a case folder at `revision`; a sentence saying why not. */
export function revisionFiles(folder: string, revision: string): CaseFiles | string {
  const real = realpathSync(folder);
  // A case may be named by its case.yaml.
  const root = statSync(real).isDirectory() ? real : dirname(real);
  const git = (...args: string[]): { ok: boolean; out: Buffer; error: string } => {
    const result = spawnSync('git', ['-C', root, ...args], {
      maxBuffer: 64_000_000,
      // A partial clone would fetch what is missing; nothing opens a connection unasked.
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    });
    return {
      ok: result.status === 0,
      out: result.stdout ?? Buffer.alloc(0),
      error: String(result.error?.message ?? result.stderr ?? ''),
    };
  };
  if (revision.startsWith('-')) return `“${revision}” is not a revision.`;
  const top = git('rev-parse', '--show-toplevel');
  if (!top.ok) return `${folder} is not in a git repository, so it has no revisions.`;
  const commit = git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (!commit.ok) return `There is no revision “${revision}” in the repository of ${folder}.`;
  const inside = relative(realpathSync(top.out.toString().trim()), root).split(sep).join('/');
  const hash = commit.out.toString().trim();
  return {
    name: `${folder} at ${revision}`,
    read: (file, limit) => {
      const path = posix.normalize(file);
      if (posix.isAbsolute(path) || path.startsWith('..')) return { kind: 'outside' };
      const object = `${hash}:${posix.join(inside, path)}`;
      const size = git('cat-file', '-s', object);
      if (!size.ok) return { kind: 'missing' };
      const bytes = Number(size.out.toString());
      if (bytes > limit) return { kind: 'too-large', bytes };
      const content = git('cat-file', 'blob', object);
      return content.ok ? content.out : { kind: 'unreadable', reason: content.error };
    },
  };
}
