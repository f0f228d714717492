import { ensureDebianPackages, isDebian } from "./debianPackages";
import { findOnPath } from "./findOnPath";

/** What the test bed calls, and the Debian package that has it. */
const packageOf = {
  busybox: "busybox-static",
  dockerd: "docker.io",
  "docker-registry": "docker-registry",
  "g++": "g++",
  htpasswd: "apache2-utils",
  ip: "iproute2",
  iptables: "iptables",
  make: "make",
  openssl: "openssl",
  podman: "podman",
  python3: "python3",
  shellcheck: "shellcheck",
  ssh: "openssh-client",
  sshd: "openssh-server",
} as const;

export type Program = keyof typeof packageOf;

export const enginePrograms: readonly Program[] = ["dockerd", "ip", "iptables"];
export const registryPrograms: readonly Program[] = ["docker-registry", "htpasswd"];

/** Installs those programs that are not on PATH: one that is there may well come from elsewhere than Debian. */
export async function ensurePrograms(programs: readonly Program[]): Promise<void> {
  const missing = programs.filter((program) => findOnPath(program) === undefined);
  if (missing.length === 0) return;
  if (!isDebian()) throw new Error(`Not on PATH: ${missing.join(", ")}. Install them and try again.`);
  await ensureDebianPackages(missing.map((program) => packageOf[program]));
}
