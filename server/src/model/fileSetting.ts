import type { Dockerfile } from "./dockerfile";
import { heldFrom } from "./heldFrom";
import type { Instruction } from "./instruction";
import { once } from "./once";

/** An option that a program reads from a file. */
export interface FileSetting {
  /** Names the file, or the command that writes it. */
  readonly file: RegExp;
  /** The option, set so that it counts. */
  readonly setting: RegExp;
}

/**
 * Tells of an instruction whether the option is set by then. A file that is copied to the place may set it, so that is
 * taken for a yes: what cannot be known is no mistake.
 */
export function isSetInFile(
  dockerfile: Dockerfile,
  { file, setting }: FileSetting,
): (instruction: Instruction) => boolean {
  // Looked for when it is first asked: most files have no call that could depend on it.
  const isHeld = once(() => {
    if (!file.test(dockerfile.text)) return () => false;
    return heldFrom(dockerfile, ({ keyword, line, heredocs }) => {
      if (keyword === "ONBUILD") return false;
      const isCopied = (keyword === "COPY" || keyword === "ADD") && heredocs.length === 0;
      const written = [line.text, ...heredocs.map(({ body }) => body)].join("\n");
      return file.test(written) && (isCopied || setting.test(written));
    });
  });
  return (instruction) => isHeld()(instruction);
}
