import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { atExit } from "./atExit";
import { ensurePrograms } from "./ensurePrograms";
import { findOnPath } from "./findOnPath";
import { freePort } from "./freePort";
import { startOwnedProcess } from "./ownedProcess";
import { runCommand } from "./runCommand";
import { until } from "./until";

/** An ssh server of our own on the loopback, for the user that runs us, by key only. */
export interface SshServer {
  readonly port: number;
  /**
   * A folder to put first on PATH: its `ssh` is the system's, told to read a configuration in which the host `box` is
   * this server and its host key is known. Other names lead to it in ways that fail: `stranger`, whose host key is not
   * known; `impostor`, known by another one; `refused`, with a key that it does not take; `locked`, with one that it
   * takes and that wants the passphrase first. ~/.ssh is not touched.
   */
  readonly programFolder: string;
  /** The key that `locked` offers. */
  readonly lockedKey: { readonly file: string; readonly passphrase: string };
  stop(): Promise<void>;
}

/** What is run over it sees `environment`, for example the DOCKER_HOST of the engine over there. */
export async function startSshServer(environment: Readonly<Record<string, string>>): Promise<SshServer> {
  await ensurePrograms(["ssh", "sshd"]);
  const folder = mkdtempSync(join(tmpdir(), "drydock-ssh-"));
  const forget = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string) => join(folder, name);
  const passphrase = "open sesame";
  for (const name of ["host", "client", "unknown", "locked"]) {
    const secret = name === "locked" ? passphrase : "";
    await runCommand("ssh-keygen", ["-q", "-t", "ed25519", "-N", secret, "-f", file(name)]);
  }
  const publicKey = (name: string) => readFileSync(file(`${name}.pub`), "utf8");
  writeFileSync(file("authorized_keys"), publicKey("client") + publicKey("locked"));
  const port = await freePort();
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const lines = {
    ListenAddress: "127.0.0.1",
    Port: port,
    HostKey: file("host"),
    AuthorizedKeysFile: file("authorized_keys"),
    StrictModes: "no",
    PermitRootLogin: "prohibit-password",
    PasswordAuthentication: "no",
    UsePAM: "no",
    PidFile: "none",
    SetEnv: variables.join(" "),
  };
  writeFileSync(file("server.conf"), linesOf(lines));
  writeFileSync(file("known_hosts"), `[127.0.0.1]:${port} ${publicKey("host")}`);
  writeFileSync(file("wrong_hosts"), `[127.0.0.1]:${port} ${publicKey("unknown")}`);
  const ways = {
    box: { key: "client", hosts: "known_hosts" },
    stranger: { key: "client", hosts: "no_hosts" },
    impostor: { key: "client", hosts: "wrong_hosts" },
    refused: { key: "unknown", hosts: "known_hosts" },
    locked: { key: "locked", hosts: "known_hosts" },
  };
  const configuration = Object.entries(ways).map(([name, { key, hosts }]) => ({
    Host: name,
    HostName: "127.0.0.1",
    Port: port,
    User: userInfo().username,
    IdentityFile: file(key),
    UserKnownHostsFile: file(hosts),
    GlobalKnownHostsFile: "none",
  }));
  writeFileSync(file("client.conf"), configuration.map(linesOf).join(""));
  const programFolder = file("bin");
  mkdirSync(programFolder);
  writeFileSync(
    join(programFolder, "ssh"),
    `#!/bin/sh\nexec ${findOnPath("ssh")} -F ${file("client.conf")} "$@"\n`,
  );
  chmodSync(join(programFolder, "ssh"), 0o755);

  // Debian's sshd wants it; a system without a running ssh service has none.
  mkdirSync("/run/sshd", { recursive: true });
  const server = startOwnedProcess(findOnPath("sshd") ?? "sshd", ["-D", "-e", "-f", file("server.conf")], {
    logFile: file("log"),
  });
  try {
    await until("the ssh server listens", () => /Server listening/.test(server.output()));
  } catch (error) {
    await server.stop();
    throw new Error(`${String(error)}. Its log:\n${server.output()}`);
  }
  return {
    port,
    programFolder,
    lockedKey: { file: file("locked"), passphrase },
    async stop() {
      await server.stop();
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function linesOf(options: Readonly<Record<string, string | number>>): string {
  return Object.entries(options)
    .map(([key, value]) => `${key} ${value}\n`)
    .join("");
}
