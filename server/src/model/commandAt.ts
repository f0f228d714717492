import type { ShellCommand, ShellScript } from "./shell";

/** The simple command of a script that begins at this offset of its text. Found by halving, since they are in order. */
export function commandAt({ commands }: ShellScript, start: number): ShellCommand | undefined {
  let low = 0;
  let high = commands.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((commands[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = commands[low];
  return found?.start === start ? found : undefined;
}
