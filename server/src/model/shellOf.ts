import { ancestors } from "./ancestors";
import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";

/** The shell that reads an instruction's shell form: the last SHELL above it, its stage's or inherited, or the default. */
export function shellOf(dockerfile: Dockerfile, instruction: Instruction): readonly string[] {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return LINUX;
  const changes = shellsOf(stage);
  const own = changes.findLast(({ firstLine }) => firstLine < instruction.firstLine);
  if (own !== undefined) return own.shell;
  for (const parent of ancestors(stage)) {
    const last = shellsOf(parent).at(-1);
    if (last !== undefined) return last.shell;
  }
  return defaultShell(dockerfile, stage);
}

const LINUX = ["/bin/sh", "-c"];
const WINDOWS = ["cmd", "/S", "/C"];

interface ShellChange {
  readonly firstLine: number;
  readonly shell: readonly string[];
}

/** Its SHELL instructions that name one. */
const shellsOf = oncePer(({ instructions }: Stage): readonly ShellChange[] =>
  instructions.flatMap(({ keyword, exec, firstLine }) =>
    keyword === "SHELL" && exec !== undefined && exec.strings.length > 0
      ? [{ firstLine, shell: exec.strings.map(({ value }) => value) }]
      : [],
  ),
);

/** An escape directive is there for the sake of Windows paths, so it tells as much as the base image. */
function defaultShell({ escapeCharacter }: Dockerfile, stage: Stage): readonly string[] {
  const root = [...ancestors(stage)].at(-1) ?? stage;
  const image = root.base?.expanded ?? root.base?.word.value ?? "";
  const platform = root.platform?.value ?? "";
  const isWindows = escapeCharacter === "`" || WINDOWS_IMAGE.test(image) || /^windows\b/i.test(platform);
  return isWindows ? WINDOWS : LINUX;
}

const WINDOWS_IMAGE = /\b(?:windowsservercore|nanoserver|servercore)\b|(?:^|\/)windows(?:[/:@]|$)/i;
