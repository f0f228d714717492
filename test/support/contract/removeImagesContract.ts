import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Current, fails, fresh, importBase, withContainer } from "./contractSubject";

export function removeImagesContract(current: Current): void {
  describe("removing images", () => {
    test("by one of its tags it is untagged, by its last one deleted", async () => {
      const { images } = current().engine;
      const [one, two] = [`${fresh("untag")}:1`, `${fresh("untag")}:2`];
      const id = await importBase(current(), one);
      await images.tag(one, two);
      assert.deepEqual(await images.remove(one), { untagged: [one], deleted: [] });
      const { untagged, deleted } = await images.remove(two);
      assert.deepEqual(untagged, [two]);
      assert.ok(deleted.includes(id));
      await fails(images.inspect(id), "not-found");
    });

    test("by its id it is refused while it has tags of several repositories", async () => {
      const { images } = current().engine;
      const [one, two] = [`${fresh("several")}:1`, `${fresh("several")}:1`];
      const id = await importBase(current(), one);
      await images.tag(one, two);
      await fails(images.remove(id), "conflict");
      const { untagged } = await images.remove(id, { force: true });
      assert.deepEqual([...untagged].sort(), [one, two].sort());
    });

    test("one that a stopped container was made from is in use, and names it", async () => {
      const { containers, images } = current().engine;
      await withContainer(current(), {}, async (container, image) => {
        const { id } = await images.inspect(image);
        const listed = (await images.list()).find((each) => each.id === id);
        assert.deepEqual(listed?.containerIds, [container]);
        await fails(images.remove(image), "conflict");
        await fails(images.remove(id), "conflict");
        await containers.remove(container);
        await images.remove(image);
      });
    });

    test("one that a running container uses can't be deleted by force", async () => {
      const { containers, images } = current().engine;
      await withContainer(current(), {}, async (container, image) => {
        const { id } = await images.inspect(image);
        await containers.start(container);
        if (current().manners.forcedRemoval === "removes containers") {
          assert.ok((await images.remove(id, { force: true })).deleted.includes(id));
          return fails(containers.inspect(container), "not-found");
        }
        await fails(images.remove(id, { force: true }), "conflict");
        assert.deepEqual(await images.remove(image, { force: true }), { untagged: [image], deleted: [] });
        assert.deepEqual((await images.list()).find((each) => each.id === id)?.tags, []);
        await containers.remove(container, { force: true });
        await images.remove(id);
      });
    });

    test("one without a tag that another is made from is not listed, and can't be deleted", async () => {
      const { containers, images } = current().engine;
      await withContainer(current(), {}, async (container, image) => {
        const { id } = await images.inspect(image);
        const child = await containers.commit(container, { reference: `${fresh("child")}:1` });
        await containers.remove(container);
        await images.remove(image);
        const listed = (await images.list()).map((each) => each.id);
        assert.ok(listed.includes(child));
        assert.ok(!listed.includes(id));
        const { untaggedParents } = current().manners;
        await fails(images.remove(id), untaggedParents === "stay" ? "conflict" : "not-found");
        await images.remove(child, { force: true });
      });
    });
  });
}
