/** A platform that images are built for, as `--platform` takes it. */
export interface Platform {
  readonly value: string;
  readonly does: string;
}

/** Those that official images offer, the most used first. */
export const platforms: readonly Platform[] = [
  { value: "linux/amd64", does: "Intel and AMD, 64 bits: most servers and PCs." },
  { value: "linux/arm64", does: "ARM, 64 bits: Apple Silicon, AWS Graviton, Raspberry Pi 4 and later." },
  { value: "linux/arm/v7", does: "ARM, 32 bits with hardware floating point: Raspberry Pi 2 and 3." },
  { value: "linux/arm/v6", does: "ARM, 32 bits: the first Raspberry Pi and the Zero." },
  { value: "linux/386", does: "Intel and AMD, 32 bits." },
  { value: "linux/ppc64le", does: "IBM POWER8 and later." },
  { value: "linux/riscv64", does: "RISC-V, 64 bits." },
  { value: "linux/s390x", does: "IBM Z mainframes." },
  { value: "windows/amd64", does: "Windows containers on Intel and AMD." },
];

/** Variables that `FROM --platform=` may use without ARG. */
export const platformVariables: readonly Platform[] = [
  { value: "$BUILDPLATFORM", does: "The platform of the machine that builds: no emulation, so it is fast." },
  {
    value: "$TARGETPLATFORM",
    does: "The platform that the image is built for. This is what you have without the flag.",
  },
];

/** Words that containerd takes for others: https://github.com/containerd/platforms/blob/main/database.go */
export const architectureAliases: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm",
  armel: "arm",
  i386: "386",
};

const operatingSystems: ReadonlySet<string> = new Set([
  ...["aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "macos", "netbsd"],
  ...["openbsd", "plan9", "solaris", "wasi", "wasip1", "windows", "zos"],
]);

const architectures: ReadonlySet<string> = new Set([
  ...[
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
  ],
  ...["mips64p32", "mips64p32le", "mipsle", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x"],
  ...["sparc", "sparc64", "wasm"],
  ...Object.keys(architectureAliases),
]);

/** Whether a text is `os`, `architecture`, `os/architecture` or `os/architecture/variant` with words that exist. */
export function isPlatform(text: string): boolean {
  const [first = "", second, third, ...more] = text.toLowerCase().split("/");
  if (more.length > 0) return false;
  // An operating system may carry a version: `windows(10.0.17763)/amd64`.
  const system = first.replace(/\([^()]*\)$/, "");
  if (second === undefined) return operatingSystems.has(system) || architectures.has(first);
  if (!operatingSystems.has(system) || !architectures.has(second)) return false;
  return third === undefined || /^v?[\w.]+$/.test(third);
}
