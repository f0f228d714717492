import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Tells which paths of a build context the builder needs, from the paths and wildcards that COPY and ADD name. More
 * may be sent than is needed, never less: where a symbolic link or `**` is in the way, `undefined` means everything.
 */
export async function wantedPaths(
  root: string,
  patterns: readonly string[],
): Promise<((path: string) => boolean) | undefined> {
  const all = patterns.map((pattern) => pattern.split("/").filter((part) => part !== "" && part !== "."));
  for (const segments of all) {
    if (segments.length === 0 || segments.includes("..") || segments.some((part) => part.includes("**"))) {
      return undefined;
    }
    if (await meetsLink(root, segments)) return undefined;
  }
  if (all.length === 0) return undefined;
  const tests = all.map((segments) => segments.map(segmentTest));

  return (path) => {
    const parts = path.split("/");
    return tests.some((segments) =>
      segments.slice(0, parts.length).every((matches, index) => matches(parts[index] ?? "")),
    );
  };
}

/** Whether a link is among the files that the segments name, or too much is unknown to say. */
async function meetsLink(root: string, segments: readonly string[]): Promise<boolean> {
  let folder = root;
  for (const [index, segment] of segments.entries()) {
    if (/[*?[\\]/.test(segment)) {
      if (index < segments.length - 1) return true;
      const matches = segmentTest(segment);
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
      return !entries || entries.some((entry) => entry.isSymbolicLink() && matches(entry.name));
    }
    folder = join(folder, segment);
    const stat = await lstat(folder).catch(() => undefined);
    // What is not there is for the builder to complain about, in its own words.
    if (!stat) return false;
    if (stat.isSymbolicLink()) return true;
  }
  return false;
}

/** Wide on purpose: a bracket or a backslash stands for anything. */
function segmentTest(segment: string): (name: string) => boolean {
  if (!/[*?[\\]/.test(segment)) return (name) => name === segment;
  if (/[[\\]/.test(segment)) return () => true;
  const source = segment.replaceAll(/[^*?]+|[*?]/g, (piece) => {
    if (piece === "*") return ".*";
    return piece === "?" ? "." : piece.replaceAll(/[.+^${}()|]/g, "\\$&");
  });
  const expression = new RegExp(`^${source}$`, "su");
  return (name) => expression.test(name);
}
