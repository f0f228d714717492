import type { Range } from "vscode-languageserver-types";
import { isArchiveName } from "../grammar/archives";
import type { Rule } from "../lint/rule";
import { baseName } from "../model/baseName";
import { copyOf } from "../model/copyOf";
import type { Instruction } from "../model/instruction";
import { instructionsOf } from "../model/instructionsOf";
import { oncePer } from "../model/oncePer";
import { oncePerShell } from "../model/oncePerShell";
import { moveRange } from "../model/placedInstruction";
import { runCommands } from "../model/runCommands";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";

export const useAddToExtract: Rule = {
  id: "use-add-to-extract",
  aliases: ["DL3010"],
  severity: "information",
  category: "instructions",
  summary: "An archive is copied and then unpacked by a RUN, though ADD does both.",
  rationale:
    "The copied archive stays in its layer even when a later RUN deletes it. ADD unpacks a local tar straight into the folder, and the archive itself never becomes part of the image.",
  examples: [
    { text: "FROM debian:13\nCOPY [|app.tar.gz|] /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /opt\n" },
    { text: "FROM debian:13\nADD app.tar.gz /opt/\nCOPY other.tar.gz /opt/\n" },
    { text: "FROM debian:13\nCOPY a.txt [|b.tar|] /tmp/\nRUN cd /tmp && tar xf b.tar && rm b.tar\n" },
    { text: "FROM debian:13\nCOPY [|a.tgz|] /tmp/b.tgz\nRUN tar --extract --file=/tmp/b.tgz\n" },
    {
      text: "FROM debian:13\nCOPY --from=build a.tgz /tmp/\nCOPY c.tgz /tmp/\nRUN tar xf /tmp/a.tgz && tar -tf /tmp/c.tgz\n",
    },
    {
      text: "FROM debian:13\nCOPY [|a.tgz|] b.tgz /tmp/\nRUN tar xz < /tmp/a.tgz && tar xf /tmp/b.tgz --strip-components=1\n",
    },
  ],

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      if (!instructionsOf(instructions, "COPY").some(({ atZero }) => archivesIn(atZero).length > 0)) continue;
      const unpacked = new Set<string>();
      // From the end, so that only what a later RUN unpacks counts.
      for (const instruction of instructions.toReversed()) {
        if (instruction.keyword === "RUN") {
          const names = unpackedIn(instruction.atZero, shellOf(dockerfile, instruction));
          for (const name of names) unpacked.add(name);
        }
        if (instruction.keyword !== "COPY") continue;
        for (const { value, range, names } of archivesIn(instruction.atZero)) {
          if (!names.some((name) => unpacked.has(name))) continue;
          report({
            range: moveRange(range, instruction.firstLine),
            message: `ADD unpacks archives itself. Write "ADD ${value}" and the folder to unpack into, and leave out tar.`,
          });
        }
      }
    }
  },
};

interface CopiedArchive {
  readonly value: string;
  readonly range: Range;
  /** What it may be called afterwards, without its folder. */
  readonly names: readonly string[];
}

const archivesIn = oncePer((atZero: Instruction): readonly CopiedArchive[] => {
  const copy = copyOf(atZero);
  if (!copy || copy.from) return [];
  const { sources, destination } = copy;
  const isFolder = /\/$|^\.\.?$/.test(destination.value);
  return sources
    .filter(({ kind, value }) => kind === "path" && isArchiveName(value))
    .map(({ value, range }) => ({
      value,
      range,
      names: [baseName(value), ...(isFolder ? [] : [baseName(destination.value)])],
    }));
});

/** Without their folders. */
const unpackedIn = oncePerShell((atZero, shell): readonly string[] =>
  runCommands(atZero, shell)
    .filter(unpacks)
    .flatMap(({ words, redirections }) => [...words, ...redirections.map(({ target }) => target)])
    .map((word) => baseName(word?.value?.replace(/^--file=/, "") ?? "")),
);

function unpacks({ name, words }: ShellCommand): boolean {
  if (name !== "tar" && name !== "bsdtar") return false;
  const [first] = words;
  // ADD takes all of an archive, with every folder.
  if (words.some(({ text }) => /^--(?:strip|transform|xform|exclude|wildcards|to-command)/.test(text)))
    return false;
  return (
    words.some(({ text }) => /^(?:-[A-Za-z]*x[A-Za-z]*|--extract|--get)$/.test(text)) ||
    /^[A-Za-z]*x[A-Za-z]*$/.test(first?.text ?? "")
  );
}
