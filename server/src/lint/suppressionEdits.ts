import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { type Suppression, suppressionsOf } from "./suppressions";

/** A comment above the instruction on this line that silences a rule there; undefined where no instruction is. */
export function ignoreOnInstruction(dockerfile: Dockerfile, line: number, id: string): TextEdit | undefined {
  const instruction = dockerfile.instructionAt(line);
  if (!instruction) return undefined;
  const { firstLine } = instruction;
  const present = ours(dockerfile).find(
    ({ reach, lines, range }) =>
      reach === "instruction" && lines?.first === firstLine && range.start.line < firstLine,
  );
  if (present) return addName(present, id);
  const indent = /^[ \t]*/.exec(dockerfile.line(firstLine))?.[0] ?? "";
  const place = { line: firstLine, character: 0 };
  return { range: { start: place, end: place }, newText: `${indent}# drydock ignore=${id}\n` };
}

/** A comment that silences a rule in the whole file, below the parser directives, which must stay at the very top. */
export function ignoreInFile(dockerfile: Dockerfile, id: string): TextEdit {
  const present = ours(dockerfile).find(({ reach }) => reach === "file");
  if (present) return addName(present, id);
  const place = { line: dockerfile.directives.length, character: 0 };
  // A file whose only line is a directive may lack the line break that the comment has to stand behind.
  const lead = dockerfile.directives.length >= dockerfile.lineCount ? "\n" : "";
  return { range: { start: place, end: place }, newText: `${lead}# drydock ignore-file=${id}\n` };
}

function ours(dockerfile: Dockerfile): readonly Suppression[] {
  return suppressionsOf(dockerfile).filter(
    ({ tool, isForAll, void: why }) => tool === "drydock" && !isForAll && !why,
  );
}

function addName({ names, range }: Suppression, id: string): TextEdit {
  const end = names.at(-1)?.range.end ?? range.end;
  return { range: { start: end, end }, newText: `,${id}` };
}
