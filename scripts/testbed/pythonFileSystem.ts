import { existsSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianObstacle } from "./debianPackages";
import { runCommand } from "./runCommand";
import { runStep } from "./runStep";
import { withLock } from "./withLock";

/** Raised when what is in the archive changes, so that a cached one is made again. */
const edition = 1;

/** What a slim image has, and Python with pip and Flask. apt brings what these depend on. */
const packages = [
  ...[
    "base-files",
    "base-passwd",
    "bash",
    "coreutils",
    "dash",
    "findutils",
    "grep",
    "gzip",
    "hostname",
    "libc-bin",
  ],
  ...["mawk", "netbase", "procps", "sed", "tar", "tzdata", "util-linux"],
  ...["python3", "python3-pip", "python3-flask"],
];

/** A tar archive of a root file system with Python, pip and Flask, made from Debian's packages and cached. */
export async function pythonFileSystem(cacheFolder: string): Promise<string> {
  const archive = join(cacheFolder, `python-base-${edition}.tar`);
  if (existsSync(archive)) return archive;
  const obstacle = debianObstacle();
  if (obstacle !== undefined)
    throw new Error(`The stand-in for the sample's base image can't be made. ${obstacle}`);
  await withLock(`${archive}.lock`, async () => {
    if (existsSync(archive)) return;
    await runStep("Making the sample's base image from Debian's packages", () => makeArchive(archive));
  });
  return archive;
}

async function makeArchive(archive: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "drydock-python-"));
  const root = join(work, "root");
  try {
    await unpack(await download(work), root);
    await finish(root);
    await runCommand("tar", ["-C", root, "--numeric-owner", "-cf", `${archive}.part`, "."]);
    await rename(`${archive}.part`, archive);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Lets the machine's own apt find and fetch the packages, with its sources and keys, but against an empty list of
 * what is installed, so that it takes every dependency. Nothing of the machine is changed.
 */
async function download(work: string): Promise<string> {
  const archives = join(work, "archives");
  await mkdir(join(archives, "partial"), { recursive: true });
  await writeFile(join(work, "status"), "");
  const settings = [
    `Dir::State::status=${join(work, "status")}`,
    `Dir::Cache::archives=${archives}`,
    "Debug::NoLocking=true",
    "APT::Sandbox::User=root",
    "Acquire::Retries=3",
  ].flatMap((setting) => ["-o", setting]);
  const install = ["install", "-y", "-qq", "--download-only", "--no-install-recommends", ...packages];
  const env = { ...process.env, LC_ALL: "C.UTF-8", DEBIAN_FRONTEND: "noninteractive" };
  try {
    await runCommand("apt-get", [...settings, ...install], { env });
  } catch {
    // Mostly the machine's lists are missing or older than the mirror; when not, the second failure tells why.
    await runCommand("apt-get", ["update", "-qq"], { env });
    await runCommand("apt-get", [...settings, ...install], { env });
  }
  return archives;
}

async function unpack(archives: string, root: string): Promise<void> {
  await mkdir(join(root, "usr"), { recursive: true });
  // Debian's merged /usr: packages still name /bin, which has to lead to /usr/bin before they are unpacked.
  for (const folder of ["bin", "sbin", "lib", "lib64"]) {
    await mkdir(join(root, "usr", folder));
    await symlink(`usr/${folder}`, join(root, folder));
  }
  const unneeded = ["doc", "info", "locale", "man", "lintian"].map(
    (name) => `--exclude=./usr/share/${name}/*`,
  );
  const script =
    'set -e; dpkg-deb --fsys-tarfile "$1" >"$2"; shift; archive=$1; shift; tar -xf "$archive" "$@"';
  const scratch = join(archives, "package.tar");
  for (const name of (await readdir(archives)).filter((each) => each.endsWith(".deb")).sort()) {
    const target = ["-C", root, "--keep-directory-symlink", "--numeric-owner", ...unneeded];
    await runCommand("sh", ["-c", script, "sh", join(archives, name), scratch, ...target]);
  }
}

/** What the packages' own scripts would have done on installation, as far as the sample needs it. */
async function finish(root: string): Promise<void> {
  const share = join(root, "usr", "share");
  await copyFile(join(share, "base-passwd", "passwd.master"), join(root, "etc", "passwd"));
  await copyFile(join(share, "base-passwd", "group.master"), join(root, "etc", "group"));
  await trustCertificates(root);
  const bin = join(root, "usr", "bin");
  for (const [name, target] of [
    ["python", "python3"],
    ["pip", "pip3"],
    ["sh", "dash"],
    ["awk", "mawk"],
  ] as const) {
    if (!(await readdir(bin)).includes(name)) await symlink(target, join(bin, name));
  }
  for (const name of await readdir(join(root, "usr", "lib"))) {
    // Debian keeps pip out of its own system; in an image pip is how packages come in.
    if (/^python3\./.test(name))
      await rm(join(root, "usr", "lib", name, "EXTERNALLY-MANAGED"), { force: true });
  }
}

async function trustCertificates(root: string): Promise<void> {
  const folder = join(root, "usr", "share", "ca-certificates", "mozilla");
  if (!existsSync(folder)) return;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".crt")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  await mkdir(join(root, "etc", "ssl", "certs"), { recursive: true });
  await writeFile(join(root, "etc", "ssl", "certs", "ca-certificates.crt"), texts.join(""));
}
