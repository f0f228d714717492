import picomatch from "picomatch/posix";

/**
 * Tells whether a glob matches a whole path with forward slashes. A glob without a slash looks at the path's last part
 * alone; a leading `./` or `/` means nothing. Names that begin with a dot match like any other.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const anchored = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  // In the mode of POSIX, `[!x]` is a negated class, as people know it from shells and from VS Code.
  return picomatch(anchored, { dot: true, noextglob: true, posix: true });
}
