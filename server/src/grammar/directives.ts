import type { Choice } from "./flag";

/** A parser directive: a comment at the very top that the builder reads. */
export interface Directive {
  /** Lower case. */
  readonly name: "check" | "escape" | "syntax";
  readonly does: string;
  readonly trap: string;
  readonly examples: readonly string[];
  /** Values worth offering, the best first. Others may be right too, unless `closed`. */
  readonly values: readonly Choice[];
  /** Whether nothing but `values` is right. */
  readonly closed: boolean;
  readonly since?: string;
  readonly documentation: string;
}

/** In the order in which they are usually written. */
export const directives: readonly Directive[] = [
  {
    name: "syntax",
    does: "Names the image that reads this Dockerfile. With `docker/dockerfile:1` you have the newest instructions and fixes, whatever your engine's age.",
    trap: "It must stand at the very top, before every comment and blank line, or it is a comment itself.",
    examples: ["# syntax=docker/dockerfile:1"],
    values: [
      { value: "docker/dockerfile:1", does: "The newest stable version. This is the one to use." },
      {
        value: "docker/dockerfile:1-labs",
        does: "The newest version with features that are still being tried out.",
      },
      { value: "docker/dockerfile:1.20", does: "One minor version, with its later fixes." },
    ],
    closed: false,
    documentation: "https://docs.docker.com/reference/dockerfile/#syntax",
  },
  {
    name: "escape",
    does: "Chooses the character that continues a line and escapes others: backslash or backtick.",
    trap: "It is for Windows images, where the backslash separates directories. It changes every line of the file.",
    examples: ["# escape=`"],
    values: [
      { value: "\\", does: "Backslash, as everybody expects." },
      { value: "`", does: "Backtick, for Windows paths." },
    ],
    closed: true,
    documentation: "https://docs.docker.com/reference/dockerfile/#escape",
  },
  {
    name: "check",
    does: "Configures the builder's own checks: which to skip, and whether a finding stops the build.",
    trap: "Names of checks are case-sensitive, as in `JSONArgsRecommended`. Separate `skip` and `error` with a semicolon.",
    examples: [
      "# check=skip=JSONArgsRecommended,StageNameCasing",
      "# check=error=true",
      "# check=skip=all;error=false",
    ],
    values: [
      { value: "error=true", does: "A finding stops the build." },
      { value: "skip=all", does: "No check runs." },
      { value: "skip=", does: "The named checks do not run; separate them with commas." },
      { value: "experimental=all", does: "Runs the checks that are still being tried out, too." },
    ],
    closed: false,
    since: "1.8",
    documentation: "https://docs.docker.com/reference/dockerfile/#check",
  },
];

export function directive(name: string): Directive | undefined {
  return directives.find((entry) => entry.name === name.toLowerCase());
}
