import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { splitWords } from "../run/splitWords";
import { chooseContainer } from "./chooseContainers";
import { hangingUp } from "./hangingUp";

export const executeCommand: Command<ContainerSubject> = {
  id: "containers.execute",
  title: "Execute Command…",
  icon: "terminal-cmd",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows("running"), group: "1_run@7" }],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Execute Command",
      placeholder: "Which container?",
      states: ["running"],
      none: "No container is running.",
    });
    if (!container) return;
    const earlier = earlierCommands(host, container.image);
    const typed = await host.ui.suggest({
      title: `Execute Command in ${container.name}`,
      placeholder: "Type a command, or choose an earlier one",
      action: "Execute",
      proposals: earlier.map((line) => ({ label: line, icon: "history", value: line })),
      validate(value) {
        if (value.trim() === "") return { severity: "error", message: "Type a command." };
        return splitWords(value) === undefined
          ? { severity: "information", message: "Runs through sh, because it uses shell syntax." }
          : undefined;
      },
    });
    const line = typed?.trim() ?? "";
    if (line === "") return;
    await remember(host, container.image, line);
    const engine = await host.engine();
    host.ui.openTerminal({
      name: `${container.name}: ${line}`,
      start: async (screen) =>
        hangingUp(await engine.containers.openTerminal(container.id, commandOf(line), screen)),
      atEnd: "stay",
    });
  },

  equivalent: ({ container }) =>
    container.state === "running" ? ["docker", "exec", "-it", container.name, "COMMAND"] : undefined,
};

/** Plain words need no shell, and not every image has one. */
function commandOf(line: string): readonly string[] {
  return splitWords(line) ?? ["sh", "-c", line];
}

const mostRemembered = 20;

function earlierCommands({ memory }: CommandHost, image: string): string[] {
  return (memory.get(`execute.commands:${image}`) ?? "").split("\n").filter((line) => line !== "");
}

/** What looks as if it held a password is not kept. */
async function remember(host: CommandHost, image: string, line: string): Promise<void> {
  if (/passw|secret|token|credential|api_?key|(?:^|\s)-p\S/i.test(line)) return;
  const lines = [line, ...earlierCommands(host, image).filter((other) => other !== line)];
  await host.memory.set(`execute.commands:${image}`, lines.slice(0, mostRemembered).join("\n"));
}
