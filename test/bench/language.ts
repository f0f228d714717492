import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureLanguage, operations } from "./languageServer";
import { milliseconds, percentile, table } from "./numbers";

const theirs = join(
  require.resolve("dockerfile-language-server-nodejs/package.json"),
  "../bin/docker-langserver",
);

const contestants = [
  { name: "drydock", program: undefined },
  { name: "dockerfile-language-server-nodejs", program: [theirs, "--stdio"] },
] as const;

/**
 * Compares language servers in one run, each as a process of its own behind the same client: what a person waits for, by
 * the length of the file. The servers take turns with each operation, so that what else the machine does meanwhile hits
 * both. `--lines 30,300` chooses other lengths.
 */
export async function benchLanguage(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { lines: { type: "string" } } });
  const sizes = (values.lines ?? "30,300,1000,3000,10000").split(",").map(Number);
  for (const operation of operations) {
    /** Of each contestant, for each size. */
    const times = contestants.map((): (readonly number[])[] => []);
    for (const lines of sizes) {
      process.stderr.write(`${operation}, ${lines} lines …\n`);
      for (const [index, { program }] of contestants.entries()) {
        const earlier = times[index]?.at(-1);
        times[index]?.push(await measureLanguage({ operation, program, lines, earlier }));
      }
    }
    console.log(`\n${operation}, milliseconds (median)`);
    console.log(table(["", ...sizes.map(String), "growth"], compared(times, sizes, 50)));
    if (operation !== "keystroke") continue;
    console.log(`\n${operation}, milliseconds (99th percentile)`);
    console.log(table(["", ...sizes.map(String), "growth"], compared(times, sizes, 99)));
  }
}

function compared(
  times: readonly (readonly (readonly number[])[])[],
  sizes: readonly number[],
  percent: number,
): string[][] {
  const values = times.map((perSize) => perSize.map((tries) => valueAt(tries, percent)));
  const [own = [], other = []] = values;
  return [
    ...values.map((row, index) => [contestants[index]?.name ?? "", ...row.map(shown), growth(row, sizes)]),
    ["times as fast", ...own.map((time, index) => ratio(time, other[index]))],
  ];
}

/** Undefined where there is no answer: not able to, or not in time. */
function valueAt(times: readonly number[], percent: number): number | undefined {
  return times.length === 0 ? undefined : percentile(times, percent);
}

function shown(time: number | undefined): string {
  return time === undefined ? "–" : milliseconds(time);
}

function ratio(own: number | undefined, other: number | undefined): string {
  return own === undefined || other === undefined ? "–" : `${(other / own).toFixed(1)}×`;
}

/** The exponent of the length, from the two longest files that were answered: 1 is linear, 2 quadratic. */
function growth(times: readonly (number | undefined)[], sizes: readonly number[]): string {
  const known = times.flatMap((time, index) =>
    time === undefined ? [] : [{ time, size: sizes[index] ?? 1 }],
  );
  const [before, last] = known.slice(-2);
  if (!before || !last) return "–";
  return `n^${(Math.log(last.time / before.time) / Math.log(last.size / before.size)).toFixed(1)}`;
}
