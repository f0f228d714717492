import { skipBlanks } from "./blanks";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/** Whether it stands inside an ONBUILD, whose line it shares. */
export function isTrigger({ atZero }: Instruction): boolean {
  return standsInside(atZero);
}

const standsInside = oncePer(({ line, keywordRange: { start } }: Instruction): boolean => {
  const first = line.positionAt(skipBlanks(line.text, 0, line.text.length));
  return first.line !== start.line || first.character !== start.character;
});
