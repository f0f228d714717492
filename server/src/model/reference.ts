/** `[domain/]path[:tag][@digest]`, as the distribution project's reference grammar has it. */
export interface Reference {
  /** Undefined where the text names none: Docker Hub. */
  readonly domain: string | undefined;
  /** As written, `library/` not added. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}
