import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { LogicalText } from "../model/logicalText";
import { oncePerShell } from "../model/oncePerShell";
import { moveRange } from "../model/placedInstruction";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";
import { readableShells } from "../model/shellWrappers";
import { withTriggers } from "../model/withTriggers";
import { variableSpans } from "./variableSpans";

/** A `$name` or `${name…}` that a shell expands when the instruction, or the container, runs. */
export interface ShellVariable {
  readonly name: string;
  readonly nameRange: Range;
  /** The instruction that it stands in: of ONBUILD the trigger. */
  readonly instruction: Instruction;
}

/**
 * Those of RUN, CMD, ENTRYPOINT and HEALTHCHECK, heredocs and `["sh", "-c", "…"]` included; what stands in single quotes is
 * none, unless another shell gets it. PowerShell has variables of its own, and so has what a shebang names.
 */
export function shellVariables(dockerfile: Dockerfile, instruction: Instruction): readonly ShellVariable[] {
  return [...withTriggers([instruction])].flatMap((one) =>
    namesAtZero(one.atZero, shellOf(dockerfile, instruction)).map(({ name, nameRange }) => ({
      name,
      nameRange: moveRange(nameRange, one.firstLine),
      instruction: one,
    })),
  );
}

/** Whether a script sets a name itself: it has a variable of its own then, whatever ENV or ARG say. */
export function setsItself({ argument, heredocs }: Instruction, name: string): boolean {
  const sets = new RegExp(`(?:^|[\\s;&|(])(?:${name}\\+?=|for\\s+${name}\\s|read\\s[^;&|\\n]*\\b${name}\\b)`);
  return sets.test(argument.text) || heredocs.some(({ body }) => sets.test(body));
}

interface Name {
  readonly name: string;
  readonly nameRange: Range;
}

const namesAtZero = oncePerShell((instruction, shell): readonly Name[] => {
  if (
    instruction.keyword === "ONBUILD" ||
    (!instruction.line.text.includes("$") && instruction.heredocs.length === 0)
  )
    return [];
  const names = shellScripts(instruction, shell).flatMap(namesOf);
  // What a shell in double quotes gets was expanded by the shell around it already.
  const perPlace = new Map(
    names.map((one) => [`${one.nameRange.start.line}:${one.nameRange.start.character}`, one]),
  );
  return [...perPlace.values()];
});

function namesOf(script: ShellScript): Name[] {
  if (!readableShells.has(script.shell ?? "")) return [];
  // Only in single quotes does a shell leave something to the next; a script that has none need not be parsed.
  const inner = /-c\s+'/.test(script.text) ? script.nested.flatMap(namesOf) : [];
  return [...namesIn(script.logical), ...inner];
}

function namesIn(logical: LogicalText): Name[] {
  return variableSpans(logical.text).map(({ name, nameStart, nameEnd }) => ({
    name,
    nameRange: logical.rangeOf(nameStart, nameEnd),
  }));
}
