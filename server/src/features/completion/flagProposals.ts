import { CompletionItemKind } from "vscode-languageserver-types";
import type { Flag } from "../../grammar/flag";
import { flagsOf } from "../../grammar/flags";
import { mountTypes } from "../../grammar/mounts";
import type { FlagPlace } from "../place/place";
import type { Proposal } from "./proposal";

/** The flags that the instruction has, less those given that may be given but once. */
export function flagProposals({ keyword, instruction, text, behind }: FlagPlace): Proposal[] {
  const given = new Set(instruction.flags.map(({ name }) => name));
  const rest = text === "" ? "" : (/^[\w-]*/.exec(behind)?.[0] ?? "");
  given.delete((text + rest).replace(/^--?/, ""));
  return flagsOf(keyword)
    .filter(({ name, repeatable }) => repeatable || !given.has(name))
    .flatMap((flag) =>
      flag.value.kind === "mount" ? [plain(keyword, flag), ...mounts()] : [plain(keyword, flag)],
    );
}

function plain(keyword: string, { name, value, since, does }: Flag): Proposal {
  const isSwitch = value.kind === "boolean";
  return {
    label: `--${name}`,
    kind: CompletionItemKind.Field,
    text: isSwitch ? `--${name}` : `--${name}=`,
    filter: `--${name}`,
    description: since && `syntax ${since}`,
    detail: does,
    documentation: { of: "flag", keyword, name },
    continues: !isSwitch,
  };
}

function mounts(): Proposal[] {
  return mountTypes.map(({ type, does, snippet }) => ({
    label: `--mount=type=${type}`,
    kind: CompletionItemKind.Snippet,
    snippet: `--mount=${snippet}`,
    filter: `--mount=type=${type}`,
    detail: does,
    documentation: { of: "mountType", name: type },
  }));
}
