/** Folders that hold more files than all else together, and whose files hardly anybody names. They are not entered. */
export const unlistedFolders: ReadonlySet<string> = new Set([".git", "node_modules"]);
