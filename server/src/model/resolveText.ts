import type { Dockerfile } from "./dockerfile";
import { DockerfileModel } from "./dockerfileModel";
import { evaluate } from "./evaluate";
import type { Instruction } from "./instruction";
import { readTemplate } from "./template";

/**
 * What the builder makes of a text that stands in an instruction: variables expanded by their defaults, quotes and
 * escapes taken away. Undefined where that is not certain before the build.
 */
export function resolveText(
  dockerfile: Dockerfile,
  text: string,
  instruction: Instruction,
): string | undefined {
  if (!(dockerfile instanceof DockerfileModel)) return undefined;
  const template = readTemplate(text, { escapeCharacter: dockerfile.escapeCharacter, quotes: "removed" });
  return evaluate(template, dockerfile.resolution().lookupAt(instruction));
}
