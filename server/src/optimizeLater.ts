import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 wait until a function is hot before it optimizes it. Rules are many and each of them runs briefly, so by default
 * much of what is optimized is not run often enough afterwards to pay, or is thrown away again: a third of the time that a
 * run over thousands of files takes. A server lives longer: it waits only until the first look at a file is over, since
 * from then on each keystroke gains by it.
 *
 * To be called before any code is loaded, since code that an earlier run compiled is refused under other flags. Not
 * within Electron, where flags may be closed by the time that we run.
 */
export function optimizeLater(life: "one run" | "long"): void {
  if (process.versions["electron"] === undefined) setFlagsFromString(`--interrupt-budget=${BUDGETS[life]}`);
}

/** V8's own is 67,584: about the bytes of bytecode that a function has run through when it is looked at again. */
const BUDGETS = { "one run": 1_000_000, long: 300_000 };
