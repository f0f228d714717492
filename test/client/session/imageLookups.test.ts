import assert from "node:assert/strict";
import { test } from "node:test";
import { createImageLookups } from "../../../client/src/session/imageLookups";
import { until } from "../../../scripts/testbed/until";
import { createInMemoryEngine, type InMemoryEngineOptions } from "../../support/inMemoryEngine";

function lookUps(options: InMemoryEngineOptions) {
  const engine = createInMemoryEngine(options);
  const seen = { inspections: 0, drawings: 0, usages: 0 };
  const { inspect, usage } = engine.images;
  engine.images.inspect = (reference) => {
    seen.inspections += 1;
    return inspect(reference);
  };
  engine.images.usage = () => {
    seen.usages += 1;
    return usage();
  };
  const lookups = createImageLookups({
    engine: async () => engine,
    onKnown: () => {
      seen.drawings += 1;
    },
    log: () => undefined,
    drawMs: 1,
    usageRestMs: 20,
  });
  return { engine, lookups, seen };
}

test("each image is looked up once, and forgotten when it is gone", async () => {
  const images = [{ tags: ["a:1"], architecture: "arm64", layers: ["1"] }, { tags: ["b:1"] }];
  const { engine, lookups, seen } = lookUps({ images });
  const listed = await engine.images.list();
  lookups.lookUp(listed);
  await until("all is known", () => listed.every(({ id }) => lookups.facts(id)));
  await until(
    "the rest is known",
    () => lookups.usage() !== undefined && lookups.hostPlatform() !== undefined,
  );
  assert.equal(lookups.facts(listed[0]?.id ?? "")?.architecture, "arm64");
  assert.equal(lookups.hostPlatform(), "linux/amd64");
  lookups.lookUp(listed);
  await until("the space is added up again", () => seen.usages === 2);
  assert.equal(seen.inspections, 2);
  lookups.lookUp(listed.slice(1));
  assert.equal(lookups.facts(listed[0]?.id ?? ""), undefined);
  lookups.dispose();
});

test("thousands of images are drawn a few times only", async () => {
  const { engine, lookups, seen } = lookUps({
    images: Array.from({ length: 1000 }, (_, index) => ({ tags: [`app:${index}`] })),
  });
  const listed = await engine.images.list();
  lookups.lookUp(listed);
  await until("all is known", () => listed.every(({ id }) => lookups.facts(id)));
  assert.equal(seen.inspections, 1000);
  assert.ok(seen.drawings < 500, `${seen.drawings} drawings`);
  lookups.dispose();
});

test("an image that went meanwhile does not keep the others unknown", async () => {
  const { engine, lookups } = lookUps({ images: [{ tags: ["a:1"] }, { tags: ["b:1"] }, { tags: ["c:1"] }] });
  const listed = await engine.images.list();
  for (const each of listed.slice(0, 2)) await engine.images.remove(each.id);
  lookups.lookUp(listed);
  await until("the third is known", () => lookups.facts(listed[2]?.id ?? "") !== undefined);
  lookups.dispose();
});

test("an engine that is gone is asked again with the next list", async () => {
  const { engine, lookups } = lookUps({ images: [{ tags: ["a:1"] }] });
  const listed = await engine.images.list();
  engine.goDown();
  lookups.lookUp(listed);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(lookups.facts(listed[0]?.id ?? ""), undefined);
  engine.comeBack();
  lookups.lookUp(listed);
  await until(
    "it is known",
    () => lookups.facts(listed[0]?.id ?? "") !== undefined && lookups.usage() !== undefined,
  );
  lookups.dispose();
});
