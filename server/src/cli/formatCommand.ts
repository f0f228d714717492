import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatDockerfile } from "../features/formatting/formatDockerfile";
import type { FormatOptions } from "../features/formatting/formatOptions";
import { applyEdits } from "../lint/applyEdits";
import { parseDockerfile } from "../model/parseDockerfile";
import { defaultSettings } from "../protocol";
import { findFiles, shownPath, standardInput } from "./findFiles";
import type { ExitCode, Process } from "./process";
import { terminalText } from "./terminalText";
import { UsageError } from "./usageError";

/**
 * `drydock format`: lays the files out and names those that it changed. With `--check` it changes nothing, and exits with
 * 1 where it would. Standard input goes, laid out, to standard output.
 */
export async function formatCommand(words: readonly string[], process: Process): Promise<ExitCode> {
  const { help, check, options, targets } = readFormatOptions(words);
  if (help) {
    const { formatUsage } = await import("./usage");
    process.print(formatUsage);
    return 0;
  }
  const paths = await findFiles(targets, process.directory);
  if (paths.length === 0) process.complain("No Dockerfile found here.\n");
  let changed = 0;
  for (const path of paths) {
    const text = readFileSync(path === standardInput ? 0 : path, "utf8");
    const formatted = formatText(text, options);
    if (path === standardInput && !check) process.print(formatted);
    if (formatted === text) continue;
    changed++;
    if (path !== standardInput && !check) writeFileSync(path, formatted);
    if (path !== standardInput || check)
      process.print(`${terminalText(shownPath(path, process.directory))}\n`);
  }
  return check && changed > 0 ? 1 : 0;
}

function formatText(text: string, options: FormatOptions): string {
  const dockerfile = parseDockerfile(text);
  return applyEdits(dockerfile, formatDockerfile(dockerfile, options));
}

interface FormatRun {
  readonly help: boolean;
  readonly check: boolean;
  readonly options: FormatOptions;
  readonly targets: readonly string[];
}

function readFormatOptions(words: readonly string[]): FormatRun {
  const { values, positionals } = parse(words);
  const keywordCase = keywordCases.find(
    (word) => word === (values["keyword-case"] ?? defaultSettings.format.keywordCase),
  );
  if (!keywordCase)
    throw new UsageError(`--keyword-case ${values["keyword-case"]}: write ${keywordCases.join(", ")}.`);
  const width = Number(values.indent ?? 4);
  if (!Number.isInteger(width) || width < 1 || width > 32)
    throw new UsageError(`--indent ${values.indent}: write a number of columns from 1 to 32.`);
  return {
    help: values.help ?? false,
    check: values.check ?? false,
    options: { keywordCase, indent: { style: values.tabs ? "tabs" : "spaces", width } },
    targets: positionals,
  };
}

const keywordCases = ["preserve", "upper", "lower"] as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        indent: { type: "string" },
        "keyword-case": { type: "string" },
        tabs: { type: "boolean" },
      },
    });
  } catch (error) {
    throw UsageError.fromParser(error, "drydock format --help");
  }
}
