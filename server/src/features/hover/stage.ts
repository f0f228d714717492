import type { Dockerfile } from "../../model/dockerfile";
import type { Stage } from "../../model/stages";
import { stageUses } from "../../model/stageUses";
import { contains } from "../contains";
import { codeBlock, inlineCode, paragraphs } from "../prose/markdown";
import type { Found, Pointed } from "./found";

/** A stage where it is named and wherever it is used: what it is built from, and who takes from it. */
export function hoverStage({ dockerfile, position, instruction }: Pointed): Found | undefined {
  if (instruction.keyword === "FROM") {
    const named = dockerfile.stageAt(position.line);
    if (named?.nameRange && contains(named.nameRange, position))
      return { range: named.nameRange, value: stageProse(named, dockerfile) };
    const as = named?.nameRange && instruction.words[1];
    if (as && contains(as.range, position)) return { range: as.range, value: AS };
  }
  const use = stageUses(dockerfile).find(({ range, stage }) => stage && contains(range, position));
  return use?.stage && { range: use.range, value: stageProse(use.stage, dockerfile) };
}

const AS = "**AS** – Names the stage, for `COPY --from`, later FROM lines and `docker build --target`.";

function stageProse(stage: Stage, dockerfile: Dockerfile): string {
  const { index, name, from, instructions } = stage;
  const takers = stageUses(dockerfile).filter((use) => use.stage === stage && use.within !== stage);
  const count = instructions.length - 1;
  return paragraphs(
    `**Stage ${index}**${name === undefined ? "" : ` ${inlineCode(name)}`}`,
    codeBlock(dockerfile.line(from.keywordRange.start.line).trim()),
    `Line ${from.keywordRange.start.line + 1}, ${count} instruction${count === 1 ? "" : "s"} follow${count === 1 ? "s" : ""}.`,
    takers.length === 0
      ? index === dockerfile.stages.length - 1
        ? "The last stage: this one becomes the image, unless another target is asked for."
        : "No other stage takes anything from it."
      : takers
          .map((use) => `- ${TAKES[use.by]} in line ${use.range.start.line + 1}, ${within(use.within)}`)
          .join("\n"),
  );
}

const TAKES = { FROM: "Base", COPY: "Copied from", RUN: "Mounted" } as const;

function within(stage: Stage | undefined): string {
  if (stage === undefined) return "before the first stage";
  return stage.name === undefined ? `stage ${stage.index}` : `stage ${inlineCode(stage.name)}`;
}
