import type { CommandHost } from "../commandHost";
import { type RunProfile, withoutSecrets } from "./runProfile";
import { taskOfProfile } from "./runTask";

/** Writes a profile into the workspace's tasks. */
export async function saveRunTask({ ui, workspace }: CommandHost, profile: RunProfile): Promise<void> {
  const label = `Run ${profile.name ?? profile.image}`;
  const saved = await workspace.saveTask({ label, ...taskOfProfile(profile) });
  if (saved === "no folder") {
    ui.report({
      severity: "warning",
      message:
        "A task is kept in a folder's .vscode/tasks.json, and no folder is open. Open one, then save again.",
    });
    return;
  }
  const unsaved = withoutSecrets(profile)
    .environment.filter((variable) => !variable.includes("="))
    .map(
      (name) =>
        ` The value of ${name} is not in it: it is taken from the editor's environment, or asked for.`,
    );
  ui.report({ severity: "information", message: `Saved the task “${label}”.${unsaved.join("")}` });
}
