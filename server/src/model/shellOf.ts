import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { shellPragmas } from "./shellPragma";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";

/**
 * The shell that reads an instruction's shell form: the last SHELL above it, its stage's or inherited, or the default. A
 * comment `# hadolint shell=…` counts like a SHELL; above the first FROM it is the default of every stage.
 */
export function shellOf(dockerfile: Dockerfile, instruction: Instruction): readonly string[] {
  return changeAbove(dockerfile, instruction)?.shell ?? LINUX;
}

/** Whether a SHELL above it, its stage's or inherited, says which shell that is. */
export function isShellSet(dockerfile: Dockerfile, instruction: Instruction): boolean {
  return changeAbove(dockerfile, instruction)?.isSet ?? false;
}

function changeAbove(dockerfile: Dockerfile, instruction: Instruction): ShellChange | undefined {
  const stage = stageOf(dockerfile, instruction);
  const changes = stage && shellsByStage(dockerfile).get(stage);
  return changes?.findLast(({ firstLine }) => firstLine < instruction.firstLine);
}

const LINUX = ["/bin/sh", "-c"];
const WINDOWS = ["cmd", "/S", "/C"];

interface ShellChange {
  readonly firstLine: number;
  readonly shell: readonly string[];
  /** By a SHELL, and not the default. */
  readonly isSet: boolean;
}

/** The shells of each stage, the one that it starts with first. */
const shellsByStage = oncePer((dockerfile: Dockerfile) => {
  const byStage = new Map<Stage, readonly ShellChange[]>();
  const pragmas = shellPragmas(dockerfile);
  const firstFrom = dockerfile.stages[0]?.from.firstLine ?? 0;
  const asked = pragmas.findLast(({ line }) => line < firstFrom);
  // A base stage stands above the stage that is built on it, so it is known by then.
  for (const stage of dockerfile.stages) {
    const inherited = stage.base?.stage && byStage.get(stage.base.stage)?.at(-1);
    const unset = { shell: (asked && [asked.shell]) ?? defaultShell(dockerfile, stage), isSet: false };
    const changes: ShellChange[] = [{ ...(inherited ?? unset), firstLine: -1 }];
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "SHELL") continue;
      const { exec, firstLine } = instruction;
      if (exec === undefined || exec.strings.length === 0) continue;
      changes.push({ firstLine, shell: exec.strings.map(({ value }) => value), isSet: true });
    }
    const nextFrom = dockerfile.stages[stage.index + 1]?.from.firstLine ?? Number.POSITIVE_INFINITY;
    for (const { line, shell } of pragmas) {
      if (line > stage.from.firstLine && line < nextFrom)
        changes.push({ firstLine: line, shell: [shell], isSet: false });
    }
    byStage.set(stage, pragmas.length > 0 ? changes.sort((a, b) => a.firstLine - b.firstLine) : changes);
  }
  return byStage;
});

/** An escape directive is there for the sake of Windows paths, so it tells as much as the base image. */
function defaultShell({ escapeCharacter }: Dockerfile, { base, platform }: Stage): readonly string[] {
  const image = base?.expanded ?? base?.word.value ?? "";
  const isWindows =
    escapeCharacter === "`" || WINDOWS_IMAGE.test(image) || /^windows\b/i.test(platform?.value ?? "");
  return isWindows ? WINDOWS : LINUX;
}

const WINDOWS_IMAGE = /\b(?:windowsservercore|nanoserver|servercore)\b|(?:^|\/)windows(?:[/:@]|$)/i;
