import { CompletionItemKind } from "vscode-languageserver-types";
import { defaultShell, shells } from "../../grammar/shells";
import { signals } from "../../grammar/signals";
import type { Proposal } from "./proposal";

/** Signals that programs stop at first; the rest as they are numbered. */
export function signalProposals(): Proposal[] {
  const usual = ["SIGTERM", "SIGINT", "SIGQUIT", "SIGWINCH", "SIGUSR1", "SIGHUP", "SIGKILL"];
  const rank = (name: string) => (usual.indexOf(name) + usual.length + 1) % (usual.length + 1);
  return [...signals]
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, number, does }) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      description: String(number),
      detail: does,
    }));
}

/** Whole arguments of SHELL. */
export function shellProposals(): Proposal[] {
  return [
    ...shells.map(({ instruction, does }) => shellProposal(instruction.slice("SHELL ".length), does)),
    shellProposal(JSON.stringify(defaultShell.linux), "The default on Linux."),
  ];
}

function shellProposal(label: string, detail: string): Proposal {
  return { label, kind: CompletionItemKind.Value, detail, filter: label };
}

/** The strings of a SHELL that is written by hand: a program, then the options that those of the table have. */
export function shellStringProposals(words: readonly string[]): Proposal[] {
  const all = shells.map(({ instruction, does }) => ({ strings: stringsOf(instruction), does }));
  if (words.length === 0)
    return all.map(({ strings: [label = ""], does }) => ({
      label,
      kind: CompletionItemKind.Value,
      detail: does,
    }));
  const own = all.find(({ strings }) => strings[0] === words[0])?.strings ?? ["", "-c"];
  return own
    .slice(1)
    .filter((label) => !words.includes(label))
    .map((label) => ({ label, kind: CompletionItemKind.Value }));
}

function stringsOf(instruction: string): readonly string[] {
  return JSON.parse(instruction.slice("SHELL ".length)) as string[];
}

/** The word between the image and the name of a stage. */
export const asProposal: Proposal = {
  label: "AS",
  kind: CompletionItemKind.Keyword,
  text: "AS ",
  filter: "AS",
  detail: "Names the stage.",
};

/** The form that needs no shell, and hands signals to the program itself. */
export const execFormProposal: Proposal = {
  label: '["executable", "argument"]',
  kind: CompletionItemKind.Snippet,
  snippet: '["${1:executable}", "${2:argument}"]',
  filter: "[",
  detail: "Exec form: run without a shell, so signals reach the program.",
};
