/** What came of a tier, or of one part of it. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** Why nothing ran. */
  note?: string;
}
