import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultArrangement, readArrangement } from "../../../client/src/views/imageArrangement";

test("an arrangement is read back as it was written", () => {
  const arrangement = { groupBy: "age", order: "largest", filter: "me", only: ["large"] } as const;
  assert.deepEqual(readArrangement(JSON.stringify(arrangement)), arrangement);
});

test("what can't be read, or is of another version, is the default", () => {
  for (const text of [
    undefined,
    "",
    "{",
    "null",
    "3",
    '{"groupBy":"colour","order":7,"only":"large","filter":1}',
  ])
    assert.deepEqual(readArrangement(text), defaultArrangement, text);
  assert.deepEqual(readArrangement('{"only":["large","purple"]}').only, ["large"]);
});
