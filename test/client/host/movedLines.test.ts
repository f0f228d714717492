import assert from "node:assert/strict";
import { test } from "node:test";
import { type LineEdit, movedLines } from "../../../client/src/host/movedLines";

const failed = { firstLine: 5, lastLine: 6 };

/** An edit from one place to another, both as [line, character]. */
function edit(from: [number, number], to: [number, number], newText: string): LineEdit {
  return { firstLine: from[0], firstCharacter: from[1], lastLine: to[0], lastCharacter: to[1], newText };
}

test("edits above move a failed instruction, edits below leave it, edits inside end it", () => {
  const expected: [LineEdit, unknown][] = [
    [edit([2, 3], [2, 3], "x"), failed],
    [edit([2, 0], [2, 0], "a\nb\n"), { firstLine: 7, lastLine: 8 }],
    [edit([5, 0], [5, 0], "RUN true\n"), { firstLine: 6, lastLine: 7 }],
    [edit([4, 0], [5, 0], ""), { firstLine: 4, lastLine: 5 }],
    [edit([7, 0], [7, 0], "x"), failed],
    [edit([5, 4], [5, 4], "x"), undefined],
    [edit([4, 3], [5, 0], ""), undefined],
    [edit([5, 0], [5, 0], "x"), undefined],
    [edit([0, 0], [9, 0], ""), undefined],
  ];
  for (const [change, moved] of expected) assert.deepEqual(movedLines(failed, [change]), moved);
});
