import assert from "node:assert/strict";
import { test } from "node:test";
import { stageGraph } from "../../../server/src/features/stageGraph";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

function check(text: string, expected: readonly string[]): void {
  test(text.split("\n").join(" ⏎ "), () =>
    assert.deepEqual(stageGraph(parseDockerfile(text)).split("\n"), ["flowchart TB", ...expected, ""]),
  );
}

check("", []);
check("FROM scratch", ['  i0(["scratch"])', '  s0["stage 0, the image"]', "  i0 ==> s0"]);
check(
  "FROM node:22 AS build\nRUN --mount=from=busybox,target=/x make\nFROM build AS test\nFROM nginx\nCOPY --from=build /a /b\nCOPY --from=0 /c /d",
  [
    '  i0(["node:22"])',
    '  i1(["busybox"])',
    '  i2(["nginx"])',
    '  s0["build"]',
    '  s1["test"]',
    '  s2["stage 2, the image"]',
    "  i0 ==> s0",
    "  i1 -.->|mount| s0",
    "  s0 ==> s1",
    "  i2 ==> s2",
    "  s0 -->|COPY| s2",
    "  style s1 opacity:0.5",
  ],
);
check('FROM "a<b>"\nCOPY --from=7 /a /b', [
  '  i0(["a#60;b#62;"])',
  '  s0["stage 0, the image"]',
  "  i0 ==> s0",
]);
