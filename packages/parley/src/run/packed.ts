/**
 * A shard as it is handed to threads: typed arrays lie in shared memory, everything else is written out once, so that a
 * chunk costs a few words to hand over and a thread reads the shard once, however many of its chunks it gets.
 */
import { deserialize, serialize } from 'node:v8';
import { inShared, isTyped, type Typed } from './shared.ts';

export interface Packed {
  /** The plain part; every typed array in it is its place in `arrays`. */
  readonly plain: Uint8Array;
  readonly arrays: readonly Typed[];
}

/** Stands for an array; a class of its own would not survive being written out. */
interface InArrays {
  readonly inArrays: number;
}

export function pack(value: unknown): Packed {
  const arrays: Typed[] = [];
  const plain = replaced(value, (inside) => {
    if (!isTyped(inside)) return undefined;
    return { inArrays: arrays.push(inShared(inside)) - 1 } satisfies InArrays;
  });
  return { plain: inShared(new Uint8Array(serialize(plain))) as Uint8Array, arrays };
}

export const unpack = ({ plain, arrays }: Packed): unknown =>
  replaced(deserialize(Buffer.from(plain)), (inside) => (isInArrays(inside) ? arrays[inside.inArrays] : undefined));

/** A copy in which what `by` answers for stands in place of what it was asked about. */
function replaced(value: unknown, by: (inside: unknown) => unknown): unknown {
  const other = by(value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((inside) => replaced(inside, by));
  if (value instanceof Map) return new Map([...value].map(([key, inside]) => [key, replaced(inside, by)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, replaced(inside, by)]));
}

const isInArrays = (value: unknown): value is InArrays =>
  typeof value === 'object' && value !== null && 'inArrays' in value;
