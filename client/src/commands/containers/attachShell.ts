import type { Engine } from "../../engine/engine";
import { isEngineError } from "../../engine/isEngineError";
import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer } from "./chooseContainers";
import { hangingUp } from "./hangingUp";

/** The pleasantest first. */
const shells = ["bash", "zsh", "fish", "ash", "sh", "pwsh", "powershell", "cmd"];

export const attachShell: Command<ContainerSubject> = {
  id: "containers.attachShell",
  title: "Attach Shell…",
  icon: "terminal",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows("running"), group: "inline@4" },
    { menu: "view/item/context", rows: containerRows("running"), group: "1_run@6" },
  ],
  palette: "always",

  async run(host, selected) {
    const { ui } = host;
    const container = await chooseContainer(host, selected, {
      title: "Attach Shell",
      placeholder: "Which container?",
      states: ["running"],
      none: "No container is running.",
    });
    if (!container) return;
    const engine = await host.engine();
    const found = await ui.progress(`Looking for shells in ${container.name}`, ({ signal }) =>
      findShells(engine, container.id, signal),
    );
    if (found.length === 0) {
      ui.report({
        severity: "warning",
        message: `${container.name} has no shell: its image contains only what its program needs. Run a program that it does have instead.`,
        actions: [
          {
            label: "Execute Command…",
            run: () => host.run("containers.execute", [{ kind: "container", container }]),
          },
        ],
      });
      return;
    }
    const shell =
      found.length === 1
        ? found[0]
        : await ui.pick({
            title: `Attach Shell to ${container.name}`,
            placeholder: "Which shell?",
            items: found.map((label) => ({ label, icon: "terminal", value: label })),
          });
    if (shell === undefined) return;
    ui.openTerminal({
      name: `${container.name}: ${shell}`,
      start: async (screen) => hangingUp(await engine.containers.openTerminal(container.id, [shell], screen)),
      atEnd: "close where it went well",
    });
  },

  equivalent: ({ container }) =>
    container.state === "running" ? ["docker", "exec", "-it", container.name, "sh"] : undefined,
};

/** The shells that really start in there. All are tried at once. */
async function findShells(engine: Engine, id: string, signal: AbortSignal): Promise<readonly string[]> {
  const tried = await Promise.all(
    shells.map(async (shell) => {
      const nothing = shell === "cmd" ? ["/c", "exit 0"] : ["-c", "exit 0"];
      try {
        return (await engine.containers.execute(id, [shell, ...nothing], signal)).exitCode === 0;
      } catch (error) {
        // Newer engines refuse what is not there, older ones give it an exit code.
        const missing =
          isEngineError(error) && (error.kind === "invalid-request" || error.kind === "engine-failed");
        if (missing) return false;
        throw error;
      }
    }),
  );
  return shells.filter((_, index) => tried[index]);
}
