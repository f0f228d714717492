import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ancestors } from "../../../server/src/model/ancestors";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { shellOf } from "../../../server/src/model/shellOf";
import { stageOf } from "../../../server/src/model/stageOf";

const text = [
  "ARG V=3.20",
  "FROM --platform=$BUILDPLATFORM reg.io:5000/a/alpine:${V}@sha256:x AS Build",
  "RUN one",
  "from BUILD as test",
  'SHELL ["/bin/bash", "-c"]',
  "RUN two",
  "FROM scratch",
  "FROM $UNKNOWN AS",
  "FROM alpine:${V}",
  "FROM test",
  "RUN three",
].join("\n");

describe("stages", () => {
  const dockerfile = parseDockerfile(text);
  const [build, tests, scratch, unknown, alpine, last] = dockerfile.stages;

  test("names, indexes and what stands before", () => {
    assert.deepEqual(
      dockerfile.stages.map(({ name, index }) => [name, index]),
      [
        ["Build", 0],
        ["test", 1],
        [undefined, 2],
        [undefined, 3],
        [undefined, 4],
        [undefined, 5],
      ],
    );
    assert.deepEqual(
      dockerfile.preamble.map(({ keyword }) => keyword),
      ["ARG"],
    );
  });
  test("base images", () => {
    assert.equal(build?.base?.expanded, "reg.io:5000/a/alpine:3.20@sha256:x");
    assert.equal(build?.base?.reference, undefined);
    assert.equal(tests?.base?.stage, build);
    assert.equal(scratch?.base?.isScratch, true);
    assert.deepEqual([unknown?.base?.expanded, unknown?.base?.reference], [undefined, undefined]);
    assert.deepEqual(alpine?.base?.reference, {
      domain: undefined,
      path: "alpine",
      tag: "3.20",
      digest: undefined,
    });
    assert.deepEqual(last && [...ancestors(last)], [tests, build]);
  });
  test("the parts of an image as written", () => {
    const parts = build?.base?.written;
    const ranges = [parts?.registryRange, parts?.nameRange, parts?.tagRange, parts?.digestRange];
    assert.deepEqual(
      ranges.map((range) => range && dockerfile.textOf(range)),
      ["reg.io:5000", "a/alpine", "${V}", "sha256:x"],
    );
  });
  test("which stage a line and an instruction belong to", () => {
    assert.deepEqual(
      [0, 1, 2, 5, 10].map((line) => dockerfile.stageAt(line)?.index),
      [undefined, 0, 0, 1, 5],
    );
    assert.deepEqual(
      dockerfile.instructions.map((instruction) => stageOf(dockerfile, instruction)?.index),
      [undefined, 0, 0, 1, 1, 1, 2, 3, 4, 5, 5],
    );
  });
  test("a stage cannot be built on itself or on a later one", () => {
    const { stages } = parseDockerfile("FROM b AS a\nFROM b AS b");
    assert.deepEqual(
      stages.map(({ base }) => base?.stage),
      [undefined, undefined],
    );
  });
  test("of two with one name the last before counts", () => {
    const { stages } = parseDockerfile("FROM x AS a\nFROM y AS A\nFROM a");
    assert.equal(stages[2]?.base?.stage, stages[1]);
  });
});

describe("the shell in effect", () => {
  check("the default", "FROM a\nRUN x", ["/bin/sh", "-c"]);
  check("SHELL", 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN x', ["/bin/bash", "-c"]);
  check("the last above", 'FROM a\nSHELL ["a"]\nSHELL ["b"]\nRUN x\nSHELL ["c"]', ["b"]);
  check("inherited", 'FROM a AS b\nSHELL ["c"]\nFROM b AS d\nFROM d\nRUN x', ["c"]);
  check("not from another stage", 'FROM a\nSHELL ["c"]\nFROM a\nRUN x', ["/bin/sh", "-c"]);
  check("one that is no JSON does not count", "FROM a\nSHELL bash\nRUN x", ["/bin/sh", "-c"]);
  check("backtick", "# escape=`\nFROM a\nRUN x", ["cmd", "/S", "/C"]);
  check("Windows image", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022 AS a\nFROM a\nRUN x", [
    "cmd",
    "/S",
    "/C",
  ]);
  check("Windows tag", "FROM golang:1.22-windowsservercore-ltsc2022\nRUN x", ["cmd", "/S", "/C"]);

  function check(name: string, source: string, expected: readonly string[]): void {
    test(name, () => {
      const dockerfile = parseDockerfile(source);
      const run = dockerfile.instructions.find(({ keyword }) => keyword === "RUN");
      assert.deepEqual(run && shellOf(dockerfile, run), expected);
    });
  }
});
