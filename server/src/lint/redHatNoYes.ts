import { assumeYesInFile, redHatAsks } from "../model/redHatCalls";
import type { FileCheck } from "./rule";
import { type Questions, reportUnanswered } from "./unansweredProblems";

/** The check for calls that would wait for an answer, of dnf or of yum: both ask alike, and read the same settings. */
export function redHatNoYes(manager: "dnf" | "yum"): FileCheck["check"] {
  const questions: Questions = {
    manager,
    asks: redHatAsks,
    knownToPeer: (action) => action.endsWith("install"),
  };
  return (dockerfile, report) => reportUnanswered(dockerfile, report, questions, assumeYesInFile);
}
