/** Whether a file is a Dockerfile by its name: the last part of a path or URI, with slashes. */
export function isDockerfileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (name.endsWith(".dockerignore") || name.endsWith(".containerignore")) return false;
  return (
    /^(?:dockerfile|containerfile)(?:\..+)?$/.test(name) || /.\.(?:dockerfile|containerfile)$/.test(name)
  );
}

/** The same for those who take globs, such as file watchers. */
export const dockerfileGlobs: readonly string[] = [
  "**/{D,d}ockerfile",
  "**/{D,d}ockerfile.*",
  "**/*.{D,d}ockerfile",
  "**/{C,c}ontainerfile",
  "**/{C,c}ontainerfile.*",
  "**/*.{C,c}ontainerfile",
];
