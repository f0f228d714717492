import type { PackageManagerName } from "./packageSyntax";

/**
 * Whether the text that names a package also says which version of it, or names something that has none to choose:
 * a file, an address, a group. Variables stand in it as written.
 */
export const packagePins: Readonly<Record<PackageManagerName, (text: string) => boolean>> = {
  apk: (text) => /[=<>~/]|\.apk$|^[.!]/.test(text),
  // `name/release` chooses by release, `name-` removes, `name^` is a task of many packages.
  apt: (text) => /[=/]|\.deb$|[-^]$/.test(text),
  bun: isNpmPinned,
  dnf: isRpmPinned,
  gem: (text) => /[:/]|\.gem$/.test(text),
  go: isGoPinned,
  npm: isNpmPinned,
  pip: isPipPinned,
  pipenv: isPipPinned,
  pipx: isPipPinned,
  pnpm: isNpmPinned,
  uv: isUvPinned,
  yarn: isNpmPinned,
  yum: isRpmPinned,
  // `pattern:name` and the like are lists of packages; `-name` and `!name` remove.
  zypper: (text) => /[=<>~/]|\.rpm$|^[-+!]|^(pattern|patch|product|srcpackage):/.test(text),
};

/** `name-version`, a file, an address, a path that a package provides, `@group`. */
function isRpmPinned(text: string): boolean {
  return /-\d|-\$|[=<>/]|\.rpm$|^@/.test(text);
}

/** https://docs.npmjs.com/cli/commands/npm-install */
function isNpmPinned(text: string): boolean {
  if (/^(?:[./~]|(?:file|link|portal|workspace|https?):)|\.(?:tgz|tar|tar\.gz)$/.test(text)) return true;
  const isRepository = /^(?:git[+:@]|github:|gitlab:|bitbucket:|gist:)|^[^@/][^/@]*\/[^/]+/.test(text);
  if (isRepository) return text.includes("#");
  const at = text.indexOf("@", 1);
  const version = at < 0 ? "" : text.slice(at + 1);
  // `name@npm:other@1`, `name@github:owner/repository#v1`, `name@file:../folder`.
  if (/[/:]/.test(version)) return isNpmPinned(version.replace(/^npm:/, ""));
  return !MOVING_TAG.test(version);
}

const MOVING_TAG = /^(?:|\*|x|latest|next|canary|nightly|beta|alpha|rc)$/;

/** https://pip.pypa.io/en/stable/reference/requirement-specifiers/ and /topics/vcs-support/ */
function isPipPinned(text: string): boolean {
  const address = /^[\w.[\],\s-]+@\s*([\w+]+:.*)$/.exec(text)?.[1] ?? text;
  const repository = /^(?:git|hg|svn|bzr)\+\w+:\/\/[^/]*\/(.*)$/.exec(address)?.[1];
  if (repository !== undefined) return repository.includes("@");
  const requirement = text.split(";", 1)[0] ?? text;
  return /[<>]|[=!~]=|^[.~]|\/|^file:|\.(?:whl|zip|tar|tgz|tar\.\w+)$/.test(requirement);
}

/** A tool also comes as `name@version`: https://docs.astral.sh/uv/guides/tools/ */
function isUvPinned(text: string): boolean {
  return isPipPinned(text) || /^[\w.-]+(?:\[[^\]]*\])?@(?!latest$)[^\s:]+$/.test(text);
}

/** https://go.dev/ref/mod#version-queries */
function isGoPinned(text: string): boolean {
  const at = text.indexOf("@");
  if (at >= 0) return !/^(?:latest|upgrade|patch|main|master|HEAD)$/.test(text.slice(at + 1));
  // A folder of the module, a file, or a package of Go's own: another host's path begins with its name.
  return !/^[\w-]+(?:\.[\w-]+)+\//.test(text);
}
