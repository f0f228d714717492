import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { packageManagersCalled } from "./packageCommands";
import type { PackageManagerName } from "./packageSyntax";
import { runInstructions } from "./runInstructions";
import { inSections } from "./sections";
import { shellOf } from "./shellOf";

/** Every RUN, triggers too, that calls a package manager. Sorted once, since each of many rules looks at one manager. */
export function runsCalling(dockerfile: Dockerfile, manager: PackageManagerName): readonly Instruction[] {
  return callers(dockerfile).get(manager) ?? NONE;
}

const NONE: readonly Instruction[] = [];

const callers = oncePer((dockerfile: Dockerfile) => {
  const found = new Map<PackageManagerName, Instruction[]>();
  for (const instruction of inSections(dockerfile, runInstructions)) {
    for (const manager of packageManagersCalled(instruction.atZero, shellOf(dockerfile, instruction))) {
      const known = found.get(manager);
      if (known === undefined) found.set(manager, [instruction]);
      else known.push(instruction);
    }
  }
  return found;
});
