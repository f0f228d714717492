import ignore, { type Ignore } from "ignore";

/** The `.gitignore` files of a tree of folders, each of which speaks for what lies below it. */
export interface Gitignore {
  /** `folder`: path from the root with a slash at its end, or empty for the root itself. */
  add(folder: string, text: string): void;
  /** `path`: from the root with forward slashes; a folder's ends with a slash. */
  ignores(path: string): boolean;
}

export function createGitignore(): Gitignore {
  const matchers = new Map<string, Ignore>();
  return {
    add: (folder, text) => void matchers.set(folder, ignore().add(text)),
    ignores(path) {
      let ignored = false;
      // From the root down: what lies deeper is stronger.
      for (let end = 0; end >= 0 && end < path.length - 1; end = path.indexOf("/", end) + 1) {
        const verdict = matchers.get(path.slice(0, end))?.test(path.slice(end));
        if (verdict?.ignored) ignored = true;
        else if (verdict?.unignored) ignored = false;
        if (!path.includes("/", end)) break;
      }
      return ignored;
    },
  };
}
