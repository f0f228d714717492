import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pack } from "tar-stream";
import { ensureDebianPackages } from "./debianPackages";
import { runCommand } from "./runCommand";

/** A root file system, as a tar stream, that holds busybox under all its names and the least that programs expect. */
export async function busyboxFileSystem(): Promise<Readable> {
  await ensureDebianPackages(["busybox-static"]);
  const busybox = "/bin/busybox";
  const names = (await runCommand(busybox, ["--list"])).split("\n").filter((name) => name !== "");
  const archive = pack();
  for (const folder of ["bin", "dev", "etc", "proc", "root", "sys", "usr", "usr/bin", "var", "var/tmp"]) {
    archive.entry({ name: folder, type: "directory", mode: 0o755 });
  }
  archive.entry({ name: "tmp", type: "directory", mode: 0o1777 });
  archive.entry({ name: "bin/busybox", mode: 0o755 }, await readFile(busybox));
  for (const name of names.filter((each) => each !== "busybox")) {
    archive.entry({ name: `bin/${name}`, type: "symlink", linkname: "busybox" });
  }
  archive.entry({ name: "usr/bin/env", type: "symlink", linkname: "/bin/busybox" });
  archive.entry(
    { name: "etc/passwd" },
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  );
  archive.entry({ name: "etc/group" }, "root:x:0:\nnogroup:x:65534:\n");
  archive.entry(
    { name: "etc/os-release" },
    'NAME="Drydock stand-in"\nID=drydock\nPRETTY_NAME="Drydock stand-in"\n',
  );
  archive.finalize();
  return Readable.from(archive);
}
