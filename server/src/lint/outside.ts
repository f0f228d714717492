/**
 * What rules may know beyond the document. Whoever runs the linter gathers it beforehand, so that checking itself does
 * no input or output and cannot fail. Each part is undefined where nobody knows: then a rule says nothing.
 */
export interface Outside {
  readonly buildContext: BuildContextFiles | undefined;
  /** The engine's local images. */
  readonly images: readonly LocalImage[] | undefined;
  /** The day that end-of-life dates are compared with. */
  readonly today: Date;
  /** Names given with `--build-context`. */
  readonly namedContexts: readonly string[];
}

export interface BuildContextFiles {
  /** URI of its root, without a slash at the end; undefined where the files are no real ones. */
  readonly folder?: string;
  /** Paths from the build context's root with forward slashes, folders with a slash at the end, ignored ones too. */
  readonly paths: ReadonlySet<string>;
  /** Folders, with a slash at the end, of whose content nothing is known: too many files, or left out on purpose. */
  readonly unlisted?: ReadonlySet<string>;
  /** Undefined where there is no ignore file. */
  readonly ignoreFile: { readonly name: string; readonly text: string } | undefined;
}

export interface LocalImage {
  /** `repository:tag`. */
  readonly tags: readonly string[];
  /** `repository@digest`. */
  readonly digests: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** For example `linux/amd64`; undefined where the engine does not tell in its list. */
  readonly platform?: string;
}

/** Knows nothing but the date. */
export function nothingOutside(today = new Date()): Outside {
  return { buildContext: undefined, images: undefined, today, namedContexts: [] };
}
