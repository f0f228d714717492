import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LogChunk, LogOptions } from "../../../client/src/engine/engine";
import { isEngineError } from "../../../client/src/engine/isEngineError";
import { type ContractSubject, type Current, fails, withContainer } from "./contractSubject";

export function processesContract(current: Current): void {
  describe("what runs in containers", () => {
    test("its output is told in order, each line with its source", async () => {
      const script = "echo one; sleep 0.2; echo two é€ >&2; sleep 0.2; echo three";
      await withContainer(current(), { command: ["sh", "-c", script] }, async (id) => {
        const { containers } = current().engine;
        await containers.start(id);
        await containers.wait(id);
        assert.deepEqual(await logOf(current(), id), [
          { source: "stdout", text: "one\n" },
          { source: "stderr", text: "two é€\n" },
          { source: "stdout", text: "three\n" },
        ]);
        assert.deepEqual(await logOf(current(), id, { tail: 1 }), [{ source: "stdout", text: "three\n" }]);
        assert.deepEqual(await logOf(current(), id, { since: Date.now() + 60_000 }), []);
        const [first] = await logOf(current(), id, { timestamps: true });
        assert.match(first?.text ?? "", /^\d{4}-\d\d-\d\dT\S+Z one\n/);
      });
    });

    test("followed, its output comes until it ends", async () => {
      await withContainer(
        current(),
        { command: ["sh", "-c", "echo one; sleep 0.4; echo two"] },
        async (id) => {
          await current().engine.containers.start(id);
          assert.deepEqual(await logOf(current(), id, { follow: true }), [
            { source: "stdout", text: "one\ntwo\n" },
          ]);
        },
      );
    });

    test("a terminal's output comes as it is", async () => {
      const options = { interactive: true, command: ["sh", "-c", "echo hello; echo you >&2"] } as const;
      await withContainer(current(), options, async (id) => {
        const { containers } = current().engine;
        assert.equal((await containers.inspect(id)).tty, true);
        await containers.start(id);
        await containers.wait(id);
        assert.deepEqual(await logOf(current(), id), [{ source: "stdout", text: "hello\r\nyou\r\n" }]);
      });
    });

    test("a signal ends the following, and is no failure", async () => {
      await withContainer(current(), { command: ["sh", "-c", "echo one; sleep 1000"] }, async (id) => {
        const { containers } = current().engine;
        await containers.start(id);
        const stop = new AbortController();
        await containers.logs(id, { follow: true }, () => stop.abort(), stop.signal);
        await containers.logs(id, { follow: true }, () => undefined, AbortSignal.abort());
      });
    });

    test("waiting gives the exit code", async () => {
      const { containers } = current().engine;
      await withContainer(current(), { command: ["sh", "-c", "sleep 0.3; exit 7"] }, async (id) => {
        await containers.start(id);
        assert.equal(await containers.wait(id), 7);
        assert.equal(await containers.wait(id), 7);
        const { state, exitCode } = await containers.inspect(id);
        assert.deepEqual({ state, exitCode }, { state: "exited", exitCode: 7 });
      });
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const waiting = containers.wait(id);
        await containers.kill(id);
        assert.equal(await waiting, 137);
      });
    });

    test("waiting can be given up", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const stop = new AbortController();
        const waiting = containers.wait(id, stop.signal);
        setTimeout(() => stop.abort(), 100);
        await fails(waiting, "cancelled");
        await fails(containers.wait(id, AbortSignal.abort()), "cancelled");
        assert.equal((await containers.inspect(id)).state, "running");
      });
    });

    test("one that is to be removed at its end is gone then", async () => {
      const { containers } = current().engine;
      await withContainer(current(), { autoRemove: true, command: ["sleep", "0.5"] }, async (id) => {
        await containers.start(id);
        const ended = containers.wait(id);
        if (current().manners.selfRemoval === "tells the exit code") assert.equal(await ended, 0);
        else
          await ended.catch((error: unknown) =>
            assert.ok(isEngineError(error) && error.kind === "not-found"),
          );
        for (let tries = 0; tries < 50; tries++) {
          if (!(await containers.list()).some((each) => each.id === id)) return;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        assert.fail("it is still there");
      });
    });

    test("a command inside it gives its output and exit code", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        assert.deepEqual(await containers.execute(id, ["sh", "-c", "echo out; echo err >&2; exit 3"]), {
          exitCode: 3,
          stdout: "out\n",
          stderr: "err\n",
        });
        assert.deepEqual(await containers.execute(id, ["true"]), { exitCode: 0, stdout: "", stderr: "" });
        const stop = new AbortController();
        const running = containers.execute(id, ["sleep", "1000"], stop.signal);
        setTimeout(() => stop.abort(), 200);
        await fails(running, "cancelled");
      });
    });

    test("its processes and its use of the machine can be watched", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const { titles, rows } = await containers.processes(id);
        assert.match(titles.join(" "), /PID.* (?:CMD|COMMAND)$/);
        assert.ok(rows.some((row) => row.join(" ").endsWith("sleep 1000")));
        const stop = new AbortController();
        let memory = 0;
        const seen = (stats: { memory: number }) => {
          memory = stats.memory;
          stop.abort();
        };
        await containers.stats(id, seen, stop.signal);
        assert.ok(memory > 0);
      });
    });
  });
}

/** The log's text, that of one source which came in several pieces put together. */
async function logOf({ engine }: ContractSubject, id: string, options: LogOptions = {}): Promise<LogChunk[]> {
  const log: LogChunk[] = [];
  await engine.containers.logs(id, options, (chunk) => {
    const last = log.at(-1);
    if (last?.source === chunk.source) log[log.length - 1] = { ...last, text: last.text + chunk.text };
    else log.push(chunk);
  });
  return log;
}
