import type { Progress } from "../ui/ui";
import type { CommandHost } from "./commandHost";

export interface Batch<T> {
  readonly title: string;
  readonly items: readonly T[];
  name(item: T): string;
  act(item: T, signal: AbortSignal): Promise<void>;
}

/**
 * Does the same to several things, a few at a time, and goes on where one fails: each failure is told by itself.
 * Resolves to the items that it was done to.
 */
export async function eachOf<T>(
  host: CommandHost,
  { title, items, name, act }: Batch<T>,
): Promise<readonly T[]> {
  const done: T[] = [];
  const waiting = [...items];
  await host.ui.progress(title, async ({ signal, report }: Progress) => {
    const worker = async () => {
      for (let item = waiting.shift(); item !== undefined && !signal.aborted; item = waiting.shift()) {
        // One alone is named by the title.
        if (items.length > 1) report(name(item), done.length / items.length);
        try {
          await act(item, signal);
          done.push(item);
        } catch (error) {
          host.reportFailure(error, `${title}: ${name(item)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(4, items.length) }, worker));
  });
  return done;
}
