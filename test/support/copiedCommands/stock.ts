import assert from "node:assert/strict";
import { findImage } from "../../../client/src/commands/images/chooseImages";
import type { Engine } from "../../../client/src/engine/engine";
import type { ContainerSubject, ImageSubject } from "../../../client/src/selection/subject";

const base = "alpine:3.20";

/** Ends at once when it is asked to. */
const command = ["sh", "-c", "trap 'exit 0' TERM; echo said; sleep 1000 & wait"];

/** What a live engine holds while copied commands are tried on it, with rows' subjects of it. */
export interface Stock {
  readonly engine: Engine;
  /** Leaves nothing but the one image. */
  clear(): Promise<void>;
  /** The row of an image as it is now. */
  row(reference: string): Promise<ImageSubject>;
  /** A further name of the one image. */
  tagged(reference: string): Promise<ImageSubject>;
  /** An image of its own. */
  image(reference: string): Promise<ImageSubject>;
  container(
    name: string,
    state?: "created" | "running" | "paused",
    image?: string,
  ): Promise<ContainerSubject>;
  tags(): Promise<readonly string[]>;
  /** By the containers' names. */
  states(): Promise<Readonly<Record<string, string>>>;
}

export function createStock(engine: Engine): Stock {
  const { images, containers } = engine;
  const row = async (reference: string) => {
    const found = await findImage(engine, reference);
    assert.ok(found, reference);
    return found;
  };

  return {
    engine,
    row,
    async clear() {
      for (const { id } of await containers.list()) await containers.remove(id, { force: true });
      for (const { id, tags } of await images.list()) {
        for (const tag of tags.filter((one) => one !== base)) await images.remove(tag);
        if (tags.length === 0) await images.remove(id, { force: true });
      }
    },
    async tagged(reference) {
      if (reference !== base) await images.tag(base, reference);
      return row(reference);
    },
    async image(reference) {
      const id = await containers.create({ image: base, command: ["true"] });
      await containers.commit(id, { reference });
      await containers.remove(id);
      return row(reference);
    },
    async container(name, state = "running", image = base) {
      const id = await containers.create({ image, name, command });
      if (state !== "created") await containers.start(id);
      if (state === "paused") await containers.pause(id);
      const container = (await containers.list()).find((one) => one.id === id);
      assert.ok(container);
      return { kind: "container", container };
    },
    tags: async () => (await images.list()).flatMap(({ tags }) => tags).sort(),
    states: async () => Object.fromEntries((await containers.list()).map(({ name, state }) => [name, state])),
  };
}
