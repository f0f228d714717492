import type { PickItem } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { shellLine } from "../shellQuote";
import { askNameAndPorts, type NameAndPortsQuestion } from "./askNameAndPorts";
import { runLine } from "./runLine";
import { type RunOption, runOptions } from "./runOptions";
import type { RunProfile } from "./runProfile";
import { saveRunTask } from "./saveRunTask";

/** Asks how to run: name and ports first, then, for whoever wants it, all the rest. Undefined where it is dismissed. */
export async function askRun(
  host: CommandHost,
  question: NameAndPortsQuestion,
): Promise<RunProfile | undefined> {
  let profile = await askNameAndPorts(host, question);
  while (profile) {
    const choice = await host.ui.pick({
      title: question.title,
      placeholder: "Run it like this, or change more options first",
      items: choices(host, profile, question),
    });
    if (choice === undefined) return undefined;
    if (choice === "run") return profile;
    if (choice === "save") await saveRunTask(host, profile);
    // A question that is dismissed changes nothing, and leads back here.
    else profile = (await choice.change(host, profile, question.situation.image)) ?? profile;
  }
  return undefined;
}

function choices(
  { machine }: CommandHost,
  profile: RunProfile,
  { situation }: NameAndPortsQuestion,
): PickItem<RunOption | "run" | "save">[] {
  return [
    {
      label: "Run",
      icon: "play",
      detail: shellLine(runLine(profile), machine.shell),
      value: "run",
      picked: "picked" as const,
    },
    ...runOptions.map((option) => ({
      label: `${option.label}…`,
      icon: option.icon,
      description: option.describe(profile, situation.image),
      value: option,
    })),
    {
      label: "Save as Task",
      icon: "save",
      description: "in .vscode/tasks.json, to run it again and share it",
      value: "save",
    },
  ];
}
