import * as vscode from "vscode";
import type { CommandHost } from "../commands/commandHost";
import { replaceAndStart } from "../commands/run/runAgain";
import { runLine } from "../commands/run/runLine";
import { profileOfTask, runTaskType } from "../commands/run/runTask";
import { shellLine } from "../commands/shellQuote";
import type { TerminalScreen, TerminalSession } from "../engine/terminal";
import { plainText } from "../ui/plainText";
import { terminalOf } from "../ui/vscodeTerminals";

/** Runs the tasks that “Save as Task” writes. None is proposed by itself: what runs is what a person wrote down. */
export function registerRunTasks(host: CommandHost): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(runTaskType, {
    provideTasks: () => [],
    resolveTask(task) {
      const execution = new vscode.CustomExecution(async (definition) =>
        terminalOf(
          {
            start: async (screen) => startTask(host, definition as Readonly<Record<string, unknown>>, screen),
            atEnd: "close",
          },
          (error) => host.reportFailure(error, task.name),
        ),
      );
      return new vscode.Task(
        task.definition,
        task.scope ?? vscode.TaskScope.Workspace,
        task.name,
        "Drydock",
        execution,
      );
    },
  });
}

/** The task is done once the container runs: that lives on, like one that was run from its image's row. */
async function startTask(
  host: CommandHost,
  definition: Readonly<Record<string, unknown>>,
  { print }: TerminalScreen,
): Promise<TerminalSession> {
  const profile = profileOfTask(definition);
  print(`${plainText(shellLine(runLine(profile), host.machine.shell)).replaceAll("\n", "\r\n")}\r\n`);
  const engine = await host.engine();
  const ended = replaceAndStart(host, engine, profile).then((outcome) => (outcome === "runs" ? 0 : 1));
  return { ended, write: () => undefined, resize: async () => undefined, close: () => undefined };
}
