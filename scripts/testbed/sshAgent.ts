import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOwnedProcess } from "./ownedProcess";
import { runCommand } from "./runCommand";
import { until } from "./until";

/** An ssh agent of our own that knows one key. */
export interface SshAgent {
  /** As SSH_AUTH_SOCK wants it. */
  readonly socketPath: string;
  stop(): Promise<void>;
}

export async function startSshAgent(key: {
  readonly file: string;
  readonly passphrase: string;
}): Promise<SshAgent> {
  const folder = mkdtempSync(join(tmpdir(), "drydock-agent-"));
  const socketPath = join(folder, "socket");
  const agent = startOwnedProcess("ssh-agent", ["-D", "-a", socketPath], { logFile: join(folder, "log") });
  const stop = async () => {
    await agent.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until("the ssh agent listens", () => existsSync(socketPath));
    const answer = join(folder, "answer");
    writeFileSync(answer, `#!/bin/sh\necho '${key.passphrase}'\n`);
    chmodSync(answer, 0o700);
    const asking = { SSH_ASKPASS: answer, SSH_ASKPASS_REQUIRE: "force", DISPLAY: ":none" };
    await runCommand("ssh-add", [key.file], {
      env: { ...process.env, ...asking, SSH_AUTH_SOCK: socketPath },
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { socketPath, stop };
}
