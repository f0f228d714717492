import type { InstructionEntry } from "../../grammar/instruction";
import { codeBlock, paragraphs } from "./markdown";

/** All that is known of an instruction: what it does, what it adds to the image, the trap, examples. */
export function instructionProse(entry: InstructionEntry): string {
  const { keyword, summary, does, adds, changes, trap, examples, deprecated, documentation } = entry;
  return paragraphs(
    `**${keyword}** – ${summary}`,
    deprecated && `**Deprecated:** use ${deprecated.instead} instead. ${deprecated.why}`,
    does,
    `**In the image:** ${changes} *(${ADDS[adds]})*`,
    `**Trap:** ${trap}`,
    codeBlock(examples.join("\n")),
    `[Reference](${documentation})`,
  );
}

const ADDS: Readonly<Record<InstructionEntry["adds"], string>> = {
  layer: "a layer",
  metadata: "metadata, no layer",
  nothing: "neither layer nor metadata",
};
