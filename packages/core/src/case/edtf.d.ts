declare module 'edtf' {
  /** Parses EDTF; throws on anything else. `min` and `max` are UTC milliseconds, ±Infinity for open ends. */
  export default function edtf(text: string): { readonly type: string; readonly min: number; readonly max: number };
}
