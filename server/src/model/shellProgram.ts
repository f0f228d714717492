import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { oncePerShell } from "./oncePerShell";
import { rootStage } from "./rootStage";
import { runCommands } from "./runCommands";
import { shellOf } from "./shellOf";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";

/** What `sh` is in an image of this repository and tag; undefined where that is not known. */
export type ShOfImage<Program> = (repository: string, tag: string | undefined) => Program | undefined;

/**
 * The program behind `sh` where an instruction stands. "unknown" where the base image does not tell; undefined where the
 * Dockerfile puts another program in its place.
 */
export function shProgram<Program>(
  dockerfile: Dockerfile,
  instruction: Instruction,
  ofImage: ShOfImage<Program>,
): Program | "unknown" | undefined {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return "unknown";
  const line = replacedAt(dockerfile).get(stage);
  if (line !== undefined && line < instruction.firstLine) return undefined;
  const { base } = rootStage(dockerfile, stage);
  if (base?.reference === undefined) return "unknown";
  const { domain, path, tag } = base.reference;
  return ofImage(domain === undefined ? path : `${domain}/${path}`, tag) ?? "unknown";
}

/** The line from which on another program stands behind `sh`, by stage. */
const replacedAt = oncePer((dockerfile: Dockerfile) => {
  const lines = new Map<Stage, number>();
  for (const stage of dockerfile.stages) {
    const inherited = stage.base?.stage && lines.get(stage.base.stage);
    const own =
      inherited === undefined
        ? stage.instructions.find(
            (instruction) =>
              instruction.keyword === "RUN" && replaces(instruction.atZero, shellOf(dockerfile, instruction)),
          )?.firstLine
        : -1;
    if (own !== undefined) lines.set(stage, own);
  }
  return lines;
});

const replaces = oncePerShell((atZero, shell): boolean =>
  runCommands(atZero, shell).some(({ name, words }) => {
    const values = words.map(({ text, value }) => value ?? text);
    if (name === "dpkg-reconfigure" || name === "debconf-set-selections") return values.includes("dash");
    return movers.has(name ?? "") && values.some((value) => /^(?:\/usr)?\/bin\/sh$/.test(value));
  }),
);

const movers = new Set(["cp", "dpkg-divert", "install", "ln", "mv", "rm", "update-alternatives"]);
