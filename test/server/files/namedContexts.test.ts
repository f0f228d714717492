import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namedContextsIn, namedContextsOf } from "../../../server/src/files/namedContexts";
import { inMemoryFiles } from "./inMemoryFiles";

describe("named build contexts", () => {
  const texts: readonly [string, string, string, readonly string[]][] = [
    [
      "a mapping of Compose",
      "compose.yaml",
      "services:\n  web:\n    build:\n      context: .\n      additional_contexts:\n        docs: ../docs\n        base: docker-image://alpine\n  db:\n    image: postgres\n",
      ["docs", "base"],
    ],
    [
      "a list of Compose",
      "docker-compose.yml",
      "services:\n  web:\n    build:\n      additional_contexts:\n        - docs=../docs\n",
      ["docs"],
    ],
    [
      "Bake's own language",
      "docker-bake.hcl",
      'target "web" {\n  contexts = {\n    docs = "../docs"\n    "alpine:3.20" = "docker-image://alpine:3.21"\n  }\n}\n',
      ["docs", "alpine:3.20"],
    ],
    ["Bake's JSON", "docker-bake.json", '{"target":{"web":{"contexts":{"docs":"../docs"}}}}', ["docs"]],
    ["a build in one word", "compose.yaml", "services:\n  contexts:\n    build: .\n", []],
    ["half a file", "compose.yaml", "services:\n  web: {additional_contexts: [", []],
    ["half a file of JSON", "docker-bake.json", '{"contexts":', []],
  ];
  for (const [name, file, text, expected] of texts) {
    test(`are read from ${name}`, () => assert.deepEqual(namedContextsIn(file, text), expected));
  }

  test("come from every folder once", async () => {
    const text = "services: {a: {build: {additional_contexts: {docs: ../docs}}}}";
    const files = inMemoryFiles({ "file:///w/compose.yaml": text, "file:///w/app/compose.yaml": text });
    const top = { uri: "file:///w" };
    assert.deepEqual(await namedContextsOf(files, [top, { uri: "file:///w/app" }]), ["docs"]);
    assert.deepEqual(await namedContextsOf(undefined, [top]), []);
  });

  test("are not looked for where the listing has no such file", async () => {
    const asked: string[] = [];
    const files = {
      ...inMemoryFiles({}),
      readText: async (uri: string) => void asked.push(uri),
    };
    await namedContextsOf(files, [{ uri: "file:///w", paths: new Set(["compose.yml", "Dockerfile"]) }]);
    assert.deepEqual(asked, ["file:///w/compose.yml"]);
  });
});
