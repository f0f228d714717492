import assert from "node:assert/strict";
import { test } from "node:test";
import type { Image, ImageFacts } from "../../../client/src/engine/image";
import { defaultArrangement, type ImageArrangement } from "../../../client/src/views/imageArrangement";
import { imageRows } from "../../../client/src/views/imageRows";
import type { ImagesPicture } from "../../../client/src/views/imagesPicture";
import { filterNote, imagesSummary } from "../../../client/src/views/imagesSummary";
import type { TreeNode } from "../../../client/src/views/treeNode";

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

function idOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

interface PictureOptions extends Partial<Omit<ImagesPicture, "images" | "arrangement" | "facts">> {
  readonly arrangement?: Partial<ImageArrangement>;
  readonly facts?: Readonly<Record<string, Partial<ImageFacts>>>;
}

function picture(images: readonly Image[], options: PictureOptions = {}): ImagesPicture {
  const { arrangement, facts = {}, ...rest } = options;
  const linux = { operatingSystem: "linux", architecture: "amd64", variant: undefined, layers: [] };
  return {
    images,
    now,
    usage: undefined,
    hostPlatform: "linux/amd64",
    inspect: () => Promise.reject(new Error("gone")),
    ...rest,
    arrangement: { ...defaultArrangement, ...arrangement },
    facts: (id) => (facts[id] ? { ...linux, ...facts[id] } : undefined),
  };
}

/** Label and description of every row, indented by level. */
function drawn(images: readonly Image[], options: PictureOptions = {}): string[] {
  const lines = (rows: readonly TreeNode[], indent: string): string[] =>
    rows.flatMap(({ label, description, children }) => [
      `${indent}${label} | ${description}`,
      ...lines(children?.() ?? [], `${indent}  `),
    ]);
  return lines(imageRows(picture(images, options)), "");
}

test("a row has the tutorial's five columns at a glance", () => {
  assert.deepEqual(drawn([image({ digests: [`alpine@${digest}`] })]), [
    "alpine | official",
    "  latest | 5.54MB · 2 wk · 9c6f07244728",
  ]);
});

test("tags of one image stand in their own repositories", () => {
  const old = image({ id: idOf("1"), tags: ["me/app:9"], created: now - 20 * day });
  const fresh = image({ id: idOf("2"), tags: ["me/app:10", "localhost:5000/app:2"] });
  assert.deepEqual(drawn([fresh, old]), [
    "localhost:5000/app | local",
    "  2 | 5.54MB · 2 wk · 222222222222",
    "me/app | local · 2 tags",
    "  9 | 5.54MB · 2 wk · 111111111111",
    "  10 | 5.54MB · 2 wk · 222222222222",
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
  assert.deepEqual(drawn([dangling, byDigest], { arrangement: { order: "smallest" } }), [
    "redis | official",
    "  @dddddddddddd | 5.54MB · 2 wk · 9c6f07244728",
    "Dangling | 1 · 5.54MB",
    "  9c6f07244728 | 5.54MB · 2 wk",
  ]);
});

const small = image({ id: idOf("1"), tags: ["app:1"], size: 1e6, created: now - day / 2 });
const large = image({ id: idOf("2"), tags: ["ghcr.io/me/app:1"], size: 6e8, created: now - 400 * day });
const middle = image({ id: idOf("3"), tags: ["web:1"], size: 1e7, containerIds: ["c1"] });
const three = [small, large, middle];

test("rows are sorted by name, age and size, both ways", () => {
  const order = (order: ImageArrangement["order"]) =>
    drawn(three, { arrangement: { groupBy: "none", order } }).map((line) => line.split(" | ")[0]);
  assert.deepEqual(order("name"), ["app:1", "ghcr.io/me/app:1", "web:1"]);
  assert.deepEqual(order("newest"), ["app:1", "web:1", "ghcr.io/me/app:1"]);
  assert.deepEqual(order("oldest"), ["ghcr.io/me/app:1", "web:1", "app:1"]);
  assert.deepEqual(order("largest"), ["ghcr.io/me/app:1", "web:1", "app:1"]);
  assert.deepEqual(order("smallest"), ["app:1", "web:1", "ghcr.io/me/app:1"]);
});

test("groups are sorted by what is in them", () => {
  const groups = drawn(three, { arrangement: { order: "largest" } }).filter((line) => !line.startsWith(" "));
  assert.deepEqual(groups, ["ghcr.io/me/app | local", "web | local", "app | local"]);
});

test("images are grouped by registry", () => {
  assert.deepEqual(drawn(three, { arrangement: { groupBy: "registry" } }), [
    "Docker Hub | 2 · 11MB",
    "  app:1 | 1MB · 12 h · local · 111111111111",
    "  web:1 | 10MB · 2 wk · in use · local · 333333333333",
    "ghcr.io | 1 · 600MB",
    "  ghcr.io/me/app:1 | 600MB · 13 mo · local · 222222222222",
  ]);
});

test("images are grouped by age and by use, whatever the order", () => {
  const groups = (groupBy: ImageArrangement["groupBy"]) =>
    drawn(three, { arrangement: { groupBy, order: "largest" } }).filter((line) => !line.startsWith(" "));
  assert.deepEqual(groups("age"), [
    "Last 24 hours | 1 · 1MB",
    "Last 30 days | 1 · 10MB",
    "Older | 1 · 600MB",
  ]);
  assert.deepEqual(groups("use"), ["In use | 1 · 10MB", "Not in use | 2 · 601MB"]);
});

test("child images stand below the image whose layers they begin with", () => {
  const base = image({ id: idOf("a"), tags: ["alpine:3", "base:1"], created: 1 });
  const middle = image({ id: idOf("b"), tags: ["python:3"], created: 2 });
  const child = image({ id: idOf("c"), tags: ["me/app:1"], created: 3 });
  const sibling = image({ id: idOf("d"), tags: [], created: 4 });
  const facts = {
    [base.id]: { layers: ["1"] },
    [middle.id]: { layers: ["1", "2"] },
    [child.id]: { layers: ["1", "2", "3", "4"] },
    [sibling.id]: { layers: ["1", "9"] },
  };
  const rows = drawn([child, sibling, middle, base], { arrangement: { groupBy: "base" }, facts });
  assert.deepEqual(
    rows.map((line) => line.replace(/ \|.*?( · \d+ built on it)?$/, "$1")),
    ["alpine:3 · 2 built on it", "  python:3 · 1 built on it", "    me/app:1", "  dddddddddddd", "base:1"],
  );
});

test("an image that differs from another in its configuration alone is told by its parent", () => {
  const base = image({ id: idOf("a"), tags: ["base:1"] });
  const child = image({ id: idOf("b"), tags: ["child:1"], parentId: base.id });
  const facts = { [base.id]: { layers: ["1"] }, [child.id]: { layers: ["1"] } };
  const [row] = imageRows(picture([child, base], { arrangement: { groupBy: "base" }, facts }));
  assert.equal(row?.label, "base:1");
  assert.equal(row?.children?.()[0]?.label, "child:1");
});

test("the filter takes words of the name and the id, and all traits at once", () => {
  const shown = (arrangement: Partial<ImageArrangement>) =>
    drawn([...three, image({ id: idOf("4"), tags: [] })], {
      arrangement: { groupBy: "none", ...arrangement },
    }).map((line) => line.split(" | ")[0]);
  assert.deepEqual(shown({ filter: "APP ghcr" }), ["ghcr.io/me/app:1"]);
  assert.deepEqual(shown({ filter: "3333" }), ["web:1"]);
  assert.deepEqual(shown({ only: ["large"] }), ["ghcr.io/me/app:1"]);
  assert.deepEqual(shown({ only: ["unused"] }), ["app:1", "ghcr.io/me/app:1", "444444444444"]);
  assert.deepEqual(shown({ only: ["unused", "dangling"] }), ["444444444444"]);
  const arrangement = { ...defaultArrangement, filter: " app ", only: ["unused"] } as const;
  assert.equal(filterNote({ images: three, arrangement }), "2 of 3 shown: “app”, not in use");
  assert.equal(filterNote({ images: three, arrangement: defaultArrangement }), "");
});

test("an image in use says so in words, shape and context value", () => {
  const [row] = imageRows(picture([image({ containerIds: ["c1"] })]))[0]?.children?.() ?? [];
  assert.match(row?.description ?? "", /· in use ·/);
  assert.match(row?.spoken ?? "", /in use/);
  assert.equal(row?.icon.name, "circle-filled");
  assert.equal(row?.contextValue, "image.tagged.used");
});

test("a platform that is not the engine's is marked", () => {
  const mark = (facts: Partial<ImageFacts>, hostPlatform = "linux/amd64") =>
    drawn([image()], { facts: { [image().id]: facts }, hostPlatform })[1]?.split(" · ")[2];
  assert.equal(mark({}), "9c6f07244728");
  assert.equal(mark({ architecture: "arm64" }), "arm64");
  assert.equal(mark({ architecture: "arm", variant: "v7" }, "linux/arm64"), "arm/v7");
  assert.equal(mark({ operatingSystem: "windows" }), "windows/amd64");
  assert.equal(mark({ architecture: "arm64", variant: "v8" }, "linux/arm64"), "9c6f07244728");
});

test("a tooltip explains origin, base, sharing and platform, and asks the engine for the rest", async () => {
  const base = image({ digests: [`alpine@${digest}`] });
  const child = image({ id: idOf("c"), tags: ["me/app:1"], size: 9e6 });
  const facts = { [base.id]: { layers: ["1"] }, [child.id]: { layers: ["1", "2"] } };
  const usage = { total: 9e6, reclaimable: 9e6, shared: new Map([[child.id, 5_544_000]]) };
  const details = {
    ...child,
    operatingSystem: "linux",
    architecture: "arm64",
    variant: undefined,
    layers: ["1", "2"],
    author: "",
    comment: "",
    user: "",
    workingDirectory: "/",
    entrypoint: [],
    command: ["python", "app.py"],
    environment: [],
    exposedPorts: [{ port: 5000, protocol: "tcp" as const }],
    volumes: [],
    stopSignal: undefined,
    raw: {},
  };
  const rows = imageRows(
    picture([base, child], {
      arrangement: { groupBy: "none" },
      facts,
      usage,
      inspect: async () => details,
    }),
  );
  const [ofBase, ofChild] = await Promise.all(rows.map(({ tooltip }) => tooltip?.()));
  assert.match(ofBase ?? "", /An official image/);
  assert.match(ofBase ?? "", /A base image: it is not built on any other/);
  assert.match(ofBase ?? "", /Built on it: me\/app:1/);
  assert.match(ofChild ?? "", /A child image: built on alpine:latest/);
  assert.match(ofChild ?? "", /9MB \(9000000 bytes\), of which 5\.54MB are shared/);
  assert.match(ofChild ?? "", /linux\/arm64, while this engine is linux\/amd64/);
  assert.match(ofChild ?? "", /Exposed ports: 5000\/tcp/);
  assert.match(ofChild ?? "", /User: root/);
});

test("ids of rows are unique and the same from one refresh to the next", () => {
  const images = [image({ tags: ["a:1", "b:1"] }), image({ id: idOf("3"), tags: [] })];
  const ids = () =>
    imageRows(picture(images)).flatMap(({ id, children }) => [
      id,
      ...(children?.() ?? []).map((row) => row.id),
    ]);
  assert.deepEqual(ids(), ids());
  assert.equal(new Set(ids()).size, ids().length);
});

test("the title sums up what the engine has added up", () => {
  const images = [image(), image()];
  assert.equal(imagesSummary({ images, usage: undefined }), "2 images");
  const usage = { total: 5_544_000, reclaimable: 2e6, shared: new Map() };
  assert.equal(imagesSummary({ images, usage }), "2 images · 5.54MB · 2MB reclaimable");
  assert.equal(imagesSummary({ images: [], usage }), "");
});
