import { stripVTControlCharacters } from "node:util";
import type { BuildFailure, BuildStep } from "../build";

const linesKept = 20;

/** Keeps the last lines of one step's output, in bounded memory, for a failure to quote. */
export interface OutputTail {
  add(text: string): void;
  lines(): string[];
}

export function outputTail(): OutputTail {
  const kept: string[] = [];
  let unfinished = "";

  return {
    add(text) {
      const lines = (unfinished + text).split("\n");
      // A program that never ends its line must not fill the memory.
      unfinished = (lines.pop() ?? "").slice(-4096);
      kept.push(...lines.slice(-linesKept));
      if (kept.length > linesKept) kept.splice(0, kept.length - linesKept);
    },
    lines: () =>
      [...kept, unfinished]
        .map(plainLine)
        .filter((line) => line !== "")
        .slice(-linesKept),
  };
}

/** What a terminal would have left standing: no colours, and only what follows the last carriage return. */
function plainLine(line: string): string {
  const plain = stripVTControlCharacters(line).trimEnd();
  return plain.slice(plain.lastIndexOf("\r") + 1);
}

/** Puts together what is known once the builder has said that it failed. */
export function buildFailure(
  message: string,
  step: BuildStep | undefined,
  output: OutputTail | undefined,
  exitCode = exitCodeIn(step?.error ?? "") ?? exitCodeIn(message),
): BuildFailure {
  return { message: stripVTControlCharacters(message).trim(), step, exitCode, output: output?.lines() ?? [] };
}

/** BuildKit words it `… exit code: 2`, the classic builder `… returned a non-zero code: 2`, Podman `… exit status 2`. */
function exitCodeIn(message: string): number | undefined {
  const found = /(?:exit code:|non-zero code:|exit status) (\d{1,5})\b/.exec(message)?.[1];
  return found === undefined ? undefined : Number(found);
}
