import { readFileSync } from "node:fs";

/** What one linter did with all files, in a process of its own. */
export interface Measured {
  /** Milliseconds for each file, parsing included, reading not, in a process that has just begun. */
  readonly atFirst: readonly number[];
  /** The same in a process that has worked for a while, as an editor's has, or one that lints thousands of files. */
  readonly perFile: readonly number[];
  readonly peakBytes: number;
  readonly findings: number;
  /** Files on which it threw. */
  readonly failures: number;
}

/** No linter gains by more. */
const FILES_TO_WARM_UP = 2000;

type Lint = (text: string) => number;

async function load(contestant: string): Promise<Lint> {
  switch (contestant) {
    case "drydock": {
      const { optimizeLater } = await import("../../server/src/optimizeLater");
      optimizeLater("one run");
      const { parseDockerfile } = await import("../../server/src/model/parseDockerfile");
      const { lintFile } = await import("../../server/src/lint/lintFile");
      const { nothingOutside } = await import("../../server/src/lint/outside");
      const { defaultLintSettings } = await import("../../server/src/lint/settings");
      const { rules } = await import("../../server/src/rules");
      const outside = nothingOutside();
      const onCrash = (_: unknown, error: unknown) => {
        throw error;
      };
      return (text) =>
        lintFile(parseDockerfile(text), { rules, settings: defaultLintSettings, outside, onCrash }).length;
    }
    case "dockerfile-utils": {
      const { validate } = await import("dockerfile-utils");
      return (text) => validate(text).length;
    }
    case "dockerfilelint": {
      const { run } = require("dockerfilelint") as { run(path: string, text: string): readonly unknown[] };
      return (text) => run("./", text).length;
    }
    default:
      throw new Error(`There is no contestant "${contestant}".`);
  }
}

async function main(contestant: string, list: string): Promise<void> {
  const lint = await load(contestant);
  const texts: string[] = JSON.parse(readFileSync(list, "utf8")).map((path: string) =>
    readFileSync(path, "utf8"),
  );
  let findings = 0;
  let failures = 0;
  function pass(): number[] {
    findings = 0;
    failures = 0;
    return texts.map((text) => {
      const begun = performance.now();
      try {
        findings += lint(text);
      } catch {
        // Counted and shown: a linter that crashes on a file has not linted it.
        failures++;
      }
      return performance.now() - begun;
    });
  }
  const atFirst = pass();
  for (let linted = texts.length; linted < FILES_TO_WARM_UP; linted += texts.length) pass();
  const perFile = pass();
  // Kilobytes, as Linux and Node have it.
  const measured: Measured = {
    atFirst,
    perFile,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    findings,
    failures,
  };
  console.log(JSON.stringify(measured));
}

const [contestant = "", list = ""] = process.argv.slice(2);
main(contestant, list).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
