import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder } from "./inFolder";

const untidy = "FROM   alpine:3.22\nRUN true \\\n && true   \n";

test("format lays files out, names those that it changed, and finds nothing to do the second time", () =>
  inFolder({ Dockerfile: untidy, "b/Dockerfile": "FROM alpine:3.22\n" }, async ({ path, format }) => {
    assert.deepEqual(await format([]), { code: 0, output: "Dockerfile\n", complaints: "" });
    assert.match(
      readFileSync(join(path, "Dockerfile"), "utf8"),
      /^FROM alpine:3\.22\nRUN true \\\n {4}&& true\n$/,
    );
    assert.deepEqual(await format(["--check"]), { code: 0, output: "", complaints: "" });
  }));

test("format --check changes nothing and exits with 1 where it would", () =>
  inFolder({ Dockerfile: untidy }, async ({ path, format }) => {
    assert.deepEqual(await format(["--check"]), { code: 1, output: "Dockerfile\n", complaints: "" });
    assert.equal(readFileSync(join(path, "Dockerfile"), "utf8"), untidy);
  }));

test("format takes the letter case and the indentation", () =>
  inFolder({ Dockerfile: untidy }, async ({ path, format }) => {
    await format(["--keyword-case", "lower", "--indent", "2"]);
    assert.match(
      readFileSync(join(path, "Dockerfile"), "utf8"),
      /^from alpine:3\.22\nrun true \\\n {2}&& true\n$/,
    );
  }));

test("format indents as most of the file does, unless told otherwise", () => {
  const text = "FROM alpine:3.22\nRUN a \\\n\tb\nRUN c \\\n\td\nRUN e \\\n  f\n";
  return inFolder({ Dockerfile: text }, async ({ path, format }) => {
    await format([]);
    assert.equal(readFileSync(join(path, "Dockerfile"), "utf8"), text.replace("  f", "\tf"));
  });
});

test("format leaves a file alone whose bytes it would not write back as they were", () =>
  inFolder({ Dockerfile: "" }, async ({ path, format }) => {
    const bytes = Buffer.from("FROM  alpine:3.22 # \xe9\n", "latin1");
    writeFileSync(join(path, "Dockerfile"), bytes);
    const { code, complaints } = await format([]);
    assert.equal(code, 2);
    assert.match(complaints, /^Dockerfile: left as it is/);
    assert.deepEqual(readFileSync(join(path, "Dockerfile")), bytes);
  }));

test("format says what is wrong with its options", () =>
  inFolder({}, async ({ format }) => {
    assert.equal((await format(["--indent", "none"])).code, 2);
    assert.equal((await format(["--keyword-case", "title"])).code, 2);
    assert.match(
      (await format(["--nonsense"])).complaints,
      /Unknown option '--nonsense'\. See "drydock format --help"\./,
    );
  }));
