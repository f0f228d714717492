import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkForUpdates } from "../../../../client/src/commands/images/checkForUpdates";
import { findImage } from "../../../../client/src/commands/images/chooseImages";
import {
  pullAgainForPlatform,
  pullImage,
  pullImageForPlatform,
} from "../../../../client/src/commands/images/pullImage";
import { searchImages } from "../../../../client/src/commands/images/searchImages";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../../support/inMemoryHost";

const folder = mkdtempSync(join(tmpdir(), "drydock-pull-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const hub = {
  domain: "docker.io",
  images: ["library/mysql:latest", "library/mysql:8", "library/alpine:3.20"],
  searchable: [
    { repository: "me/mysql", description: "Mine", stars: 20_000, official: false },
    { repository: "mysql", description: "A database", stars: 13_077, official: true },
    { repository: "mysql/mysql-server", description: "", stars: 614, official: false },
  ],
};

async function image(host: InMemoryHost, reference: string) {
  const found = await findImage(host.memoryEngine, reference);
  assert.ok(found, reference);
  return found;
}

test("a search lists official images first, and pulls what is chosen", async () => {
  const host = createInMemoryHost({ registries: [hub], replies: { "For example mysql": "mysql" } });
  await runOn(searchImages, host);
  assert.match(host.ui.questions[1] ?? "", /no longer fills in the AUTOMATED column/);
  assert.equal(host.ui.questions[2], "What do you want to do with it?");
  assert.ok(await findImage(host.memoryEngine, "mysql:latest"));
  assert.equal(host.ui.notices.at(-1)?.message, "Pulled mysql:latest.");
});

test("from a search another tag can be pulled", async () => {
  const host = createInMemoryHost({
    registries: [hub],
    replies: {
      "For example mysql": "mysql",
      "What do you want to do": "Another Tag",
      "Which image?": "mysql:8",
    },
  });
  await runOn(searchImages, host);
  assert.ok(await findImage(host.memoryEngine, "mysql:8"));
});

test("a search that finds nothing says so", async () => {
  const host = createInMemoryHost({ registries: [hub], replies: { "For example mysql": ["x", "nothing"] } });
  await runOn(searchImages, host);
  assert.match(host.ui.verdicts[0]?.message ?? "", /two letters/);
  assert.match(host.ui.notices[0]?.message ?? "", /nothing for “nothing”/);
});

test("without a network the search says what can't be reached, and by whom", async () => {
  const host = createInMemoryHost({ registries: [hub], replies: { "For example mysql": "mysql" } });
  host.memoryEngine.images.search = () => host.memoryEngine.registries.digest("nowhere.example/a:1") as never;
  await runOn(searchImages, host);
  assert.match(host.ui.notices[0]?.message ?? "", /^The engine can't reach Docker Hub/);
  await host.ui.press("Try Again");
  assert.equal(host.started[0]?.id, "images.search");
});

test("a pull proposes what Dockerfiles build on, what was pulled before and what is here", async () => {
  const dockerfile = join(folder, "Dockerfile");
  writeFileSync(dockerfile, "FROM alpine:3.20 AS base\nFROM base\nFROM $VARIABLE\nCOPY --from=nginx:1 / /\n");
  const host = createInMemoryHost({
    registries: [hub],
    dockerfiles: [dockerfile],
    images: [{ tags: ["here:1"] }],
    replies: { "Which image?": "mysql:8" },
  });
  await runOn(pullImage, host);
  assert.deepEqual(host.ui.offered, ["alpine:3.20", "nginx:1", "here:1"]);
  await runOn(pullImage, host);
  assert.deepEqual(host.ui.offered.slice(0, 3), ["alpine:3.20", "nginx:1", "mysql:8"]);
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker pull mysql:8");
});

test("no tag means latest, and a wrong name is not accepted", async () => {
  const host = createInMemoryHost({
    registries: [hub],
    replies: { "Which image?": ["NO GOOD", "mysql"] },
  });
  await runOn(pullImage, host);
  assert.deepEqual(
    host.ui.verdicts.map(({ severity }) => severity),
    ["error", "information"],
  );
  assert.ok(await findImage(host.memoryEngine, "mysql:latest"));
});

test("a pull for another platform asks for it and says so", async () => {
  const host = createInMemoryHost({
    registries: [hub],
    images: [{ tags: ["mysql:8"] }],
    replies: { "Which platform": ["arm64", "linux/arm64"] },
  });
  await runOn(pullAgainForPlatform, host, await image(host, "mysql:8"));
  assert.match(host.ui.verdicts[0]?.message ?? "", /system\/architecture/);
  assert.equal(host.ui.notices[0]?.message, "Pulled mysql:8 for linux/arm64.");
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker pull --platform linux/arm64 mysql:8");
});

test("from the view's title a pull for a platform asks which image", async () => {
  const host = createInMemoryHost({
    registries: [hub],
    replies: { "Which image": "mysql:8", "Which platform": "linux/arm64" },
  });
  await runOn(pullImageForPlatform, host);
  assert.equal(host.ui.notices[0]?.message, "Pulled mysql:8 for linux/arm64.");
});

test("an update check compares digests, and pulls only when asked", async () => {
  const old = `mysql@sha256:${"0".repeat(64)}`;
  const host = createInMemoryHost({
    registries: [hub],
    images: [{ tags: ["mysql:8"], digests: [old] }, { tags: ["mine:1"] }],
  });
  await runOn(checkForUpdates, host, await image(host, "mysql:8"), await image(host, "mine:1"));
  assert.equal(host.ui.notices[0]?.message, "1 of 2 have a newer version: mysql:8.");
  await host.ui.press("Show Details");
  assert.match(host.ui.documents[0]?.text ?? "", /mysql:8 has a newer version in the registry: sha256:/);
  assert.match(host.ui.documents[0]?.text ?? "", /mine:1 was built here and never pushed/);
  assert.deepEqual((await image(host, "mysql:8")).image.digests, [old], "nothing was pulled yet");
  await host.ui.press("Pull");
  await runOn(checkForUpdates, host, await image(host, "mysql:8"));
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^mysql:8 is up to date: sha256:/);
});

test("a registry that can't be asked is told by itself", async () => {
  const digests = [`nowhere.example/app@sha256:${"0".repeat(64)}`];
  const host = createInMemoryHost({ images: [{ tags: ["nowhere.example/app:1"], digests }] });
  await runOn(checkForUpdates, host, await image(host, "nowhere.example/app:1"));
  assert.equal(host.ui.notices[0]?.severity, "warning");
  assert.match(host.ui.notices[0]?.message ?? "", /could not be checked: .*no such host/);
});
