import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";

const program = join(__dirname, "..", "..", "dist", "cli.js");
const wrong = "FROM alpine:3.22\nEXPOSE 80/TCP\n";
const only = ["--select", "expose-proto-casing"];

describe("the bundled program on a command line", () => {
  const root = mkdtempSync(join(tmpdir(), "drydock-cli-"));
  before(() => {
    for (const path of ["Dockerfile", "a/web.dockerfile", ".devcontainer/Dockerfile"]) write(path, wrong);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  test("finds files by globs", async () => {
    const { code, output } = await run(["lint", "**/*ockerfile", ...only, "-f", "tty"]);
    assert.deepEqual(
      output.split("\n").map((line) => line.split(":")[0]),
      [join(".devcontainer", "Dockerfile"), "Dockerfile", join("a", "web.dockerfile"), ""],
    );
    assert.equal(code, 1);
  });

  test("reads standard input", async () => {
    const { output } = await run(["lint", "-", "--stdin-filename", "x", ...only, "-f", "tty"], wrong);
    assert.match(output, /^x:2 /);
  });

  test("lints many files on several threads, in their order", async () => {
    const names = Array.from(
      { length: 700 },
      (_, index) => `many/${String(index).padStart(3, "0")}.dockerfile`,
    );
    for (const name of names) write(name, wrong);
    const { output } = await run(["lint", "many", ...only, "-f", "json"]);
    const files = JSON.parse(output).map(({ file }: { file: string }) => file.replaceAll("\\", "/"));
    assert.deepEqual(files, names);
  });

  test("is quiet when its reader leaves", async () => {
    const child = start(["lint", "--list-rules"]);
    child.stdout.destroy();
    const [[code], complaints] = await Promise.all([once(child, "close"), text(child.stderr)]);
    assert.deepEqual({ code, complaints }, { code: 0, complaints: "" });
  });

  test("says that its findings could not be written", {
    skip: existsSync("/dev/full") ? false : "no /dev/full",
  }, async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [program, "lint", "Dockerfile"], {
      cwd: root,
      stdio: ["ignore", full, "pipe"],
    });
    assert.ok(child.stderr);
    const [[code], complaints] = await Promise.all([once(child, "close"), text(child.stderr)]);
    assert.equal(code, 2);
    assert.match(complaints, /^The findings could not be written: ENOSPC/);
  });

  test("helps whoever leaves out the command", async () => {
    const { code, complaints } = await run(["Dockerfile"]);
    assert.equal(code, 2);
    assert.match(
      complaints,
      /^There is no command "Dockerfile"\. Did you mean "drydock lint Dockerfile"\?\n/,
    );
  });

  test("repeats nothing that a terminal or a runner would obey", async () => {
    for (const words of [["\u001b[31m\n::error::x"], ["lint", "\u001b[31m\n::error::x"]]) {
      const { complaints } = await run(words);
      assert.match(complaints, /\\u001b\[31m\\u000a::error::x/);
      assert.doesNotMatch(complaints, /\u001b|^::/m);
    }
  });

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }

  function start(words: readonly string[]) {
    return spawn(process.execPath, [program, ...words], { cwd: root, stdio: "pipe" });
  }

  async function run(words: readonly string[], input = "") {
    const child = start(words);
    child.stdin.end(input);
    const [[code], output, complaints] = await Promise.all([
      once(child, "close"),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, output, complaints };
  }
});
