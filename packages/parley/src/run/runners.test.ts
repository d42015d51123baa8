/** Every runner gives the same bits: this thread, several, and a fleet with a worker that is killed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { asKnownOn, type Case } from '@parley/core/case';
import { readCase } from '@parley/core/case-file';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecastOf } from '../desk/forecast.ts';
import { fleet } from './fleet.ts';
import { toBytes } from './fleet-keys.ts';
import { fleetWorker } from './fleet-worker.ts';
import { here } from './here.ts';
import { CalledOff, type Runner } from './runner.ts';
import { threads } from './threads.ts';

const YAML = `
parley: 1
as-of: 2025-05-01
horizon: 2025-05-11
parties: { one: {}, two: {} }
sources: { wire: { file: wire.txt, written: 2025-04-28 } }
options:
  one: { acts: { text: One acts, visible: yes }, waits: One waits }
  two: { acts: { text: Two acts, visible: yes } }
preferences:
  one: { statements: [{ that: one.acts iff two.acts, weight: 4 to 9 }, { that: one.waits, weight: 1 to 6 }], revision: 0.2 to 0.5, rationality: 0.02 to 0.1 }
  two: { statements: [{ that: not one.waits, weight: 3 to 8 }, { that: two.acts, weight: 1 to 4 }], revision: 0.1 to 0.6, rationality: 0.02 to 0.1 }
events:
  e01: { on: 2025-04-29, what: One acts, sets: { one.acts: yes } }
scenarios:
  s01: { title: Both act, when: one.acts and two.acts, by: 2025-05-08 }
  s02: { title: One waits at the end, when: one.waits, at: 2025-05-11 }
`;

const given: Case = ((read) => asKnownOn(read.case!, read.case!.asOf))(readCase(YAML));
const asked = { seed: 7, draws: 12_345 };

const bits = async (runner: Runner, onProgress?: (done: number, all: number) => void): Promise<Buffer> => {
  const found = await forecastOf(given, asked, runner, onProgress === undefined ? {} : { onProgress });
  if ('code' in found) throw new Error(found.code);
  return toBytes([found.scenarios, found.tally, found.effectiveSampleSize]);
};

let alone: Buffer;
beforeAll(async () => void (alone = await bits(here())));

describe('on this machine', () => {
  test.each([1, 2, 7])('%i threads give the bits of none', { timeout: 60_000 }, async (count) => {
    const runner = threads(count);
    expect((await bits(runner)).equals(alone)).toBe(true);
    await runner.close();
  });

  test.each([
    ['this thread', here],
    ['two threads', () => threads(2)],
  ])('work on %s can be called off', { timeout: 60_000 }, async (_, make) => {
    const runner = make();
    const stop = new AbortController();
    const work = forecastOf(given, { seed: 1, draws: 500_000 }, runner, {
      signal: stop.signal,
      onProgress: (done) => done === 3 && stop.abort(),
    });
    await expect(work).rejects.toBeInstanceOf(CalledOff);
    await runner.close();
  });
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

describe.skipIf(!hasRedis)(`on a fleet${hasRedis ? '' : ' (skipped: there is no redis-server here)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-redis-'));
  const started: ChildProcess[] = [];
  let url: string;
  let redis: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    redis = await startRedis(port);
  });
  afterAll(() => {
    for (const child of [...started, redis]) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const startRedis = async (port: number): Promise<ChildProcess> => {
    const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
    await new Promise<void>((ready) =>
      child.stdout.on('data', (text) => /Ready to accept/.test(String(text)) && ready()),
    );
    return child;
  };

  /** A worker as a process of its own. */
  const startWorker = async (): Promise<ChildProcess> => {
    const code = `import('${new URL('./fleet-worker.ts', import.meta.url).href}').then(({ fleetWorker }) => fleetWorker({ url: '${url}', version: 'test' })).then(() => console.log('ready'))`;
    const child = spawn(process.execPath, ['--conditions=parley-source', '--import', 'tsx', '--eval', code]);
    started.push(child);
    await new Promise<void>((ready) => child.stdout.on('data', () => ready()));
    return child;
  };

  test(
    'two workers, one of them killed in mid-run: nothing is lost or counted twice',
    { timeout: 60_000 },
    async () => {
      const [first] = [await startWorker(), await startWorker()];
      const runner = await fleet({ url, version: 'test' });
      let killed = false;
      const found = await bits(runner, (done, all) => {
        if (killed || done < all / 3) return;
        killed = true;
        first.kill('SIGKILL');
      });
      expect(killed).toBe(true);
      expect(found.equals(alone)).toBe(true);
      // The same again takes what is there.
      const seen: number[] = [];
      expect((await bits(runner, (done, all) => seen.push(done / all))).equals(alone)).toBe(true);
      expect(seen.every((share) => share === 1)).toBe(true);
      await runner.close();
    },
  );

  test('without workers it says so, and goes on when one comes', { timeout: 60_000 }, async () => {
    const other = 'lonely';
    const messages: string[] = [];
    const runner = await fleet({ url, version: other, onNobody: (message) => messages.push(message) });
    const stop = new AbortController();
    const work = forecastOf(given, { seed: 3, draws: 2_000 }, runner, { signal: stop.signal });
    while (messages.length === 0) await wait(100);
    expect(messages[0]).toMatch(/^Nobody takes chunks at redis:\/\/127\.0\.0\.1:\d+: start `parley worker/);
    stop.abort();
    await expect(work).rejects.toBeInstanceOf(CalledOff);
    await runner.close();
  });

  test('a worker that waits for Redis can be stopped', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const mortal = await startRedis(port);
    let onConnection = (): void => undefined;
    const lost = new Promise<void>((resolve) => (onConnection = resolve));
    const waiting = await fleetWorker({ url: `redis://127.0.0.1:${port}`, version: 'test', onConnection });
    mortal.kill('SIGKILL');
    await lost;
    await waiting.close();
  });

  test('Redis away in mid-run: what was done, and what to do', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const mortal = await startRedis(port);
    const runner = await fleet({ url: `redis://127.0.0.1:${port}`, version: 'test' });
    const ended = forecastOf(given, asked, runner).catch((error: unknown) => String(error));
    await wait(300);
    mortal.kill('SIGKILL');
    expect(await ended).toMatch(/does not answer/);
    await runner.close();
    await expect(fleet({ url: `redis://127.0.0.1:${port}`, version: 'test' })).rejects.toThrow(/does not answer/);
  });
});

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
