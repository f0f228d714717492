import type { Dockerfile } from "../model/dockerfile";
import { checkDirective } from "./checkDirective";
import { type Finding, findingOf } from "./finding";
import { isBuilderCheck } from "./isBuilderCheck";
import { lint, sortedByPlace } from "./lint";
import type { Outside } from "./outside";
import { programFindings } from "./programFindings";
import type { Problem, Program, Rule } from "./rule";
import { canonicalNamesOf, rulesByName } from "./ruleNames";
import { type ActiveRule, activeRules, canonicalName, isPair, type LintSettings } from "./settings";
import { type IdleSuppression, suppress } from "./suppression";
import { suppressionsOf } from "./suppressions";

/** All that judging a file takes besides the file itself. */
export interface LintTask {
  readonly rules: readonly Rule[];
  readonly settings: LintSettings;
  readonly outside: Outside;
  readonly onCrash: (rule: Rule, error: unknown) => void;
  /** What a program found in this file. */
  readonly programs?: Readonly<Partial<Record<Program, readonly Problem[]>>> | undefined;
}

/**
 * The findings of a file as a person sees them: the rules that its settings and its `# check=` directive choose, less
 * what its comments silence, with what its comments silence in vain.
 */
export function lintFile(dockerfile: Dockerfile, task: LintTask): Finding[] {
  const { rules, settings, outside, onCrash } = task;
  const directive = checkDirective(dockerfile);
  const experimental = directive?.experimental;
  const active = rulesFor(
    rules,
    settings,
    experimental?.all ? "all" : experimental?.names.map(({ text }) => text),
  );
  const own = lint(dockerfile, active, outside, onCrash);
  const fromPrograms = programFindings(active, task.programs, own, dockerfile);
  const all = fromPrograms.length === 0 ? own : sortedByPlace([...own, ...fromPrograms]);
  const chosen = chooseByProblemName(all, rules, settings);
  const graded = directive?.isError ? chosen.map(asBuildError) : chosen;
  const suppressions = suppressionsOf(dockerfile).filter(
    // What is said to the builder holds, since the builder heeds it.
    ({ tool }) => settings.suppressions !== "disregarded" || tool === "buildkit",
  );
  const { findings, idle } = suppress(suppressions, graded, rules, active);
  if (idle.length === 0) return findings;
  // What is said about suppressions can be silenced by a suppression in its turn; that one is never called idle.
  const about = active.flatMap((one) => idleFindings(one, idle, onCrash));
  return sortedByPlace([...findings, ...suppress(suppressions, about, rules, active).findings]);
}

/** Kept per settings, so that the same settings give the same array: what was found in an instruction is kept for it. */
const kept = new WeakMap<
  LintSettings,
  Map<string, { rules: readonly Rule[]; active: readonly ActiveRule[] }>
>();

/** Checks that the builder runs only when a file asks for them are off with us, and on where the file asks. */
function rulesFor(
  rules: readonly Rule[],
  settings: LintSettings,
  experimental: "all" | readonly string[] | undefined,
): readonly ActiveRule[] {
  const perFile = kept.get(settings) ?? new Map();
  kept.set(settings, perFile);
  const key = JSON.stringify(experimental ?? []);
  const known = perFile.get(key);
  if (known?.rules === rules) return known.active;
  const active = activeRules(
    rules,
    experimental ? withExperimental(rules, settings, experimental) : settings,
  );
  perFile.set(key, { rules, active });
  return active;
}

function withExperimental(
  rules: readonly Rule[],
  settings: LintSettings,
  asked: "all" | readonly string[],
): LintSettings {
  const names = new Set(asked === "all" ? [] : asked.map(canonicalName));
  const wanted = rules.filter(
    (rule) =>
      rule.default === "off" &&
      isBuilderCheck(rule) &&
      (asked === "all" || [rule.id, ...rule.aliases].some((name) => names.has(canonicalName(name)))),
  );
  const on = Object.fromEntries(wanted.map(({ id, severity }) => [id, severity]));
  return { ...settings, rules: { ...on, ...settings.rules } };
}

/**
 * Some rules speak under many names, one for each problem: ShellCheck's. What the settings say of such a name holds for
 * the problems that carry it.
 */
function chooseByProblemName(
  findings: readonly Finding[],
  rules: readonly Rule[],
  settings: LintSettings,
): readonly Finding[] {
  if (findings.every(({ problem }) => !problem.aliases?.length)) return findings;
  const ignored = new Set(settings.ignore.map(canonicalName));
  const said = new Map(Object.entries(settings.rules).map(([name, value]) => [canonicalName(name), value]));
  if (ignored.size === 0 && said.size === 0) return findings;
  // Settings may have been brought to the ids of the rules that share a name with the problem.
  const called = rulesByName(rules);
  return findings.flatMap((finding) => {
    const { rule, problem } = finding;
    if (!problem.aliases?.length) return [finding];
    const own = new Set(canonicalNamesOf(rule));
    const aliases = problem.aliases.map(canonicalName).filter((name) => !own.has(name));
    const names = aliases.flatMap((name) => [
      name,
      ...(called.get(name) ?? []).map(({ id }) => canonicalName(id)),
    ]);
    const setting = names.map((name) => said.get(name)).find((value) => value !== undefined);
    const level = isPair(setting) ? setting[0] : setting;
    if (level === "off" || (level === undefined && names.some((name) => ignored.has(name)))) return [];
    return [level ? { ...finding, severity: level } : finding];
  });
}

/** `error=true`: whatever the builder's own checks find stops the build. */
function asBuildError(finding: Finding): Finding {
  return isBuilderCheck(finding.rule, finding.problem.aliases) ? { ...finding, severity: "error" } : finding;
}

function idleFindings(
  active: ActiveRule,
  idle: readonly IdleSuppression[],
  onCrash: LintTask["onCrash"],
): Finding[] {
  const { rule } = active;
  if (!rule.checkSuppressions) return [];
  const found: Finding[] = [];
  const report = (problem: Problem) => void found.push(findingOf(active, problem));
  try {
    rule.checkSuppressions(idle, report);
  } catch (error) {
    onCrash(rule, error);
  }
  return found;
}
