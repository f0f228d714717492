import type { ScaleStep } from "./lintScaleSteps";
import { milliseconds, percentile, table } from "./numbers";
import { runBundled } from "./runBundled";

/** How the time grows with the length of a file, and what a keystroke in the middle of it costs. */
export async function measureScale(): Promise<void> {
  console.log("\nBy length: opening a file, and a keystroke in one instruction of it");
  const steps: readonly ScaleStep[] = await runBundled("lintScaleSteps.ts");
  const rows = steps.map(({ lines, opening, keystrokes, theirs }) => [
    String(lines),
    milliseconds(opening),
    ((opening * 1000) / lines).toFixed(1),
    milliseconds(percentile(keystrokes.slice(keystrokes.length / 2), 50)),
    ...(theirs === undefined ? ["–", "–"] : [milliseconds(theirs), ((theirs * 1000) / lines).toFixed(1)]),
  ]);
  console.log(
    table(["lines", "opening ms", "µs a line", "keystroke ms", "dockerfile-utils ms", "its µs a line"], rows),
  );
}
