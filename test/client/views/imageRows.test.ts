import assert from "node:assert/strict";
import { test } from "node:test";
import type { Image } from "../../../client/src/engine/image";
import { imageRows, imagesSummary } from "../../../client/src/views/imageRows";

const now = Date.UTC(2026, 0, 31);
const day = 24 * 60 * 60 * 1000;
const digest = `sha256:${"d".repeat(64)}`;

function image(parts: Partial<Image> = {}): Image {
  return {
    id: `sha256:9c6f07244728${"0".repeat(52)}`,
    tags: ["alpine:latest"],
    digests: [],
    created: now - 14 * day,
    size: 5_544_000,
    labels: {},
    containerIds: [],
    parentId: undefined,
    ...parts,
  };
}

/** Label and description of every row, tags indented below their repository. */
function drawn(images: readonly Image[]): string[] {
  return imageRows(images, now).flatMap(({ label, description, children }) => [
    `${label} | ${description}`,
    ...(children?.() ?? []).map((row) => `  ${row.label} | ${row.description}`),
  ]);
}

test("a row has the tutorial's five columns at a glance", () => {
  assert.deepEqual(drawn([image({ digests: [`alpine@${digest}`] })]), [
    "alpine | official",
    "  latest | 5.54MB · 2 wk · 9c6f07244728",
  ]);
});

test("tags of one image stand in their own repositories, newest first", () => {
  const old = image({ id: `sha256:${"1".repeat(64)}`, tags: ["me/app:1"], created: now - 20 * day });
  const fresh = image({ id: `sha256:${"2".repeat(64)}`, tags: ["me/app:2", "localhost:5000/app:2"] });
  assert.deepEqual(drawn([old, fresh]), [
    "localhost:5000/app | local",
    "  2 | 5.54MB · 2 wk · 222222222222",
    "me/app | local · 2 tags",
    "  2 | 5.54MB · 2 wk · 222222222222",
    "  1 | 5.54MB · 2 wk · 111111111111",
  ]);
});

test("the origin is told by name and digest", () => {
  const from = (repository: string) =>
    image({ tags: [`${repository}:1`], digests: [`${repository}@${digest}`] });
  assert.deepEqual(
    ["alpine", "me/app", "ghcr.io/me/app", "localhost:5000/app"].map((name) => drawn([from(name)])[0]),
    [
      "alpine | official",
      "me/app | user",
      "ghcr.io/me/app | other registry",
      "localhost:5000/app | other registry",
    ],
  );
});

test("dangling images are gathered at the end, those pulled by digest are not among them", () => {
  const dangling = image({ tags: [] });
  const byDigest = image({ tags: [], digests: [`redis@${digest}`] });
  assert.deepEqual(drawn([dangling, byDigest]), [
    "redis | official",
    "  @dddddddddddd | 5.54MB · 2 wk · 9c6f07244728",
    "Dangling | 1 · 5.54MB",
    "  9c6f07244728 | 5.54MB · 2 wk",
  ]);
});

test("an image in use says so in words, shape and context value", () => {
  const [row] = imageRows([image({ containerIds: ["c1"] })], now)[0]?.children?.() ?? [];
  assert.match(row?.description ?? "", /· in use$/);
  assert.match(row?.spoken ?? "", /in use/);
  assert.equal(row?.icon.name, "circle-filled");
  assert.equal(row?.contextValue, "image.tagged.used");
});

test("ids of rows are unique and the same from one refresh to the next", () => {
  const images = [image({ tags: ["a:1", "b:1"] }), image({ id: `sha256:${"3".repeat(64)}`, tags: [] })];
  const ids = () =>
    imageRows(images, now).flatMap(({ id, children }) => [id, ...(children?.() ?? []).map((row) => row.id)]);
  assert.deepEqual(ids(), ids());
  assert.equal(new Set(ids()).size, ids().length);
});

test("the title sums up", () => {
  assert.equal(imagesSummary([image(), image()]), "2 images · 11.1MB");
  assert.equal(imagesSummary([]), "");
});
