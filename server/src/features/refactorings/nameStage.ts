import { keywordLike } from "../../lint/lineEdits";
import type { Dockerfile } from "../../model/dockerfile";
import { stageUses } from "../../model/stageUses";
import type { Refactoring } from "./refactoring";

/** Gives a stage a name, and those that copy from it by its number the name in place of the number. */
export const nameStage: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const stage = dockerfile.stageAt(instruction.firstLine);
    const [image, ...others] = instruction.words;
    if (selected.length > 1 || stage?.from !== instruction || image === undefined || others.length > 0)
      return [];
    const uses = stageUses(dockerfile).filter((use) => use.isIndex && use.stage === stage);
    const isLast = stage === dockerfile.stages.at(-1);
    const name = freeStageName(dockerfile, isLast && uses.length === 0 ? "final" : "build");
    const { end } = image.range;
    const as = {
      range: { start: end, end },
      newText: ` ${keywordLike("AS", instruction, dockerfile)} ${name}`,
    };
    return [
      {
        title: `Name this stage "${name}"`,
        edits: [as, ...uses.map(({ range }) => ({ range, newText: name }))],
      },
    ];
  },
};

/** A name that neither a stage has nor any FROM or `from=` means an image by. */
export function freeStageName(dockerfile: Dockerfile, wanted: string): string {
  const taken = new Set([
    ...dockerfile.stages.map(({ name }) => name?.toLowerCase()),
    ...stageUses(dockerfile).map(({ text }) => text.toLowerCase()),
  ]);
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
