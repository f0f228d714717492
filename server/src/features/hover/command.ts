import type { CommandFlag, PackageManagerEntry, SubCommand } from "../../grammar/packageManager";
import { subCommand, writtenFlags } from "../../grammar/packageManagers";
import { calledCommands } from "../calledCommands";
import { contains } from "../contains";
import { managerCall } from "../managerCall";
import { paragraphs } from "../prose/markdown";
import type { Found, Pointed } from "./found";

/** A package manager that RUN calls, its sub-command and its flags. */
export function hoverCommand({ dockerfile, instruction, position }: Pointed): Found | undefined {
  if (instruction.keyword !== "RUN") return undefined;
  const command = calledCommands(dockerfile, instruction).find(
    (one) => contains(one.range, position) && managerCall(one) !== undefined,
  );
  const call = command && managerCall(command);
  if (!command || !call) return undefined;
  const { manager, words } = call;
  const [name] = manager.names;
  const word = words.find(({ range }) => contains(range, position));
  if (word === undefined) {
    const value = paragraphs(`**${name}** – ${manager.does}`, manager.trap && `**Trap:** ${manager.trap}`);
    return contains(command.nameRange, position) ? { range: command.nameRange, value } : undefined;
  }
  const sub = words.map(({ value }) => subCommand(manager, value ?? "")).find((one) => one !== undefined);
  const value = wordProse(manager, sub, word.value ?? word.text);
  return value === undefined ? undefined : { range: word.range, value };
}

function wordProse(
  manager: PackageManagerEntry,
  sub: SubCommand | undefined,
  word: string,
): string | undefined {
  const [name] = manager.names;
  if (sub?.names.includes(word)) return `**${name} ${sub.names[0]}** – ${sub.does}`;
  const next = sub?.next?.find((one) => one.name === word);
  if (sub && next) return `**${name} ${sub.names[0]} ${next.name}** – ${next.does}`;
  const flags = word.startsWith("-") ? writtenFlags(manager, sub, word) : [];
  return flags.length === 0 ? undefined : paragraphs(...flags.map((flag) => flagProse(name, flag)));
}

function flagProse(name: string, { names, does }: CommandFlag): string {
  return `**\`${names.join("`, `")}\`** of ${name} – ${does}`;
}
