import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TerminalScreen } from "../../../client/src/engine/terminal";
import { type ContractSubject, type Current, fails, withContainer } from "./contractSubject";

/** A screen that keeps what it shows. */
function screenOf(columns = 80): TerminalScreen & { shows(text: string | RegExp): Promise<void> } {
  let shown = "";
  return {
    size: { columns, rows: 24 },
    print(text) {
      shown += text;
    },
    async shows(text) {
      for (let tries = 0; tries < 200; tries++) {
        if (typeof text === "string" ? shown.includes(text) : text.test(shown)) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      assert.fail(`“${text}” is not on the screen, but ${JSON.stringify(shown)}.`);
    },
  };
}

export function terminalsContract(current: Current): void {
  describe("terminals in containers", () => {
    test("a shell answers what is typed, knows its size, and ends with its code", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const screen = screenOf(91);
        const terminal = await containers.openTerminal(id, ["sh"], screen);
        terminal.write("echo two é€ words\r");
        await screen.shows("\r\ntwo é€ words\r\n");
        await terminal.resize({ columns: 101, rows: 33 });
        terminal.write("stty size\r");
        await screen.shows("33 101\r\n");
        terminal.write("exit 3\r");
        assert.equal(await terminal.ended, 3);
        await terminal.resize({ columns: 80, rows: 24 });
        assert.equal((await containers.inspect(id)).state, "running");
      });
    });

    test("a program that needs no typing shows its output", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const screen = screenOf();
        const { ended } = await containers.openTerminal(id, ["sh", "-c", "echo hello; exit 4"], screen);
        assert.equal(await ended, 4);
        await screen.shows("hello\r\n");
      });
    });

    test("one can hang up", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        const terminal = await containers.openTerminal(id, ["sh"], screenOf());
        terminal.close();
        await fails(terminal.ended, "cancelled");
      });
    });

    test("a container that does not run, or is not there, has none", async () => {
      const { containers } = current().engine;
      await fails(containers.openTerminal("nowhere", ["sh"], screenOf()), "not-found");
      await fails(containers.attach("nowhere", screenOf()), "not-found");
      await withContainer(current(), {}, async (id) => {
        await fails(containers.openTerminal(id, ["sh"], screenOf()), "conflict");
      });
    });

    test("a container's own terminal is there from its first word to its exit code", async () => {
      const { containers } = current().engine;
      for (const autoRemove of [false, true]) {
        await withContainer(current(), { interactive: true, autoRemove, command: ["sh"] }, async (id) => {
          const screen = screenOf();
          const terminal = await containers.attach(id, screen);
          await containers.start(id);
          await terminal.resize({ columns: 99, rows: 30 });
          terminal.write("echo hello you\r");
          await screen.shows("\r\nhello you\r\n");
          terminal.write("exit 5\r");
          assert.equal(await terminal.ended, 5);
          if (autoRemove) await gone(current(), id);
        });
      }
    });
  });
}

async function gone({ engine }: ContractSubject, id: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (!(await engine.containers.list()).some((each) => each.id === id)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("it is still there");
}
