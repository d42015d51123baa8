declare module 'edtf' {
  /** Parses EDTF; throws on anything else. `min` and `max` are UTC milliseconds, ±Infinity for open ends, null for unknown ones. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly min: number | null;
    readonly max: number | null;
  };
}
