import type { ShellCommand } from "./shell";

/** The paths whose content a command deletes, quotes taken away, variables and patterns as written. */
export function deletedPaths({ name, words }: ShellCommand): readonly string[] {
  const texts = words.map(({ text, value }) => value ?? text.replaceAll(/["']/g, ""));
  if (name === "rm") return texts.filter((text) => !text.startsWith("-")).flatMap(withBraces);
  if (name !== "find" || !texts.some((text) => text === "-delete" || text === "rm")) return [];
  const end = texts.findIndex((text) => /^[-(!]/.test(text));
  return texts.slice(0, end < 0 ? undefined : end).flatMap(withBraces);
}

/** `/var/{cache,lib}` are two paths. Nested braces are left as they are. */
function withBraces(text: string): string[] {
  const [, before, inside, behind] = /^([^{]*)\{([^{}]*,[^{}]*)\}(.*)$/.exec(text) ?? [];
  if (before === undefined || inside === undefined || behind === undefined) return [text];
  return inside.split(",").map((part) => before + part + behind);
}
