import { baseFacts, type Distribution } from "./baseImages";

/** A program that stands behind the name `sh`. */
export type PosixShell = "bash" | "busybox" | "dash";

/** What `/bin/sh` is in an image; undefined where its name does not tell. */
export function posixShellOfImage(repository: string, tag: string | undefined): PosixShell | undefined {
  const facts = baseFacts(repository, tag);
  return facts?.shell === undefined ? undefined : byDistribution[facts.distribution];
}

const byDistribution: Readonly<Partial<Record<Distribution, PosixShell>>> = {
  alpine: "busybox",
  amazon: "bash",
  arch: "bash",
  azure: "bash",
  busybox: "busybox",
  debian: "dash",
  fedora: "bash",
  opensuse: "bash",
  redhat: "bash",
  ubuntu: "dash",
  wolfi: "busybox",
};
