import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";

/** Output ends a moment before the engine has noted the exit code. */
export async function exitCodeOf(exec: Dockerode.Exec): Promise<number> {
  for (;;) {
    const { Running, ExitCode } = await exec.inspect();
    if (!Running && ExitCode !== null) return ExitCode;
    await sleep(20);
  }
}
