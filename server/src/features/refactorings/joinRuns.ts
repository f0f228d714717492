import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { ShellScript } from "../../model/shell";
import { andList } from "./andList";
import { hasPlainHead, joinInstructions } from "./joinInstructions";
import { posixScript } from "./posixScript";
import type { Refactoring } from "./refactoring";
import { changesShell } from "./shellState";
import { withNext } from "./withNext";

/** Joins a RUN with the one below, or all that are selected, by `&&`. */
export const joinRuns: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    if (instruction.keyword !== "RUN") return [];
    const group = selected.length > 1 ? selected : withNext(dockerfile, instruction);
    if (group.length < 2 || !mayJoin(dockerfile, group)) return [];
    const title =
      selected.length > 1 ? `Join ${selected.length} RUN instructions` : "Join with the RUN below";
    return [{ title, edits: joinInstructions(dockerfile, group, "&&") }];
  },
};

/** One shell reads them all afterwards, so none but the last may change it; and `a && b || c` is not `a && (b || c)`. */
function mayJoin(dockerfile: Dockerfile, group: readonly Instruction[]): boolean {
  const stage = dockerfile.stageAt(group[0]?.firstLine ?? 0);
  return group.every((instruction, index) => {
    const script = posixScript(dockerfile, instruction, "shell");
    if (script === undefined || dockerfile.stageAt(instruction.firstLine) !== stage) return false;
    if (index > 0 && (!hasPlainHead(instruction) || andList(script) === undefined)) return false;
    if (index < group.length - 1 && (changesShell(script) || !isOpenEnded(script))) return false;
    return flagsOf(instruction) === flagsOf(group[0]);
  });
}

/** Whether `&&` may follow: no comment, semicolon or ampersand stands at the end. */
function isOpenEnded({ ast, text }: ShellScript): boolean {
  const end = ast?.commands.at(-1)?.end;
  return end !== undefined && text.slice(end).trim() === "";
}

function flagsOf(instruction: Instruction | undefined): string {
  return (instruction?.flags ?? []).map(({ name, value }) => `${name}=${value}`).join(" ");
}
