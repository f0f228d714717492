import type { Dockerfile } from "../model/dockerfile";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";
import { withTriggers } from "../model/withTriggers";

/** The dialects that ShellCheck tells apart. */
export type ShellDialect = "sh" | "bash" | "dash" | "ksh";

/** One script for ShellCheck to read. */
export interface ScriptToCheck {
  readonly script: ShellScript;
  readonly dialect: ShellDialect;
  /** What ShellCheck is given: a first line that names the variables which come from outside, then the script. */
  readonly source: string;
}

/** The scripts of every RUN, those in ONBUILD too, that a shell of ShellCheck's kind reads. */
export function shellcheckScripts(dockerfile: Dockerfile): ScriptToCheck[] {
  const names = new Set([
    ...dockerfile.variableDefinitions.map(({ name }) => name),
    ...["http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "all_proxy"],
  ]);
  const found: ScriptToCheck[] = [];
  for (const instruction of withTriggers(dockerfile.instructions)) {
    if (instruction.keyword !== "RUN") continue;
    for (const script of shellScripts(instruction, shellOf(dockerfile, instruction))) {
      const dialect = dialects[script.shell ?? ""];
      if (!dialect || (script.form !== "shell" && script.form !== "heredoc")) continue;
      found.push({ script, dialect, source: `${firstLine(script.text, names)}\n${script.text}` });
    }
  }
  return found;
}

const dialects: Readonly<Record<string, ShellDialect>> = {
  sh: "sh",
  bash: "bash",
  dash: "dash",
  // Busybox' shell is nearest to it, and not every ShellCheck knows its own name.
  ash: "dash",
  busybox: "dash",
  ksh: "ksh",
};

/**
 * What ENV and ARG define is no mistake of the script. Only the names that it uses, so that the script's answer can be
 * kept when others come and go; `read`, since its values are unknown to ShellCheck as they are to us.
 */
function firstLine(text: string, names: ReadonlySet<string>): string {
  const used = new Set(Array.from(text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g), ([, name]) => name ?? ""));
  const known = [...used].filter((name) => names.has(name)).sort();
  return known.length > 0 ? `read -r ${known.join(" ")}` : ":";
}
