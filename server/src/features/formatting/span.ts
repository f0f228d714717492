/** A stretch by offsets of an instruction's `line`, the end left out. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
