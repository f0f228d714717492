/** What Drydock knows of one flag of one instruction. Prose is Markdown. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly value: FlagValue;
  readonly does: string;
  readonly trap?: string;
  /** A whole instruction. */
  readonly example: string;
  /** Whether it may be given more than once; the builder refuses a second one otherwise. */
  readonly repeatable: boolean;
  /** What holds where the flag is not given, as it would be written. */
  readonly default?: string;
  /** The lowest `docker/dockerfile` version that has it; undefined where every BuildKit has it. */
  readonly since?: string;
  /** The lowest version of the labs channel that has it, where that was earlier. */
  readonly labsSince?: string;
  readonly documentation: string;
}

export type FlagValue =
  /** `--link`, `--link=true` or `--link=false`. */
  | { readonly kind: "boolean" }
  /** A Go duration, see `durations.ts`. */
  | { readonly kind: "duration" }
  /** A whole number, zero or more. */
  | { readonly kind: "count" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  /** `755`, or symbolic `u=rwX,go=rX`, see `fileModes.ts`. */
  | { readonly kind: "fileMode" }
  /** `user`, `user:group`, `1000:1000`. */
  | { readonly kind: "owner" }
  /** `linux/arm64`, see `platforms.ts`. */
  | { readonly kind: "platform" }
  /** A stage by name or index, an image, or a named build context. */
  | { readonly kind: "source" }
  /** `type=cache,target=/x`, see `mounts.ts`. */
  | { readonly kind: "mount" }
  /** `sha256:…` for a URL, a commit hash for a Git repository. */
  | { readonly kind: "checksum" }
  /** A pattern of paths, as in the sources of COPY. */
  | { readonly kind: "pathPattern" }
  /** A CDI device: `vendor.com/class=name`. */
  | { readonly kind: "device" };

export interface Choice {
  readonly value: string;
  readonly does: string;
}
