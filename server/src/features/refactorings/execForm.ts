import type { TextEdit } from "vscode-languageserver-types";
import { execFormOfWords } from "../../lint/execFormEdits";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { plainCommand } from "../../model/plainCommand";
import type { ShellScript } from "../../model/shell";
import { shellOf } from "../../model/shellOf";
import { shellScripts } from "../../model/shellScripts";
import type { Refactoring } from "./refactoring";

/** Writes a command for which no shell is needed as a JSON array. */
export const execForm: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const { exec, heredocs, keyword } = instruction;
    if (selected.length > 1 || exec || heredocs.length > 0 || keyword === "ONBUILD") return [];
    const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
    const edits = script && editsOf(script);
    if (!edits || isHalfOfCommand(dockerfile, instruction)) return [];
    return [{ title: "Write as a JSON array", edits }];
  },
};

/**
 * ENTRYPOINT and CMD make up one command together, and in shell form they do so otherwise: a shell as ENTRYPOINT drops CMD,
 * and a shell in CMD reaches ENTRYPOINT as three words. https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function isHalfOfCommand(dockerfile: Dockerfile, { keyword, firstLine }: Instruction): boolean {
  const other = keyword === "CMD" ? "ENTRYPOINT" : "CMD";
  if (keyword !== "CMD" && keyword !== "ENTRYPOINT") return false;
  return dockerfile.stageAt(firstLine)?.instructions.some((each) => each.keyword === other) === true;
}

function editsOf(script: ShellScript): TextEdit[] | undefined {
  const words = plainCommand(script);
  const [first] = words ?? [];
  if (words === undefined || first === undefined) return undefined;
  // `exec` goes, as there is no shell left to make way.
  const before: TextEdit[] = first.start > 0 ? [{ range: script.rangeOf(0, first.start), newText: "" }] : [];
  return [...before, ...execFormOfWords(words)];
}
