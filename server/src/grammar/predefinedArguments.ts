/** A variable that exists without any ARG, or a build argument that the builder itself reads. */
export interface PredefinedArgument {
  readonly name: string;
  readonly seenBy: SeenBy;
  readonly does: string;
  /** What it looks like. */
  readonly example: string;
  readonly since?: string;
}

/**
 * - `run`: every RUN has it in its environment, when the build was given it. It stays out of the history and the cache.
 * - `from`: FROM lines and global arguments may use it. Inside a stage, write `ARG NAME` first.
 * - `builder`: the builder obeys it. To use it as a variable, write `ARG NAME` first.
 */
export type SeenBy = "run" | "from" | "builder";

const proxies: readonly { readonly name: string; readonly does: string; readonly example: string }[] = [
  { name: "HTTP_PROXY", does: "The proxy for plain HTTP.", example: "http://proxy.example.com:3128" },
  { name: "HTTPS_PROXY", does: "The proxy for HTTPS.", example: "http://proxy.example.com:3128" },
  { name: "FTP_PROXY", does: "The proxy for FTP.", example: "http://proxy.example.com:3128" },
  {
    name: "NO_PROXY",
    does: "Hosts that are reached without the proxy, separated by commas.",
    example: "localhost,.example.com",
  },
  {
    name: "ALL_PROXY",
    does: "The proxy where no other names one.",
    example: "socks5://proxy.example.com:1080",
  },
];

/** Proxies, platforms, then what the builder reads. */
export const predefinedArguments: readonly PredefinedArgument[] = [
  ...proxies.map((proxy) => ({ ...proxy, seenBy: "run" as const })),
  ...proxies.map((proxy) => ({ ...proxy, name: proxy.name.toLowerCase(), seenBy: "run" as const })),
  {
    name: "BUILDPLATFORM",
    seenBy: "from",
    does: "The platform of the machine that builds.",
    example: "linux/amd64",
  },
  {
    name: "BUILDOS",
    seenBy: "from",
    does: "The operating system of the machine that builds.",
    example: "linux",
  },
  {
    name: "BUILDARCH",
    seenBy: "from",
    does: "The architecture of the machine that builds.",
    example: "amd64",
  },
  {
    name: "BUILDVARIANT",
    seenBy: "from",
    does: "The architecture's variant on the machine that builds; often empty.",
    example: "v7",
  },
  {
    name: "TARGETPLATFORM",
    seenBy: "from",
    does: "The platform that the image is built for.",
    example: "linux/arm64",
  },
  {
    name: "TARGETOS",
    seenBy: "from",
    does: "The operating system that the image is built for.",
    example: "linux",
  },
  {
    name: "TARGETARCH",
    seenBy: "from",
    does: "The architecture that the image is built for.",
    example: "arm64",
  },
  {
    name: "TARGETVARIANT",
    seenBy: "from",
    does: "The architecture's variant that the image is built for; often empty.",
    example: "v7",
  },
  {
    name: "TARGETSTAGE",
    seenBy: "from",
    does: "The name of the stage that is being built, as asked for with `--target`.",
    example: "default",
    // https://docs.docker.com/build/buildkit/dockerfile-release-notes/#1110
    since: "1.11",
  },
  {
    name: "SOURCE_DATE_EPOCH",
    seenBy: "builder",
    does: "The time to write into the image and its layers, in seconds since 1970, so that two builds are the same.",
    example: "1735689600",
    since: "1.5",
  },
  {
    name: "BUILDKIT_BUILD_NAME",
    seenBy: "builder",
    does: "The name of this build in the history of builds.",
    example: "nightly",
  },
  {
    name: "BUILDKIT_CACHE_MOUNT_NS",
    seenBy: "builder",
    does: "Keeps cache mounts apart from those of other builds.",
    example: "team-a",
  },
  {
    name: "BUILDKIT_CONTEXT_KEEP_GIT_DIR",
    seenBy: "builder",
    does: "Keeps the `.git` directory when the build context is a Git address.",
    example: "1",
  },
  {
    name: "BUILDKIT_DOCKERFILE_CHECK",
    seenBy: "builder",
    does: "Configures the builder's checks, like the `check` directive.",
    example: "skip=all",
    since: "1.8",
  },
  { name: "BUILDKIT_GIT_ADVICE", seenBy: "builder", does: "Shows the advice that Git prints.", example: "1" },
  {
    name: "BUILDKIT_INLINE_CACHE",
    seenBy: "builder",
    does: "Writes the cache's metadata into the image, so that a later build can use the image as its cache.",
    example: "1",
  },
  {
    name: "BUILDKIT_MULTI_PLATFORM",
    seenBy: "builder",
    does: "Makes a multi-platform result even where there is only one platform.",
    example: "1",
    since: "1.3",
  },
  {
    name: "BUILDKIT_SANDBOX_HOSTNAME",
    seenBy: "builder",
    does: "The host name that RUN sees; `buildkitsandbox` otherwise.",
    example: "builder",
    since: "1.4",
  },
  {
    name: "BUILDKIT_SYNTAX",
    seenBy: "builder",
    does: "The image that reads the Dockerfile, before what `# syntax=` says.",
    example: "docker/dockerfile:1",
  },
];

const byName: ReadonlyMap<string, PredefinedArgument> = new Map(
  predefinedArguments.map((argument) => [argument.name, argument]),
);

/** By exact name; only the proxies exist in lower case. */
export function predefinedArgument(name: string): PredefinedArgument | undefined {
  return byName.get(name);
}
