import { after, before, test } from "node:test";
import { type OpenWorkbench, openWorkbench, type WorkbenchOptions } from "./openWorkbench";
import type { Workbench } from "./workbench";

/** One step of a walk through the editor. */
export type Step<Opened = OpenWorkbench> = (
  title: string,
  work: (workbench: Opened) => Promise<void>,
) => void;

/** Longer than any step takes on a busy machine; a step that hangs ends sooner, by the patience of its own waits. */
const stepMs = 90_000;

/**
 * One VS Code for all tests of a suite, which are the steps of a walk: each goes on where the one before has ended, so
 * after a failure the rest is not tried. `options` is called once the hooks that the suite has before this one are done.
 */
export function useWorkbench(options: () => WorkbenchOptions): Step {
  return useOpened(() => openWorkbench(options()));
}

/** The same for whatever else opens a VS Code. */
export function useOpened<Opened extends Workbench & { close(): Promise<void> }>(
  open: () => Promise<Opened>,
): Step<Opened> {
  let workbench: Opened | undefined;
  let broken: string | undefined;
  before(async () => {
    workbench = await open();
  });
  after(() => workbench?.close());

  return (title, work) => {
    test(title, { timeout: stepMs }, async (context) => {
      if (workbench === undefined) throw new Error("VS Code did not open.");
      if (broken !== undefined) return context.skip(`“${broken}” failed before.`);
      broken = title;
      try {
        await work(workbench);
        broken = undefined;
      } catch (error) {
        await workbench.screenshot(`failed-${title.replace(/\W+/g, "-")}`);
        throw error;
      }
    });
  };
}
