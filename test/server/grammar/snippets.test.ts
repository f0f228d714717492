import assert from "node:assert/strict";
import { test } from "node:test";
import { instructions } from "../../../server/src/grammar/instructions";
import { mountTypes } from "../../../server/src/grammar/mounts";
import { variableModifiers } from "../../../server/src/grammar/variableModifiers";
import { snippetProblem } from "./snippetSyntax";

test("the checker knows good snippets from bad ones", () => {
  for (const good of [
    "",
    "RUN ${1:command}",
    "A $1 ${2:b ${3:c}} $1",
    "\\$HOME \\\\",
    "${1|a,b|}",
    "\\${${1:V}}",
  ]) {
    assert.equal(snippetProblem(good), undefined, good);
  }
  for (const bad of ["$HOME", "${HOME}", "${1:open", "\\n", "${2:second}", "${1|a,,b|}", "${1|a"]) {
    assert.notEqual(snippetProblem(bad), undefined, bad);
  }
});

for (const { keyword, snippets, deprecated } of instructions) {
  test(`snippets of ${keyword}`, () => {
    assert.ok(snippets.length > 0);
    assert.equal(new Set(snippets.map(({ title }) => title)).size, snippets.length, "a title occurs twice");
    for (const { title, body } of snippets) {
      assert.equal(snippetProblem(body), undefined, `${title}: ${body}`);
      const words = body.split("\n").map((line) => line.split(" ", 1)[0]);
      assert.ok(words.includes(deprecated?.instead ?? keyword), `${title} has no ${keyword}`);
    }
  });
}

test("snippets of mounts and variables parse", () => {
  for (const { snippet } of [...mountTypes, ...variableModifiers])
    assert.equal(snippetProblem(snippet), undefined, snippet);
});
