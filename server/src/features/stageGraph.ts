import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import { type StageUse, stageUses } from "../model/stageUses";
import { type StageGraphParameters, stageGraphRequest } from "../protocol";
import type { Feature } from "./feature";

/** Answered for Drydock's own client only: it declares no capability. */
export const stageGraphFeature: Feature = {
  capabilities: {},
  connect: (connection, serve) =>
    void connection.onRequest(
      stageGraphRequest,
      serve((dockerfile, _: StageGraphParameters) => stageGraph(dockerfile), "also closed files"),
    ),
};

/**
 * The stages and images of a Dockerfile as a flow chart for Mermaid: thick lines from a base, thin ones to who copies or
 * mounts. What the last stage does not need is dimmed.
 */
export function stageGraph(dockerfile: Dockerfile): string {
  const { stages } = dockerfile;
  const uses = stageUses(dockerfile);
  const images = [...new Set(uses.flatMap((use) => imageOf(use) ?? []))];
  const node = (use: StageUse) => {
    const image = imageOf(use);
    return image === undefined ? use.stage && `s${use.stage.index}` : `i${images.indexOf(image)}`;
  };
  const needed = neededStages(dockerfile);
  return [
    "flowchart TB",
    ...images.map((image, index) => `  i${index}([${quoted(image)}])`),
    ...stages.map((stage) => `  s${stage.index}[${quoted(nameOf(stage, dockerfile))}]`),
    ...lines(uses, node),
    ...stages.flatMap((stage) => (needed.has(stage) ? [] : [`  style s${stage.index} opacity:0.5`])),
    "",
  ].join("\n");
}

/** One line for each pair, whatever the number of instructions between them. */
function lines(uses: readonly StageUse[], node: (use: StageUse) => string | undefined): string[] {
  const found = uses.flatMap((use) => {
    const from = node(use);
    if (from === undefined || use.within === undefined || use.within === use.stage) return [];
    return [`  ${from} ${ARROWS[use.by]} s${use.within.index}`];
  });
  return [...new Set(found)];
}

const ARROWS = { FROM: "==>", COPY: "-->|COPY|", RUN: "-.->|mount|" } as const;

/** As written; a number is a stage that is not there. */
function imageOf({ stage, isIndex, text }: StageUse): string | undefined {
  return stage === undefined && !isIndex ? text : undefined;
}

function nameOf({ name, index }: Stage, { stages }: Dockerfile): string {
  const isLast = index === stages.length - 1;
  return (name ?? `stage ${index}`) + (isLast ? ", the image" : "");
}

/** Those that a build of the last one builds. */
function neededStages(dockerfile: Dockerfile): ReadonlySet<Stage> {
  const needed = new Set<Stage>();
  const waiting = dockerfile.stages.slice(-1);
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    waiting.push(...ancestors(stage));
    for (const use of stageUses(dockerfile)) if (use.within === stage && use.stage) waiting.push(use.stage);
  }
  return needed;
}

/** Quotes and brackets would end the label. */
function quoted(text: string): string {
  return `"${text.replace(/[#"<>]/g, (character) => `#${character.charCodeAt(0)};`)}"`;
}
