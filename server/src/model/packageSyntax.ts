import type { CommandSyntax } from "./commandLine";

/** How a package manager is called. */
export interface PackageSyntax extends CommandSyntax {
  /** Names of its program. */
  readonly program: RegExp;
}

export type PackageManagerName =
  | "apk"
  | "apt"
  | "bun"
  | "dnf"
  | "gem"
  | "go"
  | "npm"
  | "pip"
  | "pipenv"
  | "pipx"
  | "pnpm"
  | "uv"
  | "yarn"
  | "yum"
  | "zypper";

const redHat: readonly string[] = [
  ...["-c", "--config", "-x", "--exclude", "--disableexcludes", "--disablerepo", "--enablerepo"],
  ...["--repo", "--repoid", "--repofrompath", "--installroot", "--releasever", "--setopt", "-d", "-e", "-R"],
  ...["--rpmverbosity", "--color", "--downloaddir", "--destdir", "--comment", "--advisory", "--forcearch"],
  ...["--disableplugin", "--enableplugin"],
];

/** Of each, the options that take the word behind them: without these, a value would count as a package. */
export const packageSyntax: Readonly<Record<PackageManagerName, PackageSyntax>> = {
  apk: {
    program: /^apk$/,
    optionsWithValue: new Set([
      ...["-t", "--virtual", "-X", "--repository", "-p", "--root", "--arch", "--cache-dir", "--keys-dir"],
      ...["--cache-max-age", "--repositories-file", "--timeout", "--wait", "--progress-fd"],
    ]),
  },
  apt: {
    program: /^apt(-get)?$/,
    optionsWithValue: new Set([
      ...["-t", "--target-release", "--default-release", "-o", "--option", "-c", "--config-file"],
      ...["-a", "--host-architecture", "-P", "--build-profiles", "--solver"],
    ]),
  },
  bun: {
    program: /^bun$/,
    optionsWithValue: new Set([
      "--cwd",
      "-c",
      "--config",
      "--registry",
      "--cache-dir",
      "--backend",
      "--omit",
    ]),
  },
  dnf: { program: /^(microdnf|dnf[45]?|dnf-3)$/, optionsWithValue: new Set(redHat) },
  gem: {
    program: /^gem[\d.]*$/,
    optionsWithValue: new Set([
      ...["-v", "--version", "-i", "--install-dir", "-n", "--bindir", "--build-root", "-P", "--trust-policy"],
      ...["-s", "--source", "-B", "--bulk-threshold", "--platform", "--target-rbconfig", "--without"],
      ...["-g", "--file", "--config-file"],
    ]),
  },
  go: {
    program: /^go[\d.]*$/,
    dashes: "single",
    optionsWithValue: new Set([
      ...["-C", "-p", "-asmflags", "-buildmode", "-compiler", "-coverpkg", "-covermode", "-gccgoflags"],
      ...["-gcflags", "-installsuffix", "-ldflags", "-mod", "-modfile", "-overlay", "-pgo", "-pkgdir"],
      ...["-tags", "-toolexec", "-o", "-exec"],
    ]),
  },
  npm: {
    program: /^npm$/,
    optionsWithValue: new Set([
      ...["-C", "--prefix", "--registry", "--cache", "--omit", "--include", "--only", "--loglevel", "--tag"],
      ...["-w", "--workspace", "--userconfig", "--globalconfig", "--before", "--install-strategy", "--scope"],
      ...["--fetch-retries", "--fetch-timeout", "--network-timeout", "--audit-level", "--save-prefix"],
      ...["--cpu", "--os", "--libc", "--location", "--target", "--arch", "--maxsockets"],
    ]),
  },
  pip: {
    program: /^pip[\d.]*$/,
    optionsWithValue: new Set([
      ...["-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-t", "--target", "--platform"],
      ...[
        "--python-version",
        "--implementation",
        "--abi",
        "--root",
        "--prefix",
        "--src",
        "-i",
        "--index-url",
      ],
      ...["--extra-index-url", "-f", "--find-links", "--no-binary", "--only-binary", "--progress-bar"],
      ...["--upgrade-strategy", "--global-option", "--install-option", "-C", "--config-settings", "--group"],
      ...["--build-option", "--python", "--log", "--proxy", "--retries", "--timeout", "--exists-action"],
      ...["--trusted-host", "--cert", "--client-cert", "--cache-dir", "--use-feature", "--use-deprecated"],
      ...["--report", "--root-user-action", "--keyring-provider", "--resume-retries"],
    ]),
  },
  pipenv: {
    program: /^pipenv$/,
    optionsWithValue: new Set([
      ...["-r", "--requirements", "-e", "--editable", "-i", "--index", "--python", "--pypi-mirror"],
      ...["--categories", "--extra-pip-args"],
    ]),
  },
  pipx: {
    program: /^pipx$/,
    optionsWithValue: new Set([
      "--python",
      "--suffix",
      "-i",
      "--index-url",
      "--pip-args",
      "--spec",
      "--preinstall",
    ]),
  },
  pnpm: {
    program: /^pnpm$/,
    optionsWithValue: new Set([
      ...["-C", "--dir", "-F", "--filter", "--prefix", "--store-dir", "--registry", "--loglevel"],
      ...["--reporter", "--config"],
    ]),
  },
  uv: {
    program: /^uv$/,
    optionsWithValue: new Set([
      ...[
        "-r",
        "--requirement",
        "--requirements",
        "-c",
        "--constraint",
        "--constraints",
        "-b",
        "--overrides",
      ],
      ...[
        "-e",
        "--editable",
        "-p",
        "--python",
        "-t",
        "--target",
        "--prefix",
        "--with",
        "--with-requirements",
      ],
      ...["--index", "--default-index", "-i", "--index-url", "--extra-index-url", "-f", "--find-links"],
      ...["--no-binary", "--only-binary", "--cache-dir", "--directory", "--project", "--config-file"],
      ...["-C", "--config-setting", "--link-mode", "--index-strategy", "--keyring-provider", "--resolution"],
      ...[
        "--prerelease",
        "--extra",
        "--group",
        "--exclude-newer",
        "--torch-backend",
        "-P",
        "--upgrade-package",
      ],
    ]),
  },
  yarn: {
    program: /^yarn(pkg)?$/,
    optionsWithValue: new Set([
      ...["--cwd", "--registry", "--network-timeout", "--network-concurrency", "--cache-folder"],
      ...["--modules-folder", "--global-folder", "--mutex", "--prefix", "--use-yarnrc"],
    ]),
  },
  yum: { program: /^yum$/, optionsWithValue: new Set(redHat) },
  zypper: {
    program: /^zypper$/,
    optionsWithValue: new Set([
      ...["-R", "--root", "-c", "--config", "--reposd-dir", "--cache-dir", "--raw-cache-dir", "--releasever"],
      ...[
        "--installroot",
        "--solv-cache-dir",
        "--pkg-cache-dir",
        "-p",
        "--plus-repo",
        "-r",
        "--repo",
        "--from",
        "-t",
      ],
      ...["--type", "--download", "--userdata"],
    ]),
  },
};
