import { definitionAt } from "../model/definitionAt";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { isTrigger } from "../model/isTrigger";
import { mountsOf } from "../model/mounts";
import { oncePer } from "../model/oncePer";
import { oncePerShell } from "../model/oncePerShell";
import { pairs } from "../model/pairs";
import { runInstructions } from "../model/runInstructions";
import { inSections } from "../model/sections";
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

/**
 * The scripts of every RUN, those in ONBUILD too, that a shell of ShellCheck's kind reads. The same values for as long as
 * neither a script nor the variables around it change.
 */
export function shellcheckScripts(dockerfile: Dockerfile): ScriptToCheck[] {
  const found: ScriptToCheck[] = [];
  for (const instruction of inSections(dockerfile, runInstructions)) {
    const shell = shellOf(dockerfile, instruction);
    const readable = readableAtZero(instruction.atZero, shell);
    if (readable.length === 0) continue;
    const scripts = shellScripts(instruction, shell);
    for (const { index, dialect, names } of readable) {
      const script = scripts[index];
      const given = names.filter((name) => isGiven(name, instruction, dockerfile));
      if (script !== undefined) found.push(toCheck(script, dialect, given));
    }
  }
  return found;
}

interface Readable {
  /** Among the instruction's scripts. */
  readonly index: number;
  readonly dialect: ShellDialect;
  /** Of the variables that it uses, in alphabetical order. */
  readonly names: readonly string[];
}

const readableAtZero = oncePerShell((atZero, shell): readonly Readable[] =>
  shellScripts(atZero, shell).flatMap(({ shell: name = "", form, text }, index): Readable[] => {
    const dialect = dialects[name];
    if (!dialect || (form !== "shell" && form !== "heredoc")) return [];
    const used = Array.from(text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g), (match) => match[1] ?? "");
    return [{ index, dialect, names: [...new Set(used)].sort() }];
  }),
);

/**
 * What comes from outside is no mistake of the script. Its first line has only the names that it uses, so that the script's
 * answer can be kept when others come and go; `read`, since their values are unknown to ShellCheck as they are to us.
 */
function toCheck(script: ShellScript, dialect: ShellDialect, given: readonly string[]): ScriptToCheck {
  const firstLine = given.length > 0 ? `read -r ${given.join(" ")}` : ":";
  const last = lastOf(script);
  if (last.one?.dialect !== dialect || last.firstLine !== firstLine) {
    last.one = { script, dialect, source: `${firstLine}\n${script.text}` };
    last.firstLine = firstLine;
  }
  return last.one;
}

interface LastToCheck {
  firstLine: string;
  one: ScriptToCheck | undefined;
}

const lastOf = oncePer((_: ShellScript): LastToCheck => ({ firstLine: "", one: undefined }));

/** Whether a RUN finds a variable in its environment: by ENV or ARG, by a secret mount, or from the builder. */
function isGiven(name: string, run: Instruction, dockerfile: Dockerfile): boolean {
  return (
    proxies.has(name) ||
    definitionAt(dockerfile, name, run) !== undefined ||
    (isTrigger(run) && definedByTriggers(dockerfile).has(name)) ||
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
