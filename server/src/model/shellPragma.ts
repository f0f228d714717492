import type { Dockerfile } from "./dockerfile";
import { mentions } from "./mentions";
import { oncePer } from "./oncePer";

/** A comment for hadolint that says which shell reads what follows, where the base image brings one of its own. */
export interface ShellPragma {
  readonly line: number;
  /** As written: `powershell`, `/bin/bash`. */
  readonly shell: string;
}

/** In order. hadolint reads it in lower case only, with blanks around `=` and a remark after `#`. */
export function shellPragmas(dockerfile: Dockerfile): ShellPragma[] {
  // Nearly no file has one, and comments are many.
  if (!mentions(dockerfile, "hadolint")) return [];
  return dockerfile.comments.flatMap((comment) => {
    const shell = /^hadolint[ \t]+shell[ \t]*=[ \t]*([^\s#]+)[ \t]*(?:#.*)?$/.exec(comment.text)?.[1];
    return shell === undefined ? [] : [{ line: comment.range.start.line, shell }];
  });
}

/** All of them as one text, to tell whether they are still the same: they choose shells, from wherever in the file they stand. */
export const pragmasOf = oncePer((dockerfile: Dockerfile): string =>
  shellPragmas(dockerfile)
    .map(({ line, shell }) => `${line} ${shell}`)
    .join("\n"),
);
