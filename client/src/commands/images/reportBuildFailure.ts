import { basename } from "node:path";
import type { BuildFailure } from "../../engine/build";
import { failedInstruction } from "../../engine/build/failedInstruction";
import type { CommandHost } from "../commandHost";
import { progressWords } from "./buildLog";

export interface FailedBuild {
  readonly dockerfile: string;
  /** The Dockerfile's text as it was built. */
  readonly text: string;
  readonly tag: string;
  readonly failure: BuildFailure;
}

const linesShown = 10;

/** Puts a failed build on the instruction that failed, with the last lines of its output, and says so. */
export function reportBuildFailure(host: CommandHost, { dockerfile, text, tag, failure }: FailedBuild): void {
  const { ui, workspace, buildProblems } = host;
  const { message, step, exitCode, output } = failure;
  const lines = failedInstruction(text, failure) ?? { firstLine: 0, lastLine: 0 };
  const reason = exitCode === undefined ? message : `The command ended with exit code ${exitCode}.`;
  buildProblems.show({
    dockerfile,
    ...lines,
    message: [`The build of ${tag} failed here: ${reason}`, ...output.slice(-linesShown)].join("\n"),
  });

  const log = ui.output("Drydock Build");
  log.append(`\nThe build failed: ${message}\n`);
  const place = step === undefined ? basename(dockerfile) : progressWords(step);
  const lastWords = output.at(-1);
  ui.report({
    severity: "error",
    message: `The build of ${tag} failed at ${place}. ${reason}${lastWords === undefined ? "" : ` Its last output: ${lastWords}`}`,
    actions: [
      { label: "Go to Instruction", run: () => workspace.reveal(dockerfile, lines.firstLine) },
      { label: "Show Output", run: () => log.show() },
    ],
  });
}
