import assert from "node:assert/strict";
import { describe, it } from "node:test";
import balena from "@balena/dockerignore";
import fc from "fast-check";
import "../../../support/propertySeed";
import { mayBringBackBelow, parseIgnoreFile } from "../../../../client/src/engine/build/ignorePatterns";
import { isIgnored } from "../../../../server/src/ignoreFile/ignoreFile";

/** Paths marked with `-` are ignored, those with `+` are sent. */
function check(file: string, expected: string): void {
  const patterns = parseIgnoreFile(file);
  for (const word of expected.split(" ")) {
    const path = word.slice(1);
    assert.equal(isIgnored(patterns, path) ? "-" : "+", word[0], `${path} under ${JSON.stringify(file)}`);
  }
}

describe("the ignore file's patterns", () => {
  it("match from the build context's root", () => {
    check("a", "-a -a/b +b/a +ab");
    check("/a", "-a +b/a");
    check("a/b", "-a/b -a/b/c +a +a/c +x/a/b");
    check("./a/", "-a -a/b");
    check("a//b/../c", "-a/c +a/b");
    check("../a", "+a");
  });

  it("know wildcards within a segment", () => {
    check("*.log", "-a.log +d/a.log +a.logs");
    check("*/*.log", "-d/a.log +a.log +d/e/a.log");
    check("te?t", "-test -text +tet +te/t");
    check("[ab]x", "-ax -bx +cx");
    check("[^ab]x", "-cx +ax");
    check("[a-c]1", "-b1 +d1 +-1");
    check("[\\]a\\-z]1", "-]1 -a1 --1 +b1");
  });

  it("know ** for any number of folders", () => {
    check("**", "-a -a/b");
    check("**/a", "-a -x/a -x/y/a -x/a/b +ab");
    check("**/*.pyc", "-a.pyc -x/y/a.pyc");
    check("a/**", "-a/b -a/b/c +a");
    check("a/**/z", "-a/z -a/b/z -a/b/c/z +z");
    check("**/a/**", "-a/b -x/a/b +a");
  });

  it("let the last line that matches decide", () => {
    check("*\n!a", "-b +a +a/b");
    check("*.md\n!README*.md\nREADME-secret.md", "-a.md +README.md +README-1.md -README-secret.md");
    check("*.md\nREADME-secret.md\n!README*.md", "+README-secret.md");
    check("a\n!a/b\na/b/c", "-a -a/x +a/b +a/b/y -a/b/c");
    check("*\n!src/**/*.py", "-src -src/a.txt +src/a.py +src/x/y/a.py -b");
    check("node_modules\n!**/keep.txt", "-node_modules -node_modules/a +node_modules/x/keep.txt");
  });

  it("know comments, blanks, line ends and a byte order mark", () => {
    check("\uFEFFa\r\n# b\r\n\r\n  c  \r\n", "-a +b -c");
    check(" #x", "-#x +x");
    check("! a\n", "+a");
  });

  it("take characters of regular expressions for themselves", () => {
    check("c++", "-c++ +c +cc");
    check("a(1){2}|$^.txt", "-a(1){2}|$^.txt");
    check("a.b", "-a.b +axb");
    check("constructor", "-constructor +toString");
    check("", "+constructor +__proto__ +toString");
    check("\\*\n\\!x", "-* +a -!x");
    check("grüße/ß?", "-grüße/ßa -grüße/ß😀");
  });

  it("name the line that docker would refuse", () => {
    assert.throws(
      () => parseIgnoreFile("a\n[b"),
      /^SyntaxError: Line 2 of the ignore file, "\[b": The bracket is not closed\.$/,
    );
    assert.throws(() => parseIgnoreFile("!"), /Line 1 .*: A pattern must follow the `!`\./);
    assert.throws(() => parseIgnoreFile("a\\"), /backslash/);
  });

  it("open an ignored folder only where an exception may be below it", () => {
    const opens = (file: string, folder: string) => mayBringBackBelow(parseIgnoreFile(file), folder);
    assert.equal(opens("*", "a"), false);
    assert.equal(opens("*\n!a/b/c", "a"), true);
    assert.equal(opens("*\n!a/b/c", "a/b"), true);
    assert.equal(opens("*\n!a/b/c", "a/x"), false);
    assert.equal(opens("*\n!a", "a"), false);
    assert.equal(opens("*\n!*.md", "node_modules"), false);
    assert.equal(opens("*\n!*/x", "node_modules"), true);
    assert.equal(opens("*\n!**/x", "node_modules/deep/deeper"), true);
    assert.equal(opens("*\n!src/**/x", "node_modules"), false);
  });

  it("never bring back a path below a folder that was not to be opened", () => {
    fc.assert(
      fc.property(fc.array(pattern(), { maxLength: 5 }), path(), (lines, candidate) => {
        const patterns = parseIgnoreFile(lines.join("\n"));
        if (isIgnored(patterns, candidate)) return;
        const segments = candidate.split("/");
        for (let i = 1; i < segments.length; i++) {
          const folder = segments.slice(0, i).join("/");
          assert(!isIgnored(patterns, folder) || mayBringBackBelow(patterns, folder), folder);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("agree with @balena/dockerignore wherever that is exact", () => {
    fc.assert(
      fc.property(fc.array(pattern(), { maxLength: 5 }), path(), (lines, candidate) => {
        const file = lines.join("\n");
        const theirs = balena({ ignorecase: false }).add(file).ignores(candidate);
        assert.equal(
          isIgnored(parseIgnoreFile(file), candidate),
          theirs,
          `${candidate} under ${JSON.stringify(file)}`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

function pattern(): fc.Arbitrary<string> {
  const segment = fc.constantFrom("a", "b", "c", "*", "**", "?", "a*", "*b", "ab");
  const joined = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
  return fc.tuple(fc.constantFrom("", "", "!"), joined).map(([mark, text]) => mark + text);
}

function path(): fc.Arbitrary<string> {
  const segment = fc.constantFrom("a", "b", "c", "ab", "abc", "xb");
  return fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join("/"));
}
