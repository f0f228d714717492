import { spawn } from "node:child_process";
import { Duplex } from "node:stream";
import type { Endpoint } from "../endpoint";
import { EngineError } from "../engineError";

export type SshEndpoint = Extract<Endpoint, { readonly kind: "ssh" }>;

/**
 * Opens a connection to an engine through the system's own `ssh`, as the docker CLI does, so that the person's
 * configuration, agent, jump hosts and known hosts hold, and no host key is ever accepted for them. The connection
 * fails with an EngineError that holds ssh's own words.
 */
export function connectOverSsh(
  endpoint: SshEndpoint,
  { program = "ssh" }: { readonly program?: string } = {},
): Duplex {
  const child = spawn(program, sshArguments(endpoint), {
    stdio: ["pipe", "pipe", "pipe"],
    // Without a terminal of its own ssh cannot wait for an answer that nobody sees it ask for.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  let words = "";
  let connected = false;
  const connection = new Duplex({
    read: () => void child.stdout.resume(),
    write(chunk, _encoding, done) {
      // A write to a process that has ended fails, but why it ended is told by its "close".
      child.stdin.write(chunk, (error) => (error ? undefined : done()));
    },
    final: (done) => void child.stdin.end(done),
    destroy(error, done) {
      child.kill();
      done(error);
    },
  });
  child.stdin.on("error", () => undefined);
  child.stdout.on("data", (chunk: Buffer) => {
    connected = true;
    if (!connection.push(chunk)) child.stdout.pause();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-4096);
  });
  child.on("error", (error) => connection.destroy(notStarted(program, error)));
  child.on("close", () => {
    if (connected) connection.push(null);
    else connection.destroy(sshError(words.trim()));
  });
  return asSocket(connection);
}

/**
 * The CLI's own arguments; see https://github.com/docker/cli/blob/master/cli/connhelper/connhelper.go. They reach ssh
 * as they are, with no shell between; a destination that looks like an option is refused.
 */
export function sshArguments({ destination, user, port, socketPath }: SshEndpoint): string[] {
  if (destination.startsWith("-") || user?.startsWith("-")) {
    throw new EngineError("invalid-request", "An ssh host or user must not begin with a dash.");
  }
  return [
    "-o",
    "ConnectTimeout=30",
    "-T",
    ...(user === undefined ? [] : ["-l", user]),
    ...(port === undefined ? [] : ["-p", String(port)]),
    "--",
    destination,
    "docker",
    ...(socketPath === undefined ? [] : ["--host", `unix://${socketPath}`]),
    "system",
    "dial-stdio",
  ];
}

/** What http asks of a socket and a pair of pipes does not have. */
function asSocket(connection: Duplex): Duplex {
  const nothing = () => connection;
  return Object.assign(connection, {
    setTimeout: nothing,
    setNoDelay: nothing,
    setKeepAlive: nothing,
    ref: nothing,
    unref: nothing,
  });
}

/** The docker command over there tells in words only that ssh did its part and the engine did not. */
function sshError(words: string): EngineError {
  if (!/failed to open the raw stream connection/i.test(words)) {
    return new EngineError("ssh-failed", words || "ssh ended without a word before a connection stood.");
  }
  return new EngineError(/permission denied/i.test(words) ? "permission-denied" : "engine-stopped", words);
}

function notStarted(program: string, cause: Error): EngineError {
  const message =
    "code" in cause && cause.code === "ENOENT"
      ? `The program "${program}" is not on the PATH.`
      : cause.message;
  return new EngineError("ssh-failed", message, { cause });
}
