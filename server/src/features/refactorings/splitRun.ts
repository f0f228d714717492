import { heredocMarkers } from "../../model/heredocMarkers";
import type { Instruction } from "../../model/instruction";
import { mountsOf } from "../../model/mounts";
import { andList } from "./andList";
import { looksLikeExecForm } from "./looksLikeExecForm";
import { posixScript } from "./posixScript";
import type { Refactoring } from "./refactoring";
import { changesShell } from "./shellState";
import { splitInstruction } from "./splitInstruction";

/** Makes a RUN of its own of each command that `&&` joins. */
export const splitRun: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    // A heredoc's body stands below all of the commands, and would have to move with one of them.
    if (instruction.heredocs.length > 0) return [];
    const script = posixScript(dockerfile, instruction, "shell");
    const items = script && andList(script);
    if (selected.length > 1 || !script || !items || items.length < 2 || losesFiles(instruction)) return [];
    // Each gets a shell of its own, in which nothing is left of the one before.
    const last = items.at(-1);
    const before = script.commands.filter(({ start }) => last !== undefined && start < last.pos);
    if (changesShell({ ast: script.ast, text: script.text, commands: before })) return [];
    if (items.some(({ pos, end }) => isReadOtherwise(script.text.slice(pos, end)))) return [];
    const parts = items.map(({ pos, end }) => script.rangeOf(pos, end));
    return [
      {
        title: `Split into ${items.length} RUN instructions`,
        edits: splitInstruction(dockerfile, instruction, parts),
      },
    ];
  },
};

/** At the start of a RUN the builder takes `[…]` for an exec form, and `<<EOF` for a heredoc that is none behind `&&`. */
function isReadOtherwise(text: string): boolean {
  return looksLikeExecForm(text) || heredocMarkers(text).length > 0;
}

/** What one command leaves in such a mount is gone for the next RUN. */
function losesFiles(instruction: Instruction): boolean {
  return mountsOf(instruction).some(
    ({ type, options }) =>
      type === undefined || type === "tmpfs" || options.some(({ key }) => /^(?:rw|readwrite)$/.test(key)),
  );
}
