import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Current, fails, fresh, importBase } from "./contractSubject";

export function imagesContract(current: Current): void {
  describe("images", () => {
    test("an image is listed with its tag, age, size and labels", async () => {
      const { engine } = current();
      const tag = `${fresh("shop/listed")}:1.0`;
      const before = Date.now() - 1000;
      const id = await importBase(current(), tag, ["LABEL who=me"]);
      const image = (await engine.images.list()).find((each) => each.id === id);
      assert.ok(image);
      assert.match(image.id, /^sha256:[0-9a-f]{64}$/);
      assert.deepEqual(image.tags, [tag]);
      assert.deepEqual(image.containerIds, []);
      assert.equal(image.labels["who"], "me");
      assert.ok(image.size > 0);
      assert.ok(image.created >= before && image.created <= Date.now() + 1000, `made at ${image.created}`);
      await engine.images.remove(id);
    });

    test("several tags are one image, and no tag means latest", async () => {
      const { engine } = current();
      const [one, two] = [fresh("tags-one"), fresh("tags-two")];
      const id = await importBase(current(), `${one}:1`);
      await engine.images.tag(`${one}:1`, two);
      await engine.images.tag(id, `${two}:other`);
      const images = (await engine.images.list()).filter((each) => each.id === id);
      assert.equal(images.length, 1);
      assert.deepEqual([...(images[0]?.tags ?? [])].sort(), [`${one}:1`, `${two}:latest`, `${two}:other`]);
      assert.equal((await engine.images.inspect(two)).id, id);
      await engine.images.remove(id, { force: true });
    });

    test("a tag moves to the image that takes it, and leaves the other dangling", async () => {
      const { engine } = current();
      const tag = `${fresh("moving")}:1`;
      const first = await importBase(current(), tag);
      const second = await importBase(current(), tag, ["LABEL n=2"]);
      const images = await engine.images.list();
      assert.deepEqual(images.find(({ id }) => id === first)?.tags, []);
      assert.deepEqual(images.find(({ id }) => id === second)?.tags, [tag]);
      const pruned = await engine.images.prune({ which: "dangling" });
      assert.ok(pruned.removed.includes(first));
      assert.ok(!pruned.removed.includes(second));
      await engine.images.remove(tag);
    });

    test("prune leaves alone what is younger than asked", async () => {
      const { engine } = current();
      const id = await importBase(current());
      const pruned = await engine.images.prune({ which: "dangling", olderThanMs: 3_600_000 });
      assert.ok(!pruned.removed.includes(id));
      await engine.images.remove(id);
    });

    test("an inspection tells what the image says", async () => {
      const { engine } = current();
      const tag = `${fresh("inspected")}:1`;
      const changes = [
        "ENV COLOUR=blue",
        "EXPOSE 8080",
        "EXPOSE 53/udp",
        "USER nobody",
        "WORKDIR /tmp",
        "VOLUME /data",
        'ENTRYPOINT ["echo"]',
        'CMD ["hello", "you"]',
      ];
      const id = await importBase(current(), tag, changes);
      const image = await engine.images.inspect(tag);
      assert.equal(image.id, id);
      assert.deepEqual(image.tags, [tag]);
      assert.ok(image.environment.includes("COLOUR=blue"));
      assert.deepEqual(
        [...image.exposedPorts].sort((a, b) => a.port - b.port),
        [
          { port: 53, protocol: "udp" },
          { port: 8080, protocol: "tcp" },
        ],
      );
      assert.equal(image.user, "nobody");
      assert.equal(image.workingDirectory, "/tmp");
      assert.deepEqual(image.volumes, ["/data"]);
      assert.deepEqual(image.entrypoint, ["echo"]);
      assert.deepEqual(image.command, ["hello", "you"]);
      assert.equal(image.operatingSystem, "linux");
      assert.equal(image.layers.length, 1);
      assert.ok(image.raw);
      assert.equal((await engine.images.history(tag)).length, 1);
      await engine.images.remove(tag);
    });

    test("what an image shares with another is told apart from what only it has", async () => {
      const { engine } = current();
      const id = await importBase(current(), `${fresh("alone")}:1`);
      const { total, reclaimable, shared } = await engine.images.usage();
      assert.ok(total > 0);
      assert.ok(reclaimable > 0 && reclaimable <= total);
      assert.ok((shared.get(id) ?? -1) >= 0);
      await engine.images.remove(id);
    });

    test("a missing image is not found, whatever is asked of it", async () => {
      const { images } = current().engine;
      await fails(images.inspect("no/such:image"), "not-found");
      await fails(images.history("no/such:image"), "not-found");
      await fails(images.tag("no/such:image", "any:1"), "not-found");
      await fails(images.remove("no/such:image"), "not-found");
    });

    test("what is no reference is an invalid request", async () => {
      const { images } = current().engine;
      await fails(images.inspect(""), "invalid-request");
      const id = await importBase(current());
      await fails(images.tag(id, "NOT/lower:1"), "invalid-request");
      await images.remove(id);
    });
  });
}
