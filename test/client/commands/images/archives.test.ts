import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { findImage } from "../../../../client/src/commands/images/chooseImages";
import { importImage } from "../../../../client/src/commands/images/importImage";
import { loadImages } from "../../../../client/src/commands/images/loadImages";
import { saveImages } from "../../../../client/src/commands/images/saveImages";
import { createInMemoryHost, runOn } from "../../../support/inMemoryHost";

const folder = mkdtempSync(join(tmpdir(), "drydock-archives-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("what is saved can be loaded again", async () => {
  const path = join(folder, "app.tar");
  const host = createInMemoryHost({
    images: [{ tags: ["me/app:1"] }],
    replies: { "Save Images": path, "Load Images": path },
  });
  const saved = await findImage(host.memoryEngine, "me/app:1");
  assert.ok(saved);
  await runOn(saveImages, host, saved);
  assert.match(host.ui.notices[0]?.message ?? "", /^Saved me\/app:1 as app\.tar: \d+B\.$/);
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, `docker save --output ${path} me/app:1`);

  await host.memoryEngine.images.remove("me/app:1");
  await runOn(loadImages, host);
  assert.equal((await findImage(host.memoryEngine, "me/app:1"))?.image.id, saved.image.id);
  assert.equal(host.ui.notices.at(-1)?.message, "Loaded me/app:1.");
});

test("the ending decides whether an archive is compressed", async () => {
  const path = join(folder, "app.tar.gz");
  const host = createInMemoryHost({ images: [{ tags: ["app:1"] }], replies: { "Save Images": path } });
  await runOn(saveImages, host);
  assert.ok(gunzipSync(readFileSync(path)).length > 0);
  assert.match(host.ui.notices[0]?.message ?? "", /before it was compressed/);
});

test("half an archive is never left behind", async () => {
  const path = join(folder, "none", "app.tar");
  const host = createInMemoryHost({ images: [{ tags: ["app:1"] }], replies: { "Save Images": path } });
  await runOn(saveImages, host);
  assert.equal(host.ui.notices[0]?.severity, "error");
  assert.ok(!existsSync(path));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".part")),
    [],
  );
});

test("an archive that can't be read is said to be so, and nothing happens", async () => {
  const host = createInMemoryHost({ replies: { "Load Images": join(folder, "missing.tar") } });
  await runOn(loadImages, host);
  assert.match(host.ui.notices[0]?.message ?? "", /no such file/);
});

test("a file system becomes an image of the name that is given", async () => {
  const path = join(folder, "My Root.tar.gz");
  writeFileSync(path, "files");
  const host = createInMemoryHost({ replies: { "Import File System": path } });
  await runOn(importImage, host);
  assert.ok(await findImage(host.memoryEngine, "my-root:latest"));
  assert.match(
    host.ui.notices[0]?.message ?? "",
    /^Imported My Root\.tar\.gz as my-root, id [0-9a-f]{12}\.$/,
  );
});
