import type { Rule } from "./rule";

/** BuildKit's checks are the ones with names LikeThis. */
export function isBuilderCheck(rule: Rule, aliases: readonly string[] = rule.aliases): boolean {
  return aliases.some((name) => /^[A-Z][A-Za-z]*[a-z]$/.test(name));
}
