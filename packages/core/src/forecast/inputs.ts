/**
 * The drawn inputs θ of draw k (rule C5): input j is the quantile of its distribution at `uniformAt(seed, stream of j, k)`.
 * Draw k is therefore the same on every machine, whatever chunk it is in, and in every what-if.
 *
 * Most inputs play no part in most runs, so each is drawn when it is first asked for. One block of random words and one
 * quantile an input, nothing allocated.
 */
import { quantile as quantileOf } from '../maths/distributions.ts';
import { uniformAt } from '../maths/rng.ts';
import type { Input } from './model.ts';

export interface Inputs {
  /** Turns to draw k. */
  readonly begin: (draw: number) => void;
  readonly value: (input: number) => number;
  /** The uniform number behind the value: its quantile in the prior. */
  readonly quantile: (input: number) => number;
}

export function drawnInputs(inputs: readonly Input[], seed: number): Inputs {
  const n = inputs.length;
  const values = new Float64Array(n);
  const uniforms = new Float64Array(n);
  // Which draw a number belongs to; point inputs belong to all of them.
  const valueOf = new Float64Array(n).fill(-1);
  const uniformOf = new Float64Array(n).fill(-1);
  const isPoint = Uint8Array.from(inputs, ({ distribution }) => (distribution.kind === 'point' ? 1 : 0));
  const streams = Uint32Array.from(inputs, ({ stream }) => stream);
  const distributions = inputs.map(({ distribution }) => distribution);
  for (const [k, d] of distributions.entries()) if (d.kind === 'point') values[k] = d.value;
  let draw = 0;
  const quantile = (j: number): number => {
    if (uniformOf[j] === draw) return uniforms[j]!;
    uniformOf[j] = draw;
    return (uniforms[j] = uniformAt(seed, streams[j]!, draw));
  };
  return {
    begin(k) {
      draw = k;
    },
    quantile,
    value(j) {
      if (valueOf[j] === draw || isPoint[j] === 1) return values[j]!;
      valueOf[j] = draw;
      return (values[j] = quantileOf(distributions[j]!, quantile(j)));
    },
  };
}

/** FNV-1a (32 bits) over UTF-16 units: a stream number for a name. */
export function streamOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}
