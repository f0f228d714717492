import type { Rule, RuleOptions, Severity } from "./rule";

/** What a person can say of the linter, in an editor's settings, a file or on a command line. Names may be ids or aliases. */
export interface LintSettings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Which rules run where `rules` says nothing: those on by default, all, or the named ones. */
  readonly select: "default" | "all" | readonly string[];
  readonly ignore: readonly string[];
  /** Values for every rule that has an option of that name. */
  readonly shared: RuleOptions;
  /** Whether comments in the Dockerfile may silence findings: hadolint's `disable-ignore-pragma`. */
  readonly suppressions?: "honoured" | "disregarded";
}

export type RuleSetting = Severity | "off" | readonly [Severity | "off", RuleOptions];

export const defaultLintSettings: LintSettings = { rules: {}, select: "default", ignore: [], shared: {} };

/** A rule that is to run, with its severity and options decided. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Undefined where nobody changed it: then a problem's own severity, or the rule's, holds. */
  readonly severity: Severity | undefined;
  readonly options: RuleOptions;
}

/**
 * Decides which rules run. From weak to strong: the rule's own default, `select`, `ignore`, `rules`.
 * Between an id and an alias of the same rule the id wins.
 */
export function activeRules(rules: readonly Rule[], settings: LintSettings): ActiveRule[] {
  const overrides = new Map(
    Object.entries(settings.rules).map(([name, value]) => [canonicalName(name), value]),
  );
  const selected = Array.isArray(settings.select) ? new Set(settings.select.map(canonicalName)) : undefined;
  const ignored = new Set(settings.ignore.map(canonicalName));
  return rules.flatMap((rule) => {
    const names = [rule.id, ...rule.aliases].map(canonicalName);
    const override = names.map((name) => overrides.get(name)).find((value) => value !== undefined);
    const [severity, options] = isPair(override) ? override : [override, undefined];
    if (severity === "off") return [];
    if (severity === undefined) {
      if (names.some((name) => ignored.has(name))) return [];
      const runs = selected
        ? names.some((name) => selected.has(name))
        : settings.select === "all" || rule.default !== "off";
      if (!runs) return [];
    }
    return [{ rule, severity, options: { ...optionsOf(rule, settings.shared), ...options } }];
  });
}

export function isPair(value: RuleSetting | undefined): value is Exclude<RuleSetting, string> {
  return Array.isArray(value);
}

/** Names are compared without case and separators: `WorkdirRelativePath`, `workdir-relative-path` and `workdir_relative_path` are one. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, "");
}

function optionsOf(rule: Rule, shared: RuleOptions): RuleOptions {
  const own = (rule.options ?? []).map(({ name, default: value }) => [
    name,
    name in shared ? shared[name] : value,
  ]);
  return Object.fromEntries(own);
}
