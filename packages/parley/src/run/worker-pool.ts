/** Threads that run one of the worker files beside this one: as built, or from its source through tsx. */
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';

export function workerPool(name: 'chunk-worker' | 'stability-worker', threads: number): Tinypool {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? `../../bin/${name}-from-source.js` : `./${name}.js`;
  return new Tinypool({
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    ...(isSource ? { execArgv: ['--conditions=parley-source'] } : {}),
  });
}
