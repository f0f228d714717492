import assert from "node:assert/strict";
import { test } from "node:test";
import type { Engine } from "../../../client/src/engine/engine";
import { followContainerUsage } from "../../../client/src/session/containerUsage";

const stats = { cpu: 0.5, memory: 1, memoryLimit: 2 };

/** As much of an engine as tells what containers use: two lines at once, then nothing until the signal fires. */
function engineThatTells(open: Set<string>): Engine {
  const containers = {
    async stats(id: string, listener: (told: typeof stats) => void, signal: AbortSignal) {
      open.add(id);
      listener({ ...stats, cpu: 0 });
      listener(stats);
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      open.delete(id);
    },
  };
  return { containers } as unknown as Engine;
}

test("only those that are looked at are followed, at most twenty, and many changes are told at once", async () => {
  const open = new Set<string>();
  let told = 0;
  const usage = followContainerUsage({
    engine: async () => engineThatTells(open),
    onChange: () => {
      told += 1;
    },
    coalesceMs: 5,
  });
  usage.follow(Array.from({ length: 30 }, (_, index) => `c${index}`));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(open.size, 20);
  assert.equal(told, 1);
  assert.deepEqual(usage.of("c0"), stats);
  assert.equal(usage.of("c29"), undefined);

  usage.follow(["c1"]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([...open], ["c1"]);
  assert.equal(usage.of("c0"), undefined);
  usage.dispose();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(open.size, 0);
});
