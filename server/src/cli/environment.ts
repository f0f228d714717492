import type { Severity } from "../lint/rule";
import { defaultLintSettings, type LintSettings, type RuleSetting } from "../lint/settings";
import { severityCalled } from "../lint/threshold";
import type { FormatName } from "./formats/formatName";
import { formatValue, requiredLabel, thresholdValue } from "./optionValues";

/** What hadolint's environment variables ask for: stronger than its file, weaker than the command line. */
export interface EnvironmentOptions {
  readonly settings: LintSettings;
  readonly format: FormatName | undefined;
  readonly failureThreshold: Severity | undefined;
  readonly noFail: boolean | undefined;
  readonly verbose: boolean;
}

/** Throws a UsageError for a value that none of them can have. */
export function readEnvironment(environment: NodeJS.ProcessEnv): EnvironmentOptions {
  const text = (name: string) => environment[`HADOLINT_${name}`] || undefined;
  const list = (name: string) => text(name)?.split(",").filter(Boolean) ?? [];
  const flag = (name: string) => /^(?:1|y|yes|t|true|on)$/i.test(text(name) ?? "");
  const rules: Record<string, RuleSetting> = {};
  for (const level of ["error", "warning", "info", "style"])
    for (const rule of list(`OVERRIDE_${level.toUpperCase()}`))
      rules[rule] = severityCalled(level) ?? "warning";
  const trustedRegistries = list("TRUSTED_REGISTRIES");
  const labels = list("REQUIRE_LABELS").map((label) => requiredLabel("HADOLINT_REQUIRE_LABELS", label));
  const [format, threshold] = [text("FORMAT"), text("FAILURE_THRESHOLD")];
  return {
    settings: {
      ...defaultLintSettings,
      rules: { ...(trustedRegistries.length > 0 && { DL3026: "error" }), ...rules },
      ignore: list("IGNORE"),
      shared: {
        trustedRegistries,
        labelSchema: Object.fromEntries(labels),
        strictLabels: flag("STRICT_LABELS"),
      },
      ...(flag("DISABLE_IGNORE_PRAGMA") && { suppressions: "disregarded" }),
    },
    format: format === undefined ? undefined : formatValue("HADOLINT_FORMAT", format),
    failureThreshold:
      threshold === undefined ? undefined : thresholdValue("HADOLINT_FAILURE_THRESHOLD", threshold),
    noFail: flag("NOFAIL") || undefined,
    verbose: flag("VERBOSE"),
  };
}
