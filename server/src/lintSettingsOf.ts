import type { LintSettings, RuleSetting } from "./lint/settings";
import type { Settings } from "./protocol";

/** The editor's settings in the linter's terms. Entries of `rules` that are no severity are left out. */
export function lintSettingsOf({ lint }: Settings): LintSettings {
  const { trustedRegistries, labelSchema, strictLabels } = lint;
  return {
    rules: {
      // The rule is off until somebody says which registries are to be trusted.
      ...(trustedRegistries.length > 0 && { DL3026: "error" }),
      ...Object.fromEntries(
        Object.entries(lint.rules).flatMap(([name, value]) => (isRuleSetting(value) ? [[name, value]] : [])),
      ),
    },
    select: lint.select,
    ignore: lint.ignore,
    shared: { trustedRegistries, labelSchema, strictLabels },
  };
}

const severities = ["off", "hint", "information", "warning", "error"];

function isRuleSetting(value: unknown): value is RuleSetting {
  if (typeof value === "string") return severities.includes(value);
  if (!Array.isArray(value) || value.length !== 2) return false;
  return severities.includes(value[0]) && typeof value[1] === "object" && value[1] !== null;
}
