import type { Heredoc } from "../../model/heredocs";
import { contains } from "../contains";
import { inlineCode, paragraphs } from "../prose/markdown";
import type { Found, Pointed } from "./found";

/** Where a heredoc begins or ends: what its text is, and who expands variables in it. */
export function hoverHeredoc({ instruction, position }: Pointed): Found | undefined {
  for (const heredoc of instruction.heredocs) {
    const { markerRange, endRange } = heredoc;
    const range = [markerRange, endRange].find((one) => one && contains(one, position));
    if (range) return { range, value: prose(heredoc, instruction.keyword) };
  }
  return undefined;
}

function prose({ name, stripsTabs, expandsVariables }: Heredoc, keyword: string): string {
  const isFile = keyword === "COPY" || keyword === "ADD";
  const builder = expandsVariables
    ? "The builder replaces variables in it; with the word in quotes it would not."
    : "The word is in quotes, so it stays as it is written.";
  return paragraphs(
    `**Heredoc** up to ${inlineCode(name)}`,
    isFile
      ? `The lines between are the text of a file. ${builder}`
      : "The lines between are given to the shell, or to the program that a first line such as `#!/usr/bin/env python3` names. Begin a shell's with `set -e`, so that it stops at the first failure.",
    stripsTabs ? "The dash takes away the tabs that a line begins with." : undefined,
  );
}
