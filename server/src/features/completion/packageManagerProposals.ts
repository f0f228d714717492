import { CompletionItemKind } from "vscode-languageserver";
import type { Range } from "vscode-languageserver-types";
import type { CommandFlag, PackageManagerEntry, SubCommand } from "../../grammar/packageManager";
import { commandFlags, packageManager, subCommand } from "../../grammar/packageManagers";
import type { ShellCommand, ShellWord } from "../../model/shell";
import { calledCommands } from "../calledCommands";
import type { ArgumentPlace, HeredocPlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Sub-commands and flags of the package manager that the cursor stands behind; those worth most in a Dockerfile first. */
export function packageManagerProposals(place: ArgumentPlace | HeredocPlace, asked: Asked): Proposal[] {
  const command = commandBefore(place, asked);
  const manager = packageManager(command?.name ?? "");
  if (!command || !manager) return [];
  const words = command.words.filter(({ range }) => isBefore(range, asked));
  const earlier = place.text === "" ? words : words.slice(0, -1);
  const sub = earlier
    .map(({ value }) => subCommand(manager, value ?? ""))
    .find((found) => found !== undefined);
  if (takesValue(earlier.at(-1), manager, sub)) return [];
  if (place.text.startsWith("-")) return flags(manager, sub, command.words);
  if (sub === undefined) return subCommands(manager);
  // Where a package's name is as likely, a blank alone brings up no list.
  return place.text === "" && asked.trigger === undefined ? flags(manager, sub, command.words) : [];
}

/** The last command that begins before the cursor, where nothing but blanks lies between. */
function commandBefore(
  { instruction }: ArgumentPlace | HeredocPlace,
  asked: Asked,
): ShellCommand | undefined {
  const { dockerfile, position } = asked;
  const commands = calledCommands(dockerfile, instruction).filter(({ nameRange }) =>
    isBefore(nameRange, asked),
  );
  const last = commands.at(-1);
  if (last === undefined) return undefined;
  const end = last.words.findLast(({ range }) => isBefore(range, asked))?.range.end ?? last.nameRange.end;
  const between = dockerfile.textOf({ start: end, end: position });
  return /^(?:[ \t]|[\\`][ \t]*\r?\n)*$/.test(between) ? last : undefined;
}

function isBefore({ end }: Range, { position }: Asked): boolean {
  return end.line < position.line || (end.line === position.line && end.character <= position.character);
}

function takesValue(
  word: ShellWord | undefined,
  manager: PackageManagerEntry,
  sub: SubCommand | undefined,
): boolean {
  return commandFlags(manager, sub).some(
    ({ names, takesValue }) => takesValue && names.includes(word?.text ?? ""),
  );
}

function subCommands({ names, commands }: PackageManagerEntry): Proposal[] {
  return [...commands]
    .sort((a, b) => Number(b.installs) - Number(a.installs))
    .map(({ names: [label], does }) => ({
      label,
      kind: CompletionItemKind.Function,
      description: names[0],
      detail: does,
      documentation: does,
    }));
}

function flags(
  manager: PackageManagerEntry,
  sub: SubCommand | undefined,
  given: readonly ShellWord[],
): Proposal[] {
  const written = new Set(given.map(({ text }) => text.split("=", 1)[0]));
  const fitting = commandFlags(manager, sub).filter(({ names }) => !names.some((name) => written.has(name)));
  return [...fitting]
    .sort((a, b) => Number(b.recommended ?? false) - Number(a.recommended ?? false))
    .map((flag) => flagProposal(flag, manager));
}

/** The long name says what it does, so it is the one to show; the short one finds it too. */
function flagProposal({ names, does, recommended }: CommandFlag, manager: PackageManagerEntry): Proposal {
  return {
    label: names[0],
    kind: CompletionItemKind.Field,
    filter: names.join(" "),
    text: names[0],
    description: recommended ? `${manager.names[0]}, recommended` : manager.names[0],
    detail: does,
    documentation:
      names.length > 1
        ? `Also ${names
            .slice(1)
            .map((name) => `\`${name}\``)
            .join(", ")}. ${does}`
        : does,
  };
}
