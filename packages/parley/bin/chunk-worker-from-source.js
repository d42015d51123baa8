// Starts a worker thread from its TypeScript source: Node 20 runs no `.ts` worker, so tsx is registered first.
import { register } from 'tsx/esm/api';

register();
const { default: work } = await import('../src/run/chunk-worker.ts');
export default work;
