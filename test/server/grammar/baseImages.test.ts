import assert from "node:assert/strict";
import { test } from "node:test";
import { baseFacts } from "../../../server/src/grammar/baseImages";

/** Reference, distribution, package manager, shell, user. */
const rows: readonly (readonly [
  string,
  string | undefined,
  string,
  string | undefined,
  string | undefined,
  string,
])[] = [
  ["scratch", undefined, "scratch", undefined, undefined, "root"],
  ["alpine", "3.23", "alpine", "apk", "/bin/sh", "root"],
  ["docker.io/library/debian", "trixie-slim", "debian", "apt-get", "/bin/sh", "root"],
  ["ubuntu", undefined, "ubuntu", "apt-get", "/bin/sh", "root"],
  ["node", "22", "debian", "apt-get", "/bin/sh", "root"],
  ["node", "22-alpine", "alpine", "apk", "/bin/sh", "root"],
  ["python", "3.13-windowsservercore", "windows", undefined, "cmd", "ContainerAdministrator"],
  ["fedora", "43", "fedora", "dnf", "/bin/sh", "root"],
  ["centos", "7", "redhat", "yum", "/bin/sh", "root"],
  ["centos", "8", "redhat", "dnf", "/bin/sh", "root"],
  ["amazonlinux", "2", "amazon", "yum", "/bin/sh", "root"],
  ["amazonlinux", "2023", "amazon", "dnf", "/bin/sh", "root"],
  ["rockylinux/rockylinux", "9-minimal", "redhat", "microdnf", "/bin/sh", "root"],
  ["registry.access.redhat.com/ubi9/ubi-minimal", "latest", "redhat", "microdnf", "/bin/sh", "root"],
  ["registry.access.redhat.com/ubi9-micro", undefined, "redhat", undefined, "/bin/sh", "root"],
  ["opensuse/leap", "15.6", "opensuse", "zypper", "/bin/sh", "root"],
  ["archlinux", undefined, "arch", "pacman", "/bin/sh", "root"],
  ["busybox", "1", "busybox", undefined, "/bin/sh", "root"],
  ["gcr.io/distroless/static-debian12", "nonroot", "distroless", undefined, undefined, "nonroot"],
  ["gcr.io/distroless/base", undefined, "distroless", undefined, undefined, "root"],
  ["gcr.io/distroless/base", "debug-nonroot", "distroless", undefined, "/busybox/sh", "nonroot"],
  ["cgr.dev/chainguard/wolfi-base", undefined, "wolfi", "apk", "/bin/sh", "root"],
  ["cgr.dev/chainguard/static", "latest", "distroless", undefined, undefined, "nonroot"],
  ["mcr.microsoft.com/dotnet/aspnet", "8.0", "debian", "apt-get", "/bin/sh", "root"],
  ["mcr.microsoft.com/dotnet/aspnet", "10.0", "ubuntu", "apt-get", "/bin/sh", "root"],
  ["mcr.microsoft.com/dotnet/runtime", "8.0-jammy-chiseled", "distroless", undefined, undefined, "app"],
  ["mcr.microsoft.com/dotnet/sdk", "9.0-azurelinux3.0", "azure", "tdnf", "/bin/sh", "root"],
  ["redis", "7-alpine", "alpine", "apk", "/bin/sh", "root"],
  ["somebody/tool", "2-bookworm", "debian", "apt-get", "/bin/sh", "root"],
];
for (const [repository, tag, distribution, packageManager, shell, user] of rows) {
  test(`what ${repository}:${tag ?? ""} is made of`, () => {
    const facts = baseFacts(repository, tag);
    assert.deepEqual(facts && [facts.distribution, facts.packageManager, facts.shell, facts.user], [
      distribution,
      packageManager,
      shell,
      user,
    ]);
  });
}

test("nothing is said of an image that nobody knows", () => {
  assert.equal(baseFacts("somebody/tool", "1.2"), undefined);
  assert.equal(baseFacts("ghcr.io/owner/alpine", "latest"), undefined);
});

/** Reference, tool, whether it is certainly there, certainly not, or neither. */
const tools: readonly (readonly [string, string | undefined, string, "has" | "lacks" | "unknown"])[] = [
  ["alpine", undefined, "bash", "lacks"],
  ["alpine", undefined, "apt-get", "lacks"],
  ["alpine", undefined, "wget", "has"],
  ["debian", undefined, "apk", "lacks"],
  ["debian", undefined, "curl", "lacks"],
  ["debian", undefined, "bash", "has"],
  ["node", "22", "curl", "has"],
  ["node", "22", "git", "has"],
  ["node", "22-slim", "curl", "lacks"],
  ["node", "22-alpine", "bash", "lacks"],
  ["python", "3.13-slim", "python3", "has"],
  ["python", "3.13-alpine", "pip", "has"],
  ["php", "8.4-fpm-alpine", "curl", "has"],
  ["redis", "7-alpine", "bash", "unknown"],
  ["redis", "7-alpine", "apt-get", "lacks"],
  ["fedora", "43", "apt-get", "lacks"],
  ["fedora", "43", "git", "unknown"],
  ["scratch", undefined, "sh", "lacks"],
  ["gcr.io/distroless/python3-debian12", undefined, "python3", "has"],
  ["mcr.microsoft.com/dotnet/sdk", "8.0", "bash", "has"],
];
for (const [repository, tag, tool, expected] of tools) {
  test(`${repository}:${tag ?? ""} and ${tool}: ${expected}`, () => {
    const facts = baseFacts(repository, tag);
    const found = facts?.has.includes(tool) ? "has" : facts?.lacks.includes(tool) ? "lacks" : "unknown";
    assert.equal(found, expected);
    assert.ok(!(facts?.has.includes(tool) && facts.lacks.includes(tool)), "it both has and lacks it");
  });
}

test("no image both has and lacks a tool", () => {
  for (const [repository, tag] of [...rows, ...tools]) {
    const facts = baseFacts(repository, tag);
    assert.deepEqual(
      facts?.has.filter((tool) => facts.lacks.includes(tool)),
      [],
      `${repository}:${tag ?? ""}`,
    );
  }
});
