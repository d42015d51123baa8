/** Data whose arrays lie in shared memory, so that handing it to another thread copies nothing of them. */
export type Typed = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

export const isTyped = (value: unknown): value is Typed =>
  value instanceof Int32Array ||
  value instanceof Uint32Array ||
  value instanceof Uint8Array ||
  value instanceof Uint16Array ||
  value instanceof Float64Array;

export function shared<T>(value: T): T {
  if (isTyped(value)) return inShared(value) as T;
  if (Array.isArray(value)) return value.map(shared) as T;
  if (value instanceof Map) return new Map([...value].map(([key, inside]) => [key, shared(inside)])) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shared(inside)])) as T;
}

export function inShared(array: Typed): Typed {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => Typed;
  const copy = new Kind(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
