import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { mountsOf } from "./mounts";
import { oncePer } from "./oncePer";
import { moveRange } from "./placedInstruction";
import { picked } from "./sections";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";
import { withTriggers } from "./withTriggers";

/** One place that names where files or the whole of an image come from: FROM, `COPY --from=`, `RUN --mount=…,from=`. */
export interface StageUse {
  readonly by: "FROM" | "COPY" | "RUN";
  readonly instruction: Instruction;
  /** The stage that it stands in; undefined before the first FROM. */
  readonly within: Stage | undefined;
  /** As written, quotes taken away. */
  readonly text: string;
  readonly range: Range;
  /** The stage that is meant: by index, or by name in any case. One that comes later, or the own one, is found too. */
  readonly stage: Stage | undefined;
  /** The text is a number, so it can only be an index. */
  readonly isIndex: boolean;
}

/** Every place of the file that may name a stage, in order. Worked out once for each version of the file. */
export const stageUses = oncePer((dockerfile: Dockerfile): readonly StageUse[] => {
  const byName = new Map(dockerfile.stages.map((stage) => [stage.name?.toLowerCase(), stage]));
  byName.delete(undefined);
  const uses: StageUse[] = [];
  for (const instruction of mayName(dockerfile)) {
    const within = stageOf(dockerfile, instruction);
    if (instruction.keyword === "FROM") {
      if (within?.from === instruction && within.base) {
        const { word, range, stage } = within.base;
        uses.push({ by: "FROM", instruction, within, text: word.value, range, stage, isIndex: false });
      }
      continue;
    }
    for (const { by, text, range: atZero } of sourcesAtZero(instruction.atZero)) {
      const isIndex = /^\d+$/.test(text);
      const range = moveRange(atZero, instruction.firstLine);
      const stage = isIndex ? dockerfile.stages[Number(text)] : byName.get(text.toLowerCase());
      uses.push({ by, instruction, within, text, range, stage, isIndex });
    }
  }
  return uses;
});

/** Only these can. */
const mayName = picked(
  (atZero) => atZero.keyword === "FROM" || sourcesAtZero(atZero).length > 0,
  withTriggers,
);

type WrittenSource = Pick<StageUse, "by" | "text" | "range">;

const sourcesAtZero = oncePer((instruction: Instruction): readonly WrittenSource[] => {
  if (instruction.keyword === "COPY") {
    return instruction.flags.flatMap(({ name, value, valueRange }) =>
      name === "from" && value && valueRange
        ? [{ by: "COPY" as const, text: value.replace(/^(["'])(.*)\1$/, "$2"), range: valueRange }]
        : [],
    );
  }
  return mountsOf(instruction)
    .flatMap(({ options }) => options)
    .flatMap(({ key, value, valueRange }) =>
      key === "from" && value && valueRange ? [{ by: "RUN" as const, text: value, range: valueRange }] : [],
    );
});
