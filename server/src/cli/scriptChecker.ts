import { readFileSync } from "node:fs";
import type { Problem } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { parseDockerfile } from "../model/parseDockerfile";
import { createShellCheckRunner } from "../shellcheckProgram";
import { createShellCheckService } from "../shellcheckService";
import { reasonOf } from "./reasonOf";
import { UsageError } from "./usageError";

/** What ShellCheck says of a file's scripts. */
export type ScriptChecker = (dockerfile: Dockerfile) => Promise<readonly Problem[]>;

/**
 * Asks ShellCheck about the scripts of all files beforehand, in as few processes as may be; later only about those that
 * a fix changed. Throws a UsageError where the program is not there.
 */
export async function scriptChecker(program: string, paths: readonly string[]): Promise<ScriptChecker> {
  const service = createShellCheckService({
    run: createShellCheckRunner(),
    onAnswer: () => undefined,
    onFailure: () => undefined,
    mostAnswers: Number.POSITIVE_INFINITY,
  });
  await ask(paths.flatMap(readModel));
  return async (dockerfile) => {
    await ask([dockerfile]);
    return service.answered(dockerfile, program);
  };

  async function ask(dockerfiles: readonly Dockerfile[]): Promise<void> {
    try {
      await service.complete(dockerfiles, program);
    } catch (error) {
      throw new UsageError(`--shellcheck: ${reasonOf(error)}`);
    }
  }
}

function readModel(path: string): Dockerfile[] {
  try {
    return [parseDockerfile(readFileSync(path, "utf8"))];
  } catch {
    // Whoever lints the file says that it can't be read.
    return [];
  }
}
