import { shortRepository } from "./endOfLife";

/** What is certain of a base image from its name alone. Nothing is said of what is not certain. */
export interface BaseFacts {
  readonly distribution: Distribution;
  /** What installs packages; undefined where there is nothing. */
  readonly packageManager: PackageManager | undefined;
  /** What runs shell forms by default; undefined where the image has no shell at all. */
  readonly shell: string | undefined;
  /** Programs that are certainly there. */
  readonly has: readonly string[];
  /** Programs that are certainly not there until they are installed. */
  readonly lacks: readonly string[];
  /** The user that a container runs as. */
  readonly user: string;
}

export type Distribution =
  | "alpine"
  | "amazon"
  | "arch"
  | "azure"
  | "busybox"
  | "debian"
  | "distroless"
  | "fedora"
  | "opensuse"
  | "redhat"
  | "scratch"
  | "ubuntu"
  | "windows"
  | "wolfi";

export type PackageManager = "apk" | "apt-get" | "dnf" | "microdnf" | "pacman" | "tdnf" | "yum" | "zypper";

const packageManagers: readonly string[] = [
  ...["apk", "apt", "apt-get", "dnf", "dpkg", "microdnf", "pacman", "rpm", "tdnf", "yum", "zypper"],
];

const tools: readonly string[] = ["bash", "curl", "git", "make", "python3", "sudo", "wget"];

/** All package managers but those named. */
function noOther(...own: readonly string[]): readonly string[] {
  return packageManagers.filter((name) => !own.includes(name));
}

const scratch: BaseFacts = {
  distribution: "scratch",
  packageManager: undefined,
  shell: undefined,
  has: [],
  lacks: ["sh", ...tools, ...packageManagers],
  user: "root",
};

const distroless: BaseFacts = { ...scratch, distribution: "distroless" };

const alpine: BaseFacts = {
  distribution: "alpine",
  packageManager: "apk",
  shell: "/bin/sh",
  has: ["sh", "apk", "wget"],
  lacks: ["bash", "curl", "git", "make", "python3", "sudo", ...noOther("apk")],
  user: "root",
};

const debian: BaseFacts = {
  distribution: "debian",
  packageManager: "apt-get",
  shell: "/bin/sh",
  has: ["sh", "bash", "apt", "apt-get", "dpkg"],
  lacks: ["curl", "git", "make", "python3", "sudo", "wget", ...noOther("apt", "apt-get", "dpkg")],
  user: "root",
};

const ubuntu: BaseFacts = { ...debian, distribution: "ubuntu" };

const redhat: BaseFacts = {
  distribution: "redhat",
  packageManager: "dnf",
  shell: "/bin/sh",
  has: ["sh", "bash", "curl", "dnf", "rpm", "yum"],
  lacks: ["sudo", ...noOther("dnf", "rpm", "yum", "microdnf")],
  user: "root",
};

const redhatMinimal: BaseFacts = {
  ...redhat,
  packageManager: "microdnf",
  has: ["sh", "bash", "microdnf", "rpm"],
  lacks: ["sudo", "git", "make", ...noOther("microdnf", "rpm", "dnf", "yum")],
};

const windows: BaseFacts = {
  distribution: "windows",
  packageManager: undefined,
  shell: "cmd",
  has: ["cmd"],
  lacks: ["sh", "bash", "make", "sudo", ...packageManagers],
  user: "ContainerAdministrator",
};

const busybox: BaseFacts = {
  distribution: "busybox",
  packageManager: undefined,
  shell: "/bin/sh",
  has: ["sh", "wget"],
  lacks: ["bash", "curl", "git", "make", "python3", "sudo", ...packageManagers],
  user: "root",
};

/** With more on it than the distribution itself: its programs are no longer certain to be missing. */
function withTools(base: BaseFacts, has: readonly string[], mayHave: readonly string[] = []): BaseFacts {
  return {
    ...base,
    has: [...base.has, ...has.filter((tool) => !base.has.includes(tool))],
    lacks: base.lacks.filter((tool) => !has.includes(tool) && !mayHave.includes(tool)),
  };
}

/** What `buildpack-deps` brings, on which the full images of languages are built. */
const buildTools: readonly string[] = ["curl", "git", "make", "wget"];

interface Rule {
  readonly repository: RegExp;
  /** Tried against the tag, `latest` where there is none. */
  readonly tag?: RegExp;
  readonly facts: BaseFacts;
}

/** A language's image in its usual four forms; `own` is what the language brings. */
function language(
  repository: RegExp,
  own: readonly string[],
  full: readonly string[],
  slim: readonly string[] = [],
): Rule[] {
  return [
    { repository, tag: /windowsservercore|nanoserver/, facts: windows },
    { repository, tag: /alpine/, facts: withTools(alpine, own) },
    { repository, tag: /slim/, facts: withTools(debian, [...own, ...slim]) },
    { repository, facts: withTools(debian, [...own, ...full], ["python3", "make"]) },
  ];
}

/** The first that fits counts. */
const rules: readonly Rule[] = [
  { repository: /^scratch$/, facts: scratch },
  { repository: /^hello-world$/, facts: scratch },
  { repository: /^alpine$/, facts: alpine },
  { repository: /^alpine\/git$/, facts: withTools(alpine, ["git"]) },
  { repository: /^debian$/, facts: debian },
  { repository: /^ubuntu$/, facts: ubuntu },
  { repository: /^busybox$/, facts: busybox },
  { repository: /^buildpack-deps$/, tag: /curl/, facts: withTools(debian, ["curl", "wget"], ["python3"]) },
  {
    repository: /^buildpack-deps$/,
    tag: /scm/,
    facts: withTools(debian, ["curl", "git", "wget"], ["python3"]),
  },
  { repository: /^buildpack-deps$/, facts: withTools(debian, buildTools, ["python3"]) },
  { repository: /^fedora$/, facts: { ...redhat, distribution: "fedora" } },
  {
    repository: /^centos$/,
    tag: /^(?:centos)?[5-7]\b/,
    facts: { ...redhat, packageManager: "yum", has: ["sh", "bash", "curl", "rpm", "yum"] },
  },
  { repository: /^centos$/, facts: redhat },
  { repository: /^(?:almalinux|rockylinux|rockylinux\/rockylinux)$/, tag: /minimal/, facts: redhatMinimal },
  { repository: /^(?:almalinux|rockylinux|rockylinux\/rockylinux)$/, facts: redhat },
  { repository: /^oraclelinux$/, tag: /slim/, facts: redhatMinimal },
  {
    repository: /^oraclelinux$/,
    tag: /^[67]\b/,
    facts: { ...redhat, packageManager: "yum", has: ["sh", "bash", "curl", "rpm", "yum"] },
  },
  { repository: /^oraclelinux$/, facts: redhat },
  {
    repository: /^amazonlinux$/,
    tag: /^(?:1|2|2018)(?:\.\S*)?$/,
    facts: {
      ...redhat,
      distribution: "amazon",
      packageManager: "yum",
      has: ["sh", "bash", "curl", "rpm", "yum"],
    },
  },
  { repository: /^amazonlinux$/, facts: { ...redhat, distribution: "amazon" } },
  {
    repository: /^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi\d+(?:\/ubi)?-micro$/,
    facts: {
      ...redhat,
      packageManager: undefined,
      has: ["sh", "bash"],
      lacks: [...tools.filter((tool) => tool !== "bash"), ...packageManagers],
    },
  },
  {
    repository: /^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi\d+(?:\/ubi)?-minimal$/,
    facts: redhatMinimal,
  },
  {
    repository: /^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi\d+(?:\/ubi)?(?:-init)?$/,
    facts: redhat,
  },
  {
    repository: /^(?:opensuse\/(?:leap|tumbleweed)|registry\.(?:opensuse\.org|suse\.com)\/.*)$/,
    facts: {
      distribution: "opensuse",
      packageManager: "zypper",
      shell: "/bin/sh",
      has: ["sh", "bash"],
      lacks: ["sudo", ...noOther("zypper", "rpm")],
      user: "root",
    },
  },
  {
    repository: /^archlinux(?:\/archlinux)?$/,
    facts: {
      distribution: "arch",
      packageManager: "pacman",
      shell: "/bin/sh",
      has: ["sh", "bash", "curl", "pacman"],
      lacks: noOther("pacman"),
      user: "root",
    },
  },
  // The debug tags carry BusyBox: https://github.com/GoogleContainerTools/distroless#debug-images
  {
    repository: /^gcr\.io\/distroless\//,
    tag: /debug-nonroot/,
    facts: { ...busybox, distribution: "distroless", shell: "/busybox/sh", user: "nonroot" },
  },
  {
    repository: /^gcr\.io\/distroless\//,
    tag: /debug/,
    facts: { ...busybox, distribution: "distroless", shell: "/busybox/sh" },
  },
  {
    repository: /^gcr\.io\/distroless\/python3/,
    tag: /nonroot/,
    facts: { ...withTools(distroless, ["python3"]), user: "nonroot" },
  },
  { repository: /^gcr\.io\/distroless\/python3/, facts: withTools(distroless, ["python3"]) },
  { repository: /^gcr\.io\/distroless\//, tag: /nonroot/, facts: { ...distroless, user: "nonroot" } },
  { repository: /^gcr\.io\/distroless\//, facts: distroless },
  {
    repository: /^cgr\.dev\/chainguard\/(?:wolfi-base|chainguard-base)$/,
    facts: {
      ...alpine,
      distribution: "wolfi",
      lacks: ["bash", "curl", "git", "make", "python3", "sudo", ...noOther("apk")],
    },
  },
  // https://edu.chainguard.dev/chainguard/chainguard-images/about/differences-development-production/
  {
    repository: /^cgr\.dev\/chainguard\//,
    tag: /-dev$/,
    facts: { ...withTools(alpine, [], tools), distribution: "wolfi", has: ["sh", "apk"], user: "nonroot" },
  },
  { repository: /^cgr\.dev\/chainguard\/static$/, facts: { ...distroless, user: "nonroot" } },
  { repository: /^mcr\.microsoft\.com\/windows/, facts: windows },
  { repository: /^mcr\.microsoft\.com\/dotnet\/framework\//, facts: windows },
  { repository: /^mcr\.microsoft\.com\/dotnet\//, tag: /nanoserver|windowsservercore/, facts: windows },
  // https://github.com/dotnet/dotnet-docker/blob/main/documentation/distroless.md
  {
    repository: /^mcr\.microsoft\.com\/dotnet\//,
    tag: /chiseled|distroless/,
    facts: { ...distroless, user: "app" },
  },
  { repository: /^mcr\.microsoft\.com\/dotnet\//, tag: /alpine/, facts: withTools(alpine, [], tools) },
  {
    repository: /^mcr\.microsoft\.com\/dotnet\//,
    tag: /azurelinux|mariner/,
    facts: {
      distribution: "azure",
      packageManager: "tdnf",
      shell: "/bin/sh",
      has: ["sh", "bash"],
      lacks: noOther("tdnf", "dnf", "rpm"),
      user: "root",
    },
  },
  // From .NET 10 on, the default is Ubuntu.
  {
    repository: /^mcr\.microsoft\.com\/dotnet\/sdk$/,
    tag: /^1\d\.|^latest|noble|jammy|focal/,
    facts: withTools(ubuntu, ["curl", "git", "wget"], tools),
  },
  {
    repository: /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)$/,
    tag: /^1\d\.|^latest|noble|jammy|focal/,
    facts: ubuntu,
  },
  {
    repository: /^mcr\.microsoft\.com\/dotnet\/sdk$/,
    facts: withTools(debian, ["curl", "git", "wget"], tools),
  },
  { repository: /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)$/, facts: debian },
  ...language(/^node$/, ["node", "npm"], buildTools),
  ...language(/^python$/, ["python3", "python", "pip"], buildTools),
  ...language(/^golang$/, ["go"], ["curl", "git", "make", "wget"]),
  ...language(/^ruby$/, ["ruby", "gem", "bundle"], buildTools),
  ...language(/^rust$/, ["cargo", "rustc"], buildTools),
  // Its Debian images keep curl: https://github.com/docker-library/php/blob/master/Dockerfile-linux.template
  { repository: /^php$/, tag: /alpine/, facts: withTools(alpine, ["php", "curl"]) },
  { repository: /^php$/, facts: withTools(debian, ["php", "curl", "make"]) },
];

/**
 * What is certain of an image by its repository and tag; undefined where nothing is.
 * An image of which only the distribution is known (`redis:7-alpine`, `nginx`) gets its package manager and shell alone.
 */
export function baseFacts(repository: string, tag: string | undefined): BaseFacts | undefined {
  const name = shortRepository(repository);
  const version = tag ?? "latest";
  const rule = rules.find((entry) => entry.repository.test(name) && (entry.tag?.test(version) ?? true));
  return rule?.facts ?? factsByTag(version) ?? usualFacts.get(name);
}

/** What official images are built on where their tag does not say it. What they bring themselves is not known here. */
const usualFacts: ReadonlyMap<string, BaseFacts> = new Map(
  [
    {
      facts: debian,
      names:
        "drupal elixir erlang gcc haproxy httpd julia memcached nextcloud nginx perl postgres pypy r-base redis wordpress",
    },
    { facts: ubuntu, names: "mongo rabbitmq" },
    { facts: alpine, names: "caddy composer docker registry traefik" },
  ].flatMap(({ facts, names }) =>
    names.split(" ").map((name) => [name, withTools(facts, [], tools)] as const),
  ),
);

function factsByTag(tag: string): BaseFacts | undefined {
  // Of somebody else's image only the kind of distribution is known, not what was installed on it.
  if (/(?:^|-)alpine/.test(tag)) return withTools(alpine, [], tools);
  if (/(?:^|-)(?:jessie|stretch|buster|bullseye|bookworm|trixie)(?:-|$)/.test(tag))
    return withTools(debian, [], tools);
  if (/(?:^|-)(?:bionic|focal|jammy|noble)(?:-|$)/.test(tag)) return withTools(ubuntu, [], tools);
  if (/windowsservercore|nanoserver/.test(tag)) return windows;
  return undefined;
}
