/** A path with slashes as a part of a URI. */
export function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
