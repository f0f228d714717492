import assert from "node:assert/strict";
import { test } from "node:test";
import { cacheMountOf, cacheMounts } from "../../../server/src/grammar/cacheMounts";
import { mountKey, mountKeys, mountKeysOf } from "../../../server/src/grammar/mountKeys";
import { mountTypeEntry, mountTypes } from "../../../server/src/grammar/mounts";

test("types are in order, each with an example that names it", () => {
  const types = mountTypes.map(({ type }) => type);
  assert.deepEqual(types, [...new Set(types)].sort());
  for (const { type, example, snippet, required, requiredOneOf } of mountTypes) {
    assert.ok(example.startsWith(`RUN --mount=type=${type}`), example);
    assert.ok(snippet.startsWith(`type=${type}`), snippet);
    for (const name of [...required, ...requiredOneOf]) assert.ok(mountKey(name)?.types.includes(type), name);
  }
});

test("a key's names are nobody else's", () => {
  const names = mountKeys.flatMap(({ name, aliases }) => [name, ...aliases]);
  assert.equal(new Set(names).size, names.length);
});

test("a key is never both meant for a type and refused with it", () => {
  for (const { name, types, refusedWith, defaults } of mountKeys) {
    for (const type of types) assert.ok(!refusedWith.includes(type), `${name} with ${type}`);
    for (const type of Object.keys(defaults))
      assert.ok(
        types.some((own) => own === type),
        `${name}'s default for ${type}`,
      );
  }
});

const keysByType: readonly [string, readonly string[]][] = [
  ["bind", ["type", "target", "source", "from", "readonly", "readwrite"]],
  [
    "cache",
    ["type", "target", "source", "from", "readonly", "readwrite", "id", "sharing", "mode", "uid", "gid"],
  ],
  ["secret", ["type", "target", "source", "id", "mode", "uid", "gid", "required", "env"]],
  ["ssh", ["type", "target", "id", "mode", "uid", "gid", "required"]],
  ["tmpfs", ["type", "target", "size"]],
];
for (const [type, expected] of keysByType) {
  test(`the keys of ${type}`, () => {
    const entry = mountTypeEntry(type);
    assert.ok(entry);
    assert.deepEqual(
      mountKeysOf(entry.type).map(({ name }) => name),
      expected,
    );
  });
}

test("keys and types are found by alias and in any case", () => {
  assert.equal(mountKey("dst")?.name, "target");
  assert.equal(mountKey("destination")?.name, "target");
  assert.equal(mountKey("SRC")?.name, "source");
  assert.equal(mountKey("rw")?.name, "readwrite");
  assert.equal(mountKey("targt"), undefined);
  assert.equal(mountTypeEntry("CACHE")?.type, "cache");
  assert.equal(mountTypeEntry("volume"), undefined);
});

test("each ready cache mount is a cache mount with an absolute target and known keys", () => {
  for (const { tool, mounts } of cacheMounts) {
    assert.ok(mounts.length > 0);
    for (const mount of mounts) {
      assert.match(mount, /^type=cache,target=\/[^,]+(?:,sharing=(?:locked|shared|private))?$/, tool);
      for (const field of mount.split(","))
        assert.ok(mountKey(field.split("=")[0] ?? "")?.types.includes("cache"), field);
    }
  }
});

test("each program has one cache, and those that lock their files say so", () => {
  const commands = cacheMounts.flatMap((cache) => cache.commands);
  assert.equal(new Set(commands).size, commands.length);
  for (const command of ["apt-get", "apk", "dnf", "yum"]) {
    for (const mount of cacheMountOf(command)?.mounts ?? [""]) assert.match(mount, /sharing=locked/);
  }
  assert.equal(cacheMountOf("pip3")?.tool, "pip");
  assert.equal(cacheMountOf("mvn")?.tool, "maven");
  assert.equal(cacheMountOf("./gradlew")?.tool, "gradle");
  assert.equal(cacheMountOf("cat"), undefined);
});
