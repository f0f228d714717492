import assert from "node:assert/strict";
import { test } from "node:test";
import { findImage } from "../../../client/src/commands/images/chooseImages";
import { copyImageId, copyImageReference } from "../../../client/src/commands/images/copyImage";
import { removeImages } from "../../../client/src/commands/images/removeImages";
import { tagImage } from "../../../client/src/commands/images/tagImage";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../support/inMemoryHost";

async function image(host: InMemoryHost, reference: string) {
  const found = await findImage(host.memoryEngine, reference);
  assert.ok(found);
  return found;
}

test("only the chosen tag goes, and can be put back", async () => {
  const host = createInMemoryHost({ images: [{ tags: ["me/app:1", "me/app:2"] }] });
  await runOn(removeImages, host, await image(host, "me/app:1"));
  assert.match(host.ui.confirmations[0]?.detail ?? "", /only this tag/);
  assert.equal(await findImage(host.memoryEngine, "me/app:1"), undefined);
  await host.ui.press("Undo");
  assert.ok(await findImage(host.memoryEngine, "me/app:1"));
});

test("containers in the way are listed, and go along only when the person agrees", async () => {
  const seeds = {
    images: [{ tags: ["me/app:1"] }],
    containers: [{ image: "me/app:1", name: "web", state: "running" as const }],
  };
  const declined = createInMemoryHost({ ...seeds, confirms: "never" });
  await runOn(removeImages, declined, await image(declined, "me/app:1"));
  assert.match(declined.ui.confirmations[0]?.message ?? "", /the container web is in the way/);
  assert.equal((await declined.memoryEngine.containers.list()).length, 1);

  const agreed = createInMemoryHost(seeds);
  await runOn(removeImages, agreed, await image(agreed, "me/app:1"));
  assert.deepEqual(await agreed.memoryEngine.images.list(), []);
  assert.deepEqual(await agreed.memoryEngine.containers.list(), []);
});

test("tagging gives a further name and refuses the one it has", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["app:1"] }],
    replies: { "another name": ["app:1", "me/app:1"] },
  });
  await runOn(tagImage, host, await image(host, "app:1"));
  assert.match(host.ui.verdicts[0]?.message ?? "", /already its name/);
  assert.equal((await image(host, "me/app:1")).image.id, (await image(host, "app:1")).image.id);
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker tag app:1 me/app:1");
});

test("references and ids are copied, one a line", async () => {
  const host = createInMemoryHost({ images: [{ tags: ["a:1"] }, { tags: ["b:1"] }] });
  const both = [await image(host, "a:1"), await image(host, "b:1")];
  await runOn(copyImageReference, host, ...both);
  assert.equal(host.ui.clipboard, "a:1\nb:1");
  await runOn(copyImageId, host, ...both);
  assert.match(host.ui.clipboard, /^sha256:[0-9a-f]{64}\nsha256:[0-9a-f]{64}$/);
});
