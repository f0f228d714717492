/** By its name alone: the language of the document is the same for `.gitignore` and its like. */
export function isIgnoreFile(uri: string): boolean {
  return /\.(?:docker|container)ignore$/.test(uri);
}
