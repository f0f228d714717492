import { distance } from "fastest-levenshtein";
import { oncePer } from "../model/oncePer";
import type { Finding } from "./finding";
import type { Rule } from "./rule";
import { rulesByName } from "./ruleNames";
import { type ActiveRule, canonicalName } from "./settings";
import { silencing } from "./silencing";
import type { SuppressedName, Suppression } from "./suppressions";

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
  suppressions: readonly Suppression[],
  findings: readonly Finding[],
  rules: readonly Rule[],
  active: readonly ActiveRule[],
): Suppressed {
  if (suppressions.length === 0) return { findings: [...findings], idle: [] };
  const { silences, used } = silencing(suppressions);
  const kept = findings.filter((finding) => !silences(finding));
  const judge = idleNameJudge(rules, active);
  return { findings: kept, idle: suppressions.flatMap((suppression) => idleOf(suppression, used, judge)) };
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
    const exact = tool === "buildkit" ? named && spelledRight(text, named) : text;
    if (exact !== undefined && exact !== text) return { text, range, why: "unknown", nearest: exact };
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

/** The builder's own spelling of the name, with its capitals. */
function spelledRight(text: string, named: readonly Rule[]): string | undefined {
  const names = named.flatMap(({ id, aliases }) => [id, ...aliases]);
  return (
    names.find((name) => name === text) ?? names.find((name) => canonicalName(name) === canonicalName(text))
  );
}

function nearestName(text: string, rules: readonly Rule[]): string | undefined {
  const wanted = canonicalName(text);
  let best: { name: string; away: number } | undefined;
  for (const { name, canonical } of namesOfAll(rules)) {
    if (Math.abs(canonical.length - wanted.length) > FURTHEST) continue;
    const away = distance(wanted, canonical);
    if (away <= FURTHEST && away < wanted.length / 3 && (!best || away < best.away)) best = { name, away };
  }
  return best?.name;
}

/** In letters. */
const FURTHEST = 2;

const namesOfAll = oncePer((rules: readonly Rule[]) =>
  rules
    .flatMap(({ id, aliases }) => [id, ...aliases])
    .map((name) => ({ name, canonical: canonicalName(name) })),
);
