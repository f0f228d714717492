/**
 * The name proposed for an image built in a folder: `<registry>/<user>/<folder>`, what is unknown left out.
 * The folder's name is changed as far as a reference's grammar needs.
 */
export function proposedReference(
  folder: string,
  { registry, user }: { readonly registry: string; readonly user: string | undefined },
): string {
  return [registry.trim(), user === undefined ? "" : pathComponent(user), pathComponent(folder) || "image"]
    .filter((part) => part !== "")
    .join("/");
}

function pathComponent(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/[._-]*-[._-]*/g, "-")
    .replace(/\.[._]+|_\.[._]*|_{3,}/g, "_")
    .replace(/^[._-]+|[._-]+$/g, "");
}
