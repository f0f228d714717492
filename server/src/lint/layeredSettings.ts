import type { Rule, RuleOptions } from "./rule";
import { canonicalName, defaultLintSettings, isPair, type LintSettings, type RuleSetting } from "./settings";

/**
 * The one place where several people's words are weighed. From weak to strong:
 *
 * 1. the rules' own defaults,
 * 2. `.hadolint.yaml` or whatever file stands in for it,
 * 3. the editor's `drydock.lint.*` settings,
 * 4. the command line,
 * 5. `# check=` and the suppression comments of the Dockerfile itself (see `lintFile`), unless they are disregarded.
 *
 * What a stronger layer says of a rule, by whichever of its names, replaces what a weaker one said of it. A layer that
 * says nothing (an empty list, `select: "default"`) leaves the weaker one's word standing. `select` is about rules that
 * nobody said anything of: what a weaker layer ignores stays ignored.
 */
export function layeredSettings(
  rules: readonly Rule[],
  ...weakToStrong: readonly LintSettings[]
): LintSettings {
  const idsOf = idsByName(rules);
  return weakToStrong.reduce((weak, strong) => overlay(weak, strong, idsOf), defaultLintSettings);
}

type IdsOf = (name: string) => readonly string[];

function overlay(weak: LintSettings, strong: LintSettings, idsOf: IdsOf): LintSettings {
  const ignored = strong.ignore.flatMap(idsOf);
  const said = new Map(rulesById(weak, idsOf));
  for (const id of ignored) said.delete(id);
  for (const [id, value] of rulesById(strong, idsOf)) said.set(id, withOptions(value, said.get(id)));
  const suppressions = strong.suppressions ?? weak.suppressions;
  return {
    rules: Object.fromEntries(said),
    select: strong.select === "default" ? weak.select : strong.select,
    ignore: [...new Set([...weak.ignore.flatMap(idsOf), ...ignored])],
    shared: { ...weak.shared, ...spoken(strong.shared) },
    ...(suppressions && { suppressions }),
  };
}

/** A layer that changes the severity alone leaves the options that a weaker one gave. */
function withOptions(strong: RuleSetting, weak: RuleSetting | undefined): RuleSetting {
  return !isPair(strong) && isPair(weak) ? [strong, weak[1]] : strong;
}

/** Within a layer an id is stronger than an alias, so the ids come last. */
function rulesById({ rules }: LintSettings, idsOf: IdsOf): [string, RuleSetting][] {
  const entries = Object.entries(rules).flatMap(([name, value]) =>
    idsOf(name).map((id) => ({ id, value, isId: canonicalName(id) === canonicalName(name) })),
  );
  return entries.sort((a, b) => Number(a.isId) - Number(b.isId)).map(({ id, value }) => [id, value]);
}

function spoken(shared: RuleOptions): RuleOptions {
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** A name that no rule has stands for itself: ShellCheck's own codes are known to ShellCheck only. */
function idsByName(rules: readonly Rule[]): IdsOf {
  const ids = new Map<string, string[]>();
  for (const { id, aliases } of rules) {
    for (const name of new Set([id, ...aliases].map(canonicalName))) {
      const known = ids.get(name);
      if (known) known.push(id);
      else ids.set(name, [id]);
    }
  }
  return (name) => ids.get(canonicalName(name)) ?? [name];
}
