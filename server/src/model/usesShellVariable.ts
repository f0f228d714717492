import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { shellOf } from "./shellOf";
import { shellScripts } from "./shellScripts";

/**
 * Whether what an instruction runs names a variable: `$name` or `${name…}`, also where quotes keep the outer shell from
 * expanding it, since an inner one may.
 */
export function usesShellVariable(instruction: Instruction, name: string, dockerfile: Dockerfile): boolean {
  return shellScripts(instruction, shellOf(dockerfile, instruction)).some(({ text }) => namesIn(text, name));
}

function namesIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWhole = !/\w/.test(text[at + name.length] ?? "");
    if (isWhole && (text[at - 1] === "$" || text.slice(at - 2, at) === "${")) return true;
  }
  return false;
}
