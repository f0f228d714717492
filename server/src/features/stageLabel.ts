import type { Stage } from "../model/stages";

/** What a stage is called in a list. */
export function stageLabel({ name, index, base }: Stage): string {
  return name ?? base?.word.text ?? `stage ${index}`;
}

/** What it is built from, where its name does not say so already. */
export function stageDetail({ name, base, index }: Stage): string {
  return name === undefined ? `stage ${index}` : `from ${base?.word.text ?? "nothing"}`;
}
