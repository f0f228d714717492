import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, smallestEdit } from "../../../server/src/lint/applyEdits";
import type { Finding } from "../../../server/src/lint/finding";
import { fixAll } from "../../../server/src/lint/fixAll";
import { lint } from "../../../server/src/lint/lint";
import { nothingOutside } from "../../../server/src/lint/outside";
import type { Fix, Rule, Severity } from "../../../server/src/lint/rule";
import { activeRules, defaultLintSettings } from "../../../server/src/lint/settings";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

mends("places that do not touch", "a a a", [replaces("a", "b")], "b b b", 3);
mends("what an earlier fix uncovers", "a", [replaces("a", "b"), replaces("b", "c")], "c", 2);
mends("overlapping places one after the other", "abc", [replaces("ab", "b"), replaces("bc", "c")], "c", 2);
mends("neither twice nor by half", "aa", [replaces("a", "x"), replaces("aa", "y")], "xx", 2);
mends("nothing where a fix is unsafe", "a", [replaces("a", "b", { unsafe: true })], "a", 0);
mends("nothing that brings an error", "a", [replaces("a", "E"), error("E")], "a", 0);
mends(
  "the rest where one fix brings an error",
  "a z",
  [replaces("a", "E"), error("E"), replaces("z", "y")],
  "a y",
  1,
);
mends("rules that undo each other not for ever", "a", [replaces("a", "b"), replaces("b", "a")], "a", 0);

test("one round gives the fixes' own edits, several give the one edit that is left of them", () => {
  const one = fixAll(parseDockerfile("# a a"), finder([replaces("a", "b")]));
  assert.equal(one.edits.length, 2);
  const dockerfile = parseDockerfile("# x a x");
  const two = fixAll(dockerfile, finder([replaces("a", "bb"), replaces("bb", "ccc")]));
  assert.deepEqual(two.edits, [
    { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } }, newText: "ccc" },
  ]);
  assert.equal(applyEdits(dockerfile, two.edits), two.text);
});

test("a file with CRLF keeps its line breaks", () => {
  const fixed = fixAll(parseDockerfile("# a\r\n# b\r\n"), finder([replaces("a", "x\n# y")]));
  assert.equal(fixed.text, "# x\r\n# y\r\n# b\r\n");
});

test("the smallest edit leads from any text to any other", () => {
  for (const [before, after] of [
    ["", "a"],
    ["a", ""],
    ["aa", "aaa"],
    ["a\r\nb", "a\r\n\r\nb"],
    ["a\r\n", "a\n"],
    ["abc\ndef", "abc\nxyz\ndef"],
  ] as const) {
    const dockerfile = parseDockerfile(before);
    const edit = smallestEdit(dockerfile, after);
    assert.ok(edit);
    const start = dockerfile.offsetAt(edit.range.start);
    const end = dockerfile.offsetAt(edit.range.end);
    assert.equal(before.slice(0, start) + edit.newText + before.slice(end), after);
  }
});

function mends(name: string, text: string, rules: readonly Rule[], expected: string, count: number): void {
  test(`mends ${name}`, () => {
    const fixed = fixAll(parseDockerfile(`# ${text}`), finder(rules));
    assert.equal(fixed.text, `# ${expected}`);
    assert.equal(fixed.count, count);
  });
}

function finder(rules: readonly Rule[]): (dockerfile: Dockerfile) => Finding[] {
  const active = activeRules(rules, defaultLintSettings);
  return (dockerfile) =>
    lint(dockerfile, active, nothingOutside(), (_, crash) => {
      throw crash;
    });
}

/** A rule that wants every `word` replaced. */
function replaces(word: string, by: string, more: Partial<Fix> = {}): Rule {
  return findingEvery(word, "warning", (range) => ({
    fix: { title: `Write ${by}`, edits: [{ range, newText: by }], ...more },
  }));
}

function error(word: string): Rule {
  return findingEvery(word, "error", () => ({}));
}

function findingEvery(
  word: string,
  severity: Severity,
  more: (range: Dockerfile["comments"][number]["range"]) => { fix?: Fix },
): Rule {
  const prose = { summary: "Probe.", rationale: "Probe.", examples: [] };
  return {
    id: `no-${word}`,
    aliases: [],
    severity,
    category: "style",
    ...prose,
    check(dockerfile, report) {
      for (const { index } of dockerfile.text.matchAll(new RegExp(word, "g"))) {
        const range = {
          start: dockerfile.positionAt(index),
          end: dockerfile.positionAt(index + word.length),
        };
        report({ range, message: `There is a ${word}.`, ...more(range) });
      }
    },
  };
}
