import type { Choice } from "./flag";
import { type MountType, mountTypes } from "./mounts";

/** One key of `RUN --mount=key=value,…`. */
export interface MountKey {
  /** The main name. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly value: MountValue;
  readonly does: string;
  /** The types for which it means something. */
  readonly types: readonly MountType[];
  /** The types with which the builder stops; with those in neither list it takes the key and ignores it. */
  readonly refusedWith: readonly MountType[];
  /** What holds where it is not given. */
  readonly defaults: Readonly<Partial<Record<MountType, string>>>;
  /** The lowest `docker/dockerfile` version that has it, where that is newer than `--mount` itself. */
  readonly since?: string;
}

export type MountValue =
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  /** `ro` alone, or with `true`, `false` and the like, see `booleans.ts`. */
  | { readonly kind: "boolean" }
  /** A size in bytes, `512m` or `1g`, see `byteSizes.ts`. */
  | { readonly kind: "byteSize" }
  /** A user or group by its number. */
  | { readonly kind: "identity" }
  /** Octal only, unlike `--chmod`. */
  | { readonly kind: "octalMode" }
  /** A stage, an image or a named build context. Variables are not expanded in it. */
  | { readonly kind: "source" }
  /** A path inside what `from` names, or in the build context. */
  | { readonly kind: "sourcePath" }
  /** A path in the container. */
  | { readonly kind: "targetPath" }
  /** A free name. */
  | { readonly kind: "name" }
  /** The name of an environment variable. */
  | { readonly kind: "variable" };

const everyType: readonly MountType[] = ["bind", "cache", "secret", "ssh", "tmpfs"];

/** Checked against https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/commands_runmount.go */
export const mountKeys: readonly MountKey[] = [
  {
    name: "type",
    aliases: [],
    value: { kind: "choice", choices: mountTypes.map(({ type, does }) => ({ value: type, does })) },
    does: "What kind of mount it is. `bind` when left out.",
    types: everyType,
    refusedWith: [],
    defaults: { bind: "bind" },
  },
  {
    name: "target",
    aliases: ["dst", "destination"],
    value: { kind: "targetPath" },
    does: "Where the command finds it. Relative paths start at WORKDIR.",
    types: everyType,
    refusedWith: [],
    defaults: { secret: "/run/secrets/<id>", ssh: "/run/buildkit/ssh_agent.0" },
  },
  {
    name: "source",
    aliases: ["src"],
    value: { kind: "sourcePath" },
    does: "The path to mount, in the build context or in what `from` names. With a secret it is another word for `id`.",
    types: ["bind", "cache", "secret"],
    refusedWith: [],
    defaults: { bind: "/", cache: "/" },
  },
  {
    name: "from",
    aliases: [],
    value: { kind: "source" },
    does: "The stage, image or named build context to take it from. A cache starts with its contents.",
    types: ["bind", "cache"],
    refusedWith: ["secret"],
    defaults: {},
  },
  {
    name: "readonly",
    aliases: ["ro"],
    value: { kind: "boolean" },
    does: "The command may not write into it.",
    types: ["bind", "cache"],
    refusedWith: [],
    defaults: { bind: "true", cache: "false" },
  },
  {
    name: "readwrite",
    aliases: ["rw"],
    value: { kind: "boolean" },
    does: "The command may write into it. What it writes into a bind mount is thrown away.",
    types: ["bind", "cache"],
    refusedWith: [],
    defaults: { bind: "false", cache: "true" },
  },
  {
    name: "id",
    aliases: [],
    value: { kind: "name" },
    does: "Its name. Caches with the same name are one cache; a secret or key is passed to the build under this name.",
    types: ["cache", "secret", "ssh"],
    refusedWith: [],
    defaults: { cache: "<target>", secret: "<last part of target>", ssh: "default" },
  },
  {
    name: "sharing",
    aliases: [],
    value: {
      kind: "choice",
      choices: [
        { value: "shared", does: "Builds use it at the same time." },
        { value: "locked", does: "A second build waits until the first is done with it. Needed by apt." },
        { value: "private", does: "A second build at the same time gets a cache of its own." },
      ],
    },
    does: "What happens when two builds want the cache at once.",
    types: ["cache"],
    refusedWith: ["bind", "secret", "ssh", "tmpfs"],
    defaults: { cache: "shared" },
  },
  {
    name: "mode",
    aliases: [],
    value: { kind: "octalMode" },
    does: "The permissions of the new directory, file or socket, in octal.",
    types: ["cache", "secret", "ssh"],
    refusedWith: ["bind", "tmpfs"],
    defaults: { cache: "0755", secret: "0400", ssh: "0600" },
  },
  {
    name: "uid",
    aliases: [],
    value: { kind: "identity" },
    does: "The number of the user it belongs to. Give it when USER is not root.",
    types: ["cache", "secret", "ssh"],
    refusedWith: ["bind", "tmpfs"],
    defaults: { cache: "0", secret: "0", ssh: "0" },
  },
  {
    name: "gid",
    aliases: [],
    value: { kind: "identity" },
    does: "The number of the group it belongs to.",
    types: ["cache", "secret", "ssh"],
    refusedWith: ["bind", "tmpfs"],
    defaults: { cache: "0", secret: "0", ssh: "0" },
  },
  {
    name: "required",
    aliases: [],
    value: { kind: "boolean" },
    does: "The build stops when the secret or key was not passed to it.",
    types: ["secret", "ssh"],
    refusedWith: ["bind", "cache", "tmpfs"],
    defaults: { secret: "false", ssh: "false" },
  },
  {
    name: "env",
    aliases: [],
    value: { kind: "variable" },
    does: "Puts the secret into this environment variable instead of a file. Give `target` too for both.",
    types: ["secret"],
    refusedWith: ["bind", "cache", "ssh", "tmpfs"],
    defaults: {},
    // https://docs.docker.com/build/buildkit/dockerfile-release-notes/#1100
    since: "1.10",
  },
  {
    name: "size",
    aliases: [],
    value: { kind: "byteSize" },
    does: "The most that it may hold, for example `512m`.",
    types: ["tmpfs"],
    refusedWith: ["bind", "cache", "secret", "ssh"],
    defaults: {},
  },
];

/** The key of this name or alias. The builder reads keys in any case. */
export function mountKey(name: string): MountKey | undefined {
  const lower = name.toLowerCase();
  return mountKeys.find((key) => key.name === lower || key.aliases.includes(lower));
}

/** The keys that mean something for a type, `type` first. */
export function mountKeysOf(type: MountType): readonly MountKey[] {
  return mountKeys.filter(({ types }) => types.includes(type));
}
