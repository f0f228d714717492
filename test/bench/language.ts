import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LanguageTimes, measureLanguage, type Operation, operations } from "./languageServer";
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
 * the length of the file. `--lines 30,300` chooses other lengths.
 */
export async function benchLanguage(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { lines: { type: "string" } } });
  const sizes = (values.lines ?? "30,300,1000,3000,10000").split(",").map(Number);
  const results: LanguageTimes[][] = contestants.map(() => []);
  for (const lines of sizes) {
    for (const [index, { name, program }] of contestants.entries()) {
      process.stderr.write(`${name}, ${lines} lines …\n`);
      const earlier = results[index]?.at(-1);
      results[index]?.push(await measureLanguage({ program, lines, earlier }));
    }
  }
  const [ours = [], others = []] = results;
  for (const operation of operations) {
    console.log(`\n${operation}, milliseconds (median)`);
    console.log(table(["", ...sizes.map(String), "growth"], rows(operation, sizes, ours, others)));
  }
  console.log("\nkeystroke to diagnostics, milliseconds (99th percentile)");
  const high = ours.map((times) => milliseconds(percentile(times.keystroke, 99)));
  console.log(table(["", ...sizes.map(String)], [["drydock", ...high]]));
}

function rows(
  operation: Operation,
  sizes: readonly number[],
  ours: readonly LanguageTimes[],
  theirs: readonly LanguageTimes[],
): string[][] {
  const own = ours.map((times) => median(times[operation]));
  const other = theirs.map((times) => median(times[operation]));
  return [
    ["drydock", ...own.map(shown), growth(own, sizes)],
    ["dockerfile-language-server-nodejs", ...other.map(shown), growth(other, sizes)],
    ["times as fast", ...own.map((time, index) => ratio(time, other[index]))],
  ];
}

/** Undefined where there is no answer: not able to, or not in time. */
function median(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : percentile(times, 50);
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
