import type { Range } from "vscode-languageserver-types";
import { heredocText } from "../model/heredocText";
import type { Instruction } from "../model/instruction";
import type { LogicalText } from "../model/logicalText";
import { oncePer } from "../model/oncePer";
import { moveRange } from "../model/placedInstruction";
import { withTriggers } from "../model/withTriggers";
import { variableSpans } from "./variableSpans";

/** A `$name` or `${name…}` that a shell expands when the instruction, or the container, runs. */
export interface ShellVariable {
  readonly name: string;
  readonly nameRange: Range;
  /** The instruction that it stands in: of ONBUILD the trigger. */
  readonly instruction: Instruction;
}

/** Those of RUN, CMD, ENTRYPOINT and HEALTHCHECK, heredocs included; what stands in single quotes is none. */
export function shellVariables(instruction: Instruction): readonly ShellVariable[] {
  return [...withTriggers([instruction])].flatMap((one) =>
    namesAtZero(one.atZero).map(({ name, nameRange }) => ({
      name,
      nameRange: moveRange(nameRange, one.firstLine),
      instruction: one,
    })),
  );
}

const RUNS = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

interface Name {
  readonly name: string;
  readonly nameRange: Range;
}

const namesAtZero = oncePer(({ keyword, argument, exec, heredocs }: Instruction): readonly Name[] => {
  if (!RUNS.has(keyword)) return [];
  const texts = [
    ...(exec ? [] : [argument]),
    // A quoted word keeps the shell around the heredoc from expanding it. RUN's own script is read by a shell all the same.
    ...heredocs.map((heredoc) => heredocText(heredoc)),
  ];
  return texts.flatMap(namesIn);
});

function namesIn(logical: LogicalText): Name[] {
  return variableSpans(logical.text).map(({ name, nameStart, nameEnd }) => ({
    name,
    nameRange: logical.rangeOf(nameStart, nameEnd),
  }));
}
