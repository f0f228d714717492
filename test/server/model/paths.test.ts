import assert from "node:assert/strict";
import { test } from "node:test";
import { contextPath } from "../../../server/src/model/contextPath";
import { isAbsolutePath } from "../../../server/src/model/isAbsolutePath";
import { lastUser } from "../../../server/src/model/lastUser";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

test("a source's path begins at the root of the build context, whatever leads there", () => {
  for (const [source, expected] of [
    ["a", "a"],
    ["/a/b/", "a/b"],
    ["./a//b", "a/b"],
    ["../a", "a"],
    ["a/../b", "b"],
    ["a/../../../b", "b"],
    [".", ""],
    ["/", ""],
    ["", ""],
  ] as const)
    assert.equal(contextPath(source), expected, source);
});

test("paths of Unix and of Windows are absolute from their roots on", () => {
  for (const path of ["/", "/a", "\\a", "C:\\a", "c:/a", "C:"]) assert.ok(isAbsolutePath(path), path);
  for (const path of ["", "a", "./a", "..", "$A/b", "a:b", "~"]) assert.ok(!isAbsolutePath(path), path);
});

test("a stage ends as its last user, or as that of the stage it is built on", () => {
  const { stages } = parseDockerfile(
    "FROM a AS x\nUSER b\nUSER c\nFROM x\nRUN d\nFROM a\nUSER\nFROM x\nUSER e\n",
  );
  assert.deepEqual(
    stages.map((stage) => lastUser(stage)?.argument.text),
    ["c", "c", undefined, "e"],
  );
});
