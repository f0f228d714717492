import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import "../../support/propertySeed";
import { isIgnored, readIgnoreFile } from "../../../server/src/ignoreFile/ignoreFile";
import { compileGlob } from "../../../server/src/ignoreFile/pathGlob";

/** Paths of the first list are left out, those of the second stay. See https://docs.docker.com/build/concepts/context/#syntax */
function check(text: string, out: readonly string[], stay: readonly string[]): void {
  test(text.split("\n").join(" ⏎ "), () => {
    const file = readIgnoreFile(text);
    assert.deepEqual(
      out.filter((path) => !isIgnored(file, path)),
      [],
    );
    assert.deepEqual(
      stay.filter((path) => isIgnored(file, path)),
      [],
    );
  });
}

describe("ignore files", () => {
  check("*/temp*", ["a/temp", "a/temporary.txt", "a/temp/deep"], ["temp", "a/b/temp"]);
  check("*/*/temp*", ["a/b/temp.txt"], ["a/temp"]);
  check("temp?", ["tempa", "tempb/x"], ["temp", "tempab", "temp/"]);
  check("**/*.go", ["a.go", "x/y/a.go"], ["a.gone"]);
  check("*.md\n!README.md", ["a.md"], ["README.md"]);
  check("*.md\n!README*.md\nREADME-secret.md", ["README-secret.md"], ["README-a.md"]);
  check("/foo/bar/\nbaz", ["foo/bar", "foo/bar/x", "baz"], ["x/foo/bar", "x/baz"]);
  check("foo/**", ["foo/a", "foo/a/b"], ["foo"]);
  check("foo/../bar\n./qux", ["bar", "qux"], ["foo"]);
  check("# note\n #x", ["#x"], ["note"]);
  check("a[b-d]e", ["abe", "ade"], ["aee", "a/e"]);
  check("a[^b]e", ["ace"], ["abe", "a/e"]);
  check("a\\*b", ["a*b"], ["axb"]);
  check("a/**/b", ["a/b", "a/x/b", "a/x/y/b/c"], ["ab", "a/xb"]);
  check("*a*b*c*", ["xaybzc", "abc"], ["acb", "a/b/c"]);
  check("c++\n(x)\n{a,b}", ["c++", "(x)", "{a,b}"], ["c", "x", "a"]);
});

test("both ways to match a glob agree", () => {
  const piece = fc.constantFrom("a", "b", "/", "*", "?", "**/", ".");
  const glob = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) =>
    parts
      .join("")
      .replace(/\*{3,}/g, "**")
      .replace(/^\/+|\/+$/g, ""),
  );
  const path = fc
    .array(fc.constantFrom("a", "b", "/", "."), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(glob, path, (text, candidate) => {
      const quick = compileGlob(text);
      // A bracket that means its one character keeps the glob from the quick way.
      const careful = compileGlob(text.replace(/[ab]/, "[$&]"));
      if (typeof quick === "string" || typeof careful === "string") return;
      assert.equal(quick(candidate), careful(candidate), `${text} on ${candidate}`);
    }),
    { numRuns: 3000 },
  );
});

test("no glob is slow", () => {
  const glob = compileGlob("*a".repeat(50));
  assert.ok(typeof glob !== "string");
  const start = performance.now();
  assert.equal(glob("a".repeat(5000)), true);
  assert.equal(glob(`${"a".repeat(5000)}b`), false);
  assert.ok(performance.now() - start < 2000);
});
