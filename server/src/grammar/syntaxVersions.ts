/** The newest stable `docker/dockerfile` that this table was checked against: https://github.com/moby/buildkit/releases */
export const newestSyntaxVersion = "1.28";

/** A form of the language, other than a flag or mount key, that not every version has. */
export interface SyntaxFeature {
  readonly does: string;
  /** The lowest version that has it. */
  readonly since: string;
  /** The lowest version of the labs channel that has it, where that was earlier. */
  readonly labsSince?: string;
}

/** In alphabetic order. Versions are those of https://docs.docker.com/build/buildkit/dockerfile-release-notes/ */
export const syntaxFeatures = {
  addGit: { does: "ADD of a Git address.", since: "1.6", labsSince: "1.1" },
  addGitQuery: { does: "ADD of a Git address with `?ref=…`, `?subdir=…` and the like.", since: "1.18" },
  addZstd: { does: "ADD that unpacks archives packed with zstd.", since: "1.27" },
  argMany: { does: "Several variables in one ARG.", since: "1.2" },
  checkDirective: { does: "The `check` directive.", since: "1.8" },
  chmodSymbolic: { does: "Symbolic permissions such as `u=rwX`.", since: "1.14", labsSince: "1.11" },
  chmodVariable: { does: "Variables in `--chmod`.", since: "1.10" },
  // Before, the files silently went to the root group: https://github.com/moby/buildkit/pull/7179
  chownTrailingColon: { does: "`--chown=user:` for the user's own group.", since: "1.28" },
  heredoc: { does: "Heredocs in RUN, COPY and ADD.", since: "1.4", labsSince: "1.3" },
  modifierPattern: {
    does: "The forms `${name#pattern}`, `${name%pattern}` and `${name/pattern/word}`.",
    since: "1.7",
  },
  modifierWithoutColon: {
    does: "The forms `${name-word}`, `${name+word}` and `${name?word}`.",
    since: "1.6",
  },
  onbuildFrom: { does: "ONBUILD of COPY and RUN with `from=`.", since: "1.11" },
  sourceDateEpochContext: { does: "`SOURCE_DATE_EPOCH` set to `context` or a stage.", since: "1.24" },
} as const satisfies Readonly<Record<string, SyntaxFeature>>;

/** What the value of `# syntax=` promises. */
export interface SyntaxImage {
  /** The lowest version it can be; undefined where it follows the newest, as `1` and `latest` do. */
  readonly version: string | undefined;
  readonly channel: "stable" | "labs";
}

const official =
  /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([\w.-]+))?(?:@sha256:[0-9a-f]{64})?$/;
const tagForm = /^(\d+(?:\.\d+){0,2})?(?:-?(labs|experimental))?$/;

/** Reads `docker/dockerfile:1.7-labs`; undefined for a frontend that is not Docker's own, of which nothing is known. */
export function parseSyntaxImage(reference: string): SyntaxImage | undefined {
  const match = official.exec(reference);
  if (!match) return undefined;
  const tag = match[1] ?? "latest";
  if (tag === "latest" || tag === "master") return { version: undefined, channel: "stable" };
  const parts = tagForm.exec(tag);
  if (!parts) return undefined;
  const version = parts[1];
  return { version: version?.includes(".") ? version : undefined, channel: parts[2] ? "labs" : "stable" };
}

/**
 * Whether a frontend has what came with a version. One that follows the newest has everything.
 * `needed.labsSince` counts in the labs channel only.
 */
export function syntaxHas(
  image: SyntaxImage,
  needed: { readonly since?: string; readonly labsSince?: string },
): boolean {
  if (image.version === undefined) return true;
  const since = image.channel === "labs" ? (needed.labsSince ?? needed.since) : needed.since;
  return since === undefined || compareVersions(image.version, since) >= 0;
}

/** Below zero where the first is lower. A missing part counts as the highest: `1.7` follows every 1.7 release. */
export function compareVersions(first: string, second: string): number {
  const left = first.split(".").map(Number);
  const right = second.split(".").map(Number);
  for (let index = 0; index < right.length; index++) {
    const difference = (left[index] ?? Number.POSITIVE_INFINITY) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
