import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { sections } from "../model/sections";
import { type Finding, findingOf } from "./finding";
import { checkSectionOnce } from "./instructionFindings";
import type { Outside } from "./outside";
import type { Problem, Rule } from "./rule";
import type { ActiveRule } from "./settings";

/**
 * Runs the rules over a Dockerfile. Never throws: a rule that crashes is left out and named to `onCrash`, since one
 * faulty check must not take the others away. Findings come in the order of their places.
 */
export function lint(
  dockerfile: Dockerfile,
  rules: readonly ActiveRule[],
  outside: Outside,
  onCrash: (rule: Rule, error: unknown) => void,
): Finding[] {
  const findings: Finding[] = [];
  for (const active of rules) {
    const { rule, options } = active;
    if (!rule.check) continue;
    const add = (problem: Problem) => void findings.push(findingOf(active, problem));
    try {
      rule.check(dockerfile, add, { options, outside });
    } catch (error) {
      onCrash(rule, error);
    }
  }
  for (const section of sections(dockerfile))
    for (const finding of checkSectionOnce(section, dockerfile, rules, onCrash)) findings.push(finding);
  return sortedByPlace(findings);
}

export function sortedByPlace(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => compareRanges(a.problem.range, b.problem.range));
}

function compareRanges(a: Range, b: Range): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}
