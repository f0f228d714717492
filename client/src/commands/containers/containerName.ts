import type { Verdict } from "../../ui/ui";

/** A name after the image's own, with a number where that is taken: `myfirstapp`, `myfirstapp-2`. */
export function freeContainerName(repository: string, taken: ReadonlySet<string>): string {
  const last = repository.slice(repository.lastIndexOf("/") + 1);
  const base = last.replace(/[^\w.-]+/g, "-").replace(/^[^a-zA-Z0-9]+/, "") || "container";
  // An image without a name gives its id, of which twelve digits say enough.
  const name = /^[0-9a-f]{64}$/.test(last) ? `container-${last.slice(0, 12)}` : base;
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/** The engine's own rule for names, and whether the name is free. */
export function checkContainerName(text: string, taken: ReadonlySet<string>): Verdict | undefined {
  const name = text.trim();
  if (!/^[a-zA-Z0-9][\w.-]+$/.test(name)) {
    return {
      severity: "error",
      message:
        "Use at least two letters, digits, dots, underscores or hyphens, starting with a letter or digit.",
    };
  }
  if (taken.has(name)) {
    return {
      severity: "error",
      message: `There is already a container named ${name}. Choose another name, or remove it first.`,
    };
  }
  return undefined;
}
