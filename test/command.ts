/** Starts the real command, in temporary folders, and looks at what it left behind. */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const BUNDLED = join(ROOT, 'cases', 'istanbul-2025');
const PARLEY = 'packages/parley/bin/parley.js';

/** No case worth testing takes longer; a command that hangs is stopped and has no exit code. */
const TIME_LIMIT = 20_000;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new empty folder, gone when the tests of the file are over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  folders.push(folder);
  return folder;
}

const environment = { ...process.env, PARLEY_CACHE: scratch(), NO_COLOR: '1' };

export interface Outcome {
  /** null when the command had to be stopped. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** The command, started at the root of the checkout. */
export function parley(...args: string[]): Outcome {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [PARLEY, ...args], {
    cwd: ROOT,
    env: environment,
    encoding: 'utf8',
    timeout: TIME_LIMIT,
    killSignal: 'SIGKILL',
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr, milliseconds: Date.now() - began };
}

/** The same without waiting, so that several may run at once. */
export async function parleyAsync(...args: string[]): Promise<Outcome> {
  const began = Date.now();
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [PARLEY, ...args],
      { cwd: ROOT, env: environment, timeout: TIME_LIMIT, killSignal: 'SIGKILL', maxBuffer: 100_000_000 },
      (_error, stdout, stderr) => done({ status: child.exitCode, stdout, stderr, milliseconds: Date.now() - began }),
    );
  });
}

/** What it prints when all is well; anything else fails the test with what was said. */
export function output(...args: string[]): string {
  const { status, stdout, stderr } = parley(...args);
  if (status !== 0) throw new Error(`parley ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

export const json = <T>(...args: string[]): T => JSON.parse(output(...args, '--json')) as T;

/** A copy of the bundled case in a new folder. */
export function bundledCopy(): string {
  const folder = join(scratch(), 'case');
  cpSync(BUNDLED, folder, { recursive: true });
  // Whether the case has stored anchors is for the tests to say.
  rmSync(join(folder, 'anchors.json'), { force: true });
  return folder;
}

/** Every path below a folder, with the kind and the hash of what is there. */
export function listing(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return [`${entry.name}/`, ...listing(path).map((inside) => `${entry.name}/${inside}`)];
      if (entry.isSymbolicLink()) return [`${entry.name} -> ${readlinkSync(path)}`];
      if (!entry.isFile()) return [`${entry.name} (mode ${lstatSync(path).mode})`];
      return [`${entry.name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`];
    })
    .toSorted();
}
