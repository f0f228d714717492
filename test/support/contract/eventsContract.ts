import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { EngineEvent } from "../../../client/src/engine/engine";
import {
  type ContractSubject,
  type Current,
  fails,
  fresh,
  importBase,
  stoppable,
  withContainer,
} from "./contractSubject";

export function eventsContract(current: Current): void {
  describe("events", () => {
    test("each action on an image is told", async () => {
      const { images } = current().engine;
      const seen = await eventsDuring(current(), "delete", async () => {
        const tag = `${fresh("events")}:1`;
        const id = await importBase(current(), tag);
        await images.tag(id, `${fresh("events")}:2`);
        await images.remove(tag);
        await images.remove(id);
      });
      const actions = actionsOn(seen, "image");
      if (current().manners.events === "each is told")
        assert.deepEqual(actions, ["delete", "import", "tag", "untag"]);
      else assert.ok(actions.includes("delete"));
    });

    test("each action on a container is told, with its id", async () => {
      const { containers } = current().engine;
      let container = "";
      const seen = await eventsDuring(current(), "destroy", () =>
        withContainer(current(), { command: stoppable }, async (id) => {
          container = id;
          await containers.start(id);
          await containers.pause(id);
          await containers.unpause(id);
          await containers.rename(id, fresh("renamed"));
          await containers.stop(id);
          await containers.restart(id);
          await containers.commit(id, {});
          await containers.kill(id);
          await containers.wait(id);
          await containers.remove(id);
        }),
      );
      const actions = actionsOn(seen, "container");
      const told =
        current().manners.events === "each is told"
          ? "create start pause unpause rename kill die stop restart commit destroy"
          : "start die destroy";
      for (const action of told.split(" "))
        assert.ok(actions.includes(action), `no ${action} among ${actions.join(" ")}`);
      assert.ok(seen.every(({ object, id }) => object !== "container" || id === container));
    });

    test("a fired signal ends the watch at once", async () => {
      await current().engine.system.watchEvents(() => undefined, AbortSignal.abort());
    });

    test("the engine answers, and says what it is", async () => {
      const { system } = current().engine;
      await system.ping();
      const version = await system.version();
      assert.match(version.api, /^1\.\d+$/);
      assert.equal(version.operatingSystem, "linux");
      await fails(system.ping(AbortSignal.abort()), "cancelled");
    });

    test("the space that images take is told", async () => {
      const { system, images } = current().engine;
      const id = await importBase(current());
      const { images: space } = await system.diskUsage();
      assert.ok(space.count >= 1);
      assert.ok(space.total > 0 && space.reclaimable > 0 && space.reclaimable <= space.total);
      await images.remove(id);
    });
  });
}

/** Events come over another connection than the answers, so the one that the work ends with is waited for. */
async function eventsDuring(
  { engine }: ContractSubject,
  lastAction: string,
  work: () => Promise<void>,
): Promise<EngineEvent[]> {
  const seen: EngineEvent[] = [];
  const stop = new AbortController();
  let watching: Promise<void> | undefined;
  await new Promise<void>((opened, failed) => {
    watching = engine.system.watchEvents((event) => seen.push(event), stop.signal, opened);
    watching.catch(failed);
  });
  await work();
  for (let tries = 0; tries < 100 && !seen.some(({ action }) => action === lastAction); tries++)
    await sleep(50);
  stop.abort();
  await watching;
  return seen;
}

function actionsOn(events: readonly EngineEvent[], object: EngineEvent["object"]): string[] {
  return [...new Set(events.filter((event) => event.object === object).map(({ action }) => action))].sort();
}
