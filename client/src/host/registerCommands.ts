import * as vscode from "vscode";
import { type Command, fullId } from "../commands/command";
import type { CommandHost } from "../commands/commandHost";
import type { FileSubject, Subject } from "../selection/subject";
import { subjectOfRow } from "../views/treeView";
import { fileSubject } from "./fileSubject";

export interface CommandRegistration {
  readonly commands: readonly Command[];
  readonly host: CommandHost;
  /** The rows selected in the view that has the focus. */
  readonly focusedSelection: () => readonly Subject[];
}

/** Makes the editor's commands of ours: turns what it hands over into subjects, and catches what goes wrong. */
export function registerCommands({
  commands,
  host,
  focusedSelection,
}: CommandRegistration): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(fullId(command), (...values: unknown[]) =>
        runCommand(command, host, values[0] === "selection" ? focusedSelection() : subjectsOf(values)),
      ),
    ),
  );
}

/** Runs a command on what it understands of a selection. Never rejects. */
export async function runCommand(
  command: Command,
  host: CommandHost,
  subjects: readonly Subject[],
): Promise<void> {
  if (command.trust !== "not needed" && !vscode.workspace.isTrusted) {
    host.ui.report({
      severity: "warning",
      message: `“${command.title}” is not available until you trust this workspace: its files could decide what is run.`,
      actions: [
        {
          label: "Manage Trust",
          run: async () => void (await vscode.commands.executeCommand("workbench.trust.manage")),
        },
      ],
    });
    return;
  }
  try {
    await command.run(
      host,
      subjects.filter(({ kind }) => command.on?.includes(kind) ?? false),
    );
  } catch (error) {
    host.reportFailure(error, command.title);
  }
}

/** The editor hands over the row or file that was clicked and, where several are selected, all of them. */
function subjectsOf([clicked, selected]: readonly unknown[]): Subject[] {
  const values = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  return values.flatMap((value) => subjectOfRow(value) ?? subjectOfFile(value) ?? []);
}

function subjectOfFile(value: unknown): FileSubject | undefined {
  if (value instanceof vscode.Uri) return fileSubject(value);
  // What the language server puts into its code lenses.
  const { uri, target } = (value ?? {}) as { readonly uri?: unknown; readonly target?: unknown };
  if (typeof uri !== "string") return undefined;
  return { ...fileSubject(vscode.Uri.parse(uri)), ...(typeof target === "string" && { target }) };
}
