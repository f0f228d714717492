import { isSetInFile } from "../model/fileSetting";
import { assumeYesInFile, redHatAsks } from "../model/redHatCalls";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";
import type { FileCheck } from "./rule";
import { type Questions, unansweredProblems } from "./unansweredProblems";

/** The check for calls that would wait for an answer, of dnf or of yum: both ask alike, and read the same settings. */
export function redHatNoYes(manager: "dnf" | "yum"): FileCheck["check"] {
  const questions: Questions = {
    manager,
    asks: redHatAsks,
    knownToPeer: (action) => action.endsWith("install"),
  };
  return (dockerfile, report) => {
    const isAnswered = isSetInFile(dockerfile, assumeYesInFile);
    for (const instruction of runsCalling(dockerfile, manager)) {
      if (isAnswered(instruction)) continue;
      const shell = shellOf(dockerfile, instruction);
      for (const problem of unansweredProblems(instruction, shell, questions)) report(problem);
    }
  };
}
