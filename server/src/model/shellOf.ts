import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { lastAtOrBefore } from "./lineIndex";
import { oncePer } from "./oncePer";
import { shellPragmas } from "./shellPragma";
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

function changeAbove(dockerfile: Dockerfile, { firstLine }: Instruction): ShellChange | undefined {
  const { lines, changes } = shellsByLine(dockerfile);
  return changes[lastAtOrBefore(lines, firstLine)];
}

const LINUX = ["/bin/sh", "-c"];
const WINDOWS = ["cmd", "/S", "/C"];

interface ShellChange {
  readonly shell: readonly string[];
  /** By a SHELL, and not the default. */
  readonly isSet: boolean;
}

interface PlacedChange extends ShellChange {
  /** From which line on it holds. */
  readonly line: number;
}

interface ShellsByLine {
  readonly lines: readonly number[];
  /** The n-th holds from the n-th line up to the next one. Undefined before the first FROM. */
  readonly changes: readonly (ShellChange | undefined)[];
}

/** Most files have but one shell, which then is found at once. */
const shellsByLine = oncePer((dockerfile: Dockerfile): ShellsByLine => {
  const lines = [-1];
  const changes: (ShellChange | undefined)[] = [undefined];
  const pragmas = pragmasByStage(dockerfile);
  const asked = pragmas.get(undefined)?.at(-1)?.shell;
  const lastOf = new Map<Stage, ShellChange>();
  const add = (line: number, change: ShellChange): void => {
    const before = changes.at(-1);
    if (before?.shell === change.shell && before.isSet === change.isSet) return;
    lines.push(line);
    changes.push(change);
  };
  for (const stage of dockerfile.stages) {
    // A base stage stands above the stage that is built on it, so it is known by then.
    const inherited = stage.base?.stage && lastOf.get(stage.base.stage);
    const first = inherited ?? { shell: asked ?? defaultShell(dockerfile, stage), isSet: false };
    add(stage.from.firstLine, first);
    const within = changesWithin(stage, pragmas.get(stage));
    for (const change of within) add(change.line, change);
    lastOf.set(stage, within.at(-1) ?? first);
  }
  return { lines, changes };
});

/** Those above the first FROM belong to no stage. */
function pragmasByStage(dockerfile: Dockerfile): ReadonlyMap<Stage | undefined, readonly PlacedChange[]> {
  const byStage = new Map<Stage | undefined, PlacedChange[]>();
  for (const { line, shell } of shellPragmas(dockerfile)) {
    const stage = dockerfile.stageAt(line);
    const change = { line: line + 1, shell: [shell], isSet: false };
    const others = byStage.get(stage);
    if (others) others.push(change);
    else byStage.set(stage, [change]);
  }
  return byStage;
}

function changesWithin(
  { instructions }: Stage,
  pragmas: readonly PlacedChange[] = [],
): readonly PlacedChange[] {
  const named = namedIn(instructions);
  return pragmas.length === 0 ? named : [...pragmas, ...named].sort((a, b) => a.line - b.line);
}

const namedIn = oncePer((section: readonly Instruction[]): readonly PlacedChange[] =>
  section.flatMap((instruction): PlacedChange[] => {
    const shell = instruction.keyword === "SHELL" ? namedShell(instruction.atZero) : undefined;
    return shell ? [{ line: instruction.firstLine + 1, shell, isSet: true }] : [];
  }),
);

/** The same array for as long as the instruction's text is the same. */
const namedShell = oncePer(({ exec }: Instruction): readonly string[] | undefined =>
  exec?.strings.length ? exec.strings.map(({ value }) => value) : undefined,
);

/** An escape directive is there for the sake of Windows paths, so it tells as much as the base image. */
function defaultShell({ escapeCharacter }: Dockerfile, stage: Stage): readonly string[] {
  return escapeCharacter === "`" || isOnWindows(stage) ? WINDOWS : LINUX;
}

const isOnWindows = oncePer(({ base, platform }: Stage): boolean => {
  const image = base?.expanded ?? base?.word.value ?? "";
  return WINDOWS_IMAGE.test(image) || /^windows\b/i.test(platform?.value ?? "");
});

const WINDOWS_IMAGE = /\b(?:windowsservercore|nanoserver|servercore)\b|(?:^|\/)windows(?:[/:@]|$)/i;
