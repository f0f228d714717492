import { distance } from "fastest-levenshtein";
import type { Rule } from "../lint/rule";
import { rulesByName } from "../lint/ruleNames";
import { canonicalName, type LintSettings } from "../lint/settings";
import { UsageError } from "./usageError";

/**
 * Throws a UsageError where a rule is named that nobody has: a slip would otherwise switch off what was to be checked.
 * Hadolint's and ShellCheck's codes are let through, since those that Drydock does without are in many a command line.
 */
export function refuseUnknownRules(
  rules: readonly Rule[],
  { rules: set, select, ignore }: LintSettings,
): void {
  const known = rulesByName(rules);
  const named = [...Object.keys(set), ...(Array.isArray(select) ? select : []), ...ignore];
  const slip = named.find((name) => !known.has(canonicalName(name)) && !/^(?:DL|SC)\d{4}$/i.test(name));
  if (slip !== undefined) throw unknownRule(rules, slip);
}

/** With the name that was probably meant. */
export function unknownRule(rules: readonly Rule[], name: string): UsageError {
  const names = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
  const nearest = names
    .map((each) => ({ each, away: distance(canonicalName(each), canonicalName(name)) }))
    .sort((a, b) => a.away - b.away)[0];
  const hint = nearest && nearest.away <= 3 ? ` Did you mean "${nearest.each}"?` : "";
  return new UsageError(`No rule is called "${name}".${hint} "drydock lint --list-rules" prints them all.`);
}
