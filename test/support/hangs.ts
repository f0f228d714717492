import type { Answer } from "./everyAnswer";

/**
 * The answers that took so long that something hangs. How fast answers are is what `npm run bench` measures: a limit that a
 * busy machine can break would only make a test fail now and then.
 */
export function hangs(answers: readonly Answer[]): string[] {
  return answers
    .filter(({ milliseconds }) => milliseconds > LONGEST_MS)
    .map(({ request, milliseconds }) => `${request} took ${milliseconds.toFixed(0)} ms`);
}

const LONGEST_MS = 60_000;
