import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { shellOf } from "./shellOf";
import { shellScripts } from "./shellScripts";

/**
 * The variables that what an instruction runs names as `$name` or `${name…}`, also where quotes keep the outer shell from
 * expanding them, since an inner one may.
 */
export function shellVariableNames(instruction: Instruction, dockerfile: Dockerfile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of shellScripts(instruction, shellOf(dockerfile, instruction)))
    for (const [, name] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) if (name !== undefined) names.add(name);
  return names;
}
