import type { FilesPort } from "./ports";

/** What is on disk is read from there, all else through `others`: a virtual workspace, which only the client can read. */
export function filesByScheme(disk: FilesPort, others: FilesPort | undefined): FilesPort {
  if (!others) return disk;
  const portOf = (uri: string) => (uri.startsWith("file:") ? disk : others);
  return {
    readText: (uri) => portOf(uri).readText(uri),
    list: (uri, limit) => portOf(uri).list(uri, limit),
    sizes: async (uri, paths) => (await portOf(uri).sizes?.(uri, paths)) ?? paths.map(() => undefined),
  };
}
