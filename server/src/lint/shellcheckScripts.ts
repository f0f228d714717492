import { definitionAt } from "../model/definitionAt";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { oncePer } from "../model/oncePer";
import { pairs } from "../model/pairs";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

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
  const found: ScriptToCheck[] = [];
  for (const outer of dockerfile.instructions) {
    const instruction = outer.trigger ?? outer;
    if (instruction.keyword !== "RUN") continue;
    for (const script of shellScripts(instruction, shellOf(dockerfile, instruction))) {
      const dialect = dialects[script.shell ?? ""];
      if (!dialect || (script.form !== "shell" && script.form !== "heredoc")) continue;
      const isKnown = (name: string) => isGiven(name, instruction, outer, dockerfile);
      found.push({ script, dialect, source: `${firstLine(script.text, isKnown)}\n${script.text}` });
    }
  }
  return found;
}

/** Whether a RUN finds a variable in its environment: by ENV or ARG, by a secret mount, or from the builder. */
function isGiven(name: string, run: Instruction, outer: Instruction, dockerfile: Dockerfile): boolean {
  return (
    proxies.has(name) ||
    definitionAt(dockerfile, name, run) !== undefined ||
    (run !== outer && definedByTriggers(dockerfile).has(name)) ||
    mountsOf(run).some(({ options }) => options.some(({ key, value }) => key === "env" && value === name))
  );
}

const proxies = new Set(["http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "all_proxy"]);

const definedByTriggers = oncePer(
  ({ instructions }: Dockerfile): ReadonlySet<string> =>
    new Set(
      instructions.flatMap(({ trigger }) =>
        trigger?.keyword === "ARG" || trigger?.keyword === "ENV"
          ? pairs(trigger).map(({ name }) => name)
          : [],
      ),
    ),
);

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
 * What comes from outside is no mistake of the script. Only the names that it uses, so that the script's answer can be
 * kept when others come and go; `read`, since its values are unknown to ShellCheck as they are to us.
 */
function firstLine(text: string, isKnown: (name: string) => boolean): string {
  const used = new Set(Array.from(text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g), ([, name]) => name ?? ""));
  const known = [...used].filter(isKnown).sort();
  return known.length > 0 ? `read -r ${known.join(" ")}` : ":";
}
