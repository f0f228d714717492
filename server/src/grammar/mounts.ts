/** What `RUN --mount=type=…` can mount. */
export type MountType = "bind" | "cache" | "secret" | "ssh" | "tmpfs";

export interface MountTypeEntry {
  readonly type: MountType;
  readonly does: string;
  readonly trap: string;
  readonly example: string;
  /** Keys that must be there, by their main name. */
  readonly required: readonly string[];
  /** Keys of which at least one must be there; empty where none is needed. */
  readonly requiredOneOf: readonly string[];
  /** The whole value of the flag, in the snippet syntax of LSP. */
  readonly snippet: string;
  readonly documentation: string;
}

/** In alphabetic order. `bind` is meant where no type is given. */
export const mountTypes: readonly MountTypeEntry[] = [
  {
    type: "bind",
    does: "Shows files of the build context, a stage or an image to the command, without copying them into the image.",
    trap: "It is read-only. With `rw` the command may write, but what it wrote is thrown away afterwards.",
    example: "RUN --mount=type=bind,source=go.mod,target=go.mod go mod download",
    required: ["target"],
    requiredOneOf: [],
    snippet: "type=bind,source=${1:path},target=${2:path}",
    documentation: "https://docs.docker.com/reference/dockerfile/#run---mounttypebind",
  },
  {
    type: "cache",
    does: "Gives the command a directory that lasts from build to build, for downloads and compiler caches.",
    trap: "It may be empty at any build, and two builds may share it. For apt, which locks its files, add `sharing=locked`.",
    example: "RUN --mount=type=cache,target=/root/.npm npm ci",
    required: ["target"],
    requiredOneOf: [],
    snippet: "type=cache,target=${1:/root/.cache}",
    documentation: "https://docs.docker.com/reference/dockerfile/#run---mounttypecache",
  },
  {
    type: "secret",
    does: "Gives the command a password or key as a file or a variable, and leaves no trace of it in the image.",
    trap: "The build goes on without it unless you say `required`. Pass it with `docker build --secret id=name,src=file`.",
    example: "RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
    required: [],
    requiredOneOf: ["id", "source", "target"],
    snippet: "type=secret,id=${1:name}",
    documentation: "https://docs.docker.com/reference/dockerfile/#run---mounttypesecret",
  },
  {
    type: "ssh",
    does: "Lets the command use your SSH agent, for example to clone a private repository.",
    trap: "Pass it with `docker build --ssh default`. The image still needs an SSH client and the host's key in `known_hosts`.",
    example: "RUN --mount=type=ssh git clone git@github.com:owner/repository.git",
    required: [],
    requiredOneOf: [],
    snippet: "type=ssh",
    documentation: "https://docs.docker.com/reference/dockerfile/#run---mounttypessh",
  },
  {
    type: "tmpfs",
    does: "Gives the command an empty directory in memory that is gone afterwards.",
    trap: "It counts against the builder's memory. Say how much it may grow with `size`.",
    example: "RUN --mount=type=tmpfs,target=/tmp,size=512m make test",
    required: ["target"],
    requiredOneOf: [],
    snippet: "type=tmpfs,target=${1:/tmp}",
    documentation: "https://docs.docker.com/reference/dockerfile/#run---mounttypetmpfs",
  },
];

export function mountTypeEntry(type: string): MountTypeEntry | undefined {
  return mountTypes.find((entry) => entry.type === type.toLowerCase());
}
