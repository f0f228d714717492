import type { BuildFailure } from "../build";
import { familiarReference, splitReference } from "../reference";
import { type DockerfileInstruction, dockerfileInstructions } from "./dockerfileInstructions";
import { type StepHeading, stepHeading } from "./stepHeading";

/** Lines count from zero; the last one belongs to the instruction. */
export interface InstructionLines {
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Finds the instruction that a failed build speaks of, in the Dockerfile's text as it was built: by the line in the
 * message, by the failed step's number and keyword, or by what the step names. `undefined` where nothing tells.
 */
export function failedInstruction(
  text: string,
  { message, step }: Pick<BuildFailure, "message" | "step">,
): InstructionLines | undefined {
  const instructions = dockerfileInstructions(text);
  const line = lineIn(message);
  const found =
    line === undefined
      ? ((step && byStepName(instructions, step.name)) ?? byMissingSource(instructions, message))
      : instructions.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  if (found) return { firstLine: found.firstLine, lastLine: found.lastLine };
  if (line === undefined || line >= text.split("\n").length) return undefined;
  return { firstLine: line, lastLine: line };
}

/** Both builders count lines from one: `dockerfile parse error line 3: …`, or `Dockerfile:12` above a quoted piece. */
function lineIn(message: string): number | undefined {
  const found =
    /dockerfile parse error (?:on )?line (\d+)/i.exec(message) ??
    /^\S*(?:dockerfile|containerfile)\S*:(\d+)$/im.exec(message);
  return found ? Math.max(Number(found[1]) - 1, 0) : undefined;
}

function byStepName(
  instructions: readonly DockerfileInstruction[],
  name: string,
): DockerfileInstruction | undefined {
  const heading = stepHeading(name);
  if (heading) return byHeading(instructions, heading);
  const metadata = /^\[internal\] load metadata for (\S+)$/.exec(name);
  if (metadata) return byImage(instructions, metadata[1] ?? "");
  // As in `[build 2/5] RUN …`, `[ 2/10] RUN …`, or `[linux/arm64 build 2/5] RUN …` for several platforms.
  const buildkit = /^\[(?:\S+\/\S*[a-z]\S* )?(?:(\S+) )?\s*(\d+)\/(\d+)\] (.*)$/s.exec(name);
  if (!buildkit) return undefined;
  const [, stageName, number, total, words = ""] = buildkit;
  const stage = stageOf(instructions, stageName);
  const counted = stage.filter((instruction) => isCounted(instruction, instructions));
  // Counted from the end, as the triggers of a base image (ONBUILD) come first and are in no line of this file.
  const index = counted.length - 1 - (Number(total) - Number(number));
  const isTrigger = index < (counted[0]?.keyword === "FROM" && Number(number) > 1 ? 1 : 0);
  return isTrigger ? stage[0] : (byNumber(counted, index, words) ?? byWords(stage, words));
}

/** Docker's steps are all of the file's instructions; Podman's are those of one stage, where there are several. */
function byHeading(
  instructions: readonly DockerfileInstruction[],
  { stage, stages, number, instruction }: StepHeading,
): DockerfileInstruction | undefined {
  const counted = stages === 1 ? instructions : stageOf(instructions, `stage-${stage - 1}`);
  return byNumber(counted, number - 1, instruction);
}

/** The instruction at this place, when its keyword is the step's; otherwise the one with the step's words. */
function byNumber(
  instructions: readonly DockerfileInstruction[],
  index: number,
  words: string,
): DockerfileInstruction | undefined {
  const instruction = instructions[index];
  return instruction?.keyword === keywordOf(words) ? instruction : byWords(instructions, words);
}

function byWords(
  instructions: readonly DockerfileInstruction[],
  words: string,
): DockerfileInstruction | undefined {
  const keyword = keywordOf(words);
  const rest = words.slice(keyword.length).trim().replaceAll(/\s+/g, " ");
  return instructions.find((instruction) => instruction.keyword === keyword && instruction.rest === rest);
}

function keywordOf(words: string): string {
  return (words.split(/\s/, 1)[0] ?? "").toUpperCase();
}

/** BuildKit calls a stage without a name `stage-1`, by its index, and says none where there is but one. */
function stageOf(
  instructions: readonly DockerfileInstruction[],
  name: string | undefined,
): readonly DockerfileInstruction[] {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === "FROM" ? [index] : []));
  const named = starts.findLastIndex((start) => {
    const own = stageNameOf(instructions[start]);
    return own !== undefined && own === name?.toLowerCase();
  });
  const numbered = Number(/^stage-(\d+)$/.exec(name ?? "")?.[1] ?? Number.NaN);
  let stage = named;
  if (named < 0) stage = Number.isNaN(numbered) ? starts.length - 1 : numbered;
  return instructions.slice(starts[stage] ?? 0, starts[stage + 1]);
}

function stageNameOf(from: DockerfileInstruction | undefined): string | undefined {
  return / as (\S+)$/i.exec(from?.rest ?? "")?.[1]?.toLowerCase();
}

/** Only what makes a layer has a number; a FROM has one unless it names another stage or `scratch`. */
function isCounted(instruction: DockerfileInstruction, all: readonly DockerfileInstruction[]): boolean {
  if (instruction.keyword !== "FROM") return ["RUN", "COPY", "ADD", "WORKDIR"].includes(instruction.keyword);
  const image = imageOf(instruction).toLowerCase();
  const before = all.filter(
    ({ keyword, firstLine }) => keyword === "FROM" && firstLine < instruction.firstLine,
  );
  return image !== "scratch" && !before.some((from) => stageNameOf(from) === image);
}

/** The image that a FROM names, without its flags. */
function imageOf({ rest }: DockerfileInstruction): string {
  return rest.split(" ").find((word) => !word.startsWith("--")) ?? "";
}

/** The first instruction that uses an image: as a base, in `--from=`, or through a variable as the last resort. */
function byImage(
  instructions: readonly DockerfileInstruction[],
  reference: string,
): DockerfileInstruction | undefined {
  const wanted = comparable(reference);
  const bases = instructions.filter(({ keyword }) => keyword === "FROM");
  return (
    bases.find((from) => comparable(imageOf(from)) === wanted) ??
    instructions.find(({ rest }) =>
      [...rest.matchAll(/\bfrom=([^\s,]+)/g)].some(([, image = ""]) => comparable(image) === wanted),
    ) ??
    bases.find((from) => imageOf(from).includes("$")) ??
    (bases.length === 1 ? bases[0] : undefined)
  );
}

function comparable(reference: string): string {
  const { repository, tag, digest } = splitReference(familiarReference(reference));
  return `${repository}:${tag ?? (digest === undefined ? "latest" : "")}@${digest ?? ""}`;
}

/** BuildKit checks all sources at once, before the step: `failed to compute cache key: … "/src/app.py": not found`. */
function byMissingSource(
  instructions: readonly DockerfileInstruction[],
  message: string,
): DockerfileInstruction | undefined {
  const path = /cache key.*"\/([^"]+)"(?::)? not found/s.exec(message)?.[1];
  if (path === undefined) return undefined;
  return instructions.find(
    ({ keyword, rest }) =>
      (keyword === "COPY" || keyword === "ADD") &&
      rest.split(/[\s",[\]]+/).some((word) => word.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "") === path),
  );
}
