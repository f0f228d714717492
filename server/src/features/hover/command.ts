import { commandFlag, packageManager, subCommand } from "../../grammar/packageManagers";
import { calledCommands } from "../calledCommands";
import { contains } from "../contains";
import { paragraphs } from "../prose/markdown";
import type { Found, Pointed } from "./found";

/** A package manager that RUN calls, its sub-command and its flags. */
export function hoverCommand({ dockerfile, instruction, position }: Pointed): Found | undefined {
  if (instruction.keyword !== "RUN") return undefined;
  const command = calledCommands(dockerfile, instruction).find(
    ({ name, range }) => contains(range, position) && packageManager(name ?? "") !== undefined,
  );
  const manager = packageManager(command?.name ?? "");
  if (!command || !manager) return undefined;
  const [name] = manager.names;
  if (contains(command.nameRange, position))
    return {
      range: command.nameRange,
      value: paragraphs(`**${name}** – ${manager.does}`, manager.trap && `**Trap:** ${manager.trap}`),
    };
  const word = command.words.find(({ range }) => contains(range, position));
  const sub = command.words
    .map(({ value }) => subCommand(manager, value ?? ""))
    .find((one) => one !== undefined);
  if (word === undefined) return undefined;
  if (sub?.names.includes(word.text))
    return { range: word.range, value: `**${name} ${sub.names[0]}** – ${sub.does}` };
  const flag = word.text.startsWith("-") ? commandFlag(manager, sub, word.text) : undefined;
  return flag && { range: word.range, value: `**\`${flag.names.join("`, `")}\`** of ${name} – ${flag.does}` };
}
