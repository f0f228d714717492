import { version } from "../../../package.json";
import { layeredSettings } from "../lint/layeredSettings";
import { rules } from "../rules";
import { configFinder, type DiskConfig } from "./diskConfig";
import { readEnvironment } from "./environment";
import type { FileReport } from "./fileReport";
import { findFiles, standardInput } from "./findFiles";
import { formatReports } from "./formats";
import { type FormatName, formatCalled } from "./formats/formatName";
import { lintOnCores } from "./lintOnCores";
import { type LintOptions, readLintOptions } from "./lintOptions";
import type { ExitCode, Process } from "./process";
import { painter, terminalText, wantsColor } from "./terminalText";
import { refuseUnknownRules } from "./unknownRule";
import { UsageError } from "./usageError";

/** `drydock lint`. Throws a UsageError where it was called wrongly. */
export async function lintCommand(words: readonly string[], process: Process): Promise<ExitCode> {
  const options = readLintOptions(words);
  if (options.action !== "lint") return answer(options, options.action, process);
  refuseUnknownRules(rules, options.settings);
  const environment = readEnvironment(process.environment);
  const paths = await findFiles(options.targets, process.directory);
  if (options.fix === "write" && paths.includes(standardInput))
    throw new UsageError("--fix can't change standard input. --fix-dry-run shows what it would change.");
  const config = await configFinder(options.config, process.directory)(process.directory);
  const verbose = options.verbose || environment.verbose;
  if (verbose) process.complain(`Configuration for this folder: ${terminalText(config?.path ?? "none")}.\n`);
  const reports = await lintOnCores(
    {
      paths,
      directory: process.directory,
      settings: layeredSettings(rules, environment.settings, options.settings),
      config: options.config,
      failureThreshold: options.failureThreshold ?? environment.failureThreshold,
      noFail: options.noFail ?? environment.noFail,
      fix: options.fix,
      stdinFilename: options.stdinFilename,
      shellcheck: options.shellcheck,
    },
    process.program,
  );
  if (paths.length === 0) process.complain("No Dockerfile found here.\n");
  const format = options.format ?? environment.format ?? configuredFormat(config) ?? "stylish";
  const color = options.noColor || config?.config.noColor ? "plain" : colorOf(process);
  const shown = reportsCalled(options.filePathInReport, reports, format);
  process.print(await formatReports(format, shown, { paint: painter(color), fix: options.fix, rules }));
  return exitCode(reports, process, verbose);
}

/** What `--file-path-in-report` says, in the formats that hadolint heeds it in: those for programs that look the file up. */
function reportsCalled(
  path: string | undefined,
  reports: readonly FileReport[],
  format: FormatName,
): readonly FileReport[] {
  return path !== undefined && lookedUp.has(format)
    ? reports.map((report) => ({ ...report, path }))
    : reports;
}

const lookedUp: ReadonlySet<FormatName> = new Set([
  ...(["checkstyle", "codeclimate", "gitlab-codeclimate", "junit", "sonarqube"] as const),
]);

function exitCode(reports: readonly FileReport[], process: Process, verbose: boolean): ExitCode {
  const troubles = new Set(reports.flatMap((report) => report.troubles));
  const notes = new Set(reports.flatMap((report) => report.notes));
  for (const told of [...troubles, ...notes]) process.complain(`${terminalText(told)}\n`);
  if (verbose) process.complain(`${reports.length} ${reports.length === 1 ? "file" : "files"} looked at.\n`);
  if (troubles.size > 0) return 2;
  return reports.some(({ isFailure }) => isFailure) ? 1 : 0;
}

function colorOf({ environment, isTerminal }: Process): "color" | "plain" {
  return wantsColor({ isTTY: isTerminal }, environment) ? "color" : "plain";
}

function configuredFormat(config: DiskConfig | undefined): FormatName | undefined {
  return formatCalled(config?.config.format ?? "");
}

async function answer(
  options: LintOptions,
  action: Exclude<LintOptions["action"], "lint">,
  process: Process,
): Promise<ExitCode> {
  if (action === "help") {
    const { lintUsage } = await import("./usage");
    process.print(lintUsage);
  } else if (action === "version") {
    process.print(`${version}\n`);
  } else if (action === "list rules") {
    const { listRules } = await import("./listRules");
    process.print(listRules(rules, options.format));
  } else {
    const { explainRule } = await import("./explainRule");
    process.print(explainRule(rules, action.explain));
  }
  return 0;
}
