/**
 * The patterns of an ignore file, as docker reads them. Written anew because `@balena/dockerignore` is not exact: it
 * leaves `+`, `(`, `{`, `|` their meaning of a regular expression (`c++` throws), misses files named like a property
 * of Object (`constructor`), and tests each pattern against each parent of each file.
 */
export interface IgnorePatterns {
  /** For a path relative to the build context, with slashes, whose folder gave `parent`. */
  match(path: string, parent?: PathMatch): PathMatch;
  /** Whether an exception (`!…`) could bring back something below a folder that is ignored. */
  mayBringBackBelow(folder: string): boolean;
}

/** `matched[i]` tells whether pattern i matches the path or one of its folders. */
export interface PathMatch {
  readonly ignored: boolean;
  readonly matched: readonly boolean[];
}

interface Pattern {
  readonly exception: boolean;
  readonly matches: (path: string) => boolean;
  /** The path's segments before the first one with a wildcard. */
  readonly literal: readonly string[];
  /** How many segments a path must have to match; without end where the pattern holds `**`. */
  readonly depth: number;
}

/** Reads the text of an ignore file. Throws a SyntaxError, naming the line, for a pattern that docker refuses. */
export function parseIgnoreFile(text: string): IgnorePatterns {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return ignorePatterns(
    lines.flatMap((line, index) => {
      // A number sign opens a comment at the line's very start only; after a blank it belongs to the pattern.
      if (line.startsWith("#") || line.trim() === "") return [];
      try {
        return [compile(line)];
      } catch (error) {
        throw new SyntaxError(`Line ${index + 1} of the ignore file, "${line.trim()}": ${messageOf(error)}`);
      }
    }),
  );
}

/** For patterns that come one by one, as BuildKit sends them. */
export function compilePatterns(patterns: readonly string[]): IgnorePatterns {
  return ignorePatterns(patterns.filter((pattern) => pattern.trim() !== "").map(compile));
}

/** For one path alone; a walk asks `match` with what it knows of the folder. */
export function isIgnored(patterns: IgnorePatterns, path: string): boolean {
  const segments = path.split("/");
  let match: PathMatch | undefined;
  for (let length = 1; length <= segments.length; length++) {
    match = patterns.match(segments.slice(0, length).join("/"), match);
  }
  return match?.ignored ?? false;
}

function ignorePatterns(patterns: readonly Pattern[]): IgnorePatterns {
  const exceptions = patterns.filter(({ exception }) => exception);

  return {
    match(path, parent) {
      let ignored = false;
      const matched = patterns.map(({ matches, exception }, index) => {
        const match = parent?.matched[index] === true || matches(path);
        if (match) ignored = !exception;
        return match;
      });
      return { ignored, matched };
    },

    mayBringBackBelow(folder) {
      const folders = folder.split("/");
      return exceptions.some(({ literal, depth }) => {
        const shared = Math.min(folders.length, literal.length);
        for (let i = 0; i < shared; i++) if (folders[i] !== literal[i]) return false;
        return depth > folders.length;
      });
    },
  };
}

function compile(line: string): Pattern {
  const trimmed = line.trim();
  const exception = trimmed.startsWith("!");
  const path = cleanPath(exception ? trimmed.slice(1).trim() : trimmed);
  if (exception && path === "") throw new SyntaxError("there must be a pattern after the exclamation mark.");
  const segments = path.split("/");
  const wildcard = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  const expression = regularExpression(path);
  return {
    exception,
    matches: wildcard < 0 ? (candidate) => candidate === path : (candidate) => expression.test(candidate),
    literal: wildcard < 0 ? segments : segments.slice(0, wildcard),
    depth: path.includes("**") ? Number.POSITIVE_INFINITY : segments.length,
  };
}

/**
 * Go's filepath.Clean and what docker does after it: no leading or trailing slash, no `.`, `..` resolved as far as it
 * goes. `.` alone stays and matches nothing, as docker never asks about the folder itself.
 */
function cleanPath(path: string): string {
  const rooted = path.startsWith("/");
  const kept: string[] = [];
  for (const segment of (process.platform === "win32" ? path.replaceAll("\\", "/") : path).split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!rooted) kept.push(segment);
  }
  return kept.join("/") || (path === "" ? "" : ".");
}

/**
 * Wildcards as in Go's filepath.Match, and `**` for any number of folders: `**` at the end matches all that follows,
 * elsewhere `**` with its slash matches nothing or whole folders.
 * See https://docs.docker.com/build/concepts/context/#syntax.
 */
function regularExpression(path: string): RegExp {
  let source = "";
  for (let i = 0; i < path.length; ) {
    const rest = path.slice(i);
    const stars = /^\*\*\/?/.exec(rest)?.[0];
    if (stars !== undefined) {
      source += stars.length === rest.length ? ".*" : "(?:.*/)?";
      i += stars.length;
      continue;
    }
    const [length, piece] = wildcardAt(rest);
    source += piece;
    i += length;
  }
  return new RegExp(`^${source}$`, "su");
}

/** The pattern's next piece: how many characters of it, and the regular expression that they mean. */
function wildcardAt(rest: string): readonly [length: number, source: string] {
  const [first = ""] = rest;
  if (first === "*") return [1, "[^/]*"];
  if (first === "?") return [1, "[^/]"];
  if (first === "[") {
    const found = /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(rest);
    if (!found) throw new SyntaxError("a bracket is not closed.");
    const [all, negation, members = ""] = found;
    const escaped = members.replaceAll(/\\(.)/gsu, (_, member: string) =>
      /[\\\]^-]/.test(member) ? `\\${member}` : member,
    );
    return [all.length, `[${negation === "^" ? "^" : ""}${escaped}]`];
  }
  if (first === "\\" && process.platform !== "win32") {
    const [next] = rest.slice(1);
    if (next === undefined)
      throw new SyntaxError("a backslash must be followed by the character it escapes.");
    return [1 + next.length, escaped(next)];
  }
  return [first.length, escaped(first)];
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
