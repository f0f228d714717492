import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";

/** The shell that reads an instruction's shell form: the last SHELL above it, its stage's or inherited, or the default. */
export function shellOf(dockerfile: Dockerfile, instruction: Instruction): readonly string[] {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return LINUX;
  const changes = shellsByStage(dockerfile).get(stage) ?? [];
  return changes.findLast(({ firstLine }) => firstLine < instruction.firstLine)?.shell ?? LINUX;
}

const LINUX = ["/bin/sh", "-c"];
const WINDOWS = ["cmd", "/S", "/C"];

interface ShellChange {
  readonly firstLine: number;
  readonly shell: readonly string[];
}

/** The shells of each stage, the one that it starts with first. */
const shellsByStage = oncePer((dockerfile: Dockerfile) => {
  const byStage = new Map<Stage, readonly ShellChange[]>();
  // A base stage stands above the stage that is built on it, so it is known by then.
  for (const stage of dockerfile.stages) {
    const inherited = stage.base?.stage && byStage.get(stage.base.stage)?.at(-1)?.shell;
    byStage.set(stage, [
      { firstLine: -1, shell: inherited ?? defaultShell(dockerfile, stage) },
      ...stage.instructions.flatMap(shellChange),
    ]);
  }
  return byStage;
});

function shellChange({ keyword, exec, firstLine }: Instruction): ShellChange[] {
  if (keyword !== "SHELL" || exec === undefined || exec.strings.length === 0) return [];
  return [{ firstLine, shell: exec.strings.map(({ value }) => value) }];
}

/** An escape directive is there for the sake of Windows paths, so it tells as much as the base image. */
function defaultShell({ escapeCharacter }: Dockerfile, { base, platform }: Stage): readonly string[] {
  const image = base?.expanded ?? base?.word.value ?? "";
  const isWindows =
    escapeCharacter === "`" || WINDOWS_IMAGE.test(image) || /^windows\b/i.test(platform?.value ?? "");
  return isWindows ? WINDOWS : LINUX;
}

const WINDOWS_IMAGE = /\b(?:windowsservercore|nanoserver|servercore)\b|(?:^|\/)windows(?:[/:@]|$)/i;
