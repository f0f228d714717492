import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import "../../support/propertySeed";
import { shellLine } from "../../../client/src/commands/shellQuote";

test("plain words stay bare", () => {
  const line = ["docker", "run", "-d", "-p", "8888:5000", "--name", "web", "me/app:1.0"] as const;
  assert.equal(shellLine(line, "posix"), "docker run -d -p 8888:5000 --name web me/app:1.0");
});

test("a POSIX shell reads back every argument as it was", () => {
  const argument = fc
    .string({ unit: "binary", maxLength: 20 })
    .filter((text) => !/[\0\ud800-\udfff]/.test(text));
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 4 }), (rest) => {
      const line = shellLine(["docker", ...rest], "posix");
      const script = `docker() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${line}`;
      const read = execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" });
      assert.deepEqual(read.split("\0").slice(0, -1), rest);
    }),
    { numRuns: 60 },
  );
});

test("what a shell would expand is quoted for it", () => {
  const cases: [string, string, string][] = [
    ["a b", "'a b'", "'a b'"],
    ["it's", "'it'\\''s'", "'it''s'"],
    ["$(rm -rf /)", "'$(rm -rf /)'", "'$(rm -rf /)'"],
    ["", "''", "''"],
    ["~", "'~'", "'~'"],
    ["=ls", "'=ls'", "'=ls'"],
    ["a,b", "a,b", "'a,b'"],
    ["@home", "@home", "'@home'"],
    ["\u2019; calc", "'\u2019; calc'", "'\u2019\u2019; calc'"],
    ["8080:80", "8080:80", "'8080:80'"],
  ];
  for (const [argument, posix, powershell] of cases) {
    assert.equal(shellLine(["docker", argument], "posix"), `docker ${posix}`);
    assert.equal(shellLine(["docker", argument], "powershell"), `docker ${powershell}`);
  }
});
