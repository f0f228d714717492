import { oncePerShell } from "./oncePerShell";
import type { ShellScript } from "./shell";
import { shellScripts } from "./shellScripts";

/**
 * Every script that an instruction gives to a shell, those within scripts too. Left out is what no shell reads, and a
 * script of which a shell around it expands variables first, since its text is not known. ONBUILD has none of its own:
 * ask for those of its trigger.
 */
export const everyScript = oncePerShell((instruction, shell): readonly ShellScript[] => {
  if (instruction.keyword === "ONBUILD") return [];
  const scripts: ShellScript[] = [];
  const waiting = [...shellScripts(instruction, shell)];
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (script.ast === undefined || script.writing === "expanded") continue;
    scripts.push(script);
    waiting.push(...script.nested);
  }
  return scripts;
});
