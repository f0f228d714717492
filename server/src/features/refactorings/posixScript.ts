import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { ShellScript } from "../../model/shell";
import { shellOf } from "../../model/shellOf";
import { shellScripts } from "../../model/shellScripts";

/** What a RUN gives to a Unix shell, in shell form without a heredoc, or in a heredoc alone; undefined for what cannot be read. */
export function posixScript(
  dockerfile: Dockerfile,
  instruction: Instruction,
  form: "shell" | "heredoc",
): ShellScript | undefined {
  const { keyword, exec, heredocs } = instruction;
  if (keyword !== "RUN" || exec !== undefined || heredocs.length !== (form === "shell" ? 0 : 1))
    return undefined;
  const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
  return script?.form === form && script.ast !== undefined && script.errors.length === 0 ? script : undefined;
}
