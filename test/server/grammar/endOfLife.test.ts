import assert from "node:assert/strict";
import { test } from "node:test";
import { endOfLife, lifetimes } from "../../../server/src/grammar/endOfLife";
import { endOfLifeProducts } from "../../../server/src/grammar/endOfLifeProducts";

const at = new Date("2026-11-23T12:00:00Z");

/** Repository, tag, and what is past its end: product, version, and the replacement. */
const rows: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ["alpine", "3.5", "Alpine Linux 3.5 2018-11-01 -> alpine:3.23"],
  ["docker.io/library/alpine", "3.5.3", "Alpine Linux 3.5 2018-11-01 -> alpine:3.23"],
  ["alpine", "3.23", undefined],
  ["alpine", "latest", undefined],
  ["alpine", "3", undefined],
  ["alpine", undefined, undefined],
  ["ubuntu", "20.04", "Ubuntu 20.04 2025-05-31 -> ubuntu:24.04"],
  ["ubuntu", "focal-20230605", "Ubuntu 20.04 2025-05-31 -> ubuntu:24.04"],
  ["ubuntu", "24.04", undefined],
  ["debian", "buster-slim", "Debian 10 2024-06-30 -> debian:trixie-slim"],
  ["debian", "10.13", "Debian 10 2024-06-30 -> debian:trixie"],
  ["debian", "bookworm", undefined],
  ["centos", "7", "CentOS 7 2024-06-30 -> almalinux:9"],
  ["centos", "8", "CentOS 8 2021-12-31 -> almalinux:9"],
  ["centos", "centos7", "CentOS 7 2024-06-30 -> almalinux:9"],
  ["centos", undefined, "CentOS latest 2024-06-30 -> almalinux:9"],
  ["node", "16-alpine", "Node.js 16 2023-09-11 -> node:24-alpine"],
  ["node", "lts-gallium", "Node.js 16 2023-09-11 -> node:24"],
  ["node", "24-bookworm", undefined],
  ["node", "24-buster", "Debian 10 2024-06-30 -> debian:trixie"],
  ["node", "lts", undefined],
  ["python", "3.8.20-slim", "Python 3.8 2024-10-07 -> python:3.14-slim"],
  ["python", "3.13", undefined],
  ["python", "3.13-alpine3.15", "Alpine Linux 3.15 2023-11-01 -> alpine:3.23"],
  ["python", "alpine3.9", "Alpine Linux 3.9 2020-11-01 -> alpine:3.23"],
  ["python", "2", "Python 2 2020-01-01 -> python:3.14"],
  ["golang", "1.22", "Go 1.22 2025-02-11 -> golang:1.27"],
  ["openjdk", "11-jre-slim", "openjdk 11-jre-slim 2022-07-31 -> eclipse-temurin:21-jre"],
  ["eclipse-temurin", "21-jre", undefined],
  ["php", "8.0.9-fpm-alpine3.14", "PHP 8.0 2023-11-26 -> php:8.4-fpm-alpine"],
  ["php", "7.4-apache-buster", "PHP 7.4 2022-11-28 -> php:8.4-apache"],
  [
    "mcr.microsoft.com/dotnet/sdk",
    "6.0-alpine",
    ".NET 6.0 2024-11-12 -> mcr.microsoft.com/dotnet/sdk:10.0-alpine",
  ],
  ["mcr.microsoft.com/dotnet/framework/aspnet", "4.8", undefined],
  ["postgres", "9.6.24", "PostgreSQL 9.6 2021-11-11 -> postgres:18"],
  ["somebody/tool", "1.2-bullseye", "Debian 11 2026-08-31 -> debian:trixie"],
  ["somebody/iron", "iron", undefined],
  ["python", "3.6-slim-buster", "Python 3.6 2021-12-23 -> python:3.14-slim"],
  ["node", "14-alpine3.12", "Node.js 14 2023-04-30 -> node:24-alpine"],
  ["php", "7.4.33-fpm-alpine3.16", "PHP 7.4 2022-11-28 -> php:8.4-fpm-alpine"],
  ["golang", "1.13-alpine", "Go 1.13 2020-08-11 -> golang:1.27-alpine"],
  ["mcr.microsoft.com/dotnet/core/sdk", "3.1", ".NET 3.1 2022-12-13 -> mcr.microsoft.com/dotnet/sdk:10.0"],
  ["nvidia/cuda", "11.0-base-ubuntu18.04", "Ubuntu 18.04 2023-05-31 -> ubuntu:24.04"],
  ["nvidia/cuda", "11.0-base-centos7", "CentOS 7 2024-06-30 -> almalinux:9"],
  ["gcr.io/distroless/java-debian10", "latest", "Debian 10 2024-06-30 -> debian:trixie"],
  ["quay.io/centos/centos", "stream8", "CentOS Stream stream8 2024-05-31 -> quay.io/centos/centos:stream10"],
  [
    "registry.access.redhat.com/ubi7/ubi-minimal",
    "7.9",
    "Red Hat Universal Base Image 7 7.9 2024-06-30 -> registry.access.redhat.com/ubi9:9.6",
  ],
  ["tomcat", "8.5-jdk8", "Apache Tomcat 8.5 2024-03-31 -> tomcat:11"],
  ["ubuntu", "questing", "Ubuntu 25.10 2026-07-09 -> ubuntu:24.04"],
  ["opensuse/leap", "15.6", "openSUSE Leap 15.6 2026-04-30 -> opensuse/leap:16.0"],
  ["redis", "7.4-alpine", undefined],
  ["mysql", "8.4", undefined],
  ["somebody/tool", "1.0", undefined],
  ["ghcr.io/owner/alpine", "3.5", undefined],
];
for (const [repository, tag, expected] of rows) {
  test(`${repository}:${tag ?? ""} is ${expected ? "past its end" : "not said to be past its end"}`, () => {
    const found = endOfLife(lifetimes(repository, tag), at);
    const text =
      found &&
      `${found.product} ${found.version} ${found.ends} -> ${found.instead.repository}:${found.instead.tag}`;
    assert.equal(text, expected);
  });
}

test("a version lives to the end of its last day", () => {
  assert.equal(endOfLife(lifetimes("node", "20"), new Date("2026-04-30T23:59:59Z")), undefined);
  assert.equal(endOfLife(lifetimes("node", "20"), new Date("2026-05-01T00:00:00Z"))?.ends, "2026-04-30");
});

test("lifetimes are known before they are over, the version first", () => {
  assert.deepEqual(
    lifetimes("python", "3.13-bookworm").map(({ product, part }) => [product, part]),
    [
      ["Python", "version"],
      ["Debian", "distribution"],
    ],
  );
});

test("every date is a day, and every replacement is alive", () => {
  for (const {
    name,
    repositories,
    newest,
    successor,
    releases,
    discontinued,
    codenames,
  } of endOfLifeProducts) {
    for (const [version, ends] of Object.entries({ ...releases, ...(discontinued && { discontinued }) })) {
      assert.equal(new Date(ends).toISOString().slice(0, 10), ends, `${name} ${version}`);
    }
    assert.equal(
      endOfLife(lifetimes(successor ?? repositories[0] ?? "", newest), at),
      undefined,
      `${name}:${newest}`,
    );
    for (const version of Object.values(codenames ?? {})) assert.ok(releases[version], `${name} ${version}`);
  }
});
