/** A stretch of a text: UTF-16 offsets, `end` exclusive (rule C6). */
export interface Span {
  readonly start: number;
  readonly end: number;
}
