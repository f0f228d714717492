import assert from "node:assert/strict";
import { test } from "node:test";
import { plainLabel, plainNotice, plainText } from "../../../client/src/ui/plainText";

test("nothing that a terminal obeys is left", () => {
  assert.equal(plainText("\u001b[31mred\u001b[0m\u0007 \u202eevil"), "red\ufffd \ufffdevil");
  assert.equal(plainText("\u001b]0;title\u0007text"), "text");
  assert.equal(plainText("a\r\nb\tc"), "a\nb\tc");
});

test("no words from outside become a link or an icon", () => {
  assert.equal(plainNotice("[Click](command:evil)"), "[Click] (command:evil)");
  assert.equal(plainLabel("$(trash) a\nb"), "\\$(trash) a b");
});
