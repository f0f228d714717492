import type { Dockerfile } from "../model/dockerfile";
import { type FileSetting, isSetInFile } from "../model/fileSetting";
import { insertedWord } from "../model/insertedWord";
import type { Instruction } from "../model/instruction";
import type { PackageCommand } from "../model/packageCommands";
import type { PackageManagerName } from "../model/packageSyntax";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";
import { unansweredCalls } from "../model/unansweredCalls";
import type { Problem, Report } from "./rule";

/** What of a package manager's calls is looked for. */
export interface Questions {
  readonly manager: PackageManagerName;
  readonly asks: (call: PackageCommand) => boolean;
  /** Whether hadolint looks at calls that are to do this. */
  readonly knownToPeer: (action: string) => boolean;
}

/** A problem for each call in a RUN that asks a person whether to go on. */
export function unansweredProblems(
  instruction: Instruction,
  shell: readonly string[],
  { manager, asks, knownToPeer }: Questions,
): Problem[] {
  return unansweredCalls(instruction, shell, manager, asks).flatMap(({ command, action = "", actionWord }) =>
    actionWord === undefined
      ? []
      : {
          range: { start: command.nameRange.start, end: actionWord.range.end },
          message: `"${command.name} ${action}" asks whether to go on, and a build cannot answer. Add -y.`,
          fix: { title: "Add -y", edits: [insertedWord(command, actionWord, "-y")] },
          ...(!knownToPeer(action) && { aliases: [] }),
        },
  );
}

/** Reports them for a file, where no setting in it answers beforehand. */
export function reportUnanswered(
  dockerfile: Dockerfile,
  report: Report,
  questions: Questions,
  setting: FileSetting,
): void {
  const isAnswered = isSetInFile(dockerfile, setting);
  for (const instruction of runsCalling(dockerfile, questions.manager)) {
    const problems = unansweredProblems(instruction, shellOf(dockerfile, instruction), questions);
    if (problems.length > 0 && !isAnswered(instruction)) problems.forEach(report);
  }
}
