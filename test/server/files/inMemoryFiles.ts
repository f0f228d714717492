import type { FilesPort } from "../../../server/src/ports";

/** A disk that holds these texts, by URI, and remembers how often it was asked to list. */
export function inMemoryFiles(texts: Record<string, string>): FilesPort & { listings: () => number } {
  let listings = 0;
  return {
    readText: async (uri) => texts[decodeURIComponent(uri)],
    async list(uri, limit) {
      listings++;
      const root = `${decodeURIComponent(uri)}/`;
      const paths = Object.keys(texts).filter((path) => path.startsWith(root));
      const names = new Set(paths.flatMap((path) => withFolders(path.slice(root.length))));
      return [...names].sort((a, b) => depth(a) - depth(b)).slice(0, limit);
    },
    listings: () => listings,
  };
}

function withFolders(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/") + (index < parts.length - 1 ? "/" : ""));
}

function depth(path: string): number {
  return path.replace(/\/$/, "").split("/").length;
}
