/** Where a package manager or compiler keeps what it could use again, ready for `RUN --mount`. */
export interface CacheMount {
  /** The tool, as people call it. */
  readonly tool: string;
  /** The programs that use it, as they are called in RUN. */
  readonly commands: readonly string[];
  /** One value of `--mount` for each directory. The home is root's. */
  readonly mounts: readonly string[];
  readonly does: string;
  /** What else is needed for the cache to be used. */
  readonly needs?: string;
}

/** System packages first, then languages by name. */
export const cacheMounts: readonly CacheMount[] = [
  {
    tool: "apt",
    commands: ["apt-get", "apt"],
    // apt locks its directories: https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages
    mounts: [
      "type=cache,target=/var/cache/apt,sharing=locked",
      "type=cache,target=/var/lib/apt,sharing=locked",
    ],
    does: "Keeps package lists and downloaded packages of Debian and Ubuntu.",
    needs:
      "Official images delete downloads after each install: remove `/etc/apt/apt.conf.d/docker-clean` first.",
  },
  {
    tool: "apk",
    commands: ["apk"],
    mounts: ["type=cache,target=/var/cache/apk,sharing=locked"],
    does: "Keeps the index and downloaded packages of Alpine.",
    needs: "Leave out `--no-cache`, and make the link `/etc/apk/cache` to `/var/cache/apk` first.",
  },
  {
    tool: "dnf",
    commands: ["dnf", "microdnf"],
    mounts: ["type=cache,target=/var/cache/dnf,sharing=locked"],
    does: "Keeps metadata and downloaded packages of Fedora and Red Hat's relatives.",
    needs:
      "Add `--setopt=keepcache=1` to keep the packages too. With dnf 5 the directory is `/var/cache/libdnf5`.",
  },
  {
    tool: "yum",
    commands: ["yum"],
    mounts: ["type=cache,target=/var/cache/yum,sharing=locked"],
    does: "Keeps metadata and downloaded packages of CentOS 7 and Amazon Linux 2.",
    needs: "Add `--setopt=keepcache=1` to keep the packages too.",
  },
  {
    tool: "zypper",
    commands: ["zypper"],
    mounts: ["type=cache,target=/var/cache/zypp,sharing=locked"],
    does: "Keeps metadata and downloaded packages of openSUSE.",
  },
  {
    tool: "bun",
    commands: ["bun", "bunx"],
    mounts: ["type=cache,target=/root/.bun/install/cache"],
    does: "Keeps packages that Bun downloaded.",
  },
  {
    tool: "bundler",
    commands: ["bundle", "gem"],
    mounts: ["type=cache,target=/usr/local/bundle/cache"],
    does: "Keeps gems that were downloaded, at the place where the official Ruby image puts them.",
  },
  {
    tool: "cargo",
    commands: ["cargo"],
    mounts: ["type=cache,target=/usr/local/cargo/registry", "type=cache,target=/usr/local/cargo/git/db"],
    does: "Keeps crates and their sources, at the place where the official Rust image puts them.",
    needs:
      "To keep compiled parts too, mount the `target` directory and copy the program out in the same RUN.",
  },
  {
    tool: "ccache",
    commands: ["ccache"],
    mounts: ["type=cache,target=/root/.cache/ccache"],
    does: "Keeps compiled objects of C and C++.",
    needs: "Put `/usr/lib/ccache` first in `PATH` so that the compiler goes through it.",
  },
  {
    tool: "composer",
    commands: ["composer"],
    // COMPOSER_HOME is /tmp there: https://hub.docker.com/_/composer
    mounts: ["type=cache,target=/tmp/cache"],
    does: "Keeps PHP packages, at the place where the official Composer image puts them.",
  },
  {
    tool: "go",
    commands: ["go"],
    mounts: ["type=cache,target=/go/pkg/mod", "type=cache,target=/root/.cache/go-build"],
    does: "Keeps modules and compiled packages.",
  },
  {
    tool: "gradle",
    commands: ["gradle", "gradlew", "./gradlew"],
    mounts: ["type=cache,target=/root/.gradle"],
    does: "Keeps dependencies and the wrapper's Gradle.",
  },
  {
    tool: "maven",
    commands: ["mvn", "mvnw", "./mvnw"],
    mounts: ["type=cache,target=/root/.m2"],
    does: "Keeps the local repository of dependencies and plug-ins.",
  },
  {
    tool: "npm",
    commands: ["npm", "npx"],
    mounts: ["type=cache,target=/root/.npm"],
    does: "Keeps packages that npm downloaded.",
  },
  {
    tool: "nuget",
    commands: ["dotnet", "nuget"],
    mounts: ["type=cache,target=/root/.nuget/packages"],
    does: "Keeps packages that .NET restored.",
  },
  {
    tool: "pip",
    commands: ["pip", "pip3"],
    mounts: ["type=cache,target=/root/.cache/pip"],
    does: "Keeps packages and wheels that pip downloaded or built.",
    needs: "Leave out `--no-cache-dir`, and do not set `PIP_NO_CACHE_DIR`.",
  },
  {
    tool: "pnpm",
    commands: ["pnpm"],
    mounts: ["type=cache,target=/root/.local/share/pnpm/store"],
    does: "Keeps pnpm's store of packages.",
    needs: "Where `PNPM_HOME` is set, the store lies below it; ask `pnpm store path`.",
  },
  {
    tool: "poetry",
    commands: ["poetry"],
    mounts: ["type=cache,target=/root/.cache/pypoetry"],
    does: "Keeps packages that Poetry downloaded.",
  },
  {
    tool: "uv",
    commands: ["uv"],
    mounts: ["type=cache,target=/root/.cache/uv"],
    does: "Keeps packages that uv downloaded or built.",
    needs: "Set `UV_LINK_MODE=copy`, because a cache mount is another file system.",
  },
  {
    tool: "yarn",
    commands: ["yarn", "yarnpkg"],
    mounts: ["type=cache,target=/usr/local/share/.cache/yarn"],
    does: "Keeps packages that Yarn 1 downloaded as root.",
    needs: "Later versions keep theirs in `/root/.yarn/berry/cache`.",
  },
];

/** The caches of a program called in RUN, by its name without a path. */
export function cacheMountOf(command: string): CacheMount | undefined {
  return cacheMounts.find(({ commands }) => commands.includes(command));
}
