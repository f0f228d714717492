import { oncePer } from "../model/oncePer";
import type { Rule } from "./rule";
import { canonicalName } from "./settings";

/** A rule's id and aliases in the form that they are compared in. */
export const canonicalNamesOf = oncePer((rule: Rule): readonly string[] =>
  [rule.id, ...rule.aliases].map(canonicalName),
);

/** Which rules a name in that form may mean: several may share an alias. */
export const rulesByName = oncePer((rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> => {
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const name of canonicalNamesOf(rule)) {
      const others = byName.get(name);
      if (others) others.push(rule);
      else byName.set(name, [rule]);
    }
  }
  return byName;
});
