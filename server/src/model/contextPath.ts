/**
 * A source of COPY or ADD as a path of the build context: without slashes at either end, and empty for all of it. The
 * builder takes the context's root for `/`, so `..` leads no further up than that.
 */
export function contextPath(source: string): string {
  const parts: string[] = [];
  for (const part of source.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
