import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Severity } from "../lint/rule";
import { defaultLintSettings, type LintSettings, type RuleSetting } from "../lint/settings";
import { severityCalled } from "../lint/threshold";
import type { FormatName } from "./formats/formatName";
import { formatValue, requiredLabel, thresholdValue } from "./optionValues";
import { UsageError } from "./usageError";

/** What the command line and the environment ask for. Undefined where they leave it to a configuration file. */
export interface LintOptions {
  readonly action: "lint" | "list rules" | "help" | "version" | { readonly explain: string };
  /** Files, folders, globs; `-` for standard input. */
  readonly targets: readonly string[];
  readonly settings: LintSettings;
  readonly config: string | undefined;
  readonly format: FormatName | undefined;
  readonly failureThreshold: Severity | undefined;
  readonly noFail: boolean | undefined;
  readonly noColor: boolean;
  readonly fix: "no" | "write" | "dry run";
  /** What standard input is called, for the report and to find its configuration. */
  readonly stdinFilename: string | undefined;
  /** What every file is called in reports for other programs: hadolint's option for runs in a container. */
  readonly filePathInReport: string | undefined;
  /** The program to run on what RUN executes; undefined: none. */
  readonly shellcheck: string | undefined;
  readonly verbose: boolean;
}

const definitions = {
  config: { type: "string", short: "c" },
  error: { type: "string", multiple: true },
  explain: { type: "string" },
  "failure-threshold": { type: "string", short: "t" },
  "file-path-in-report": { type: "string" },
  fix: { type: "boolean" },
  "fix-dry-run": { type: "boolean" },
  format: { type: "string", short: "f" },
  help: { type: "boolean", short: "h" },
  "disable-ignore-pragma": { type: "boolean" },
  ignore: { type: "string", multiple: true },
  info: { type: "string", multiple: true },
  "list-rules": { type: "boolean" },
  "no-color": { type: "boolean" },
  "no-fail": { type: "boolean" },
  "require-label": { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
  select: { type: "string", multiple: true },
  "stdin-filename": { type: "string" },
  shellcheck: { type: "boolean" },
  "shellcheck-path": { type: "string" },
  "strict-labels": { type: "boolean" },
  style: { type: "string", multiple: true },
  "trusted-registry": { type: "string", multiple: true },
  verbose: { type: "boolean", short: "V" },
  version: { type: "boolean", short: "v" },
  warning: { type: "string", multiple: true },
} as const satisfies ParseArgsConfig["options"];

/** Every option that the command takes, for its help and for tests of it. */
export const lintOptionNames: readonly string[] = Object.keys(definitions);

/** Throws a UsageError that says what is wrong. Hadolint's options are all here, under the names they have there. */
export function readLintOptions(words: readonly string[]): LintOptions {
  const { values, positionals } = parse(words);
  const list = (name: "error" | "ignore" | "info" | "rule" | "select" | "style" | "warning") =>
    (values[name] ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");
  const rules: Record<string, RuleSetting> = {};
  for (const level of ["error", "warning", "info", "style"] as const)
    for (const name of list(level)) rules[name] = severityCalled(level) ?? "warning";
  for (const setting of list("rule")) Object.assign(rules, ruleSetting(setting));
  const trustedRegistries = values["trusted-registry"] ?? [];
  const settings: LintSettings = {
    ...defaultLintSettings,
    rules: { ...(trustedRegistries.length > 0 && { DL3026: "error" }), ...rules },
    select: selection(list("select")),
    ignore: list("ignore"),
    shared: {
      trustedRegistries,
      labelSchema: Object.fromEntries(
        (values["require-label"] ?? []).map((text) => requiredLabel("--require-label", text)),
      ),
      strictLabels: values["strict-labels"] ?? false,
    },
    ...(values["disable-ignore-pragma"] && { suppressions: "disregarded" }),
  };
  return {
    action: actionOf(values),
    targets: positionals,
    settings,
    config: values.config,
    format: values.format === undefined ? undefined : formatValue("--format", values.format),
    failureThreshold:
      values["failure-threshold"] === undefined
        ? undefined
        : thresholdValue("--failure-threshold", values["failure-threshold"]),
    noFail: values["no-fail"],
    noColor: values["no-color"] ?? false,
    fix: values["fix-dry-run"] ? "dry run" : values.fix ? "write" : "no",
    stdinFilename: values["stdin-filename"] ?? values["file-path-in-report"],
    filePathInReport: values["file-path-in-report"],
    shellcheck: values["shellcheck-path"] ?? (values.shellcheck ? "shellcheck" : undefined),
    verbose: values.verbose ?? false,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: definitions, allowPositionals: true, strict: true });
  } catch (error) {
    throw UsageError.fromParser(error, "drydock lint --help");
  }
}

type Values = ReturnType<typeof parse>["values"];

function actionOf(values: Values): LintOptions["action"] {
  if (values.help) return "help";
  if (values.version) return "version";
  if (values["list-rules"]) return "list rules";
  return values.explain === undefined ? "lint" : { explain: values.explain };
}

function ruleSetting(text: string): Record<string, RuleSetting> {
  const equals = text.indexOf("=");
  const level = text.slice(equals + 1);
  const severity = level === "off" ? "off" : severityCalled(level);
  if (equals <= 0 || severity === undefined)
    throw new UsageError(
      `--rule ${text}: write a rule and how serious it is, for example --rule untagged-image=error. Severities are off, hint, information, warning and error.`,
    );
  return { [text.slice(0, equals)]: severity };
}

function selection(names: readonly string[]): LintSettings["select"] {
  if (names.length === 0) return "default";
  if (names.includes("all")) return "all";
  return names.length === 1 && names[0] === "default" ? "default" : names;
}
