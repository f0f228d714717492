import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { oncePerShell } from "../model/oncePerShell";
import { shellOf } from "../model/shellOf";
import { pragmasOf } from "../model/shellPragma";
import { withTriggers } from "../model/withTriggers";
import { type Finding, findingOf } from "./finding";
import type { Fix, InstructionCheck, Problem, Rule, RuleFacts } from "./rule";
import type { ActiveRule } from "./settings";

type Findings = readonly Finding[];

/** What the rules that look at single instructions find in those of a section, triggers too; kept while it stays the same. */
export function checkSectionOnce(
  section: readonly Instruction[],
  dockerfile: Dockerfile,
  rules: readonly ActiveRule[],
  onCrash: (rule: Rule, error: unknown) => void,
): Findings {
  const known = ofSection(section);
  const pragmas = pragmasOf(dockerfile);
  if (known.rules === rules && known.pragmas === pragmas) return known.findings;
  const findings: Finding[] = [];
  for (const instruction of withTriggers(section)) {
    const shell = shellOf(dockerfile, instruction);
    for (const finding of checkInstructionsOnce(instruction, shell, rules, onCrash)) findings.push(finding);
  }
  Object.assign(known, { rules, pragmas, findings });
  return findings;
}

const ofSection = oncePer((_: readonly Instruction[]): Kept & { pragmas: string } => ({
  rules: undefined,
  pragmas: "",
  findings: [],
}));

/**
 * What the rules that look at single instructions find in this one. They are asked about it as if it stood at line 0,
 * and their answer is kept for as long as its text, the shell and the set of rules stay the same; wherever edits
 * elsewhere move it, only the lines are reckoned anew.
 */
function checkInstructionsOnce(
  instruction: Instruction,
  shell: readonly string[],
  rules: readonly ActiveRule[],
  onCrash: (rule: Rule, error: unknown) => void,
): Findings {
  const known = atPlace(instruction);
  if (known.rules === rules && known.shell === shell) return known.findings;
  const { atZero, firstLine } = instruction;
  const kept = keptFor(atZero, shell);
  if (kept.rules !== rules) {
    kept.findings = checkInstruction(atZero, shell, rules, onCrash);
    // Only the latest set is kept: a change of settings is rare, and the old findings would never be asked for again.
    kept.rules = rules;
  }
  known.rules = rules;
  known.shell = shell;
  known.findings =
    firstLine === 0
      ? kept.findings
      : kept.findings.map((finding) => ({ ...finding, problem: movedDown(finding.problem, firstLine) }));
  return known.findings;
}

interface Kept {
  rules: readonly ActiveRule[] | undefined;
  findings: Findings;
}

/** Of the instruction in its place, which the model keeps while neither its text nor its line changes. */
const atPlace = oncePer((_: Instruction): Kept & { shell: readonly string[] } => ({
  rules: undefined,
  shell: [],
  findings: [],
}));

/** Of the instruction at line 0, which the model keeps while the text is the same. */
const keptFor = oncePerShell((_atZero, _shell): Kept => ({ rules: undefined, findings: [] }));

function checkInstruction(
  instruction: Instruction,
  shell: readonly string[],
  rules: readonly ActiveRule[],
  onCrash: (rule: Rule, error: unknown) => void,
): Findings {
  const checks = checksOf(rules);
  const found: Finding[] = [];
  checks.found = found;
  for (const { rule, report, options } of checks.ofRules) {
    const before = found.length;
    try {
      rule.checkInstruction(instruction, report, { shell, options });
    } catch (error) {
      // What it said before it failed is as doubtful as the rest.
      found.length = before;
      onCrash(rule, error);
    }
  }
  return found;
}

/** Made once for a set of rules, since a file asks each of them thousands of times. */
interface Checks {
  /** What is being found: all of them report into it. */
  found: Finding[];
  readonly ofRules: readonly {
    readonly rule: RuleFacts & InstructionCheck;
    readonly report: (problem: Problem) => void;
    readonly options: ActiveRule["options"];
  }[];
}

const checksOf = oncePer((rules: readonly ActiveRule[]): Checks => {
  const checks: Checks = {
    found: [],
    ofRules: rules.flatMap((active) => {
      const { rule, options } = active;
      if (!rule.checkInstruction) return [];
      return [{ rule, options, report: (problem) => void checks.found.push(findingOf(active, problem)) }];
    }),
  };
  return checks;
});

/** Every place that the problem names, moved down by so many lines. */
function movedDown(problem: Problem, lines: number): Problem {
  const { range, fix, otherFixes, related } = problem;
  return {
    ...problem,
    range: lower(range, lines),
    ...(fix && { fix: lowerFix(fix, lines) }),
    ...(otherFixes && { otherFixes: otherFixes.map((other) => lowerFix(other, lines)) }),
    ...(related && { related: related.map((place) => ({ ...place, range: lower(place.range, lines) })) }),
  };
}

function lowerFix(fix: Fix, lines: number): Fix {
  return {
    ...fix,
    edits: fix.edits.map(({ range, newText }) => ({ range: lower(range, lines), newText })),
  };
}

function lower({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}
