import { parseArgs } from "node:util";
import { formatDockerfile } from "../features/formatting/formatDockerfile";
import type { FormatOptions, Indent } from "../features/formatting/formatOptions";
import { prevailingIndent } from "../features/formatting/prevailingIndent";
import { applyEdits } from "../lint/applyEdits";
import { parseDockerfile } from "../model/parseDockerfile";
import { defaultSettings } from "../protocol";
import { findFiles, shownPath, standardInput } from "./findFiles";
import type { ExitCode, Process } from "./process";
import { reasonOf } from "./reasonOf";
import { replaceFile } from "./replaceFile";
import { readSource, withText } from "./sourceText";
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
  let code: ExitCode = 0;
  for (const path of paths) {
    const shown = terminalText(shownPath(path, process.directory));
    try {
      const source = readSource(path);
      const formatted = formatText(source.text, options);
      if (source.encoding !== "utf-8") throw new Error("it is no UTF-8 text. Save it as UTF-8 first.");
      if (path === standardInput && !check) process.print(withText(source, formatted));
      if (formatted === source.text) continue;
      changed++;
      if (path !== standardInput && !check) replaceFile(path, source.bytes, withText(source, formatted));
      if (path !== standardInput || check) process.print(`${shown}\n`);
    } catch (error) {
      process.complain(`${shown}: left as it is: ${terminalText(reasonOf(error))}\n`);
      code = 2;
    }
  }
  if (code !== 0) return code;
  return check && changed > 0 ? 1 : 0;
}

function formatText(text: string, { keywordCase, indent }: FormatRun["options"]): string {
  const dockerfile = parseDockerfile(text);
  const options = { keywordCase, indent: indent ?? prevailingIndent(dockerfile) };
  return applyEdits(dockerfile, formatDockerfile(dockerfile, options));
}

interface FormatRun {
  readonly help: boolean;
  readonly check: boolean;
  readonly options: Pick<FormatOptions, "keywordCase"> & {
    /** Undefined for the step that a file mostly has. */
    readonly indent: Indent | undefined;
  };
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
    options: {
      keywordCase,
      indent:
        values.indent === undefined && !values.tabs
          ? undefined
          : { style: values.tabs ? "tabs" : "spaces", width },
    },
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
