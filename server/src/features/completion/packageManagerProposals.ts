import { CompletionItemKind, type Position, type Range } from "vscode-languageserver-types";
import type { CommandFlag, PackageManagerEntry, SubCommand } from "../../grammar/packageManager";
import { commandFlags, subCommand } from "../../grammar/packageManagers";
import type { ShellWord } from "../../model/shell";
import { calledCommands } from "../calledCommands";
import { managerCall } from "../managerCall";
import type { ArgumentPlace, HeredocPlace } from "../place/place";
import type { Asked } from "./asked";
import { packageScripts } from "./packageScripts";
import type { Proposal } from "./proposal";

/** Sub-commands and flags of the package manager that the cursor stands behind; those worth most in a Dockerfile first. */
export function packageManagerProposals(
  place: ArgumentPlace | HeredocPlace,
  asked: Asked,
): Proposal[] | Promise<Proposal[]> {
  const call = callBefore(place, asked);
  if (call === undefined) return [];
  const { manager, earlier, others } = call;
  const sub = earlier
    .map(({ value }) => subCommand(manager, value ?? ""))
    .find((found) => found !== undefined);
  if (takesValue(earlier.at(-1), manager, sub)) return [];
  if (place.text.startsWith("-")) return flags(manager, sub, others, place.text);
  if (sub === undefined) return subCommands(manager);
  const isNext = sub.names.includes(earlier.at(-1)?.value ?? "");
  if (isNext && sub.next) return sub.next.map(({ name, does }) => ({ ...word(name, manager), detail: does }));
  if (isNext && RUNS_SCRIPTS.has(`${manager.names[0]} ${sub.names[0]}`)) return packageScripts(asked.file);
  // Where a package's name is as likely, a blank alone brings up no list.
  return place.text === "" && asked.trigger === undefined ? flags(manager, sub, others, "") : [];
}

const RUNS_SCRIPTS: ReadonlySet<string> = new Set(["npm run", "yarn run", "pnpm run", "bun run"]);

interface CallBefore {
  readonly manager: PackageManagerEntry;
  /** The words before the cursor, without the one that is being written. */
  readonly earlier: readonly ShellWord[];
  /** Every word but the one that is being written. */
  readonly others: readonly ShellWord[];
}

/** The last command that begins before the cursor, where the cursor is in a word of it, or blanks alone lie between. */
function callBefore(
  { instruction, text, kind, ...place }: ArgumentPlace | HeredocPlace,
  { dockerfile, position }: Asked,
): CallBefore | undefined {
  const commands = calledCommands(dockerfile, instruction).filter(({ nameRange }) =>
    isBefore(nameRange.end, position),
  );
  const command = commands.at(-1);
  const call = command && managerCall(command);
  if (!command || !call) return undefined;
  const isWritten = ({ start, end }: Range) => isBefore(start, position) && !isBefore(end, position);
  const written = text === "" ? undefined : call.words.find(({ range }) => isWritten(range));
  const earlier = call.words.filter((one) => one !== written && !isBefore(position, one.range.end));
  const isExec = "isExec" in place && place.isExec;
  if (written === undefined && !isExec) {
    const end = command.words.findLast(({ range }) => !isBefore(position, range.end))?.range.end;
    const between = dockerfile.textOf({ start: end ?? command.nameRange.end, end: position });
    if (!/^(?:[ \t]|[\\`][ \t]*\r?\n|[ \t]*#.*\r?\n)+$/.test(between)) return undefined;
  }
  return { manager: call.manager, earlier, others: call.words.filter((one) => one !== written) };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
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

function subCommands(manager: PackageManagerEntry): Proposal[] {
  return [...manager.commands]
    .sort((a, b) => Number(b.installs) - Number(a.installs))
    .map(({ names: [name], does }) => ({ ...word(name, manager), detail: does, documentation: does }));
}

function word(name: string, { names }: PackageManagerEntry): Proposal {
  return { label: name, kind: CompletionItemKind.Function, description: names[0], rest: /^[\w:-]*/ };
}

function flags(
  manager: PackageManagerEntry,
  sub: SubCommand | undefined,
  given: readonly ShellWord[],
  text: string,
): Proposal[] {
  const written = new Set(given.map((one) => one.text.split("=", 1)[0]));
  const fitting = commandFlags(manager, sub).filter(({ names }) => !names.some((name) => written.has(name)));
  return [...fitting]
    .sort((a, b) => Number(b.recommended ?? false) - Number(a.recommended ?? false))
    .map((flag) => flagProposal(flag, manager, text));
}

/** The usual name; behind two dashes the one that has two. */
function flagProposal(
  { names, does, recommended }: CommandFlag,
  manager: PackageManagerEntry,
  text: string,
): Proposal {
  const label = names.find((name) => name.startsWith(text.slice(0, 2))) ?? names[0];
  const others = names.filter((name) => name !== label).map((name) => `\`${name}\``);
  return {
    label,
    kind: CompletionItemKind.Field,
    rest: /^[\w-]*/,
    description: recommended ? `${manager.names[0]}, recommended` : manager.names[0],
    detail: does,
    documentation: others.length > 0 ? `Also ${others.join(", ")}. ${does}` : does,
  };
}
