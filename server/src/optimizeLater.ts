import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 wait until a function is truly hot before it optimizes it. Rules are many and each of them runs briefly, so by
 * default most of what is optimized is not run often enough afterwards to pay, or is thrown away again: a third to a half
 * of the time that linting takes. What runs for long, on files of thousands of lines, is optimized all the same.
 *
 * To be called before any code is loaded, since code that an earlier run compiled is refused under other flags. Not
 * within Electron, where flags may be closed by the time that we run.
 */
export function optimizeLater(): void {
  if (process.versions["electron"] === undefined) setFlagsFromString("--interrupt-budget=1000000");
}
