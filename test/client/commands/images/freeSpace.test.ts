import assert from "node:assert/strict";
import { test } from "node:test";
import { findImage } from "../../../../client/src/commands/images/chooseImages";
import { freedWords } from "../../../../client/src/commands/images/freedBytes";
import { pruneImages } from "../../../../client/src/commands/images/pruneImages";
import { removeImages } from "../../../../client/src/commands/images/removeImages";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../../support/inMemoryHost";

const day = 24 * 60 * 60 * 1000;
const images = [
  { tags: ["used:1"], size: 5e6 },
  { tags: ["fresh:1"], size: 2e6 },
  { tags: ["old:1"], size: 3e6, created: Date.now() - 10 * day },
  { size: 1e6 },
];
const containers = [{ image: "used:1", name: "web", state: "exited" as const }];

async function tagsLeft(host: InMemoryHost): Promise<readonly string[]> {
  return (await host.memoryEngine.images.list()).flatMap(({ tags }) => (tags.length > 0 ? tags : ["-"]));
}

test("prune takes dangling images by default, with their bytes shown first", async () => {
  const host = createInMemoryHost({ images, containers });
  await runOn(pruneImages, host);
  assert.equal(host.ui.confirmations[0]?.message, "Remove 1 image and free 1MB?");
  assert.deepEqual(await tagsLeft(host), ["used:1", "fresh:1", "old:1"]);
  assert.equal(host.ui.notices[0]?.message, "Removed 1 image and freed 1MB.");
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker image prune --force");
});

test("prune takes all unused images, or those older than asked", async () => {
  const replies = { "want to remove": "Older than a Week" };
  const older = createInMemoryHost({ images, containers, replies });
  await runOn(pruneImages, older);
  assert.equal(older.ui.confirmations[0]?.detail, "old:1");
  assert.deepEqual(await tagsLeft(older), ["used:1", "fresh:1", "-"]);
  await older.ui.press("Copy as docker Command");
  assert.equal(older.ui.clipboard, "docker image prune --force --all --filter until=168h");

  const all = createInMemoryHost({ images, containers, replies: { "want to remove": "All Unused" } });
  await runOn(pruneImages, all);
  assert.match(all.ui.confirmations[0]?.message ?? "", /3 images and free 6MB/);
  assert.deepEqual(await tagsLeft(all), ["used:1"]);
});

test("prune removes nothing where the person declines, or nothing is meant", async () => {
  const declined = createInMemoryHost({ images, containers, confirms: "never" });
  await runOn(pruneImages, declined);
  assert.equal((await tagsLeft(declined)).length, 4);
  const empty = createInMemoryHost({ images: [{ tags: ["used:1"] }], containers });
  await runOn(pruneImages, empty);
  assert.match(empty.ui.notices[0]?.message ?? "", /no such images/);
});

test("removing several shows first how much that frees", async () => {
  const host = createInMemoryHost({ images });
  const [one, other] = await Promise.all(
    ["fresh:1", "old:1"].map((name) => findImage(host.memoryEngine, name)),
  );
  assert.ok(one && other);
  await runOn(removeImages, host, one, other);
  assert.equal(host.ui.confirmations[0]?.message, "Remove 2 images?");
  assert.match(host.ui.confirmations[0]?.detail ?? "", /^This frees 5MB\.\n\nfresh:1\nold:1$/);
  assert.deepEqual(await tagsLeft(host), ["used:1", "-"]);
});

test("a tag of several frees nothing", async () => {
  const host = createInMemoryHost({ images: [{ tags: ["a:1", "a:2"] }] });
  const one = await findImage(host.memoryEngine, "a:1");
  assert.ok(one);
  await runOn(removeImages, host, one);
  assert.match(host.ui.confirmations[0]?.detail ?? "", /^This frees no space/);
});

test("what was removed for good can be pulled again where a registry has it", async () => {
  const digests = [`old@sha256:${"1".repeat(64)}`];
  const host = createInMemoryHost({ images: [{ tags: ["old:1"], digests }] });
  const one = await findImage(host.memoryEngine, "old:1");
  assert.ok(one);
  await runOn(removeImages, host, one);
  await host.ui.press("Pull Again");
  assert.deepEqual(host.started, [{ id: "images.pullAgain", selected: [one] }]);
});

test("shared layers make a span of what is freed", () => {
  const image = (id: string, size: number) => ({ id, size }) as Parameters<typeof freedWords>[0][number];
  const both = [image("1", 7e6), image("2", 3e6)];
  const usage = (shared: [string, number][], total = 1e9) => ({
    total,
    reclaimable: 0,
    shared: new Map(shared),
  });
  assert.equal(
    freedWords(
      both,
      usage([
        ["1", 0],
        ["2", 0],
      ]),
    ),
    "10MB",
  );
  assert.match(
    freedWords(
      both,
      usage([
        ["1", 2e6],
        ["2", 2e6],
      ]),
    ),
    /^6MB to 10MB, depending/,
  );
  assert.equal(freedWords(both, usage([["1", 0]])), "up to 10MB");
  assert.equal(freedWords(both, undefined), "up to 10MB");
  assert.equal(freedWords(both, usage([["1", 0]], 4e6)), "up to 4MB");
});
