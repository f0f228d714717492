/** Whether a path in an image begins at its root; `C:\app`, `c:/app` and `\app` do where the image is one of Windows. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:(?:[/\\]|$))/.test(path);
}
