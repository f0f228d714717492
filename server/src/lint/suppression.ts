import { distance } from "fastest-levenshtein";
import type { Dockerfile } from "../model/dockerfile";
import type { Finding } from "./finding";
import type { Rule } from "./rule";
import { canonicalNamesOf, rulesByName } from "./ruleNames";
import { type ActiveRule, canonicalName } from "./settings";
import { type SuppressedName, type Suppression, suppressionsOf } from "./suppressions";

/** A suppression, and what of it silenced nothing though it could have. */
export interface IdleSuppression {
  readonly suppression: Suppression;
  readonly names: readonly IdleName[];
  /** Nothing of it is of any use, so that all of it can go. */
  readonly isIdle: boolean;
}

export interface IdleName extends SuppressedName {
  /** "unknown": no rule is called so. */
  readonly why: "silences nothing" | "unknown";
  /** A rule's name that was probably meant. */
  readonly nearest: string | undefined;
}

export interface Suppressed {
  readonly findings: Finding[];
  readonly idle: readonly IdleSuppression[];
}

/**
 * Takes away what the file's own comments silence. A name silences whatever carries it: the rule's id, its aliases, or
 * those of the one finding. Which suppressions did nothing is told only where that is certain: a rule that is switched
 * off, that lacks knowledge of the world or that only a program like ShellCheck could have asked for may be silenced in vain.
 */
export function suppress(
  dockerfile: Dockerfile,
  findings: readonly Finding[],
  rules: readonly Rule[],
  active: readonly ActiveRule[],
): Suppressed {
  const suppressions = suppressionsOf(dockerfile);
  if (suppressions.length === 0) return { findings: [...findings], idle: [] };
  const used = new Set<Suppression | SuppressedName>();
  const silencersAt = silencersByLine(suppressions.map(silencer));
  const kept = findings.filter((finding) => {
    let isSilenced = false;
    for (const { suppression, byName } of silencersAt(finding.problem.range.start.line)) {
      const names = namesOf(finding).flatMap((name) => byName.get(name) ?? []);
      if (names.length === 0 && !(suppression.isForAll && reaches(suppression, finding))) continue;
      isSilenced = true;
      used.add(suppression);
      for (const name of names) used.add(name);
    }
    return !isSilenced;
  });
  const judge = idleNameJudge(rules, active);
  return { findings: kept, idle: suppressions.flatMap((suppression) => idleOf(suppression, used, judge)) };
}

interface Silencer {
  readonly suppression: Suppression;
  readonly byName: ReadonlyMap<string, readonly SuppressedName[]>;
}

function silencer(suppression: Suppression): Silencer {
  const byName = new Map<string, SuppressedName[]>();
  for (const name of suppression.names) {
    for (const text of codesIn(name.text, suppression)) {
      const same = byName.get(text);
      if (same) same.push(name);
      else byName.set(text, [name]);
    }
  }
  return { suppression, byName };
}

/** ShellCheck's codes may lack their letters, and stand for a range. */
function codesIn(text: string, { tool }: Suppression): string[] {
  if (tool !== "shellcheck") return [canonicalName(text)];
  const [, from, to] = /^(?:SC)?(\d{4})(?:-(?:SC)?(\d{4}))?$/.exec(text) ?? [];
  if (from === undefined) return [canonicalName(text)];
  const last = Math.min(Number(to ?? from), 9999);
  return Array.from(
    { length: Math.max(0, last - Number(from) + 1) },
    (_, index) => `sc${Number(from) + index}`,
  );
}

/** Those that reach single instructions are looked up by line, so that a file with thousands of them stays linear. */
function silencersByLine(silencers: readonly Silencer[]): (line: number) => readonly Silencer[] {
  const wide: Silencer[] = [];
  const perLine = new Map<number, Silencer[]>();
  for (const one of silencers) {
    const { lines, reach } = one.suppression;
    if (!lines || reach === "stage") {
      wide.push(one);
      continue;
    }
    for (let line = Math.max(lines.first, 0); line <= lines.last; line++) {
      const there = perLine.get(line);
      if (there) there.push(one);
      else perLine.set(line, [one]);
    }
  }
  return (line) => [
    ...wide.filter(({ suppression: { lines } }) => !lines || (line >= lines.first && line <= lines.last)),
    ...(perLine.get(line) ?? []),
  ];
}

function namesOf({ rule, problem }: Finding): readonly string[] {
  const names = canonicalNamesOf(rule);
  return problem.aliases ? [...names, ...problem.aliases.map(canonicalName)] : names;
}

/** What "all" means to each tool: its own checks and nobody else's. */
function reaches({ tool }: Suppression, { rule, problem }: Finding): boolean {
  if (tool === "buildkit") return isBuilderCheck(rule, problem.aliases);
  if (tool === "shellcheck")
    return [...rule.aliases, ...(problem.aliases ?? [])].some((name) => /^SC\d{4}$/.test(name));
  return true;
}

/** BuildKit's checks are the ones with names LikeThis. */
export function isBuilderCheck(rule: Rule, aliases: readonly string[] = rule.aliases): boolean {
  return aliases.some((name) => /^[A-Z][A-Za-z]*[a-z]$/.test(name));
}

type Judge = (name: SuppressedName, suppression: Suppression) => IdleName | undefined;

function idleOf(suppression: Suppression, used: ReadonlySet<unknown>, judge: Judge): IdleSuppression[] {
  if (suppression.void) return [{ suppression, names: [], isIdle: true }];
  if (suppression.isForAll) {
    // `skip=all` is a stance towards a builder, not a remark on one finding.
    const mayGo = suppression.tool === "drydock" || suppression.tool === "dockerfile-utils";
    return mayGo && !used.has(suppression) ? [{ suppression, names: [], isIdle: true }] : [];
  }
  const names = suppression.names.flatMap((name) => (used.has(name) ? [] : (judge(name, suppression) ?? [])));
  return names.length > 0 ? [{ suppression, names, isIdle: names.length === suppression.names.length }] : [];
}

function idleNameJudge(rules: readonly Rule[], active: readonly ActiveRule[]): Judge {
  const isActive = new Set(active.map(({ rule }) => rule));
  const called = rulesByName(rules);
  return ({ text, range }, { tool }) => {
    // Without ShellCheck nobody can tell; with it, the next version may.
    if (tool === "shellcheck" || /^SC\d{4}$/i.test(text)) return undefined;
    const named = called.get(canonicalName(text));
    if (named) {
      const isCertain = named.every((rule) => isActive.has(rule) && !rule.needs && !rule.checkSuppressions);
      return isCertain ? { text, range, why: "silences nothing", nearest: undefined } : undefined;
    }
    const nearest = nearestName(text, rules);
    // Another tool may have rules that we do not know: then only a slip of the pen is certain.
    if (tool !== "drydock" && (nearest === undefined || /\d/.test(text))) return undefined;
    return { text, range, why: "unknown", nearest };
  };
}

function nearestName(text: string, rules: readonly Rule[]): string | undefined {
  const wanted = canonicalName(text);
  let best: { name: string; away: number } | undefined;
  for (const name of rules.flatMap(({ id, aliases }) => [id, ...aliases])) {
    const away = distance(wanted, canonicalName(name));
    if (away <= 2 && away < wanted.length / 3 && (!best || away < best.away)) best = { name, away };
  }
  return best?.name;
}
