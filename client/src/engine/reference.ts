/** `repository[:tag][@digest]`, taken apart. */
export interface ReferenceParts {
  /** Domain and path, as written. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes a reference apart. A colon after the last slash begins the tag; one before it belongs to the registry's port. */
export function splitReference(reference: string): ReferenceParts {
  const at = reference.indexOf("@");
  const named = at === -1 ? reference : reference.slice(0, at);
  const digest = at === -1 ? undefined : reference.slice(at + 1);
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  if (colon === -1) return { repository: named, tag: undefined, digest };
  return { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}

/** As docker prints references: Docker Hub's own domain and its `library/` left out. Podman writes both. */
export function familiarReference(reference: string): string {
  return reference.replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, "");
}
