/** Collects the uncertain numbers of a case as inputs, each named, with its distribution (rule C5) and stream. */
import { distributionOf, type Quantity, type QuantityKind } from '../case/index.ts';
import type { Distribution } from '../maths/distributions.ts';
import { streamOf } from './inputs.ts';
import type { Input, InputIndex } from './model.ts';

export interface InputTable {
  readonly list: readonly Input[];
  /** A quantity of the case; `otherwise` is the rules' default where it is missing or not reported. */
  readonly add: (name: string, kind: QuantityKind, quantity: Quantity | undefined, otherwise: Quantity) => InputIndex;
  readonly point: (name: string, value: number) => InputIndex;
  /** Uniform on 0–1: a chance that is drawn once a run. */
  readonly uniform: (name: string) => InputIndex;
  readonly of: (name: string) => InputIndex | undefined;
}

export function inputTable(): InputTable {
  const list: Input[] = [];
  const index = new Map<string, number>();
  const streams = new Set<number>();
  const push = (name: string, distribution: Distribution, isDefault: boolean): InputIndex => {
    const known = index.get(name);
    if (known !== undefined) return known;
    let stream = streamOf(name);
    // Two names with one hash: the later one takes the next stream that is free.
    while (streams.has(stream)) stream = (stream + 1) >>> 0;
    streams.add(stream);
    index.set(name, list.length);
    return list.push({ name, distribution, stream, isDefault }) - 1;
  };
  return {
    list,
    add(name, kind, quantity, otherwise) {
      const given = quantity === undefined || quantity.kind === 'not-reported' ? undefined : quantity;
      return push(name, distributionOf(given ?? otherwise, kind)!, given === undefined);
    },
    point: (name, value) => push(name, { kind: 'point', value }, false),
    uniform: (name) => push(name, { kind: 'uniform', low: 0, high: 1 }, false),
    of: (name) => index.get(name),
  };
}
