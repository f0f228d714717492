import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { shellOf } from "../model/shellOf";
import { withTriggers } from "../model/withTriggers";
import type { Finding } from "./finding";
import { checkInstructionsOnce } from "./instructionFindings";
import type { Outside } from "./outside";
import type { Problem, Rule, Severity } from "./rule";
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
    const add = (problem: Problem) => findings.push({ rule, severity: severityOf(active, problem), problem });
    try {
      if (rule.check) rule.check(dockerfile, add, { options, outside });
    } catch (error) {
      onCrash(rule, error);
    }
  }
  for (const instruction of withTriggers(dockerfile.instructions)) {
    const shell = shellOf(dockerfile, instruction);
    for (const { active, problem } of checkInstructionsOnce(instruction, shell, rules, onCrash)) {
      findings.push({ rule: active.rule, severity: severityOf(active, problem), problem });
    }
  }
  return sortedByPlace(findings);
}

export function sortedByPlace(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => compareRanges(a.problem.range, b.problem.range));
}

/** A person's word is stronger than the rule's, the problem's own stronger than the rule's general one. */
export function severityOf({ rule, severity }: ActiveRule, problem: Problem): Severity {
  return severity ?? problem.severity ?? rule.severity;
}

function compareRanges(a: Range, b: Range): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}
